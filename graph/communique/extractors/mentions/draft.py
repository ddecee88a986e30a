"""What the first pass over a block has read, for the second to go on with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.mentions.people.context import Sighting
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.territories import TerritoryMention


@dataclass(slots=True)
class Draft:
    """A block whose names are looked for.

    Attributes:
        index: Its words.
        territories: What states it names.
        unaided: Undertakings and places that are found without what the release has introduced.
        alone: Bodies of the gazetteer, by the numbers of the words at which they begin.
        listed: Bodies that are listed or were introduced, as last looked for.
        model: Labels of the language model, as last given.
        spans: What follows of all that: what else than people the block names.
        people: What it shows of people beside these.
    """

    index: WordIndex
    territories: Sequence[TerritoryMention]
    unaided: Sequence[Span]
    alone: Mapping[int, Span]
    listed: Sequence[Span] = ()
    model: Sequence[tuple[int, int, str]] = ()
    spans: Sequence[Span] | None = None
    people: Sighting | None = None
