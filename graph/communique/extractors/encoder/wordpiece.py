"""Word pieces: a text as numbers of a vocabulary, as BERT's lower-case models split it."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

UNKNOWN, FIRST, BREAK, MARK = "[UNK]", "[CLS]", "[SEP]", "[MASK]"
_INSIDE = "##"
"""Begins a piece that does not begin a word."""
_LONGEST = 100
"""Characters of a word; a longer one is unknown."""
_WORDS = 1 << 14
"""Words whose pieces are remembered."""
_SIGNS = frozenset("$+<=>^`|~")
"""Signs that stand alone though Unicode does not count them as punctuation."""
_IDEOGRAPHS = range(0x4E00, 0xA000)


class WordPieces:
    """Splits texts into pieces of a vocabulary: of a word always the longest one that begins it."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take the pieces with their numbers."""
        self._vocabulary = vocabulary
        self._unknown = (vocabulary[UNKNOWN],)
        self._pieces = lru_cache(_WORDS)(self._cut)

    def split(self, text: str) -> list[int]:
        """The numbers of the pieces of a text."""
        return [
            number
            for word in _words(text)
            for number in (self._pieces(word) if len(word) <= _LONGEST else self._unknown)
        ]

    def _cut(self, word: str) -> tuple[int, ...]:
        numbers: list[int] = []
        start = 0
        while start < len(word):
            begins = _INSIDE if start else ""
            ends = range(len(word), start, -1)
            end = next((e for e in ends if begins + word[start:e] in self._vocabulary), None)
            if end is None:
                return self._unknown
            numbers.append(self._vocabulary[begins + word[start:end]])
            start = end
        return tuple(numbers) or self._unknown


def _words(text: str) -> Iterator[str]:
    """Yield words and signs in lower case, without diacritics."""
    spaced: list[str] = []
    for sign in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(sign)
        if sign.isspace():
            spaced.append(" ")
        elif category.startswith("P") or sign in _SIGNS or ord(sign) in _IDEOGRAPHS:
            spaced.append(f" {sign} ")
        elif category not in {"Mn", "Cc", "Cf"} and sign != "\N{REPLACEMENT CHARACTER}":
            spaced.append(sign)
    yield from "".join(spaced).split()
