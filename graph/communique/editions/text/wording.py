"""The words of a text as they are compared: without case, accents and punctuation."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Wording:
    """A text as it is compared; what only the nearest of others are asked is made when it is asked.

    Without slots, for what is made is kept.

    Attributes:
        text: Without accents.
        words: Folded, in order.
        specific: Where the words stand that tell occasions apart: numbers, and capitalised words.
    """

    text: str
    words: tuple[str, ...]
    specific: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Take a text apart."""
        plain = _plain(text)
        found = _WORD.findall(plain)
        telling = set(filter(_is_specific, set(found)))
        specific = tuple(i for i, word in enumerate(found) if word in telling)
        return cls(plain, tuple(map(str.casefold, found)), specific)

    @cached_property
    def known(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.words)

    @cached_property
    def shingles(self) -> tuple[Shingle, ...]:
        """In order; the first word of each stands at the index that it has."""
        return tuple(shingles(self.words))

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where the last words of sentences and lines stand."""
        found = enumerate(_WORD_AND_END.finditer(self.text))
        return frozenset(i for i, match in found if match[2] is not None)

    def told(self) -> frozenset[str]:
        """The words that tell occasions apart."""
        return frozenset(self.words[place] for place in self.specific)


def _plain(text: str) -> str:
    return text if text.isascii() else _COMBINING.sub("", unicodedata.normalize("NFKD", text))


def is_number(word: str) -> bool:
    """Whether a word is a number, or has one."""
    # Most words are letters alone, and have no digit then.
    return word.casefold() in _NUMBERS or (not word.isalpha() and any(map(str.isdigit, word)))


def _is_specific(word: str) -> bool:
    return word[0].isupper() or is_number(word)
