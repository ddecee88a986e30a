"""The words of a question, with their places in it."""

import re
from dataclasses import dataclass

from communique.loaders.folding import fold

_WORD = re.compile(r"\{\w+\}|[^\W_]+(?:[.'’‘`][^\W_]+)*|[.?!,;:\"“”()]")
_ENDING = re.compile(r"['’](?:s|S)$")
_PLURAL_ENDING = re.compile(r"['’](?=\s|$|[?.,])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question, or a mark that divides it.

    Attributes:
        text: As written.
        form: Folded; ``'s`` for the ending of a possessive, a slot with its braces as it is, and
            a mark as it is.
        start: Offset of its first character, in code points.
        end: Offset after the last one.
    """

    text: str
    form: str
    start: int
    end: int

    @property
    def slot(self) -> str | None:
        """The name in the braces, if the word is a slot of a phrasing."""
        return self.text[1:-1] if self.text.startswith("{") else None

    @property
    def is_mark(self) -> bool:
        """Whether it divides rather than says something."""
        return not self.slot and self.form != "'s" and not any(char.isalnum() for char in self.text)


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; the ending of a possessive is a word of its own."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        whole = match.group()
        ending = _ENDING.search(whole)
        if ending:
            end = start + ending.start()
        if end > start:
            words.append(_word(text[start:end], start))
        if ending:
            words.append(Word(ending.group(), "'s", end, match.end()))
        elif whole[-1:] in "sS" and _PLURAL_ENDING.match(text, end):
            words.append(Word("'", "'s", end, end + 1))
    return tuple(words)


def _word(text: str, start: int) -> Word:
    plain = text if text.startswith("{") or not any(map(str.isalnum, text)) else fold(text)
    return Word(text, plain, start, start + len(text))
