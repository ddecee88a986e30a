"""The year of a day or month that is written without one."""

from dataclasses import replace
from datetime import date

from communique.extractors.dates.expressions import CalendarPoint
from communique.extractors.dates.reference import Reference, full_day

_NEAR = 100
"""Days within which the nearest such day is meant whatever the tense."""
_LEAP_CYCLE = 4


def complete(point: CalendarPoint, reference: Reference, offset: int, ahead: bool) -> CalendarPoint:
    """A point with its year, where the release lets it be told; never a guess.

    Args:
        point: What is written.
        reference: What the dates of the release are counted from.
        offset: Where it is written.
        ahead: Whether its sentence announces.
    """
    if point.year is not None:
        return point
    if point.year_shift is not None:
        year = None if reference.year is None else reference.year + point.year_shift
        return replace(point, year=year)
    if point.month is None:
        return point
    if point.day is None:
        return replace(point, year=_year_of_month(point, reference, offset, ahead))
    year = reference.year_of(point.month, point.day)
    return replace(point, year=year or _year_of_day(point, reference, offset, ahead))


def _year_of_day(
    point: CalendarPoint, reference: Reference, offset: int, ahead: bool
) -> int | None:
    centre = reference.day or reference.nearest_full(offset)
    if centre is None:
        return None
    candidates = [
        found
        for year in range(centre.year - _LEAP_CYCLE, centre.year + _LEAP_CYCLE + 1)
        if (found := full_day(replace(point, year=year)))
    ]
    near = [found for found in candidates if abs((found - centre).days) <= 366]  # noqa: PLR2004
    agreeing = [found for found in near if point.weekday in {None, found.weekday()}]
    chosen = _choose(agreeing or near or candidates, centre, ahead, reference.day is not None)
    return chosen.year if chosen else None


def _choose(candidates: list[date], centre: date, ahead: bool, published: bool) -> date | None:
    """The nearest of some days; between days far away on both sides the tense decides."""
    if not candidates:
        return None
    nearest = min(candidates, key=lambda found: abs((found - centre).days))
    if not published or abs((nearest - centre).days) <= _NEAR:
        return nearest
    fitting = [found for found in candidates if (found >= centre) == ahead]
    return min(fitting, key=lambda found: abs((found - centre).days), default=nearest)


def _year_of_month(
    point: CalendarPoint, reference: Reference, offset: int, ahead: bool
) -> int | None:
    """The last such month for a report, the next one for an announcement, the present included."""
    assert point.month is not None  # noqa: S101  # the caller looked
    centre = reference.day or reference.nearest_full(offset)
    if centre is None:
        return None
    if point.month_shift:
        past = point.month_shift < 0
        passed = point.month < centre.month if past else point.month > centre.month
        return centre.year + (0 if passed else point.month_shift)
    if ahead:
        return centre.year + (point.month < centre.month)
    return centre.year - (point.month > centre.month)
