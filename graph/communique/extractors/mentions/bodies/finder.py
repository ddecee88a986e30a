"""Organisations of a block by every rule."""

from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.mentions.bodies.forces import find_forces
from communique.extractors.mentions.bodies.listed import ListedBodies
from communique.extractors.mentions.bodies.shaped import ShapedBodies
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.organisations import Organisation
from communique.gazetteer.territories import TerritoryMention
from communique.gazetteer.titles import Titles


class BodyFinder:
    """Finds organisations in the words of a block."""

    def __init__(self, organisations: Sequence[Organisation], nouns: Nouns, titles: Titles) -> None:
        """Take the gazetteers."""
        self._nouns = nouns
        self._listed = ListedBodies(organisations)
        self._shaped = ShapedBodies(nouns, titles)

    def find(
        self, index: WordIndex, territories: Sequence[TerritoryMention], known: Mapping[str, Span]
    ) -> Iterator[Span]:
        """Yield candidates, overlapping ones included.

        Args:
            index: Words of the block.
            territories: What states the block names.
            known: Forms that the release has introduced ("… Centre (EADRCC)"), with what they mean.
        """
        yield from self._listed.find(index, known)
        yield from self._shaped.find(index, territories)
        yield from find_forces(index, territories, self._nouns.force_bodies)
