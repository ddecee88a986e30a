"""All the days of an event of which a release says how many they are and which is last or first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extractors.cast import Figure
from communique.extractors.dates.mention import DateRole
from communique.extractors.reading.script import Finding, Scene, Script
from communique.extractors.reading.timing.clauses import (
    begins_something,
    ends_something,
    token_at,
    verb_dated,
)
from communique.extractors.reading.timing.length import COUNTED_DAYS, days_counted, lasts
from communique.extractors.syntax.arguments import clause_verb
from communique.ontology import UNDERTAKINGS, Relation

_DAY = 10
"""Characters of a date that is a day."""
_WHILE_ON = frozenset({Relation.PARTICIPATES_IN, Relation.HELD_IN, Relation.HOSTS})
"""Relations that hold on all days of an event."""
_REACH = 40
"""Code points behind "three-day" within which the event begins."""
_COUNTED = re.compile(rf"\b{COUNTED_DAYS}\b", re.IGNORECASE | re.ASCII)


def over_all_days(script: Script, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, those of the last or first day of an event with all its days.

    "Completed on Thursday a four-day workshop" ends with Thursday; what is held has its days even
    if nothing else dates it.

    Args:
        script: The release.
        findings: What it states.
    """
    spans = dict(_spans(script))
    for finding in findings:
        events = (end for end in (finding.subject, finding.object) if end.type in UNDERTAKINGS)
        known = [spans[event] for event in events if event in spans]
        fits = known and finding.relation in _WHILE_ON and _is_of(finding, *known[0])
        yield replace(finding, date=known[0][1]) if fits else finding


def _is_of(finding: Finding, day: str, _span: str) -> bool:
    """Whether a finding has the day that was named, or is a place without one."""
    return finding.date == day or (finding.date is None and finding.relation == Relation.HELD_IN)


def _spans(script: Script) -> Iterator[tuple[Figure, tuple[str, str]]]:
    """Yield the events with the day that is named and all their days, the last told first."""
    found: dict[Figure, set[tuple[str, str]]] = {}
    for scene in script.scenes:
        for match in _COUNTED.finditer(scene.block.text):
            event = _event_at(scene, match.start(), match.end())
            told = _told(script, scene, match) if event is not None else None
            if event is not None and told is not None:
                found.setdefault(event, set()).add(told)
    yield from ((event, told.pop()) for event, told in found.items() if len(told) == 1)


def _event_at(scene: Scene, start: int, end: int) -> Figure | None:
    """The event or exercise that words of its length belong to."""
    pairs = zip(scene.mentions, scene.figures, strict=True)
    near = (f for m, f in pairs if f and m.end > end and m.start <= end + _REACH)
    event = next(near, None)
    return event if event and event.type in UNDERTAKINGS and not lasts(event) else None


def _told(script: Script, scene: Scene, match: re.Match[str]) -> tuple[str, str] | None:
    """The only day of a sentence that begins or ends an event, with all days of that."""
    token = token_at(scene, scene.block.start + match.end() - 1)
    if token is None:
        return None
    sentence = next(s for s in scene.sentences() if token.i in range(s.start, s.end))
    start, end = scene.span(sentence)
    days = [d for d in script.dates if start <= d.start < end and d.role == DateRole.AT]
    day = days[0].value if len(days) == 1 else None
    verb = verb_dated(scene, days[0], clause_verb(token)) if day else None
    if day is None or len(day) != _DAY or verb is None:
        return None
    ended = ends_something(verb)
    told = ended != begins_something(verb)
    span = days_counted(match["count"], day, ended=ended) if told else None
    return (day, span) if span else None
