"""The words of a text as they are compared: without case, accents and punctuation."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

SHINGLE = 4
"""Words of a shingle, the shortest passage that two texts are said to share."""

_WORD = re.compile(r"\w+")
_COMBINING = re.compile(r"[\u0300-\u036f]+")

Shingle = tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of a text in order, folded."""
    return [word.casefold() for word in _words(text)]


def shingles(folded: Sequence[str]) -> list[Shingle]:
    """The shingles of a text in order; of one that is shorter than a shingle, the whole."""
    count = max(1, len(folded) - SHINGLE + 1)
    return [tuple(folded[i : i + SHINGLE]) for i in range(count)]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it is compared.

    Attributes:
        words: Folded, in order.
        specific: Where the words stand that tell occasions apart: numbers, and capitalised words.
        shingles: In order; the first word of each stands at the index that it has.
        line_ends: Where the last words of lines stand.
    """

    words: tuple[str, ...]
    specific: tuple[int, ...]
    shingles: tuple[Shingle, ...]
    line_ends: frozenset[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """Take a text apart."""
        lines = [_words(line) for line in text.splitlines()]
        found = [word for line in lines for word in line]
        folded = tuple(word.casefold() for word in found)
        specific = tuple(i for i, word in enumerate(found) if _is_specific(word))
        ends = frozenset(end - 1 for end in accumulate(map(len, lines)))
        return cls(folded, specific, tuple(shingles(folded)), ends)

    def told(self) -> frozenset[str]:
        """The words that tell occasions apart."""
        return frozenset(self.words[place] for place in self.specific)


def _words(text: str) -> list[str]:
    return _WORD.findall(_COMBINING.sub("", unicodedata.normalize("NFKD", text)))


def _is_specific(word: str) -> bool:
    return word[0].isupper() or any(character.isdigit() for character in word)
