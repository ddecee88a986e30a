"""Finding words in a text although white space, quotation marks or dashes are written otherwise."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
"""Quotation marks and dashes, by what stands for them."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text in one way of writing, and the way back to how it was written.

    Attributes:
        original: The text.
        folded: It with single blanks, straight quotation marks, plain hyphens, letters and their
            accents apart (NFKD), and without characters that nobody sees.
        places: For each character of ``folded`` the offset of the one it comes from.
    """

    original: str
    folded: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Fold a text."""
        letters: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text):
            for letter in _folded(char):
                if letter == " " and letters and letters[-1] == " ":
                    continue
                letters.append(letter)
                places.append(place)
        return cls(text, "".join(letters), tuple(places))

    def find(self, words: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """First place of words, as a span in the original; None if they are not there.

        Args:
            words: Folded before they are looked for.
            start: Where in the original to look from.
            end: Where in the original to stop, or None for its end.
        """
        wanted = FoldedText.of(words).folded.strip()
        first = bisect_left(self.places, start)
        last = len(self.places) if end is None else bisect_left(self.places, end)
        found = self.folded.find(wanted, first, last) if wanted else -1
        return None if found < 0 else self._span(found, found + len(wanted))

    def find_name(self, name: str) -> str | None:
        """A name as the original first writes it, in single blanks; None if it is not there.

        It must stand by itself, not inside a longer word.
        """
        for start, end in self._places(FoldedText.of(name).folded.strip()):
            before, after = self.folded[start - 1 : start], self.folded[end : end + 1]
            if not (_inside(before) or _inside(after)):
                first, last = self._span(start, end)
                return " ".join(self.original[first:last].split())
        return None

    def _places(self, wanted: str) -> Iterator[tuple[int, int]]:
        start = self.folded.find(wanted) if wanted else -1
        while start >= 0:
            yield start, start + len(wanted)
            start = self.folded.find(wanted, start + 1)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


def _inside(char: str) -> bool:
    """Whether a character beside a name makes it part of a longer word."""
    return bool(char) and (_WORD.match(char) is not None or unicodedata.combining(char) > 0)


def _folded(char: str) -> str:
    """What stands for one character."""
    if char.isspace():
        return " "
    if unicodedata.category(char) == "Cf":
        return ""
    return unicodedata.normalize("NFKD", char.translate(_MARKS)).translate(_MARKS)
