"""The day a release was published, where it says so."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

TOP_LINES = 6
"""Lines of the body, without blank ones, among which a dateline may stand."""
LEDE = 600
"""Characters of the body in which a release says when what it reports happened."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBER = {name: i for i, month in enumerate(_MONTHS, 1) for name in (month, month[:3])} | {
    "sept": 9
}
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
_DAY = (
    r"(?:(?P<ey>(?:19|20)\d\d)-(?P<em>\d\d)-(?P<ed>\d\d)(?!\d)"
    rf"|(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<dm>{_MONTH}),?\s+(?P<dy>(?:19|20)\d\d)"
    rf"|(?P<mm>{_MONTH})\s+(?P<md>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<my>(?:19|20)\d\d)"
    r"|(?P<n1>\d{1,2})(?P<sep>[/.])(?P<n2>\d{1,2})(?P=sep)(?P<ny>(?:19|20)\d\d))(?!\d)"
)
_FULL_DAY = re.compile(rf"(?<![\w/.-]){_DAY}", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b\.?)"
_LABEL = (
    r"(?:(?:published|posted|released|issued|date|publication date|press release|statement"
    r"|for immediate release|news)(?:\s+on)?\s*[:|,–—-]?\s*)"
)
_DATE_LINE = re.compile(
    rf"[*_\s]*{_LABEL}?(?:{_WEEKDAY},?\s+)?{_DAY}"
    r"(?:\s*[|·,–—-]\s*[^.|]{1,40}|\s+\d{1,2}[:.]\d\d\b[^.]{0,20})?[*_\s]*",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[*_(\s]*(?-i:[A-ZÀ-Þ])[\w .,'’/&()-]{1,60}?\s*[,|(–—:-]\s*"
    rf"(?:{_WEEKDAY},?\s+)?{_DAY}\s*(?:[–—|:)-]|\.\s|$)",
    re.IGNORECASE,
)
_NOT_PUBLICATION = re.compile(
    r"(?:\b(?:since|born(?: on)?|until|till|before|between|from|of|dated|by|to|and|through"
    r"|expir(?:es|ing)|beyond|beginning(?: on)?|after)"
    r"|\d{1,2}(?:st|nd|rd|th)?\s*[-–—/])\s*(?:the\s+)?(?:\w{3,6}day,?\s+)?$",
    re.IGNORECASE,
)
_INTERVAL_AFTER = re.compile(
    rf"\s*(?:[-–—]|to|until|through)\s*(?:{_MONTH}\s+\d|\d{{1,2}}\b)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\w,.$€£/-])(?:19|20)\d\d(?![\w/]|[.,]\d)")
_FIRST_DAY = "1990"  # older days in texts are history: nobody published them for machines then
_BEFORE = 30  # characters that may hold the word before a date
_ISO_TIME = re.compile(r"\s*((?:19|20)\d\d-\d\d-\d\d)(?:[T ]|\Z)")


def stated_day(value: str) -> str | None:
    """The ISO 8601 day in a metadata value; None if it has none or could mean two.

    The day is the one written, whatever its time zone.
    """
    if match := _ISO_TIME.match(value):
        return _valid(*match[1].split("-"))
    return next(_days(value), None)


def published_day(text: str, body: int = 0) -> str | None:
    """The ISO 8601 day that a release says it was published, or None.

    A dateline or a line with nothing but a date near the top goes first. Else, of the full dates
    in the opening, the one that the text gives most often, the first of several. Not a date that
    ends an interval or looks back or ahead ("since", "born", "expiring"), nor one of a year before
    that which the text names most: over 3,300 real releases nearly all of these were history,
    anniversaries and ends of terms. Days and months without year never count.

    Args:
        text: The release.
        body: Offset where its body begins, in code points.
    """
    if day := dateline_day(text, body):
        return day
    lede = dict.fromkeys(_days(text[body : body + LEDE], plain=True))
    counts = Counter(_days(text[body:], plain=True))
    # The opening keeps the order of the first mention, and max takes the first of equals.
    day = max(lede, key=counts.__getitem__, default=None)
    return day if day and day >= max(_FIRST_DAY, _main_year(text[body:])) else None


def dateline_day(text: str, body: int = 0) -> str | None:
    """The ISO 8601 day in a dateline or in a line with nothing but a date near the top, or None.

    Args:
        text: The release.
        body: Offset where its body begins, in code points.
    """
    for line in _top(text[body:]):
        match = _DATE_LINE.fullmatch(line) or _DATELINE.match(line)
        if match and (day := _iso(match)):
            return day
    return None


def _main_year(text: str) -> str:
    """The year that a text names most, the earliest of several."""
    years = Counter(_YEAR.findall(text))
    return min(years, key=lambda year: (-years[year], year), default="")


def _top(body: str) -> Iterator[str]:
    lines = (line.strip() for line in body[:4000].splitlines())
    for number, line in enumerate(line for line in lines if line):
        if number == TOP_LINES:
            return
        yield line


def _days(text: str, plain: bool = False) -> Iterator[str]:
    for match in _FULL_DAY.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if plain and (_NOT_PUBLICATION.search(before) or _INTERVAL_AFTER.match(text, match.end())):
            continue
        if day := _iso(match):
            yield day


def _iso(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    if found["ey"]:
        return _valid(found["ey"], found["em"], found["ed"])
    if found["dd"]:
        return _valid(found["dy"], _month(found["dm"]), found["dd"])
    if found["md"]:
        return _valid(found["my"], _month(found["mm"]), found["md"])
    days = {
        _valid(found["ny"], found["n2"], found["n1"]),
        _valid(found["ny"], found["n1"], found["n2"]),
    } - {None}
    return days.pop() if len(days) == 1 else None


def _month(name: str) -> str:
    return str(_NUMBER[name.lower().rstrip(".")])


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
