"""Which day a weekday without a date is."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from communique.extractors.dates.context import Setting
from communique.extractors.dates.expressions import WeekdayName
from communique.extractors.dates.mention import DateRole

_WEEK = 7


class WeekdayReader:
    """Reads the weekdays of one release."""

    def __init__(
        self,
        published: date | None,
        written: Iterable[tuple[int, date]],
        programme: tuple[date, date] | None = None,
    ) -> None:
        """Take the release's day and the days written with their weekday ("Monday, 20 November").

        Args:
            published: Day of publication, or None if unknown.
            written: Offset and day of each, in text order.
            programme: The days that the release is about, or None.
        """
        self._published = published
        self._programme = programme
        self._written: dict[int, list[tuple[int, date]]] = {}
        for offset, day in written:
            if published is None or abs((day - published).days) <= _WEEK:
                self._written.setdefault(day.weekday(), []).append((offset, day))

    def read(
        self, name: WeekdayName, offset: int, days: tuple[date, date] | None, setting: Setting
    ) -> date | None:
        """The day a weekday names, or None if nothing tells.

        Args:
            name: The weekday.
            offset: Where it is written.
            days: The day or days named before it, or None.
            setting: What the words around say.
        """
        if name.week is not None:
            return self._in_week(name.weekday, name.week)
        return self._near(name, offset, days, setting)

    def _near(
        self, name: WeekdayName, offset: int, days: tuple[date, date] | None, setting: Setting
    ) -> date | None:
        """The day of a weekday of which the words do not say in which week it is."""
        if setting.role == DateRole.SINCE or name.direction < 0:
            base = self._published or (days and days[0])
            return _on_or_before(base - timedelta(1), name.weekday) if base else None
        if setting.role in {DateRole.BY, DateRole.UNTIL} or name.direction > 0:
            return self._ahead(name)
        found = self._same(name, offset) or self._during(name, days)
        if found and not (setting.reported and self._published and found > self._published):
            return found
        if self._published is None:
            return _on_or_after(days[0], name.weekday) if days else None
        if days and abs((days[0] - self._published).days) <= _WEEK:
            found = _on_or_after(days[0], name.weekday)
            begun = days[0] < self._published
            if (setting.ahead and not begun) or (not setting.ahead and found <= self._published):
                return found
        return self._ahead(name) if setting.ahead else _on_or_before(self._published, name.weekday)

    def _in_week(self, weekday: int, week: int) -> date | None:
        """The day of a week counted from that of the release."""
        day = self._published
        return None if day is None else day + timedelta(_WEEK * week + weekday - day.weekday())

    def _during(self, name: WeekdayName, days: tuple[date, date] | None) -> date | None:
        """The day of an interval named before, else of the days the release is about."""
        return _within(days, name.weekday) or _within(self._programme, name.weekday)

    def _ahead(self, name: WeekdayName) -> date | None:
        """The first such day from publication on; after it where the words say "next"."""
        if self._published is None:
            return None
        return _on_or_after(self._published + timedelta(name.direction > 0), name.weekday)

    def _same(self, name: WeekdayName, offset: int) -> date | None:
        """The nearest day before that is written with this weekday, else the first after."""
        fitting = self._written.get(name.weekday)
        if not fitting:
            return None
        before = bisect_left(fitting, offset, key=lambda item: item[0])
        return fitting[max(0, before - 1)][1]


def _within(days: tuple[date, date] | None, weekday: int) -> date | None:
    """The one day of an interval of a week at most that is such a weekday."""
    if days is None or not 0 < (days[1] - days[0]).days < _WEEK:
        return None
    found = _on_or_after(days[0], weekday)
    return found if found <= days[1] else None


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta((weekday - day.weekday()) % _WEEK)


def _on_or_before(day: date, weekday: int) -> date:
    return day - timedelta((day.weekday() - weekday) % _WEEK)
