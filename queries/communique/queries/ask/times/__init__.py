"""Times in questions: days, months, parts of years, and the periods that they bound."""

from communique.queries.ask.times.period import Bound, Period
from communique.queries.ask.times.reading import impossible_days, read_periods

__all__ = ["Bound", "Period", "impossible_days", "read_periods"]
