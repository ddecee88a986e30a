"""Editions and copies: which of the releases that are held are one, and which of them counts."""

from communique.editions.holdings import Holding
from communique.editions.kinship import Kinship
from communique.editions.replacement import Replacement, replacements
from communique.editions.sketch import Sketch, from_bytes, sketch, to_bytes

__all__ = [
    "Holding",
    "Kinship",
    "Replacement",
    "Sketch",
    "from_bytes",
    "replacements",
    "sketch",
    "to_bytes",
]
