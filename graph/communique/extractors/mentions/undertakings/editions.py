"""Meetings of a body that a text counts ("the inaugural X meeting") and conferences by number."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.shapes import paired
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_INSIDE = frozenset({"and", "of", "for", "-"})
_LONGEST = 8
"""Words between the count and the noun."""


class Editions:
    """Finds names of events by the number that they bear."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns
        acronyms = "|".join(sorted(nouns.numbered_conferences))
        self._numbered = re.compile(rf"\b({acronyms})[- ]?(\d{{1,2}})\b(?![:.,]\d)")

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for match in self._numbered.finditer(index.text):
            acronym, number = match.groups()
            spaced, hyphened = f"{acronym} {number}", f"{acronym}-{number}"
            yield Span(
                *match.span(), EntityType.EVENT, f"{acronym}{number}",
                aliases=(spaced, hyphened), strength=5,
            )  # fmt: skip
        for place, word in enumerate(index.words):
            if word.text in self._nouns.edition_nouns:
                yield from self._counted(index, place)
                yield from self._counted_before(index, place)

    def _counted(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A meeting of a body named in capitals right before it and counted before that."""
        first = place
        while first > 0 and place - first < _LONGEST and self._is_body(index, first - 1):
            first -= 1
        opening = index[first - 1].text if 0 < first < place else ""
        counted = opening in self._nouns.edition_openings or _ORDINAL.fullmatch(opening)
        if counted and index.same_line(first):
            name, bare = index.phrase(first - 1, place), index.phrase(first, place)
            yield Span(
                index[first - 1].start, index[place].end, EntityType.EVENT, name,
                aliases=(bare,), strength=4,
            )  # fmt: skip

    def _counted_before(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A meeting counted right before its noun, the body after it: "12th session of the X"."""
        following = place + 3
        if not place or following >= len(index) or index.phrase(place + 1, place + 2) != "of the":
            return
        opening = index[place - 1].text
        if not (opening in self._nouns.edition_openings or _ORDINAL.fullmatch(opening)):
            return
        last = self._body_end(index, following)
        if last is not None:
            name = index.phrase(place - 1, last)
            yield Span(
                index[place - 1].start, index[last].end, EntityType.EVENT, name,
                aliases=(index.phrase(place - 1, place),), strength=4,
            )  # fmt: skip

    def _body_end(self, index: WordIndex, first: int) -> int | None:
        """Index of the last word of a name with "and", "of", "for" inside, or None if none is."""
        last = first if index[first].capital else None
        while last is not None and last + 1 < len(index):
            step = 2 if index[last + 1].text in _INSIDE and last + 2 < len(index) else 1
            following = index[last + step]
            ends = self._nouns.undertaking_ends
            if not following.capital or following.text in ends or not index.same_line(last + step):
                break
            last += step
        return last if last is None else last + self._has_noun(index, last + 1)

    def _has_noun(self, index: WordIndex, place: int) -> bool:
        """Whether a word says what kind of body the name before it is of ("the A-B dialogue")."""
        return place < len(index) and index[place].text in self._nouns.edition_nouns

    def _is_body(self, index: WordIndex, place: int) -> bool:
        """Whether a word stands in the name of a body before the noun."""
        word = index[place]
        joint = word.text in {"and", "of", "’", "'"} and index[place + 1].text not in (
            self._nouns.edition_nouns
        )
        return index.same_line(place + 1) and (
            word.capital or joint or paired(index, place, self._nouns)
        )
