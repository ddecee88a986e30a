"""Times counted from another one: "yesterday", "last year", "on Friday", "the next morning"."""

import re
from collections.abc import Iterator

from communique.extractors.dates.expressions.expression import (
    Base,
    Expression,
    Shift,
    Unit,
    WeekdayName,
)
from communique.extractors.dates.expressions.lexicon import (
    DAY_PART,
    FULL_WEEKDAY,
    GAP,
    SMALL_NUMBERS,
    WEEKDAY_NUMBERS,
)

_ENDS = r"(?=\s*(?:[,.;:\u2013)]|\n|$))"
"""What stands after "the day before" when no event follows it."""
_NUMBER = rf"(?P<count>{'|'.join(SMALL_NUMBERS)}|\d{{1,2}})"
_UNIT = "(?P<unit>week|weekend|month|year)"

_SAME_DAY = Shift(Base.NARRATIVE, Unit.DAY, 0)
_YESTERDAY = Shift(Base.RELEASE, Unit.DAY, -1)
_TODAY = Shift(Base.RELEASE, Unit.DAY, 0)
_TOMORROW = Shift(Base.RELEASE, Unit.DAY, 1)
_TWO_DAYS = (
    (re.compile(rf"(?<!\w)[Yy]esterday{GAP}and{GAP}today(?!\w)"), _YESTERDAY, _TODAY),
    (re.compile(rf"(?<!\w)[Tt]oday{GAP}and{GAP}tomorrow(?!\w)"), _TODAY, _TOMORROW),
)
_FIXED_WORDS = {
    rf"(?:[Tt]he{GAP})?day{GAP}before{GAP}yesterday": Shift(Base.RELEASE, Unit.DAY, -2),
    rf"(?:[Tt]he{GAP})?day{GAP}after{GAP}tomorrow": Shift(Base.RELEASE, Unit.DAY, 2),
    rf"(?:[Ee]arl(?:y|ier){GAP}|[Ll]ater?{GAP})?(?:TODAY|[Tt]oday)"
    rf"(?:{GAP}\(\d\d?(?:st|nd|rd|th)?\))?": _TODAY,
    rf"(?:[Ll]ate{GAP}|[Ee]arly{GAP})?[Yy]esterday(?:{GAP}{DAY_PART})?"
    rf"(?:{GAP}\(\d\d?(?:st|nd|rd|th)?\))?": _YESTERDAY,
    rf"[Tt]omorrow(?:{GAP}{DAY_PART})?": _TOMORROW,
    rf"(?:[Ee]arl(?:y|ier){GAP}|[Ll]ater?{GAP})?[Tt]his{GAP}{DAY_PART}"
    rf"(?:{GAP}\(\d\d?(?:st|nd|rd|th)?\))?|[Tt]onight": _TODAY,
    rf"[Ll]ast{GAP}(?:night|evening)": _YESTERDAY,
    rf"(?:[Tt]he{GAP}|[Tt]hat{GAP})?[Ss]ame{GAP}(?:day|{DAY_PART})": _SAME_DAY,
    rf"(?:[Ee]arlier|[Ll]ater?){GAP}(?:that|in{GAP}the|the{GAP}same){GAP}(?:day|{DAY_PART})"
    rf"|(?:[Oo]n{GAP})?[Tt]hat{GAP}(?:day|{DAY_PART})": _SAME_DAY,
    rf"(?<![^\n.!?]\s)In{GAP}the{GAP}(?:morning|afternoon|evening)": _SAME_DAY,
    rf"[Tt]he{GAP}(?:following|next){GAP}(?:day|{DAY_PART})"
    rf"|[Tt]he{GAP}day{GAP}after{_ENDS}": Shift(Base.NARRATIVE, Unit.DAY, 1),
    rf"[Tt]he{GAP}previous{GAP}(?:day|{DAY_PART})"
    rf"|[Tt]he{GAP}day{GAP}before{_ENDS}": Shift(Base.NARRATIVE, Unit.DAY, -1),
    rf"[Tt]he{GAP}(?:weekend)": Shift(Base.RELEASE, Unit.WEEKEND, 0),
}  # fmt: skip
_FIXED = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), shift) for pattern, shift in _FIXED_WORDS.items()
)
_FROM_RELEASE = re.compile(
    rf"\b(?:(?:[Ee]arlier|[Ll]ater?|[Ee]arly){GAP})?"
    rf"(?<!the )(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he{GAP}current){GAP}{_UNIT}\b(?!{GAP}of\b)"
)
_FROM_NARRATIVE = re.compile(
    rf"\b(?:(?:[Ee]arlier|[Ll]ater?){GAP})?"
    rf"(?P<which>[Tt]hat|(?:[Tt]he{GAP})?[Ss]ame|[Tt]he{GAP}(?:following|previous)){GAP}"
    r"(?P<unit>week|month|year)\b"
)
_AGO = re.compile(
    rf"\b(?P<vague>(?:nearly|almost|about|around|over|than|some|least){GAP})?"
    rf"(?i:{_NUMBER}){GAP}(?P<unit>day|week|month|year)s?{GAP}ago\b"
)
_LATER = re.compile(
    rf"\b(?i:{_NUMBER}){GAP}(?P<unit>day|month|year)s?{GAP}(?P<way>later|earlier)\b"
)
_WEEKDAY = re.compile(
    rf"(?<!\w)(?:(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his{GAP}coming|[Tt]his{GAP}past){GAP})?"
    rf"(?P<name>{FULL_WEEKDAY})(?:{GAP}{DAY_PART})?(?!\w)"
)
_NO_DAY = re.compile(
    rf"(?:[Ee]very|[Ee]ach|Good|Black|Bloody|Ash|Easter|Palm|Cyber|Super|Whit|[Oo]n{GAP}a|\ba|"
    rf"following|previous){GAP}$"
)
_WEEKDAY_SPAN = re.compile(
    rf"(?<!\w)(?:(?:[Ff]rom|[Bb]etween){GAP})?(?P<span>(?P<first>{FULL_WEEKDAY}){GAP}(?P<join>to|until|and){GAP}"
    rf"(?P<last>{FULL_WEEKDAY}))(?!\w)"
)
_COUNTED_DAY = re.compile(
    rf"\b(?:the|its|their|[Tt]he|[\w’']+[’']s?){GAP}"
    rf"(?P<which>first|opening|second|third|fourth|fifth|last|final|closing)"
    rf"(?:{GAP}and{GAP}(?:last|final|closing))?{GAP}(?P<day>day)\b"
    rf"(?!{GAP}of{GAP}(?:the{GAP})?(?:\d|year|month|week|war|school|[A-Z][a-z]+{GAP}\d|"
    r"January|February|March|April|May|June|July|August|September|October|November|December))"
)
_DAY_COUNTS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "last": -1, "final": -1, "closing": -1}  # fmt: skip
_DIRECTIONS = {"this": 0, "last": -1, "next": 1, "coming": 1, "past": -1, "current": 0,
    "that": 0, "same": 0, "following": 1, "previous": -1}  # fmt: skip
