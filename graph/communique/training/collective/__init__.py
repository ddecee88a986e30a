"""Grows the trees of the second look from what the scorer holds of releases it has not seen."""
