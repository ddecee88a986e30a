"""Trains the scorer: from annotated releases to the weights that the extractor reads."""
