"""Bodies by a common noun beside a bare name: "the association X", "port authority of X"."""

from collections.abc import Iterator
from functools import cache

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex, split_words
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_NOUN = 4
"""Words of the longest common noun, its possessive ending included."""
_LONGEST_NAME = 4
"""Words of the longest bare name."""
_OFFICE = "office"
_OPENINGS = frozenset({"the", "a", "an", "by", "with", "local", "private", "state-owned"})


class PlainBodies:
    """Finds bodies by the common nouns beside their names."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._common, self._of_place = words.common | words.common_firms, words.of_place
        self._firms = words.common_firms
        self._no_name = nouns.organisation_ends | titles.role_heads | titles.honorifics

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for place, word in enumerate(index.words):
            if not word.capital or word.text in self._no_name or not place:
                continue
            before = index[place - 1].text
            if place == 1 or not index[place - 1].capital or before in self._common:
                yield from self._apposed(index, place)
                yield from self._of(index, place)

    def _apposed(self, index: WordIndex, place: int) -> Iterator[Span]:
        """Yield the name that a word begins after "the association"."""
        first = _noun(index, place - 1, self._common)
        if first is None or first < 1:
            return
        opened = index[first - 1].lower in _OPENINGS
        if not opened and index.phrase(first, place - 1) not in self._firms:
            return
        last = index.capitals(place)
        if last - place < _LONGEST_NAME and index.gap(place) == " ":
            start, end = index[place].start, index[last].end
            yield Span(start, end, EntityType.ORGANISATION, index.phrase(place, last))

    def _of(self, index: WordIndex, place: int) -> Iterator[Span]:
        """Yield the body that a word ends after "port authority of", "prosecutor's office in"."""
        last = place - 1 - (index[place - 1].text == "the")
        joint = index[last].text
        if last < 1 or not (joint == "of" or (joint == "in" and index[last - 1].text == _OFFICE)):
            return
        first = _noun(index, last - 1, self._of_place)
        end = index.capitals(place)
        if first is not None and end - place < _LONGEST_NAME:
            noun, town = index.phrase(first, last - 1), index.phrase(place, end)
            yield Span(
                index[first].start, index[end].end, EntityType.ORGANISATION,
                f"{noun[0].upper()}{noun[1:]} {joint} {town}",
                aliases=(f"{town} {noun}", f"{noun} of {town}"), strength=1,
            )  # fmt: skip


@cache
def _ends(forms: frozenset[str]) -> frozenset[str]:
    """The last words of forms."""
    return frozenset(split_words(form)[-1].text for form in forms)


def _noun(index: WordIndex, last: int, forms: frozenset[str]) -> int | None:
    """Index of the first word of the noun that ends with a word, or None."""
    if index[last].text not in _ends(forms):
        return None
    for first in range(max(0, last - _LONGEST_NOUN + 1), last + 1):
        if index.phrase(first, last).replace("’", "'") in forms:
            return first
    return None
