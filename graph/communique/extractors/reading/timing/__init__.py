"""When a clause says that something happens."""

from communique.extractors.reading.timing.calendar import Calendar, is_begun
from communique.extractors.reading.timing.length import over_days
from communique.extractors.reading.timing.whole import on_its_day

__all__ = ["Calendar", "is_begun", "on_its_day", "over_days"]
