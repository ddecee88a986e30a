"""Times written with numbers and names of months, in any case."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from communique.queries.ask.times.point import Point

MONTHS = (
    "january february march april may june july august september october november december"
).split()
_SHORT = {**{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)}, "sept": 9}  # fmt: skip
MONTH = "|".join(sorted(_SHORT, key=len, reverse=True))
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}|mon|tue|tues|wed|thu|thurs|fri|sat|sun)\.?,? (?:the )?)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TO_YEAR = rf"(?:,? (?:of |in )?(?:the year )?{_YEAR})"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11),
    "winter": (12, 14)}  # fmt: skip
SEASON = "|".join(_SEASONS)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
    "4th": 4}  # fmt: skip
_ORDINAL = "|".join(_ORDINALS)
NUMBERS = {word: number for number, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), 1)}  # fmt: skip
COUNT = rf"\d{{1,3}}|{'|'.join(NUMBERS)}"
_VERB_MONTHS = frozenset({"may", "march", "mar", "sat", "sun", "dec", "jan"})
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|during|of|from|until|till|between|and|to|by|before|after|through|throughout|"
    r"early|late|mid|for|whole|entire)[ -]$"
)


_TO_MONTH = re.compile(rf" ?(?:to|until|through|[-\u2013]) ?(?:{MONTH})\b")


class Form(NamedTuple):
    """A way to write a time, and how a match is read; None if it is no time after all."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Point | None]


def month_number(name: str) -> int:
    """The number of a month by its name or abbreviation, in lower case."""
    return _SHORT[name.rstrip(".")]


def season_months(name: str) -> tuple[int, int]:
    """The first and last month of a season, by the meteorological calendar of the north."""
    return _SEASONS[name]


def find_written(text: str) -> Iterator[Point]:
    """Every reading of a text in lower case, overlapping ones included, form by form."""
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            found = form.read(match)
            if found is not None:
                yield found


def _year(match: re.Match[str]) -> int | None:
    written = match.groupdict().get("year")
    return int(written) if written else None


def _iso(match: re.Match[str]) -> Point | None:
    month = int(match["month"])
    day = int(match["day"]) if match["day"] else None
    return _point(match, month, day)


def _point(match: re.Match[str], month: int, day: int | None) -> Point | None:
    if not 1 <= month <= len(MONTHS):
        return None
    return Point(*match.span(), _year(match), (month, month), day)


def _numeric(match: re.Match[str]) -> Point | None:
    """Day before month, unless the second number can be no month."""
    one, other = int(match["one"]), int(match["other"])
    day, month = (one, other) if other <= len(MONTHS) else (other, one)
    return _point(match, month, day)


def _named(match: re.Match[str]) -> Point | None:
    return _point(match, month_number(match["month"]), int(match["day"]))


def _month(match: re.Match[str]) -> Point | None:
    """A month; one whose name is a word as well needs a year or a preposition."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    plain = match["month"] in _VERB_MONTHS and not match["year"]
    if plain and not (_BEFORE_MONTH.search(before) or _TO_MONTH.match(after)):
        return None
    return _point(match, month_number(match["month"]), None)


def _of_month(match: re.Match[str]) -> Point | None:
    return _point(match, int(match["month"]), None)


def _months(match: re.Match[str]) -> Point | None:
    """The first or last months of a year."""
    count = int(match["count"]) if match["count"].isdigit() else NUMBERS[match["count"]]
    if not 0 < count <= len(MONTHS):
        return None
    months = (1, count) if match["which"] == "first" else (len(MONTHS) - count + 1, len(MONTHS))
    return Point(*match.span(), _year(match), months)


def _season(match: re.Match[str]) -> Point | None:
    return Point(*match.span(), _year(match), season_months(match["season"]))


def _half(match: re.Match[str]) -> Point | None:
    number = _ORDINALS.get(match["which"]) or int(match["which"][-1])
    return Point(*match.span(), _year(match), (6 * number - 5, 6 * number)) if number < 3 else None  # noqa: PLR2004


def _quarter(match: re.Match[str]) -> Point | None:
    which = match["which"]
    number = 4 if which == "last" else _ORDINALS.get(which) or int(which[-1])
    return Point(*match.span(), _year(match), (3 * number - 2, 3 * number))


def _week(match: re.Match[str]) -> Point | None:
    """The first, second, third or last seven days of a month."""
    number, year = month_number(match["month"]), _year(match)
    if year is None:
        return None
    last = monthrange(year, number)[1]
    start = last - 6 if match["which"] == "last" else 7 * _ORDINALS[match["which"]] - 6
    first = date(year, number, start)
    return Point(*match.span(), days=(first, first + timedelta(6)))


def _whole_year(match: re.Match[str]) -> Point | None:
    return Point(*match.span(), _year(match))


def _of_year(part: str) -> str:
    return rf"{part}(?: of)?(?: the)?(?: year)?(?: {_YEAR})"


_FORMS = tuple(
    Form(re.compile(rf"(?<!\w)(?:{pattern})(?![\w])"), read)
    for pattern, read in (
        (rf"{_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d))?", _iso),
        (rf"(?P<one>\d\d?)[./](?P<other>\d\d?)[./]{_YEAR}", _numeric),
        (rf"{_WEEKDAY}(?:the )?{_DAY} (?:of )?(?P<month>{MONTH})\.?{_TO_YEAR}?", _named),
        (rf"{_WEEKDAY}(?P<month>{MONTH})\.? (?:the )?{_DAY}(?!\d){_TO_YEAR}?", _named),
        (rf"(?P<month>{MONTH})\.?{_TO_YEAR}?", _month),
        (rf"(?:the )?(?P<season>{SEASON})(?: of)? {_YEAR}(?:/\d\d(?!\d))?", _season),
        (rf"(?:the )?(?P<season>{SEASON})(?= ?[?.,]?$)", _season),
        (_of_year(rf"(?:the )?(?P<which>{_ORDINAL}|h[12]) half"), _half),
        (_of_year(r"(?P<which>h[12])"), _half),
        (_of_year(rf"(?:the )?(?P<which>{_ORDINAL}|last) quarter"), _quarter),
        (_of_year(r"(?P<which>q[1-4])"), _quarter),
        (rf"(?P<which>q[1-4])[/-]{_YEAR}", _quarter),
        (rf"the (?P<which>{_ORDINAL}) quarter", _quarter),
        (rf"(?P<month>\d\d?)/{_YEAR}", _of_month),
        (rf"(?:the )?(?P<which>first|last) (?P<count>{COUNT}) months of {_YEAR}", _months),
        (rf"(?:the )?(?P<which>{_ORDINAL}|last) week of (?P<month>{MONTH}){_TO_YEAR}", _week),
        (rf"(?:the year )?{_YEAR}", _whole_year),
    )
)
