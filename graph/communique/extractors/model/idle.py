"""Sentences that the language model need not read, since they name and mean nobody."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.lang.en.stop_words import STOP_WORDS

Span = tuple[int, int]
"""Half-open, in code points of a text."""

_END = re.compile(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])")
"""Where a sentence ends; not behind a capital ("U.S. officials") or a closing quotation mark."""
_FIRST = re.compile(r"[A-Z][A-Za-z]*")
_SELF = re.compile(r"\bI\b")
_CAPITAL = re.compile(r"[^\W\d_a-z]")
"""A letter that may begin a name; those with marks count in either case."""
_MARK = re.compile(r"[][()\"“”„«»‘]")
"""What may go on behind a sentence, or have begun before it."""


def nameless(text: str) -> list[Span]:
    """The sentences of a text without a word that may be a name, with the blanks behind them.

    Their first word is one of the commonest, and no other has a capital.
    """
    return [
        (start, end)
        for start, end in _plain(text)
        if not _CAPITAL.search(_SELF.sub("i", text[start + 1 : end]))
    ]


def apart(text: str, taken: Iterable[Span]) -> list[Span]:
    """The sentences of a text that quote nothing and in which none of some spans lies.

    They begin with one of the commonest words as well, so that what only looks like the end of a
    sentence cuts none in two.
    """
    spans = list(taken)
    return [
        (start, end)
        for start, end in _plain(text)
        if not any(first < end and last > start for first, last in spans)
        and not _MARK.search(text, start, end)
    ]


def rest(start: int, end: int, spans: Sequence[Span]) -> list[Span]:
    """What spans, in order, leave of a stretch in which each of them lies whole or not at all."""
    inside = [span for span in spans if start <= span[0] and span[1] <= end]
    bounds = [start, *(offset for span in inside for offset in span), end]
    left = zip(bounds[::2], bounds[1::2], strict=True)
    return [(first, last) for first, last in left if first < last]


def _plain(text: str) -> Iterator[Span]:
    """Yield the sentences that begin with one of the commonest words."""
    bounds = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    for start, end in pairwise(bounds):
        first = _FIRST.match(text, start)
        if first is not None and first.group().lower() in STOP_WORDS:
            yield start, end
