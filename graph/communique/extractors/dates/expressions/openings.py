"""Patterns that are tried only where a word stands with which they can begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.dates.expressions.lexicon import (
    MONTH_NUMBERS,
    SMALL_NUMBERS,
    WEEKDAY_NUMBERS,
)

DIGITS, MONTHS, WEEKDAYS = "0", "month", "weekday"
"""Stand for any number, and for any form of a month or weekday."""
NAMES = f"{MONTHS} {WEEKDAYS}"

_RUN = re.compile(r"(\d+)|[A-Za-z]+|['\u2019](?=s)")
"""A number, as the group, or a word."""
_FORMS: Mapping[str, Iterable[str]] = {MONTHS: MONTH_NUMBERS, WEEKDAYS: WEEKDAY_NUMBERS}

_COMMON = frozenset(
    case
    for word in "the of to in for by from on that a an as his her their its".split()
    for case in (word, word.title(), word.upper())
)
"""Words that stand everywhere, and begin a date only if a word of dates or a number is next."""
_NEXT = frozenset({*MONTH_NUMBERS, *WEEKDAY_NUMBERS, *SMALL_NUMBERS}).union(
    "the that same early late mid following next previous current coming end beginning start "
    "middle day days week weeks month months year years weekend eve morning afternoon evening "
    "night".split()
)
"""Words that stand behind them in a date, in small letters."""

Places = Mapping[str, Sequence[int]]
"""By word, or for any number, where they stand in a text, in order."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A pattern with the words with which all that it matches begins.

    A word is a whole run of ASCII letters, or a number; it may stand inside a word of other
    letters, which the pattern has to rule out by itself.

    Attributes:
        words: The words.
        pattern: The pattern.
        inside: Whether the words may end longer ones: "summer" in "midsummer".
    """

    words: frozenset[str]
    pattern: re.Pattern[str]
    inside: bool = False

    def matches(self, text: str, places: Places) -> Iterator[re.Match[str]]:
        """Yield what ``finditer`` would of a text with the places of its words."""
        done = 0
        for start in sorted(self._starts(places)):
            match = self.pattern.match(text, start) if start >= done else None
            if match:
                yield match
                done = match.end()

    def _starts(self, places: Places) -> Iterator[int]:
        """Where the pattern may begin, in any order."""
        if not self.inside:
            return (start for word in self.words & places.keys() for start in places[word])
        endings = tuple(self.words)
        return (
            start + len(word) - len(ending)
            for word in places
            if word.endswith(endings)
            for ending in self.words
            if word.endswith(ending)
            for start in places[word]
        )


def opened(words: str, pattern: str, *, inside: bool = False) -> Opened:
    """A pattern that begins with one of some words, which blanks part, in any usual case."""
    forms = {form for word in words.split() for form in _FORMS.get(word, [word])}
    cases = {case for form in forms for case in (form, form.title(), form.upper())}
    return Opened(frozenset(cases), re.compile(pattern), inside)


def places_of(text: str) -> Places:
    """Where each word of a text stands that may begin a date, and all its numbers."""
    places = defaultdict[str, list[int]](list)
    common: tuple[str, int] | None = None
    for match in _RUN.finditer(text):
        word, number = match[0], match.lastindex is not None
        if common is not None and (number or word.lower() in _NEXT):
            places[common[0]].append(common[1])
        common = (word, match.start()) if word in _COMMON else None
        if common is None:
            places[DIGITS if number else word].append(match.start())
    return places
