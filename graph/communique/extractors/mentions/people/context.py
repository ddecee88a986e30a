"""What is known of a block when its officials are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.ontology import EntityType

BODY_TYPES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.OPERATION})
"""What an office stands in."""


@dataclass(frozen=True, slots=True)
class Context:
    """A block as the rules for officials see it.

    Attributes:
        index: Its words.
        spans: Bodies, states, operations, events and places in it.
        names: Personal names in it.
    """

    index: WordIndex
    spans: Sequence[Span]
    names: Sequence[Span]
