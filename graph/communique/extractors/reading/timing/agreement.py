"""The days of events, as what is said of them agrees."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding
from communique.graph import bounds
from communique.ontology import EntityType, Relation, Status

_ON_THE_DAY = frozenset(
    {Relation.PARTICIPATES_IN, Relation.HELD_IN, Relation.HOSTS, Relation.LEADS}
)
"""Relations that hold while an event lasts."""
_OF_ITSELF = frozenset({Relation.HELD_IN, Relation.HOSTS})
"""Relations that tell of the event when it is."""
_SEVERAL = 2
"""How many were there on a day so that it is the day of the event."""


def on_days_of_events(findings: Iterable[Finding], published: str | None) -> list[Finding]:
    """The findings, those of an event that all dated ones give one date with that date.

    When somebody took part tells when he was there, and of the event only if others were there too.
    A day to come of what is over tells nothing of the event if no rule has read it: it is likelier
    that of something else in the sentence.

    Args:
        findings: What a release states.
        published: Its day.
    """
    today = date.fromisoformat(published) if published else date.max
    told: dict[Figure, dict[str, set[Figure]]] = defaultdict(lambda: defaultdict(set))
    some = list(findings)
    for finding in some:
        if finding.date is None:
            continue
        for event in _events(finding):
            tellers = told[event][finding.date]
            if not _is_ahead(finding, today):
                tellers.add(event if finding.relation in _OF_ITSELF else finding.subject)
    days = {
        event: day
        for event, by_day in told.items()
        for day, tellers in by_day.items()
        if len(by_day) == 1 and (event in tellers or len(tellers) >= _SEVERAL)
    }
    return [_with_day(finding, days) for finding in some]


def _is_ahead(finding: Finding, today: date) -> bool:
    """Whether a finding is over on a day to come, as far as the scorer alone can tell."""
    over = finding.scored and finding.status == Status.HELD
    return over and finding.date is not None and bounds(finding.date)[0] > today


def _with_day(finding: Finding, days: Mapping[Figure, str]) -> Finding:
    day = next((days[event] for event in _events(finding) if event in days), None)
    return replace(finding, date=day) if day and not finding.date else finding


def _events(finding: Finding) -> Iterator[Figure]:
    """Yield the event that a finding tells something of that happens on the day of the event."""
    if finding.relation in _ON_THE_DAY:
        ends = (finding.subject, finding.object)
        yield from (end for end in ends if end.type == EntityType.EVENT)
