"""Periods of a question: points, what joins them and the words before them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.queries.ask.times.period import Bound, Period
from communique.queries.ask.times.point import Point
from communique.queries.ask.times.relative import find_relative
from communique.queries.ask.times.written import MONTH, MONTHS, find_written

_EDGE = r"(?:(?:the )?(?:beginning|start|middle|end) of )?(?:the )?"
_BETWEEN = re.compile(rf"\b(?:anywhere )?between {_EDGE}$")
_FROM = re.compile(rf"\bfrom {_EDGE}$")
_JOIN = re.compile(rf",? ?(?:to|until|till|through|thru|and|up to|[-/\u2013\u2014]) ?{_EDGE}")
_AND = re.compile(r",? (?:and|or|&) (?:in )?(?:the )?")
_ROLES = tuple(
    (bound, re.compile(rf"\b(?:{words}) (?:the )?(?:(?:beginning|start) of )?(?:the )?(?:year )?$"))
    for bound, words in (
        (Bound.AFTER, "after|(?<!no )(?<!not )later than|following|past|more recently than"),
        (Bound.SINCE, "since|ever since|from|as of|as from|starting(?: in| on| from| with)?|"
         "beginning(?: in| on| with)?|not before|no earlier than"),
        (Bound.BEFORE, "before|prior to|earlier than|ahead of|up until before"),
        (Bound.UNTIL, "until|till|up to|up to and including|up until|by|through|no later than|"
         "not later than|by the end of|until the end of|not after|to"),
    )
)  # fmt: skip
_AT = re.compile(
    r"\b(?:in|on|at|during|throughout|within|over|for|of|dated|from|as of|"
    r"(?:in|during|over) the course of|all through|all of)"
    r" (?:the )?(?:(?:whole|entire|full)(?: of)? )?(?:month of |year |day of )?$"
)
_ONWARDS = re.compile(r",? (?:on|onwards?|and (?:later|after|onwards?)|or later|and since)\b")
_EARLIER = re.compile(r",? (?:or|and) (?:earlier|before)\b")
_PART = re.compile(
    r"\b(?P<part>early|mid|late|the end of|end of|the beginning of|the start of)[ -]$"
)
_WEEK = re.compile(r"\b(?:the )?week (?:of|starting|beginning|from)(?: on)? (?:the )?$")
_DAY_BEFORE = re.compile(r"(?<![\w-])(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?$")
_DAY_AFTER = re.compile(r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d))?(?![\w])")
_MONTH_WORD = re.compile(rf"\b(?:{MONTH})\b")


def read_periods(
    text: str, today: date, ahead: bool = False, covered: tuple[date, date] | None = None
) -> tuple[Period, ...]:
    """The periods that a question names, in text order, none inside another.

    Args:
        text: The question.
        today: What relative times are counted from.
        ahead: Whether the question is about what is to come, so that "in May" is the next one.
        covered: First and last day of what is asked; a time without its year is in it.
    """
    lower = _lower(text)
    points = _longest([*find_written(lower), *find_relative(lower, today, ahead)])
    found = _periods(lower, points, today, ahead)
    if covered is None or covered[1] >= today:
        return found
    meant = _periods(lower, points, covered[1], ahead)
    if len(meant) != len(found):
        return found
    return tuple(
        replace(last, supplied=True) if last != one and last.last >= covered[0] else one
        for one, last in zip(found, meant, strict=True)
    )


def _periods(lower: str, points: Sequence[Point], today: date, ahead: bool) -> tuple[Period, ...]:
    found: list[Period] = []
    while points:
        period, used = _next(lower, points, today, ahead)
        points = points[used:]
        if period is not None:
            found.append(period)
            points = [point for point in points if point.start >= period.end]
    return tuple(found)


def impossible_days(text: str, today: date) -> tuple[str, ...]:
    """What a question writes as a day that no calendar has ("31 February 2023")."""
    points = _longest([*find_written(_lower(text))])
    return tuple(text[p.start : p.end] for p in points if p.resolve(today, ahead=False) is None)


def _lower(text: str) -> str:
    """Lower case of the same length, with plain blanks."""
    lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return re.sub(r"\s", " ", lower)


def _longest(points: Sequence[Point]) -> list[Point]:
    """Points in text order; of those that overlap the longest, of equals the first found."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda item: item.start - item.end):
        if all(point.end <= other.start or point.start >= other.end for other in kept):
            kept.append(point)
    return sorted(kept, key=lambda item: item.start)


def _next(
    text: str, points: Sequence[Point], today: date, ahead: bool
) -> tuple[Period | None, int]:
    """The period that the first point opens, and how many points it takes."""
    first = points[0]
    if len(points) > 1:
        joined = _joined(text, first, points[1], today, ahead)
        if joined is not None:
            return joined, 2
    ranged = _days_of_month(text, first, today, ahead)
    if ranged is not None:
        return ranged, 1
    days = first.resolve(today, ahead)
    if days is None:
        return None, 1
    return _bounded(text, _narrowed(text, Period(first.start, first.end, *days))), 1


