"""A time as written, and which days it means."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Point:
    """A time as a question writes it.

    Attributes:
        start: Offset of its first character, in code points.
        end: Offset after the last one.
        year: As written or meant; None if the question does not say.
        months: First and last month, the last past 12 if it is in the year after; None for a year.
        day: Of the month.
        days: First and last day, if it was counted from today.
        recent: Whether it means the last one that is over ("last November").
    """

    start: int
    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    days: tuple[date, date] | None = None
    recent: bool = False

    def with_year_of(self, other: "Point") -> "Point":
        """The same with the year that is written at the other end of a range only."""
        if self.days or self.year is not None or other.year is None:
            return self
        before = self.start < other.start
        shift = (-1 if before else 1) * _crosses(self, other, before)
        return replace(self, year=other.year + shift)

    def resolve(self, today: date, ahead: bool) -> tuple[date, date] | None:
        """First and last day; without a year the last such time, or the next if that is meant.

        Returns:
            None if there is no such day.
        """
        if self.days:
            return self.days
        year = self.year
        if year is None:
            year = self._nearest_year(today, ahead)
        return _days(year, self.months, self.day)

    def _nearest_year(self, today: date, ahead: bool) -> int:
        found = _days(today.year, self.months, self.day)
        if found is None:
            return today.year
        if ahead:
            return today.year + (found[1] < today)
        over = found[1] < today if self.recent else found[0] <= today
        return today.year - (not over)


def _crosses(one: Point, other: Point, before: bool) -> bool:
    """Whether a year ends between the two ends of a range."""
    first, last = (one, other) if before else (other, one)
    return bool(first.months and last.months and first.months[0] > last.months[0])


def _days(year: int, months: tuple[int, int] | None, day: int | None) -> tuple[date, date] | None:
    first_month, last_month = months or (1, _MONTHS)
    last_year = year + (last_month > _MONTHS)
    last_month -= _MONTHS * (last_month > _MONTHS)
    try:
        if day is not None:
            return date(year, first_month, day), date(year, first_month, day)
        return (
            date(year, first_month, 1),
            date(last_year, last_month, monthrange(last_year, last_month)[1]),
        )
    except ValueError:
        return None
