"""Organisations: those of the gazetteer, and those that the shape of their name tells."""

from communique.extractors.mentions.bodies.finder import BodyFinder

__all__ = ["BodyFinder"]
