"""What parts of events and sittings of bodies state of the whole."""
