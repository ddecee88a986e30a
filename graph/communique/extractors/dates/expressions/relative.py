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
from communique.extractors.dates.expressions.openings import DIGITS, WEEKDAYS, Places, opened

_ENDS = r"(?=\s*(?:[,.;:\u2013)]|\n|$))"
"""What stands after "the day before" when no event follows it."""
_NUMBER = rf"(?P<count>{'|'.join(SMALL_NUMBERS)}|\d{{1,2}})"
_UNIT = "(?P<unit>week|weekend|month|year)"

_SAME_DAY = Shift(Base.NARRATIVE, Unit.DAY, 0)
_YESTERDAY = Shift(Base.RELEASE, Unit.DAY, -1)
_TODAY = Shift(Base.RELEASE, Unit.DAY, 0)
_TOMORROW = Shift(Base.RELEASE, Unit.DAY, 1)
_TWO_DAYS = (
    (opened("yesterday", rf"(?<!\w)[Yy]esterday{GAP}and{GAP}today(?!\w)"), _YESTERDAY, _TODAY),
    (opened("today", rf"(?<!\w)[Tt]oday{GAP}and{GAP}tomorrow(?!\w)"), _TODAY, _TOMORROW),
)
_FIXED_WORDS = {
    ("the day",
    rf"(?:[Tt]he{GAP})?day{GAP}before{GAP}yesterday"): Shift(Base.RELEASE, Unit.DAY, -2),
    ("the day", rf"(?:[Tt]he{GAP})?day{GAP}after{GAP}tomorrow"): Shift(Base.RELEASE, Unit.DAY, 2),
    ("early earlier late later today",
    rf"(?:[Ee]arl(?:y|ier){GAP}|[Ll]ater?{GAP})?(?:TODAY|[Tt]oday)"
    rf"(?:{GAP}\(\d\d?(?:st|nd|rd|th)?\))?"): _TODAY,
    ("early late yesterday",
    rf"(?:[Ll]ate{GAP}|[Ee]arly{GAP})?[Yy]esterday(?:{GAP}{DAY_PART})?"
    rf"(?:{GAP}\(\d\d?(?:st|nd|rd|th)?\))?"): _YESTERDAY,
    ("tomorrow", rf"[Tt]omorrow(?:{GAP}{DAY_PART})?"): _TOMORROW,
    ("early earlier late later this tonight",
    rf"(?:[Ee]arl(?:y|ier){GAP}|[Ll]ater?{GAP})?[Tt]his{GAP}{DAY_PART}"
    rf"(?:{GAP}\(\d\d?(?:st|nd|rd|th)?\))?|[Tt]onight"): _TODAY,
    ("last", rf"[Ll]ast{GAP}(?:night|evening)"): _YESTERDAY,
    ("the that same",
    rf"(?:[Tt]he{GAP}|[Tt]hat{GAP})?[Ss]ame{GAP}(?:day|{DAY_PART})"): _SAME_DAY,
    ("earlier late later on that",
    rf"(?:[Ee]arlier|[Ll]ater?){GAP}(?:that|in{GAP}the|the{GAP}same){GAP}(?:day|{DAY_PART})"
    rf"|(?:[Oo]n{GAP})?[Tt]hat{GAP}(?:day|{DAY_PART})"): _SAME_DAY,
    ("in", rf"(?<![^\n.!?]\s)In{GAP}the{GAP}(?:morning|afternoon|evening)"): _SAME_DAY,
    ("the",
    rf"[Tt]he{GAP}(?:following|next){GAP}(?:day|{DAY_PART})"
    rf"|[Tt]he{GAP}day{GAP}after{_ENDS}"): Shift(Base.NARRATIVE, Unit.DAY, 1),
    ("the",
    rf"[Tt]he{GAP}previous{GAP}(?:day|{DAY_PART})"
    rf"|[Tt]he{GAP}(?:day{GAP}before|eve){_ENDS}"): Shift(Base.NARRATIVE, Unit.DAY, -1),
    ("the", rf"[Tt]he{GAP}(?:end|beginning|start|middle){GAP}of{GAP}the{GAP}month"):
    Shift(Base.RELEASE, Unit.MONTH, 0),
    ("the", rf"[Tt]he{GAP}(?:next|coming){GAP}(?:(?:few|[a-z]+|\d\d?){GAP})?(?:days|weeks|months)"):
    Shift(Base.RELEASE, Unit.WEEK, None),
    ("the", rf"[Tt]he{GAP}(?:weekend)"): Shift(Base.RELEASE, Unit.WEEKEND, 0),
}  # fmt: skip
_FIXED = tuple(
    (opened(words, rf"(?<!\w)(?:{pattern})(?!\w)"), shift)
    for (words, pattern), shift in _FIXED_WORDS.items()
)
_FROM_RELEASE = opened(
    "early earlier late later this last next the",
    rf"\b(?:(?:[Ee]arlier|[Ll]ater?|[Ee]arly){GAP})?"
    rf"(?<!the )(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he{GAP}current){GAP}{_UNIT}\b(?!{GAP}of\b)",
)
_FROM_NARRATIVE = opened(
    "earlier late later that same the",
    rf"\b(?:(?:[Ee]arlier|[Ll]ater?){GAP})?"
    rf"(?P<which>[Tt]hat|(?:[Tt]he{GAP})?[Ss]ame|[Tt]he{GAP}(?:following|previous)){GAP}"
    r"(?P<unit>week|month|year)\b",
)
_NUMBERS = f"{DIGITS} {' '.join(SMALL_NUMBERS)}"
_AGO = opened(
    f"{_NUMBERS} nearly almost about around over than some least",
    rf"\b(?P<vague>(?:nearly|almost|about|around|over|than|some|least){GAP})?"
    rf"(?i:{_NUMBER}){GAP}(?P<unit>day|week|month|year)s?{GAP}ago\b",
)
_LATER = opened(
    _NUMBERS,
    rf"\b(?i:{_NUMBER}){GAP}(?P<unit>day|month|year)s?{GAP}(?P<way>later|earlier)\b",
)
_OF_WEEK = rf"(?:{GAP}(?:of{GAP})?(?P<week>this|last|next){GAP}week\b(?!['\u2019]s))?"
"""The week behind one of its days: "Monday and Tuesday next week"."""
_WEEKDAY = opened(
    f"{WEEKDAYS} this last next",
    rf"(?<!\w)(?:(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his{GAP}coming|[Tt]his{GAP}past){GAP})?"
    rf"(?P<name>{FULL_WEEKDAY})(?:{GAP}{DAY_PART})?(?!\w){_OF_WEEK}",
)
_NO_DAY = re.compile(
    rf"(?:[Ee]very|[Ee]ach|Good|Black|Bloody|Ash|Easter|Palm|Cyber|Super|Whit|[Oo]n{GAP}a|\ba|"
    rf"following|previous){GAP}$"
)
_WEEKDAY_SPAN = opened(
    f"{WEEKDAYS} from between",
    rf"(?<!\w)(?:(?:[Ff]rom|[Bb]etween){GAP})?(?P<span>(?P<first>{FULL_WEEKDAY}){GAP}(?P<join>to|until|and){GAP}"
    rf"(?P<last>{FULL_WEEKDAY})(?!\w){_OF_WEEK})",
)
_COUNTED_DAY = re.compile(
    rf"\b(?:the|its|their|[Tt]he|[\w’']+[’']s?){GAP}"
    rf"(?P<which>first|opening|second|third|fourth|fifth|last|final|closing)"
    rf"(?:{GAP}and{GAP}(?:last|final|closing))?{GAP}(?P<day>day)\b"
    rf"(?!{GAP}of{GAP}(?:the{GAP})?(?:\d|year|month|week|war|school|[A-Z][a-z]+{GAP}\d|"
    r"January|February|March|April|May|June|July|August|September|October|November|December))"
)
_NAMED_DAY = re.compile(rf"(?:first|opening|second|third|fourth|fifth|last|final|closing){GAP}day")
"""What a text must hold for a day to be counted; looked for first, since that is quick."""
_DAY_COUNTS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "last": -1, "final": -1, "closing": -1}  # fmt: skip
_DIRECTIONS = {"this": 0, "last": -1, "next": 1, "coming": 1, "past": -1, "current": 0,
    "that": 0, "same": 0, "following": 1, "previous": -1}  # fmt: skip
