"""Places by where they stand at the beginning of a block."""
