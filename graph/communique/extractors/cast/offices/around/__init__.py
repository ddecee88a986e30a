"""The state of an office by what a release says around its holder."""
