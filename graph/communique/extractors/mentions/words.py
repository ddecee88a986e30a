"""Words of a block with their offsets, and what stands between them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(
    r"[A-Z]{2,}-(?:[A-Z]\.)+|\w+(?=-(?:led|backed|based|born|hosted|chaired|funded|run|owned)\b)|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|"
    r"(?:H\.E\.|Dr\.|Mr\.|Mrs\.|Ms\.|Prof\.|Gen\.|Lt\.|Col\.|Maj\.|Brig\.|Adm\.|Capt\.|Sgt\.|St\.|Hon\.)|"
    r"\d[\d,.]*\d|\w+(?:[-’'/]\w+)*|[^\w\s]"
)
_CLITIC = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or punctuation mark: half-open span in its block, in code points."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum()


def split_words(text: str) -> list[Word]:
    """Words of a text in order; a possessive ending is a word of its own."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        form, start = match.group(), match.start()
        clitic = _CLITIC.search(form)
        if clitic and clitic.start():
            words.append(Word(form[: clitic.start()], start, start + clitic.start()))
            words.append(Word(clitic.group(), start + clitic.start(), match.end()))
        else:
            words.append(Word(form, start, match.end()))
    return words


class WordIndex:
    """The words of a text, looked up by offset."""

    def __init__(self, text: str) -> None:
        """Split the text."""
        self.text = text
        self.words: Sequence[Word] = split_words(text)
        self._starts = [word.start for word in self.words]

    def at(self, offset: int) -> int:
        """Index of the first word that begins at or after an offset."""
        return bisect_left(self._starts, offset)

    def __len__(self) -> int:
        """Number of words."""
        return len(self.words)

    def __getitem__(self, index: int) -> Word:
        """The word at an index."""
        return self.words[index]
