"""Offices of bodies under common nouns and in cities: "AGENCY's field office", "AGENCY Torsk"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

_LONGEST_NOUN = 4
"""Words of the longest noun."""
_OF = frozenset({"of", "to"})


class BodyOffices:
    """Finds the parts of known bodies that a text names by a common noun."""

    def __init__(self) -> None:
        """Read the word classes."""
        self._nouns = body_words().office_nouns

    def find(self, index: WordIndex, bodies: Sequence[Span]) -> Iterator[Span]:
        """Yield candidates that beat the body alone.

        Args:
            index: Words of the block.
            bodies: Those known by name, with their places in it.
        """
        for body in bodies:
            if body.type == EntityType.ORGANISATION:
                yield from self._behind(index, body)
                yield from self._before(index, body)

    def _behind(self, index: WordIndex, body: Span) -> Iterator[Span]:
        """Yield "AGENCY field office", and the noun alone behind a possessive."""
        first = index.at(body.end)
        if first >= len(index):
            return
        owned = index[first].text in POSSESSIVES
        first += owned
        for last in range(min(first + _LONGEST_NOUN, len(index)) - 1, first - 1, -1):
            noun = index.phrase(first, last).replace("’", "'")
            if noun in self._nouns and index.gap(first) == " ":
                form = index.text[body.start : body.end]
                start = index[first].start if owned else body.start
                yield self._part(body, start, index[last].end, f"{form} {noun}", noun)
                return

    def _before(self, index: WordIndex, body: Span) -> Iterator[Span]:
        """Yield "secretariat of the AGENCY"."""
        place = index.at(body.start) - 1
        place -= place >= 0 and index[place].text == "the"
        if place < 1 or index[place].text not in _OF:
            return
        for first in range(max(0, place - _LONGEST_NOUN), place):
            noun = index.phrase(first, place - 1).replace("’", "'")
            if noun in self._nouns:
                name = index.phrase(first, index.at(body.end) - 1)
                yield self._part(body, index[first].start, body.end, name, noun)
                return

    @staticmethod
    def _part(body: Span, start: int, end: int, name: str, noun: str) -> Span:
        """The office of a body, known by the name of the body and the noun as well."""
        aliases = [f"{form} {noun}" for form in (body.name, *body.aliases)]
        whole = replace(body, start=start, end=end, within=(), territory=None)
        return replace(whole, name=name, aliases=tuple(dict.fromkeys(aliases)), strength=4)
