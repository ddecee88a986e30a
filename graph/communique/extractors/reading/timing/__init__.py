"""When a clause says that something happens."""

from communique.extractors.reading.timing.calendar import Calendar
from communique.extractors.reading.timing.length import over_days

__all__ = ["Calendar", "over_days"]
