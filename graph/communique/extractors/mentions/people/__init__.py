"""People: their names, their offices, and both put together."""

from communique.extractors.mentions.people.finder import PeopleFinder

__all__ = ["PeopleFinder"]
