"""Which statements say which gold triples, within one release."""
