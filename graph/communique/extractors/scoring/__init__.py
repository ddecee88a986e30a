"""A learned scorer: which of the pairs that a release brings together stand in which relation."""
