"""What a release dates as a whole, where it tells of one day only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from communique.extractors.cast.twins.occasions import is_other
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.parse import Sentence
from communique.extractors.reading.script import Finding, Scene, Script
from communique.extractors.reading.timing.calendar import Calendar
from communique.extractors.reading.timing.clauses import ends_something, verb_at
from communique.ontology import EntityType, Relation, Status

_OPENING = 2
"""Blocks after the title of which one names the day that a release is about."""
_DAY = 10
"""Characters of a date that is a day."""
_FRESH = timedelta(7)
"""How long after a day a release that is about it comes out."""
_TITLED = frozenset(
    {Relation.MEETS, Relation.VISITS, Relation.PARTICIPATES_IN, Relation.HELD_IN, Relation.HOSTS}
)
"""What a title tells of the day of its release."""
_LONGER = re.compile(r"\b(?:[a-z]+|\d+)-(?:day|week|month)\b|\bwhile in\b", re.IGNORECASE)
"""Words of what lasts longer than a day."""


def on_its_day(
    script: Script, calendar: Calendar, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings, those without date on the day that the release as a whole gives them.

    What a title tells is of the day of the first sentence, if that speaks of the same. Who took
    part in an event did so on the only day that is named. Journeys begin earlier, operations last,
    and talks are recalled of other days.

    Args:
        script: The release.
        calendar: Its dates.
        findings: What it states.
    """
    told, day, lead = list(findings), _only_day(script, calendar), _lead(script)
    known = {finding.ends for finding in told if finding.date}
    title = script.scenes[0].block.end if script.scenes else 0
    for finding in told:
        titled = finding.start < title and finding.ends not in known
        attended = finding.relation == Relation.PARTICIPATES_IN and finding.status == Status.HELD
        event = finding.object.type == EntityType.EVENT and not is_other(finding.object.name)
        undated = finding.date is None and event
        if finding.date is None and titled and lead and finding.relation in _TITLED:
            yield replace(finding, date=_told_first(calendar, *lead, finding))
        else:
            yield replace(finding, date=day) if day and attended and undated else finding


def _lead(script: Script) -> tuple[Scene, Sentence] | None:
    """The first sentence below the title that names somebody."""
    for scene in script.scenes[1:]:
        if scene.block.kind == BlockKind.PARAGRAPH:
            return next(((scene, sentence) for sentence in scene.sentences()), None)
    return None


def _told_first(
    calendar: Calendar, scene: Scene, sentence: Sentence, finding: Finding
) -> str | None:
    """The day of a sentence, if it names an end of a finding."""
    span = scene.span(sentence)
    named = scene.parties(*span)
    if finding.subject not in named and finding.object not in named:
        return None
    verb = scene.block.start + scene.offset(sentence.root)
    day = calendar.at(scene, *span, verb, carry=False)
    return None if day is None or calendar.is_last(scene, *span, day) else day


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
