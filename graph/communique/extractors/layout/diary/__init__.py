"""Programmes whose days, towns and people carry over from line to line."""
