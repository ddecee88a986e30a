"""Times counted from today: "yesterday", "last November", "in the past three months"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from communique.queries.ask.times.point import Point
from communique.queries.ask.times.written import (
    COUNT,
    MONTH,
    MONTHS,
    NUMBERS,
    SEASON,
    WEEKDAYS,
    month_number,
    season_months,
)

NUMBER = COUNT
_DIRECTIONS = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "preceding": -1,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1}  # fmt: skip
_WHICH = rf"(?P<which>{'|'.join(_DIRECTIONS)})"
_COUNTS = {**NUMBERS, "a": 1, "an": 1, "couple of": 2, "few": 3, "dozen": 12}
_UNITS = r"(?P<unit>day|week|month|year)s?"
_WEEKDAY = "|".join(WEEKDAYS)
_WEEK = 7
_DAY = timedelta(1)


def find_relative(text: str, today: date, ahead: bool) -> Iterator[Point]:
    """Every reading of a text in lower case, overlapping ones included.

    Args:
        text: In lower case.
        today: What times are counted from.
        ahead: Whether the question is about what is to come.
    """
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            yield read(match, today, ahead)


def number(word: str) -> int:
    """The number that a word or digits mean."""
    return NUMBERS.get(word) or int(word)


def shifted_month(day: date, months: int) -> date:
    """The first day of the month that is so many months away."""
    index = day.year * len(MONTHS) + day.month - 1 + months
    return date(index // len(MONTHS), index % len(MONTHS) + 1, 1)


def _at(match: re.Match[str], first: date, last: date) -> Point:
    return Point(*match.span(), days=(first, last))


def _day(match: re.Match[str], today: date, ahead: bool) -> Point:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["day"], 0)
    day = today + shift * _DAY
    return _at(match, day, day)


def _unit(match: re.Match[str], today: date, ahead: bool) -> Point:
    """A whole week, month, quarter or year ("last week", "this year")."""
    shift, unit = _DIRECTIONS[match["which"]], match["unit"]
    if unit == "week":
        monday = today + (_WEEK * shift - today.weekday()) * _DAY
        return _at(match, monday, monday + (_WEEK - 1) * _DAY)
    if unit == "weekend":
        saturday = today + (_WEEK * shift - today.weekday() + 5) * _DAY
        return _at(match, saturday, saturday + _DAY)
    if unit == "year":
        return _at(match, date(today.year + shift, 1, 1), date(today.year + shift, 12, 31))
    size = 3 if unit == "quarter" else 1
    start = shifted_month(today, size * shift - (today.month - 1) % size)
    return _at(match, start, shifted_month(start, size) - _DAY)


def _named(match: re.Match[str], today: date, ahead: bool) -> Point:
    """A month or season beside this one ("last November", "this spring", "next May")."""
    name, shift = match["name"], _DIRECTIONS[match["which"]]
    months = season_months(name) if name in SEASON.split("|") else (month_number(name),) * 2
    point = Point(*match.span(), months=(months[0], months[1]))
    if shift == 0:
        return replace(point, year=today.year)
    found = replace(point, recent=True).resolve(today, ahead=shift > 0)
    assert found is not None  # noqa: S101  # every month exists
    return _at(match, *found)


def _weekday(match: re.Match[str], today: date, ahead: bool) -> Point:
    """The last such day, today included only if it is "this" one; the next one if that is meant."""
    wanted, which = WEEKDAYS.index(match["name"]), match["which"]
    if (which and _DIRECTIONS[which] > 0) or (not which and ahead):
        day = today + ((wanted - today.weekday() - 1) % _WEEK + 1) * _DAY
    elif which and _DIRECTIONS[which] == 0:
        day = today + (wanted - today.weekday()) * _DAY
    else:
        day = today - ((today.weekday() - wanted - 1) % _WEEK + 1) * _DAY
    return _at(match, day, day)


def _count(match: re.Match[str]) -> int:
    word = (match["count"] or "one").strip()
    return _COUNTS.get(word) or int(word)


def _stretch(match: re.Match[str], today: date, ahead: bool) -> Point:
    """So many days, weeks, months or years up to today or from today on."""
    count, unit = _count(match), match["unit"]
    if unit == "fortnight":
        count, unit = 2, "week"
    if _DIRECTIONS[match["which"]] > 0:
        return _at(match, today, _moved(today, unit, count))
    return _at(match, _moved(today, unit, -count), today)


def _ago(match: re.Match[str], today: date, ahead: bool) -> Point:
    """The day, week, month or year so long ago."""
    count, unit = _count(match), match["unit"]
    day = _moved(today, unit, -count)
    if unit == "week":
        monday = day - day.weekday() * _DAY
        return _at(match, monday, monday + (_WEEK - 1) * _DAY)
    if unit == "month":
        start = shifted_month(today, -count)
        return _at(match, start, shifted_month(start, 1) - _DAY)
    if unit == "year":
        return _at(match, date(day.year, 1, 1), date(day.year, 12, 31))
    return _at(match, day, day)


def _half_year(match: re.Match[str], today: date, ahead: bool) -> Point:
    year = today.year + _DIRECTIONS[match["which"]]
    return Point(*match.span(), year, (1, 6) if match["half"] == "first" else (7, 12))


def _moved(day: date, unit: str, count: int) -> date:
    """A day so many units later; the last of the month where that has no such day."""
    if unit in {"day", "week"}:
        return day + count * (_WEEK if unit == "week" else 1) * _DAY
    months = count * (len(MONTHS) if unit == "year" else 1)
    start = shifted_month(day, months)
    last = shifted_month(start, 1) - _DAY
    return min(last, start + (day.day - 1) * _DAY)


_Reader = Callable[[re.Match[str], date, bool], Point]
_COUNT = rf"(?P<count>(?:{NUMBER}|a|an|(?:a )?couple of|(?:a )?few|(?:a )?dozen) )"
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])"), read)
    for pattern, read in (
        (r"(?P<day>today|yesterday|tomorrow|tonight)", _day),
        (r"the (?P<which>past|last) (?P<count>)(?P<unit>week|month|year)", _stretch),
        (r"(?:the )?(?P<which>past|last) (?P<count>)(?P<unit>fortnight)", _stretch),
        (rf"(?:the )?{_WHICH} (?P<unit>week|weekend|month|quarter|year)", _unit),
        (rf"(?:the )?{_WHICH} (?P<name>{MONTH}|{SEASON})", _named),
        (rf"(?:(?P<which>this|last|past|previous|next|coming) )?(?P<name>{_WEEKDAY})", _weekday),
        (rf"(?:the )?{_WHICH} {_COUNT}{_UNITS}", _stretch),
        (rf"{_COUNT}{_UNITS} ago", _ago),
        (rf"(?:the )?(?P<half>first|second) half of {_WHICH} year", _half_year),
    )
)
