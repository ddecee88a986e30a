"""Dates written with day, month or year: "Monday, 20 November", "June 9-11, 2021", "in 2024"."""

import re
from collections.abc import Iterator
from datetime import date

from communique.extractors.dates.expressions.expression import CalendarPoint, Expression
from communique.extractors.dates.expressions.lexicon import GAP, MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.extractors.dates.expressions.openings import Places
from communique.extractors.dates.expressions.patterns import (
    DAY_LISTS,
    NUMERIC,
    ONE_POINT,
    PART_OF_YEAR,
    TWO_POINTS,
)

_LEAP_YEAR = 2024
"""Stands in where no year is written, so that 29 February exists."""
_MONTHS_OF_PART = {
    "first half": (1, 6), "second half": (7, 12), "first quarter": (1, 3), "second quarter": (4, 6),
    "third quarter": (7, 9), "fourth quarter": (10, 12), "last quarter": (10, 12),
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12),
}  # fmt: skip
_IN_MONTH = re.compile(rf"\b[Ii]n{GAP}$")
_STATUTE = re.compile(
    rf"(?:\b(?:Act|Law|Code|Treaty|Convention|Constitution|Decree|Order|Protocol)|\d){GAP}of{GAP}$"
)
"""A year after this belongs to the name of a law."""
_NUMBERED = re.compile(rf"\b(?:Day|Session|Item|Article|Round|Phase|Part|Panel|Group|No\.?){GAP}$")
_YEAR_SHIFT = {"this": 0, "last": -1, "next": 1}
_LOOK_BACK = 10
"""Characters before a date that decide how it is read."""


def find_written_expressions(text: str, places: Places) -> Iterator[Expression]:
    """Yield every reading, overlapping ones included, pattern by pattern.

    Args:
        text: One whole release.
        places: Where its words stand.
    """
    for pattern in TWO_POINTS:
        for match in pattern.matches(text, places):
            yield from _interval(text, match)
    for pattern in ONE_POINT:
        for match in pattern.matches(text, places):
            yield from _single(text, match)
    for pattern in DAY_LISTS:
        for match in pattern.matches(text, places):
            yield from _listed_days(match)
    yield from map(_part_of_year, PART_OF_YEAR.matches(text, places))
    for match in NUMERIC.matches(text, places):
        yield from _numeric(match)


def _point(match: re.Match[str], number: int) -> CalendarPoint:
    """The point whose groups end in a number."""
    groups = match.groupdict()
    written = {key: groups.get(f"{key}{number}") for key in "wdmny"}
    month = written["m"]
    return CalendarPoint(
        year=int(written["y"]) if written["y"] else None,
        month=MONTH_NUMBERS[month.rstrip(".").lower()] if month else _integer(written["n"]),
        day=_integer(written["d"]),
        weekday=WEEKDAY_NUMBERS[written["w"].rstrip(".").lower()] if written["w"] else None,
        year_shift=_YEAR_SHIFT.get(groups.get("shift") or ""),
        month_shift=_YEAR_SHIFT.get((groups.get("mshift") or "").lower()),
    )


def _integer(written: str | None) -> int | None:
    digits = re.match(r"\d+", written or "")
    return int(digits.group()) if digits else None


