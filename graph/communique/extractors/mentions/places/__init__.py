"""Countries and places: those of the gazetteer, and those that the words around a name tell."""

from communique.extractors.mentions.places.finder import PlaceFinder

__all__ = ["PlaceFinder"]
