"""Sentences that the language model need not read: nobody is named in them, or meant."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from spacy.lang.en.stop_words import STOP_WORDS

Span = tuple[int, int]
"""Half-open, in code points of a text."""

_END = re.compile(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])")
"""Where a sentence ends; not behind a capital ("U.S. officials") or a closing quotation mark."""
_REACH = 80
"""Letters in front of the end of a sentence that tell whether it is one."""
_FIRST = re.compile(r"[A-Z][a-z]*\b")
_WHOLE = re.compile(
    r"(?<![\w.])(?!(?:approx|asst|capt|dept|govt|incl|intl|para|prof|resp|supt)\.)[a-z]{4,}[.!?]\s+\Z"
)
"""A word with the full stop that ends its sentence; titles cut short begin with a capital."""
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Rev|Hon|St|Sec|"
    r"Pres|Amb|Supt|Insp|Det|Asst|No|Mt|Ft)\.\s+\Z"
)
"""A title or the like, cut short, behind which a name follows."""
_MARK = re.compile(r"[][()\"“”„«»‘]")
"""What may go on behind a sentence, or have begun before it."""


def apart(text: str, taken: Sequence[Span]) -> list[Span]:
    """The sentences of a text that quote nothing and hold none of some spans, in order."""
    starts = [start for start, _ in taken]
    ends = list(accumulate((end for _, end in taken), max, initial=0))
    return [
        (start, end)
        for start, end in sentences(text)
        if ends[bisect_left(starts, end)] <= start and not _MARK.search(text, start, end)
    ]


def rest(start: int, end: int, spans: Sequence[Span]) -> list[Span]:
    """What spans, in order, leave of a stretch in which each of them lies whole or not at all."""
    bounds, at = [start], bisect_left(spans, (start, 0))
    while at < len(spans) and spans[at][1] <= end:
        bounds += spans[at]
        at += 1
    left = zip(bounds[::2], [*bounds[1::2], end], strict=True)
    return [(first, last) for first, last in left if first < last]


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, with the blanks behind them.

    One ends behind a whole word, or before one of the commonest if not behind a title cut short, so
    that what only looks like an end cuts none in two ("Mr. Berg", "Sen. Will Berg").
    """
    ends = (match.end() for match in _END.finditer(text))
    return pairwise([0, *(end for end in ends if _is_end(text, end)), len(text)])


def _common(text: str, start: int) -> re.Match[str] | None:
    """One of the commonest words that begins at a place, if one does."""
    first = _FIRST.match(text, start)
    return first if first is not None and first.group().lower() in STOP_WORDS else None


def _is_end(text: str, place: int) -> bool:
    """Whether a sentence ends before a place behind a full stop, which may shorten a word."""
    start = max(0, place - _REACH)
    if _WHOLE.search(text, start, place):
        return True
    return _common(text, place) is not None and not _SHORT.search(text, start, place)
