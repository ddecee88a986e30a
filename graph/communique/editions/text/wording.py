"""The words of a text as they are compared: without case, accents and punctuation."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

SHINGLE = 4
"""Words of a shingle, the shortest passage that two texts are said to share."""

_NUMBERS = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
        *("nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"),
        *("ninety", "hundred", "thousand", "million", "billion", "dozen"),
    )
)
_WORD = re.compile(r"\w+")
_WORD_AND_END = re.compile(r"(\w+)([\"'”’)\]]*[.!?]|[^\w\n]*$)?", re.MULTILINE)
_COMBINING = re.compile(r"[\u0300-\u036f]+")

Shingle = tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of a text in order, folded."""
    return [word.casefold() for word in _WORD.findall(_plain(text))]


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
        ends: Where the last words of sentences and lines stand.
        known: The different words.
    """

    words: tuple[str, ...]
    specific: tuple[int, ...]
    shingles: tuple[Shingle, ...]
    ends: frozenset[int]
    known: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        """Take a text apart."""
        found = list(_WORD_AND_END.finditer(_plain(text)))
        folded = tuple(match[1].casefold() for match in found)
        specific = tuple(i for i, match in enumerate(found) if _is_specific(match[1]))
        ends = frozenset(i for i, match in enumerate(found) if match[2] is not None)
        return cls(folded, specific, tuple(shingles(folded)), ends, frozenset(folded))

    def told(self) -> frozenset[str]:
        """The words that tell occasions apart."""
        return frozenset(self.words[place] for place in self.specific)


def _plain(text: str) -> str:
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text))


def is_number(word: str) -> bool:
    """Whether a word is a number, or has one."""
    return word.casefold() in _NUMBERS or any(character.isdigit() for character in word)


def _is_specific(word: str) -> bool:
    return word[0].isupper() or is_number(word)
