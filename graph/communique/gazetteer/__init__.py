"""Classes of named things: territories, organisations, titles."""