_LOOK_BACK = 14
"""Characters before a weekday that may make it something else."""


def find_relative_expressions(text: str, places: Places) -> Iterator[Expression]:
    """Yield every reading, overlapping ones included, pattern by pattern.

    Args:
        text: One whole release.
        places: Where its words stand.
    """
    for pattern, shift in _FIXED:
        for match in pattern.matches(text, places):
            yield Expression(*match.span(), shift)
    for pattern, first, last in _TWO_DAYS:
        for match in pattern.matches(text, places):
            yield Expression(*match.span(), first, last)
    for match in _COUNTED_DAY.finditer(text) if _NAMED_DAY.search(text) else ():
        count = _DAY_COUNTS[match.group("which")]
        yield Expression(
            match.start("which"), match.end("day"), Shift(Base.PERIOD, Unit.DAY, count)
        )
    yield from _periods(text, places)
    yield from _counted(text, places)
    yield from _weekdays(text, places)


def _periods(text: str, places: Places) -> Iterator[Expression]:
    """Whole weeks, months and years: "last week", "the following year"."""
    for match in _FROM_RELEASE.matches(text, places):
        yield _shifted(match, Base.RELEASE)
    for match in _FROM_NARRATIVE.matches(text, places):
        yield _shifted(match, Base.NARRATIVE)


def _counted(text: str, places: Places) -> Iterator[Expression]:
    """Numbers of days, months and years: "four years ago", "two days later"."""
    for match in _AGO.matches(text, places):
        count = None if match.group("vague") else -_count(match)
        yield Expression(*match.span(), Shift(Base.RELEASE, Unit(match.group("unit")), count))
    for match in _LATER.matches(text, places):
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


def _weekdays(text: str, places: Places) -> Iterator[Expression]:
    for match in _WEEKDAY_SPAN.matches(text, places):
        first, last = (WEEKDAY_NUMBERS[match.group(end).lower()] for end in ("first", "last"))
        if match.group("join") == "and" and (last - first) % 7 != 1:
            continue  # two days apart, each by itself
        week = _week(match)
        yield Expression(
            *match.span("span"), WeekdayName(first, week=week), WeekdayName(last, week=week)
        )
    for match in _WEEKDAY.matches(text, places):
        if _NO_DAY.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]):
            continue
        weekday = WEEKDAY_NUMBERS[match.group("name").lower()]
        direction = _DIRECTIONS[_last_word(match)]
        yield Expression(*match.span(), WeekdayName(weekday, direction, _week(match)))


def _week(match: re.Match[str]) -> int | None:
    """Weeks from that of the release, if the words behind a weekday say of which it is."""
    return _DIRECTIONS.get(match.group("week") or "")
