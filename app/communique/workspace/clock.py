"""The time of day, which the journal of a ledger notes."""

from datetime import UTC, datetime


def now() -> str:
    """The time of day, as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
