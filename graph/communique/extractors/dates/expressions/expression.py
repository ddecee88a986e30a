"""Expressions: what the words of a date say before anything around them is looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Base(StrEnum):
    """What a relative expression counts from."""

    RELEASE = "release"
    """The day of publication: "yesterday", "last year"."""
    NARRATIVE = "narrative"
    """The time named before it: "the same day", "the following year"."""
    PERIOD = "period"
    """The days of what lasts several: "on the second day"; its last one is -1."""


class Unit(StrEnum):
    """What a relative expression counts in."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class CalendarPoint:
    """The parts of a date that are written.

    Attributes:
        year: In full, or None.
        month: 1 to 12, or None.
        day: Day of the month, or None.
        weekday: 0 for Monday to 6 for Sunday, or None.
        year_shift: Years from the release's year ("in April last year" is -1), or None.
        month_shift: -1 for the last month of that name ("last April"), 1 for the next, or None.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from a base: "last month" is -1 month from the release.

    Attributes:
        base: What is counted from.
        unit: What is counted, and how precise the result is.
        count: How many units later, negative for earlier; None if the words do not say.
    """

    base: Base
    unit: Unit
    count: int | None


@dataclass(frozen=True, slots=True)
class WeekdayName:
    """A weekday without a date.

    Attributes:
        weekday: 0 for Monday to 6 for Sunday.
        direction: -1 for "last Friday", 1 for "next Friday", 0 if the words do not say.
        week: Weeks from that of the release ("Friday next week" is 1), or None if not said.
    """

    weekday: int
    direction: int = 0
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a time: half-open span in the text, in code points.

    Attributes:
        start: First character.
        end: After the last one.
        first: What they name, or the beginning of an interval.
        last: End of the interval, or None.
    """

    start: int
    end: int
    first: CalendarPoint | Shift | WeekdayName
    last: CalendarPoint | Shift | WeekdayName | None = None