def _joined(text: str, first: Point, second: Point, today: date, ahead: bool) -> Period | None:
    """One period from the first point to the second, if words join them so."""
    gap, before = text[first.end : second.start], text[: first.start]
    opening = _BETWEEN.search(before) or _FROM.search(before)
    if not (_JOIN.fullmatch(gap) or _AND.fullmatch(gap)):
        return None
    if _AND.fullmatch(gap) and not opening and not _alike(first, second):
        return None
    one = first.with_year_of(second).resolve(today, ahead)
    other = second.with_year_of(first).resolve(today, ahead)
    if not one or not other:
        return None
    if one[0] > other[1] and first.year is None:  # "between November and February"
        one = replace(first, year=other[1].year - 1).resolve(today, ahead) or one
    start = opening.start() if opening else _start_of(text, first.start)
    return Period(start, second.end, one[0], other[1], range=True)


def _alike(first: Point, second: Point) -> bool:
    """Whether two points are months or years in a row ("in March and April 2023")."""
    if first.days or second.days or first.day or second.day:
        return False
    if first.months and second.months:
        return second.months[0] - first.months[1] in {1, 1 - len(MONTHS)}
    return bool(first.year and second.year and second.year - first.year == 1)


def _days_of_month(text: str, point: Point, today: date, ahead: bool) -> Period | None:
    """Several days of one month: "from 3 to 5 May 2024", "May 3-5, 2024"."""
    if point.day is None or point.days:
        return None
    before = text[: point.start]
    join = re.search(r"(?:,? ?(?:and|or|to|until|till|through|[-\u2013\u2014]) ?)$", before)
    opening = _DAY_BEFORE.search(before[: join.start()]) if join else None
    if join and opening:
        first = replace(point, day=int(opening["day"])).resolve(today, ahead)
        last = point.resolve(today, ahead)
        return _span(text, opening.start(), point.end, first, last)
    following = re.match(r" ?(?:-|\u2013|\u2014|to|and|until|through) ?", text[point.end :])
    closing = _DAY_AFTER.match(text, point.end + following.end()) if following else None
    if closing is None or _MONTH_WORD.match(text[closing.end() :].lstrip()):
        return None
    year = int(closing["year"]) if closing["year"] else point.year
    first = replace(point, year=year).resolve(today, ahead)
    last = replace(point, year=year, day=int(closing["day"])).resolve(today, ahead)
    return _span(text, point.start, closing.end(), first, last)


def _span(
    text: str,
    start: int,
    end: int,
    first: tuple[date, date] | None,
    last: tuple[date, date] | None,
) -> Period | None:
    if not first or not last or first[0] > last[1]:
        return None
    opening = _BETWEEN.search(text[:start]) or _FROM.search(text[:start])
    begin = opening.start() if opening else _start_of(text, start)
    return Period(begin, end, first[0], last[1], range=True)


def _narrowed(text: str, period: Period) -> Period:
    """The beginning, middle or end of a month or year, as thirds of it."""
    week = _WEEK.search(text[: period.start])
    if week is not None and period.day:
        monday = period.first - timedelta(period.first.weekday())
        return replace(period, start=week.start(), first=monday, last=monday + timedelta(6))
    part = _PART.search(text[: period.start])
    if part is None or period.day:
        return period
    month = (period.last - period.first).days < 31  # noqa: PLR2004
    word = part["part"]
    if "beginning" in word or "start" in word or "end" in word:
        return replace(period, start=part.start())
    cuts = _thirds(period, month)
    first, last = cuts[("early", "mid", "late").index(word)]
    return replace(period, start=part.start(), first=first, last=last)


def _thirds(period: Period, month: bool) -> tuple[tuple[date, date], ...]:
    first, last = period.first, period.last
    if month:
        return (
            (first, first.replace(day=10)),
            (first.replace(day=11), first.replace(day=20)),
            (first.replace(day=21), last),
        )
    if first.month != 1 or last.month != len(MONTHS):
        return ((first, last),) * 3
    year = first.year
    return (
        (first, date(year, 4, 30)),
        (date(year, 5, 1), date(year, 8, 31)),
        (date(year, 9, 1), last),
    )


def _bounded(text: str, period: Period) -> Period:
    """The period with the words around it that say whether it opens or closes a time."""
    onwards = _ONWARDS.match(text, period.end)
    if onwards:
        return replace(
            period, start=_start_of(text, period.start), end=onwards.end(), bound=Bound.SINCE
        )
    earlier = _EARLIER.match(text, period.end)
    if earlier:
        return replace(
            period, start=_start_of(text, period.start), end=earlier.end(), bound=Bound.UNTIL
        )
    for bound, pattern in _ROLES:
        found = pattern.search(text[: period.start])
        if found and not _is_within(found.group(), period):
            return replace(period, start=found.start(), bound=bound)
    return replace(period, start=_start_of(text, period.start))


def _is_within(words: str, period: Period) -> bool:
    """Whether words before a month or year mean all of it ("meetings from 2022")."""
    return not period.day and words.split(maxsplit=1)[0] in {"to", "from"} and "begin" not in words


def _start_of(text: str, start: int) -> int:
    found = _AT.search(text[:start])
    return found.start() if found else start
