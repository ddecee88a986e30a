"""What of the words around a statement belongs to its own ends: sums, parts, titles, venues."""

from communique.extractors.qualifiers.parts import attending_part, leading_part
from communique.extractors.qualifiers.sentence import Named, NamedSentence
from communique.extractors.qualifiers.sums import own_sum
from communique.extractors.qualifiers.titles import title_of
from communique.extractors.qualifiers.venues import with_venues

__all__ = [
    "Named",
    "NamedSentence",
    "attending_part",
    "leading_part",
    "own_sum",
    "title_of",
    "with_venues",
]
