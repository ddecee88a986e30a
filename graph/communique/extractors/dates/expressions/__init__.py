"""What the words of a date say by themselves, before anything around them is looked at."""

from communique.extractors.dates.expressions.expression import (
    Base,
    CalendarPoint,
    Expression,
    Shift,
    Unit,
    WeekdayName,
)
from communique.extractors.dates.expressions.openings import places_of
from communique.extractors.dates.expressions.relative import find_relative_expressions
from communique.extractors.dates.expressions.written import find_written_expressions

__all__ = [
    "Base",
    "CalendarPoint",
    "Expression",
    "Shift",
    "Unit",
    "WeekdayName",
    "find_relative_expressions",
    "find_written_expressions",
    "places_of",
]
