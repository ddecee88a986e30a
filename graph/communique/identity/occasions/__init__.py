"""How the names of events, operations and places are read: which one of several is meant."""