_LOOK_BACK = 14
"""Characters before a weekday that may make it something else."""


def find_relative_expressions(text: str) -> Iterator[Expression]:
    """Yield every reading, overlapping ones included, pattern by pattern."""
    for pattern, shift in _FIXED:
        for match in pattern.finditer(text):
            yield Expression(*match.span(), shift)
    for pattern, first, last in _TWO_DAYS:
        for match in pattern.finditer(text):
            yield Expression(*match.span(), first, last)
    for match in _COUNTED_DAY.finditer(text):
        count = _DAY_COUNTS[match.group("which")]
        yield Expression(
            match.start("which"), match.end("day"), Shift(Base.PERIOD, Unit.DAY, count)
        )
    yield from _periods(text)
    yield from _counted(text)
    yield from _weekdays(text)


def _periods(text: str) -> Iterator[Expression]:
    """Whole weeks, months and years: "last week", "the following year"."""
    for match in _FROM_RELEASE.finditer(text):
        yield _shifted(match, Base.RELEASE)
    for match in _FROM_NARRATIVE.finditer(text):
        yield _shifted(match, Base.NARRATIVE)


def _counted(text: str) -> Iterator[Expression]:
    """Numbers of days, months and years: "four years ago", "two days later"."""
    for match in _AGO.finditer(text):
        count = None if match.group("vague") else -_count(match)
        yield Expression(*match.span(), Shift(Base.RELEASE, Unit(match.group("unit")), count))
    for match in _LATER.finditer(text):
        count = _count(match) * (1 if match.group("way") == "later" else -1)
        yield Expression(*match.span(), Shift(Base.NARRATIVE, Unit(match.group("unit")), count))


def _last_word(match: re.Match[str]) -> str:
    return (match.group("which") or "this").split()[-1].lower()


def _shifted(match: re.Match[str], base: Base) -> Expression:
    unit = Unit(match.group("unit"))
    return Expression(*match.span(), Shift(base, unit, _DIRECTIONS[_last_word(match)]))


def _count(match: re.Match[str]) -> int:
    word = match.group("count").lower()
    return SMALL_NUMBERS.get(word) or int(word)


def _weekdays(text: str) -> Iterator[Expression]:
    for match in _WEEKDAY_SPAN.finditer(text):
        first, last = (WEEKDAY_NUMBERS[match.group(end).lower()] for end in ("first", "last"))
        if match.group("join") == "and" and (last - first) % 7 != 1:
            continue  # two days apart, each by itself
        yield Expression(*match.span("span"), WeekdayName(first), WeekdayName(last))
    for match in _WEEKDAY.finditer(text):
        if _NO_DAY.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]):
            continue
        weekday = WEEKDAY_NUMBERS[match.group("name").lower()]
        yield Expression(*match.span(), WeekdayName(weekday, _DIRECTIONS[_last_word(match)]))
