"""Dates as releases state them: a day, a month, a year, or an interval of two of these."""

import calendar
import re
from datetime import date

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def bounds(period: str) -> tuple[date, date]:
    """First and last day of an ISO 8601 period (``2023-11-20``, ``2023-11``, ``2023``, ``A/B``).

    Raises:
        ValueError: The text is no such period, or it ends before it begins.
    """
    first, slash, last = period.partition("/")
    start, end = _days(first)[0], _days(last if slash else first)[1]
    if end < start:
        raise ValueError(f"the period {period!r} ends before it begins")
    return start, end


def _days(part: str) -> tuple[date, date]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"{part!r} is no ISO 8601 day, month or year")
    year, month, day = (int(group) if group else None for group in match.groups())
    assert year is not None  # noqa: S101  # the pattern needs four digits
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
