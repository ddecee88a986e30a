"""Names of months and weekdays, and the fragments that date patterns are built from.

Every repetition in a fragment is bounded, so a search takes time linear in the text.
"""

_MONTHS = (
    ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May", "May"),
    ("June", "Jun"), ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"),
    ("October", "Oct"), ("November", "Nov"), ("December", "Dec"),
)  # fmt: skip
_WEEKDAYS = (
    ("Monday", "Mon"), ("Tuesday", "Tues", "Tue"), ("Wednesday", "Wed"),
    ("Thursday", "Thurs", "Thur", "Thu"), ("Friday", "Fri"), ("Saturday", "Sat"), ("Sunday", "Sun"),
)  # fmt: skip
_NUMBERS = (
    "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip

MONTH_NUMBERS = {form.lower(): n for n, forms in enumerate(_MONTHS, 1) for form in forms}
"""Month by any of its forms in lower case, without a full stop."""
WEEKDAY_NUMBERS = {form.lower(): n for n, forms in enumerate(_WEEKDAYS) for form in forms}
"""Weekday by any of its forms in lower case, Monday first from 0."""
SMALL_NUMBERS = {word: max(n, 1) for n, word in enumerate(_NUMBERS)} | {"an": 1}
"""Numbers that releases spell out."""


def _either_case(forms: list[str]) -> str:
    """As a name or in capitals; never in lower case, where "may" and "march" are other words."""
    return "|".join(dict.fromkeys([*forms, *(form.upper() for form in forms)]))


FULL_MONTH = f"(?:{_either_case([forms[0] for forms in _MONTHS])})"
MONTH = (
    f"(?:{_either_case([forms[0] for forms in _MONTHS])}|"
    f"(?:{_either_case([form for forms in _MONTHS for form in forms[1:]])})\\b\\.?)"
)
FULL_WEEKDAY = f"(?:{_either_case([forms[0] for forms in _WEEKDAYS])})"
WEEKDAY = (
    f"(?:{_either_case([forms[0] for forms in _WEEKDAYS])}|"
    f"(?:{_either_case([form for forms in _WEEKDAYS for form in forms[1:]])})\\b\\.?)"
)
GAP = r"(?:[ \t\u00a0\u2009\u202f]{1,3}|[ ]?\n)"
"""Between the words of one date: blanks, or the end of a wrapped line; never an empty line."""
YEAR = r"(?:19|20)\d\d(?![\d%])(?![.,]\d)(?!(?:[ ]?(?:hrs|hours|h)|s)\b)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w:%])(?![.,]\d)"
BEFORE_NUMBER = r"(?<![\w/:€$£])(?<!\d[.,])(?<!\w[-\u2013])"
"""A number that begins here is not the rest of another one or of a name."""
DASH = "[-\u2012\u2013\u2014\u2212]"
DAY_PART = "(?:morning|afternoon|evening|night)"
NOT_AN_EVENT_YEAR = (
    rf"(?!{GAP}(?:Agenda|Strategy|Report|Summit|Olympics?|Games|edition|people|persons|officers|"
    r"participants|soldiers|troops|euros?|EUR|USD|dollars|kg|kilos|tonnes|metres|km|cases)\b)"
)
"""A year before one of these is part of a name, or no year."""
