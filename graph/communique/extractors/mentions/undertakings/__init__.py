"""Operations and events: by the shape of their names, and those that a text only describes."""

from communique.extractors.mentions.undertakings.finder import UndertakingFinder

__all__ = ["UndertakingFinder"]
