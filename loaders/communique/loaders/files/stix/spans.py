"""The days that facts take."""

from collections.abc import Iterable
from datetime import date

from communique.graph import Fact, bounds


def span(facts: Iterable[Fact]) -> tuple[date, date] | None:
    """First and last day of the facts that have a date; None if none has."""
    days = [bounds(fact.qualifiers.date) for fact in facts if fact.qualifiers.date]
    return (min(first for first, _ in days), max(last for _, last in days)) if days else None
