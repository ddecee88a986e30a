"""Common nouns that describe an operation or event: "the joint training on field repairs"."""

from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_LONGEST_NOUN = 3
_LONGEST_DESCRIPTION = 8
"""Words on either side of the noun."""
_TAILS = frozenset({"on", "of", "with", "into", "by"})


class DescribedUndertakings:
    """Finds descriptions of operations and events, named by their phrase."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns

    def find(self, index: WordIndex, taken: Sequence[Span]) -> Iterator[Span]:
        """Yield the descriptions outside the spans that are taken, in order."""
        place = 0
        while place < len(index):
            last, kind = self._noun(index, place)
            if kind is not None and not self._is_idiom(index, place, last):
                name = self._phrase(index, place, last)
                span = Span(index[place].start, index[last].end, kind, name, named=False)
                if not any(span.overlaps(other) for other in taken):
                    yield span
            place = last + 1

    @staticmethod
    def _is_idiom(index: WordIndex, place: int, last: int) -> bool:
        """Whether the noun is none of its own: "in the course of", "in case of"."""
        before = " ".join(word.text.lower() for word in index.words[max(0, place - 2) : place])
        after = index[last + 1].text if last + 1 < len(index) else ""
        noun = index.phrase(place, last).lower()
        return (
            noun in {"course", "case"} and after in {"of", ""} and before.endswith(("in the", "in"))
        )

    def _noun(self, index: WordIndex, place: int) -> tuple[int, EntityType | None]:
        """Index of the last word of the longest noun that begins at a word, and its type."""
        for last in range(min(place + _LONGEST_NOUN, len(index)) - 1, place - 1, -1):
            form = index.phrase(place, last)
            lowered = form[0].lower() + form[1:]
            if lowered in self._nouns.event_nouns:
                return last, EntityType.EVENT
            if lowered in self._nouns.operation_nouns:
                return last, EntityType.OPERATION
        return place, None

    def _phrase(self, index: WordIndex, place: int, last: int) -> str:
        """The noun with the words before it in its phrase and a short tail ("on field repairs")."""
        first = place
        while first > 0 and place - first < _LONGEST_DESCRIPTION and index.same_line(first):
            before = index[first - 1]
            if before.text.lower() in self._nouns.description_ends or before.mark:
                break
            first -= 1
        return index.phrase(first, self._tail(index, last))

    def _tail(self, index: WordIndex, last: int) -> int:
        """Index of the last word of the phrase that a preposition adds, or of the noun."""
        if last + 2 >= len(index) or index[last + 1].text not in _TAILS:
            return last
        stop = last + 2
        while stop + 1 < len(index) and stop - last < _LONGEST_DESCRIPTION:
            following = index[stop + 1]
            if following.mark or following.text in self._nouns.description_ends:
                break
            stop += 1
        return stop
