"""The day a release is read from: its publication, or what its own full dates tell of it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from communique.extractors.dates.context import read_role
from communique.extractors.dates.expressions import CalendarPoint, Expression
from communique.extractors.dates.expressions.lexicon import DASH
from communique.extractors.dates.mention import DateRole

_HEAD = 400
"""Characters at the beginning of a release where its dateline stands."""
_HEAD_LINES = 3
"""Lines among which it stands: title, source, first of the body."""
_FORWARDED, _AT_ONCE = timedelta(days=10), timedelta(0)
"""How long after the day of its dateline a release may be published at most, and at least."""
_LONGEST_CITY = 60
_STAMP = re.compile(
    r"(?:Published|Date|Released?|Issued|Updated|For immediate release|Press [Rr]elease|"
    r"FOR IMMEDIATE RELEASE|PRESS RELEASE|(?:[A-Z]\w+ ){0,2}[A-Z]\w+ ?[|•])?[\s:|,\u2013-]*"
)
_CITY = re.compile(r"\(?(?:[A-Z\u00c0-\u017d][\w\u2019'.-]*,?[ /]|\(\w+\),?[ ]){1,4}\(?")
_AFTER_CITY = re.compile(rf"\)?\s?(?:{DASH}|:|\(|\.|$)")


class Reference:
    """What the dates of a release are counted from.

    Attributes:
        day: Day of the dateline or of publication, or None.
        year: Year of publication, or the year that its full dates have most often, or None.
    """

    def __init__(
        self, day: date | None, year: int | None, full: Iterable[tuple[int, date]] = ()
    ) -> None:
        """Take day, year and the fully dated days of the text with their offsets, in text order."""
        self.day = day
        self.year = year
        self._years: dict[tuple[int, int], set[int]] = {}
        self._same: list[tuple[int, date]] = []
        for start, found in full:
            self._years.setdefault((found.month, found.day), set()).add(found.year)
            if found.year == year:
                self._same.append((start, found))

    def year_of(self, month: int, day: int) -> int | None:
        """The year that the text itself gives the same day elsewhere, if it gives one."""
        years = self._years.get((month, day), set())
        return next(iter(years)) if len(years) == 1 else None

    def nearest_full(self, offset: int) -> date | None:
        """The full date of the release's year before an offset, else the first after it."""
        if not self._same:
            return None
        before = bisect_right(self._same, offset, key=lambda item: item[0])
        return self._same[max(0, before - 1)][1]


def full_day(point: object) -> date | None:
    """The day that a point names by itself; None if a part is missing or there is no such day."""
    if not isinstance(point, CalendarPoint) or not (point.year and point.month and point.day):
        return None
    try:
        return date(point.year, point.month, point.day)
    except ValueError:
        return None


def read_reference(
    text: str, expressions: Sequence[Expression], published: str | None
) -> Reference:
    """Find out what the dates of a text are counted from.

    Args:
        text: The release.
        expressions: Its dates, in text order.
        published: ISO 8601 day of publication, or None if only the text can tell. A dateline of
            some days before goes before it: newswires forward a release later.

    Raises:
        ValueError: ``published`` is no ISO 8601 day.
    """
    full = [
        (expression, found)
        for expression in expressions
        for found in (full_day(expression.first), full_day(expression.last))
        if found
    ]
    day = _dateline(text, expressions)
    if published and not (day and _FORWARDED >= date.fromisoformat(published) - day >= _AT_ONCE):
        day = date.fromisoformat(published)
    year = day.year if day else _usual_year(text, full)
    return Reference(day, year, ((expression.start, found) for expression, found in full))


def _usual_year(text: str, full: Sequence[tuple[Expression, date]]) -> int | None:
    """The most frequent year, the first of equals; days since when something is do not count."""
    years = Counter(
        found.year
        for expression, found in full
        if read_role(text, expression.start, expression.end) != DateRole.SINCE
    )
    return years.most_common(1)[0][0] if years else None


def _dateline(text: str, expressions: Sequence[Expression]) -> date | None:
    """The full date that opens the body, after a city or not, or stands in a line of its own."""
    for expression in expressions:
        found = full_day(expression.first)
        if expression.start > _HEAD:
            break
        if found and expression.last is None and _is_dateline(text, expression):
            return found
    return None


def _is_dateline(text: str, expression: Expression) -> bool:
    lines = [line for line in text[: expression.start].split("\n") if line.strip()]
    line_start = text.rfind("\n", 0, expression.start) + 1
    before = text[line_start : expression.start]
    line_end = text.find("\n", expression.end)
    after = text[expression.end : line_end if line_end >= 0 else len(text)]
    if len(lines) > _HEAD_LINES or line_start == 0 or len(before) > _LONGEST_CITY:
        return False
    if _STAMP.fullmatch(before) and not after.strip(" .|"):
        return True
    city = not before.strip() or _CITY.fullmatch(before) is not None
    return city and _AFTER_CITY.match(after) is not None
