"""A long release in parts that fit into one request each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BREAKS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+"),
    re.compile(r"\s+"),
)
"""Where a text may be cut, the best kind first: paragraphs, lines, sentences, words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a release: half-open span in code points of the release text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        text: Exactly that slice.
    """

    start: int
    end: int
    text: str


def passages(text: str, window: int) -> Iterator[Passage]:
    """Cut a text into parts of at most so many characters; together they are the text.

    Parts of nothing but white space are left out.
    """
    start = 0
    while start < len(text):
        end = _cut(text, start, window)
        if text[start:end].strip():
            yield Passage(start, end, text[start:end])
        start = end


def _cut(text: str, start: int, window: int) -> int:
    """Where the part that begins here ends: after the last of the best breaks that fit."""
    limit = start + window
    if limit >= len(text):
        return len(text)
    for break_ in _BREAKS:
        ends = [found.end() for found in break_.finditer(text, start, limit)]
        if ends:
            return ends[-1]
    return limit
