"""Patterns that are tried only where a word stands with which they can begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS

DIGITS, MONTHS, WEEKDAYS = "0", "month", "weekday"
"""Stand for any number, and for any form of a month or weekday."""
NAMES = f"{MONTHS} {WEEKDAYS}"

_WORD = re.compile(r"[A-Za-z]+|['\u2019](?=s)")
_NUMBER = re.compile(r"\d+")
_FORMS: Mapping[str, Iterable[str]] = {MONTHS: MONTH_NUMBERS, WEEKDAYS: WEEKDAY_NUMBERS}

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
    """Where each word of a text stands, and all its numbers."""
    places = defaultdict[str, list[int]](list)
    places[DIGITS] = [match.start() for match in _NUMBER.finditer(text)]
    for match in _WORD.finditer(text):
        places[match.group()].append(match.start())
    return places
