"""From expressions to dates, in running order: each may count from those before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from communique.extractors.dates.context import Setting
from communique.extractors.dates.expressions import (
    Base,
    CalendarPoint,
    Expression,
    Shift,
    Unit,
    WeekdayName,
)
from communique.extractors.dates.mention import DateKind, DateRole
from communique.extractors.dates.reference import Reference, full_day
from communique.extractors.dates.weekdays import WeekdayReader
from communique.extractors.dates.years import complete

_MONTHS = 12
_SATURDAY = 5
_CLOSE = 7
"""Days after another within which a day without its month is of the same month."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression names.

    Attributes:
        value: ISO 8601 period, or None.
        kind: Precision of the words.
    """

    value: str | None
    kind: DateKind


class Resolver:
    """Resolves the expressions of one text; hand them over in text order."""

    def __init__(self, reference: Reference, weekdays: WeekdayReader) -> None:
        """Take what dates are counted from and how weekdays are read."""
        self._reference = reference
        self._weekdays = weekdays
        self._days: tuple[date, date] | None = None
        self._day: date | None = None
        self._past: date | None = None
        self._period: tuple[date, date] | None = None
        self._under_heading = False
        self._month: tuple[int, int] | None = None
        self._year: int | None = None

    def resolve(self, expression: Expression, setting: Setting) -> Resolved:
        """The time that the next expression in text order names."""
        first, last = expression.first, expression.last
        if isinstance(first, Shift):
            return self._shifted(first, last, setting)
        if isinstance(first, WeekdayName):
            return self._weekday(expression, first, setting)
        if isinstance(last, CalendarPoint):
            return self._interval(expression, first, last, setting)
        if first.month is None and first.day is not None:
            first = self._in_month(first.day, setting.ahead)
        point = complete(first, self._reference, expression.start, setting.ahead)
        return self._point(point, setting.role)

    def _in_month(self, number: int, ahead: bool) -> CalendarPoint:
        """The day of the month of such a number: close behind the last day named, else by tense."""
        told, published = self._days, self._reference.day
        if told and told[0].day <= number <= told[0].day + _CLOSE:
            return CalendarPoint(told[0].year, told[0].month, number)
        if published is None:
            return CalendarPoint(day=number)
        shift = int(published.day > number) if ahead else -int(published.day < number)
        year, month = divmod(published.year * _MONTHS + published.month - 1 + shift, _MONTHS)
        return CalendarPoint(year, month + 1, number)

    def _note(self, first: date, last: date, heading: bool = False) -> None:
        """Keep the days that later expressions may count from."""
        self._days = (first, last)
        self._under_heading = heading and first != last
        if first == last:
            self._day = first
            published = self._reference.day
            self._past = first if published is None or first <= published else self._past
        else:
            self._period = (first, last)

    def _point(self, point: CalendarPoint, role: DateRole) -> Resolved:
        found = full_day(point)
        if found and role in {DateRole.AT, DateRole.FROM}:
            self._note(found, found)
        if point.year and role == DateRole.AT:
            self._year = point.year
            self._month = (point.year, point.month) if point.month else self._month
        return Resolved(_written(point), _precision(point))

    def _interval(
        self, expression: Expression, first: CalendarPoint, last: CalendarPoint, setting: Setting
    ) -> Resolved:
        beginning = complete(first, self._reference, expression.start, setting.ahead)
        end = complete(last, self._reference, expression.start, setting.ahead)
        beginning, end = _ordered(beginning, end, first, last)
        one, other = _written(beginning), _written(end)
        if one is None or other is None or one > other:
            return Resolved(None, DateKind.INTERVAL)
        days = full_day(beginning), full_day(end)
        if days[0] and days[1]:
            self._note(days[0], days[1], setting.heading)
        self._year = end.year
        return Resolved(f"{one}/{other}", DateKind.INTERVAL)

    def _weekday(self, expression: Expression, name: WeekdayName, setting: Setting) -> Resolved:
        if isinstance(expression.last, WeekdayName):
            return self._weekday_interval(expression.start, name, expression.last, setting)
        found = self._weekdays.read(name, expression.start, self._days, setting)
        if found and setting.role == DateRole.AT:
            self._note(found, found)
        return Resolved(found.isoformat() if found else None, DateKind.DAY)

    def _weekday_interval(
        self, offset: int, first: WeekdayName, last: WeekdayName, setting: Setting
    ) -> Resolved:
        """From one weekday to the next one named; what is reported is over."""
        length = timedelta((last.weekday - first.weekday) % 7)
        if setting.ahead or first.week is not None:
            found = self._weekdays.read(first, offset, self._days, setting)
        else:
            end = self._weekdays.read(last, offset, self._days, setting)
            found = end - length if end else None
        if found is None:
            return Resolved(None, DateKind.INTERVAL)
        self._note(found, found + length)
        return Resolved(f"{found}/{found + length}", DateKind.INTERVAL)

    def _shifted(self, shift: Shift, last: object, setting: Setting) -> Resolved:
        if isinstance(last, Shift):
            days = (self._shifted_day(end, setting) for end in (shift, last))
            one, other = (day.value for day in days)
            return Resolved(f"{one}/{other}" if one and other else None, DateKind.INTERVAL)
        if shift.unit == Unit.DAY:
            counted = shift.base == Base.PERIOD
            return self._day_of_period(shift) if counted else self._shifted_day(shift, setting)
        if shift.unit in {Unit.WEEK, Unit.WEEKEND}:
            return self._shifted_week(shift, setting.ahead)
        if shift.unit == Unit.MONTH:
            return self._shifted_month(shift)
        year = self._reference.year if shift.base == Base.RELEASE else self._year
        value = None if year is None or shift.count is None else f"{year + shift.count:04}"
        return Resolved(value, DateKind.YEAR if shift.count is not None else DateKind.RELATIVE)

    def _day_of_period(self, shift: Shift) -> Resolved:
        """The first, second or last day of the days named last, if there are so many."""
        if self._period is None or shift.count is None:
            return Resolved(None, DateKind.RELATIVE)
        first, last = self._period
        found = first + timedelta(shift.count - 1) if shift.count > 0 else last
        return Resolved(found.isoformat() if found <= last else None, DateKind.DAY)

    def _shifted_day(self, shift: Shift, setting: Setting) -> Resolved:
        told = shift.base == Base.NARRATIVE
        start = self._counted_from(shift, setting) if told else self._reference.day
        if start is None or shift.count is None:
            return Resolved(None, DateKind.DAY)
        found = start + timedelta(shift.count)
        self._note(found, found)
        return Resolved(found.isoformat(), DateKind.DAY)

    def _counted_from(self, shift: Shift, setting: Setting) -> date | None:
        """The day before which or after which a narrative goes on.

        The same day is the last single one, in a report none after its release. Under a heading
        over several days the narrative stands on the first of them, elsewhere an interval is over
        when the next day comes.
        """
        if not shift.count or self._days is None:
            return self._past if setting.reported else self._day
        forward = shift.count > 0 and not self._under_heading
        return self._days[1] if forward else self._days[0]

    def _shifted_week(self, shift: Shift, ahead: bool) -> Resolved:
        start = self._reference.day if shift.base == Base.RELEASE else self._days and self._days[0]
        if start is None or shift.count is None:
            return Resolved(None, DateKind.RELATIVE)
        monday = start + timedelta(7 * shift.count - start.weekday())
        sunday = monday + timedelta(6)
        if shift.unit == Unit.WEEKEND:
            back = shift.count == 0 and not ahead and start.weekday() < _SATURDAY
            sunday -= timedelta(7 * back)  # on a weekday, a reported weekend is the last one
            return Resolved(f"{sunday - timedelta(1)}/{sunday}", DateKind.INTERVAL)
        # what is told of a week fills hardly ever all of its days: its month is what is sure
        same = monday.month == sunday.month
        return Resolved(f"{monday:%Y-%m}" if same else None, DateKind.MONTH)

    def _shifted_month(self, shift: Shift) -> Resolved:
        day = self._reference.day
        base = (day.year, day.month) if day and shift.base == Base.RELEASE else None
        if shift.base == Base.NARRATIVE:
            base = self._month or (self._days and (self._days[1].year, self._days[1].month))
        if base is None or shift.count is None:
            return Resolved(None, DateKind.MONTH if shift.count is not None else DateKind.RELATIVE)
        year, month = divmod(base[0] * _MONTHS + base[1] - 1 + shift.count, _MONTHS)
        return Resolved(f"{year:04}-{month + 1:02}", DateKind.MONTH)


def _precision(point: CalendarPoint) -> DateKind:
    if point.day:
        return DateKind.DAY
    return DateKind.MONTH if point.month else DateKind.YEAR


def _written(point: CalendarPoint) -> str | None:
    """ISO 8601 form of a point; None without a year or where the calendar has no such day."""
    if point.day:
        found = full_day(point)
        return found.isoformat() if found else None
    if not point.year:
        return None
    return f"{point.year:04}-{point.month:02}" if point.month else f"{point.year:04}"


def _ordered(
    beginning: CalendarPoint, end: CalendarPoint, first: CalendarPoint, last: CalendarPoint
) -> tuple[CalendarPoint, CalendarPoint]:
    """Both ends in years that follow each other, where only one or none was written."""
    one, other = beginning.year, end.year
    if one is None or other is None or (first.year and last.year):
        return beginning, end
    crosses = (beginning.month or 0, beginning.day or 0) > (end.month or 0, end.day or 0)
    if first.year:
        other = one + crosses
    elif last.year:
        one = other - crosses
    elif crosses:
        other = one + 1
    else:
        other = one
    return (
        CalendarPoint(one, beginning.month, beginning.day, beginning.weekday),
        CalendarPoint(other, end.month, end.day, end.weekday),
    )
