"""Patterns for dates with a written day, month or year.

Groups: ``w`` weekday, ``d`` day, ``m`` month, ``n`` month in digits, ``y`` year, with 1 for the
first and 2 for the second point of an interval; ``join`` is the word between the two; ``span`` is
the mention where the pattern also reads the preposition before it.
"""

from communique.extractors.dates.expressions.lexicon import (
    BEFORE_NUMBER,
    DASH,
    DAY,
    DAY_PART,
    FULL_MONTH,
    GAP,
    MONTH,
    NOT_AN_EVENT_YEAR,
    WEEKDAY,
    YEAR,
)
from communique.extractors.dates.expressions.openings import (
    DIGITS,
    MONTHS,
    NAMES,
    WEEKDAYS,
    Opened,
    opened,
)

_JOIN = (
    rf"(?:{GAP}?(?:{DASH}|/){GAP}?|,?{GAP}(?P<join>to|until|till|through|and|&|or){GAP}"
    rf"(?:on{GAP})?)"
)
_ON = rf"(?:{GAP}{DAY_PART})?(?:,{GAP}?|{GAP})(?:\(|the{GAP})?"
_PHASE = rf"(?:(?:early|late|mid|the{GAP}end{GAP}of|the{GAP}beginning{GAP}of)(?:{GAP}|-))?"


def _weekday(number: int) -> str:
    return rf"(?:(?P<w{number}>{WEEKDAY}){_ON})?"


def _day(number: int) -> str:
    return rf"{_weekday(number)}(?:the{GAP})?(?P<d{number}>{DAY})"


def _year(number: int) -> str:
    return rf"(?:,?{GAP}(?P<y{number}>{YEAR}))?"


def _day_month(number: int) -> str:
    return rf"{_day(number)}(?:{GAP}of)?{GAP}(?P<m{number}>{MONTH})(?!\w){_year(number)}"


def _month_day(number: int) -> str:
    return rf"{_weekday(number)}(?P<m{number}>{MONTH}){GAP}(?P<d{number}>{DAY}){_year(number)}"


_DAY_WORDS = f"{WEEKDAYS} the {DIGITS}"
_PHASES = "early late mid the"

