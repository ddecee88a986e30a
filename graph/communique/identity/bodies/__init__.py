"""How the names of organisations are read: whose they are and what they do."""