def _span(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the mention stands; a bracket that opens inside closes inside."""
    start, end = match.span("span") if "span" in match.re.groupindex else match.span()
    if match.group().count("(") > match.group().count(")") and text[end : end + 1] == ")":
        end += 1
    return start, end


def _interval(text: str, match: re.Match[str]) -> Iterator[Expression]:
    """One interval, or two times where "and" joins days that do not follow each other."""
    start, end = _span(text, match)
    first, last = _shared(_point(match, 1), _point(match, 2))
    join = match.groupdict().get("join")
    before = text[max(0, match.start() - _LOOK_BACK) : match.end()]
    if _reversed(first, last) or _counts(text, match):
        return
    if join == "or" or (
        join in {"and", "&"}
        and not re.search(r"\b[Bb]etween\s", before)
        and not _follow(first, last)
    ):
        before_join = text[start : match.start("join")].rstrip(" ,\n\t\u00a0")
        after_join = text[match.end("join") : end].lstrip()
        yield Expression(start, start + len(before_join), first)
        yield Expression(end - len(after_join), end, last)
    else:
        yield Expression(start, end, first, last)


def _reversed(first: CalendarPoint, last: CalendarPoint) -> bool:
    """Whether a second number cannot be a later day of the month: "June 9 and 3 arrests"."""
    same = (first.month, first.year) == (last.month, last.year)
    return same and first.day is not None and last.day is not None and first.day >= last.day


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether the first number counts something else: "Day 2 - Tuesday 5 May"."""
    groups = match.groupdict()
    if groups.get("m1") or not groups.get("d1"):
        return False
    half_named = groups.get("w2") and not groups.get("w1") and not groups.get("join")
    return bool(
        half_named or _NUMBERED.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    )


def _shared(first: CalendarPoint, last: CalendarPoint) -> tuple[CalendarPoint, CalendarPoint]:
    """Both points with the month and year that are written once for the two."""
    month = first.month or last.month
    last_month = last.month or first.month
    year, last_year = first.year, last.year
    if first.day or not first.year:
        crosses = bool(month and last_month and month > last_month)
        year = first.year or (last.year - crosses if last.year else None)
        last_year = last.year or (first.year + crosses if first.year else None)
    return (
        CalendarPoint(year, month, first.day, first.weekday),
        CalendarPoint(last_year, last_month, last.day, last.weekday),
    )


def _follow(first: CalendarPoint, last: CalendarPoint) -> bool:
    """Whether the second is the day, month or year after the first."""
    if first.day and last.day and first.month and last.month:
        try:
            one = date(first.year or _LEAP_YEAR, first.month, first.day)
            other = date(last.year or first.year or _LEAP_YEAR, last.month, last.day)
        except ValueError:
            return False
        return (other - one).days == 1
    if first.month and last.month:
        return last.month - first.month == 1 and first.year == last.year
    return bool(first.year and last.year and last.year - first.year == 1)


def _listed_days(match: re.Match[str]) -> Iterator[Expression]:
    """One interval for days in a row ("3, 4 and 5 May"), else each day by itself."""
    days = list(re.finditer(r"\d{1,2}(?:st|nd|rd|th)?", match.group("days")))
    points = [
        CalendarPoint(point.year, point.month, _integer(day.group()))
        for point, day in zip([_point(match, 1)] * len(days), days, strict=True)
    ]
    numbers = [point.day or 0 for point in points]
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        yield Expression(match.start(), match.end(), points[0], points[-1])
        return
    offset = match.start("days")
    for point, day in zip(points, days, strict=True):
        start = match.start() if day is days[0] else offset + day.start()
        end = match.end() if day is days[-1] else offset + day.end()
        yield Expression(start, end, point)


def _single(text: str, match: re.Match[str]) -> Iterator[Expression]:
    start, end = _span(text, match)
    point = _point(match, 1)
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    counted = re.match(rf"{GAP}[a-z]", text[end : end + _LOOK_BACK])
    if point.month is None and _STATUTE.search(text[max(0, start - 2 * _LOOK_BACK) : start]):
        return
    month_first = point.day and point.month and not point.year and match.start("m1") == start
    if month_first and counted and _IN_MONTH.search(before):
        return  # "In May 12 suspects were arrested" names a month and a number
    yield Expression(start, end, point)


def _numeric(match: re.Match[str]) -> Iterator[Expression]:
    """Day first where dots are written; with strokes only if the order is plain."""
    first, last, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    day, month = (first, last) if last <= 12 else (last, first)  # noqa: PLR2004
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004
        return
    plain = match.group(2) == "." or day > 12 or day == month  # noqa: PLR2004
    point = CalendarPoint(year, month, day) if plain else CalendarPoint(year, None, None)
    yield Expression(match.start(), match.end(), point)


def _part_of_year(match: re.Match[str]) -> Expression:
    """Halves and quarters as months, seasons as their year."""
    part = re.sub(r"\s*of$", "", match.group("part"))
    months = _MONTHS_OF_PART.get(re.sub(r"\s+", " ", part))
    point = _point(match, 1)
    if months is None:
        return Expression(*match.span(), point)
    first, last = (
        CalendarPoint(point.year, month, year_shift=point.year_shift) for month in months
    )
    return Expression(*match.span(), first, last)