_TWO_POINTS = [
    (_DAY_WORDS, rf"{_day_month(1)}{_JOIN}{_day_month(2)}"),
    (_DAY_WORDS, rf"{_day(1)}{_JOIN}{_day_month(2)}"),
    (NAMES, rf"{_month_day(1)}{_JOIN}{_month_day(2)}"),
    (NAMES, rf"{_month_day(1)}{_JOIN}{_day(2)}{_year(2)}"),
    (MONTHS, rf"(?P<m1>{MONTH}){GAP}(?P<y1>{YEAR}){_JOIN}(?P<m2>{MONTH}){GAP}(?P<y2>{YEAR})"),
    (MONTHS, rf"(?P<m1>{MONTH})(?!\w){_JOIN}(?P<m2>{MONTH}){GAP}(?P<y2>{YEAR})"),
    (
        MONTHS,
        rf"(?P<m1>{FULL_MONTH})(?:,{GAP}{FULL_MONTH}){{1,6}},?{GAP}and{GAP}(?P<m2>{FULL_MONTH}){GAP}"
        rf"(?P<y2>{YEAR})",
    ),
    (
        "from between in",
        rf"(?:(?:[Ff]rom|[Bb]etween|[Ii]n){GAP})(?P<span>(?P<m1>{FULL_MONTH}){_JOIN}"
        rf"(?P<m2>{FULL_MONTH}))(?!\w)",
    ),
    (
        "from between in of during for period years",
        rf"(?:(?:[Ff]rom|[Bb]etween|[Ii]n|of|[Dd]uring|for|[Pp]eriod|[Yy]ears){GAP})"
        rf"(?P<span>(?P<y1>{YEAR}){_JOIN}(?P<y2>{YEAR})){NOT_AN_EVENT_YEAR}",
    ),
]
_ONE_POINT = [
    (_DAY_WORDS, _day_month(1)),
    (NAMES, _month_day(1)),
    (
        f"{WEEKDAYS} {DIGITS}",
        rf"{_weekday(1)}(?P<y1>(?:19|20)\d\d)-(?P<n1>0[1-9]|1[0-2])-(?P<d1>[0-3]\d)(?![\d-])",
    ),
    (DIGITS, rf"(?P<d1>\d\d?)-(?P<m1>{MONTH})-(?P<y1>{YEAR})"),
    (f"{MONTHS} {_PHASES}", rf"(?P<span>{_PHASE}(?P<m1>{MONTH})(?:{GAP}of|,)?{GAP}(?P<y1>{YEAR}))"),
    (
        f"{MONTHS} {_PHASES}",
        rf"(?P<span>{_PHASE}(?P<m1>{FULL_MONTH}){GAP}(?:of{GAP})?(?P<shift>this|last|next){GAP}year)\b",
    ),
    (
        "on",
        rf"[Oo]n{GAP}(?P<span>the{GAP}(?P<d1>\d\d?)(?:st|nd|rd|th))"
        rf"(?=[,.;)]|{GAP}(?:he|she|they|the|both|in|at|with|by|his|her)\b)",
    ),
    (
        "this last next",
        rf"(?P<span>(?P<mshift>[Tt]his|[Ll]ast|[Nn]ext){GAP}(?P<m1>{FULL_MONTH}))(?!\w)",
    ),
    (
        "in since until during throughout",
        rf"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Tt]hroughout){GAP}"
        rf"(?P<span>{_PHASE}(?P<m1>{FULL_MONTH}))(?!\w)",
    ),
    (
        "the ' \u2019 his her their its",
        rf"(?:[Tt]he|['\u2019]s|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts){GAP}"
        rf"(?P<span>(?P<m1>{FULL_MONTH}))(?={GAP}[a-z])",
    ),
    (
        "of for by from before after till early late mid",
        rf"(?:of|for|by|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|till|[Ee]arly|[Ll]ate|[Mm]id)(?:{GAP}|-)"
        rf"(?P<span>{_PHASE}(?P<m1>{FULL_MONTH}))(?!\w)(?!{GAP}[A-Z])",
    ),
    (
        "in of during since by until till for from to before after throughout through within as "
        "early late mid year",
        rf"(?:[Ii]n|[Oo]f|[Dd]uring|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]or|[Ff]rom|[Tt]o|[Bb]efore|"
        rf"[Aa]fter|[Tt]hroughout|[Tt]hrough|[Ww]ithin|[Aa]s{GAP}early{GAP}as|[Ee]arly|[Ll]ate|[Mm]id|[Yy]ear){DASH}?{GAP}?(?<!\w)"
        rf"(?P<span>{_PHASE}(?P<y1>{YEAR})){NOT_AN_EVENT_YEAR}",
    ),
]


def _numbers_apart(patterns: list[tuple[str, str]]) -> tuple[Opened, ...]:
    return tuple(opened(words, BEFORE_NUMBER + pattern) for words, pattern in patterns)


TWO_POINTS, ONE_POINT = _numbers_apart(_TWO_POINTS), _numbers_apart(_ONE_POINT)
(NUMERIC,) = _numbers_apart([(DIGITS, r"(\d\d?)([./])(\d\d?)\2((?:19|20)\d\d)(?!\d)")])
_DAYS = rf"(?P<days>{DAY}(?:,{GAP}{DAY}){{1,6}},?{GAP}(?:and|or|&){GAP}{DAY})"
DAY_LISTS = _numbers_apart(
    [
        (DIGITS, rf"{_DAYS}(?:{GAP}of)?{GAP}(?P<m1>{MONTH})(?!\w){_year(1)}"),
        (MONTHS, rf"(?P<m1>{MONTH}){GAP}{_DAYS}{_year(1)}"),
    ]
)
PART_OF_YEAR = opened(
    "spring summer autumn fall winter end beginning start middle first second third fourth last "
    "course q",
    rf"(?P<part>(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Ee]nd|[Bb]eginning|[Ss]tart|"
    rf"[Mm]iddle|(?:first|second|third|fourth|last){GAP}(?:half|quarter)|[Cc]ourse)(?:{GAP}of)?|"
    rf"Q[1-4]){GAP}(?:(?P<y1>{YEAR})|(?P<shift>this|last|next){GAP}year\b)",
    inside=True,
)
