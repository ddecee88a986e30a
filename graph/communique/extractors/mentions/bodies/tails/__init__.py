"""How far the names of bodies go on behind their head nouns."""

from communique.extractors.mentions.bodies.tails.reader import BodyTails

__all__ = ["BodyTails"]
