"""Which one of a series a name means: its ordinal number and its year, taken off the name."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from communique.identity.names import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")

Tokens = tuple[str, ...]


def without_head(name: str) -> Tokens:
    """Words of a name without a leading "Operation", which releases leave out at will."""
    words = fold(name)
    return words[1:] if len(words) > 1 and words[0] == "operation" else words


@dataclass(frozen=True, slots=True)
class EditionName:
    """The name of an event or operation taken apart.

    Attributes:
        series: Its words without ordinal, year and the word for what it is; what all editions
            have in common.
        ordinal: Which edition by number, or None.
        year: Which edition by the year in the name, or None.
        recurring: Whether events of such a name come again ("summit"), so that the day of the
            release tells which is meant.
    """

    series: Tokens
    ordinal: int | None
    year: str | None
    recurring: bool


@dataclass(frozen=True, slots=True)
class EditionClasses:
    """Closed classes of folded words.

    Attributes:
        recurring: Nouns of occasions that come again.
        ordinals: Ordinal numbers in words, from the first.
        inaugural: Words for the first.
        fillers: Words that stand with an ordinal and say no more.
        operation_heads: Words before the name of an operation that releases leave out at will.
        shared_capitals: Words of the names of capitals that towns elsewhere have as often.
        city_spellings: Spellings of cities to the usual English one.
    """

    recurring: frozenset[str]
    ordinals: Mapping[str, int]
    inaugural: frozenset[str]
    fillers: frozenset[str]
    operation_heads: frozenset[str]
    shared_capitals: frozenset[Tokens]
    city_spellings: Mapping[str, str]

    def edition(self, name: str) -> EditionName:
        """The parts of a name ("Third Harbour Summit 2023": harbour summit, 3, 2023)."""
        words = fold(name)
        series: list[str] = []
        ordinal, year = None, None
        for word in words:
            number = self._ordinal(word)
            if number is not None and ordinal is None:
                ordinal = number
            elif _YEAR.fullmatch(word) and year is None:
                year = word
            else:
                series.append(word)
        if ordinal is not None or year is not None:
            series = [word for word in series if word not in self.fillers] or list(words)
        recurring = not self.recurring.isdisjoint(series)
        return EditionName(tuple(series), ordinal, year, recurring)

    def operation(self, name: str) -> EditionName:
        """The parts of the name of an operation or exercise."""
        found = self.edition(name)
        series = found.series
        if len(series) > 1 and series[0] in self.operation_heads:
            series = series[1:]
        return EditionName(series, found.ordinal, found.year, recurring=False)

    def _ordinal(self, word: str) -> int | None:
        match = _NUMBERED.fullmatch(word)
        if match:
            return int(match.group(1))
        return 1 if word in self.inaugural else self.ordinals.get(word)


def read_edition_classes() -> EditionClasses:
    """The classes of ``classes.json`` beside this module."""
    source = files("communique.identity.occasions").joinpath("classes.json")
    content: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return EditionClasses(
        recurring=frozenset(content["recurring"]),
        ordinals={word: number for number, word in enumerate(content["ordinals"], 1)},
        inaugural=frozenset(content["inaugural"]),
        fillers=frozenset(content["fillers"]),
        operation_heads=frozenset(content["operation_heads"]),
        shared_capitals=frozenset(fold(name) for name in content["shared_capitals"]),
        city_spellings=content["city_spellings"],
    )
