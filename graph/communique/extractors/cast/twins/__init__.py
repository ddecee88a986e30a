"""Which undertakings are one, told in other words each time."""
