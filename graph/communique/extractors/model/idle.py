"""Sentences that the language model need not read, since they name and mean nobody."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from spacy.lang.en.stop_words import STOP_WORDS

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.territories import find_territory

Span = tuple[int, int]
"""Half-open, in code points of a text."""

_END = re.compile(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])")
"""Where a sentence ends; not behind a capital ("U.S. officials") or a closing quotation mark."""
_FORMS = 1 << 12
"""Words beside each other that are remembered."""
_LONGEST = 80
"""Letters of the longest name that is looked up."""
_FIRST = re.compile(r"[A-Z][a-z]*\b")
_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|\b\w*[^\W\d_a-z]\w*(?: \w*[^\W\d_a-z]\w*)*")
"""Words beside each other that may be a name; letters with marks count in either case."""
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


def nameless(text: str) -> list[Span]:
    """The sentences of a text without a word that may be a name, with the blanks behind them.

    Their first word is one of the commonest, and no other has a capital but "I", days, months and
    the names of states and bodies, which are listed.
    """
    return [(start, end) for start, behind, end in _plain(text) if not _names(text, behind, end)]


def _names(text: str, start: int, end: int) -> bool:
    """Whether words with capitals stand in a stretch that are not listed."""
    words = (match.group() for match in _CAPITALISED.finditer(text, start, end))
    return any(len(form) > _LONGEST or not _is_listed(form) for form in words)


@lru_cache(_FORMS)
def _is_listed(words: str) -> bool:
    day = words.lower() in WEEKDAY_NUMBERS or words.lower() in MONTH_NUMBERS
    return words == "I" or day or words in _bodies() or find_territory(words) is not None


@cache
def _bodies() -> frozenset[str]:
    """The names of listed bodies."""
    bodies = read_organisations()
    return frozenset(form for b in bodies for form in (b.name, *b.acronyms, *b.aliases))


def apart(text: str, taken: Sequence[Span]) -> list[Span]:
    """The sentences of a text that quote nothing and hold none of some spans, in order."""
    starts = [start for start, _ in taken]
    ends = list(accumulate((end for _, end in taken), max, initial=0))
    return [
        (start, end)
        for start, end in _sentences(text)
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


def _plain(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the sentences that begin with one of the commonest words, and where that ends."""
    for start, end in _sentences(text):
        first = _common(text, start)
        if first is not None:
            yield start, first.end(), end


def _sentences(text: str) -> Iterator[Span]:
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
    start = max(0, place - _LONGEST)
    if _WHOLE.search(text, start, place):
        return True
    return _common(text, place) is not None and not _SHORT.search(text, start, place)
