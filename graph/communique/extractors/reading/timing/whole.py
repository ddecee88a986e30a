"""What a release dates as a whole, where it tells of one day only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Finding, Script
from communique.extractors.reading.timing.calendar import Calendar
from communique.extractors.reading.timing.clauses import ends_something, verb_at
from communique.ontology import EntityType, Relation, Status

_OPENING = 2
"""Blocks after the title of which one names the day that a release is about."""
_DAY = 10
"""Characters of a date that is a day."""
_FRESH = timedelta(7)
"""How long after a day a release that is about it comes out."""
_LONGER = re.compile(r"\b(?:[a-z]+|\d+)-(?:day|week|month)\b|\bwhile in\b", re.IGNORECASE)
"""Words of what lasts longer than a day."""


def on_its_day(
    script: Script, calendar: Calendar, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings, who took part in events without date on the only day that is named.

    Journeys begin earlier, operations last, and talks are recalled of other days.

    Args:
        script: The release.
        calendar: Its dates.
        findings: What it states.
    """
    day = _only_day(script, calendar)
    for finding in findings:
        attended = finding.relation == Relation.PARTICIPATES_IN and finding.status == Status.HELD
        undated = finding.date is None and finding.object.type == EntityType.EVENT
        yield replace(finding, date=day) if day and attended and undated else finding


def _only_day(script: Script, calendar: Calendar) -> str | None:
    """The only day that a release names, if it begins with it and tells of no longer stay."""
    days = {d.value for scene in script.scenes for d in calendar.days_of(scene)}
    day = next(iter(days)) if len(days) == 1 else None
    if day is None or len(day) != _DAY or not _is_fresh(day, script.release.published):
        return None
    lead = [scene for scene in script.scenes if scene.block.kind != BlockKind.TITLE][:_OPENING]
    verbs = [verb_at(scene, d.start) for scene in lead for d in calendar.days_of(scene)]
    longer = any(_LONGER.search(scene.block.text) for scene in lead)
    return day if verbs and not longer and not any(map(ends_something, verbs)) else None


def _is_fresh(day: str, published: str | None) -> bool:
    """Whether a release of a day can be about another that is over."""
    if published is None:
        return True
    return timedelta(0) <= date.fromisoformat(published) - date.fromisoformat(day) <= _FRESH
