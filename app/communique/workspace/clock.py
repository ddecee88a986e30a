"""The time of day, for the journal of a ledger, and the day from which "last week" counts."""

from datetime import UTC, date, datetime


def now() -> str:
    """The time of day, as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> date:
    """The day, where this machine is."""
    return date.today()
