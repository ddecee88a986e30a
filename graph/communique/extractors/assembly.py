"""From findings to statements: one fact once, with all its words, offsets in the text as read."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from communique.extractors.cast import Figure
from communique.extractors.cast.kinds import is_group
from communique.extractors.cast.main_event import is_journey
from communique.extractors.qualifiers import (
    NamedSentence,
    attending_part,
    leading_part,
    own_sum,
    title_of,
    with_venues,
)
from communique.extractors.reading.script import Finding, Script
from communique.extractors.reading.timing.agreement import on_days_of_events
from communique.extractors.reading.timing.span import over_all_days
from communique.graph import Entity, Evidence, Qualifiers, Statement, bounds
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_TELLING = 32
"""Findings of one statement whose sentences are read for its role and its sum."""
_BORN_WITH = frozenset({"Prince", "Princess", "Duke", "Duchess", "Sheikh", "Sheikha"})
"""Roles that somebody has besides an office."""
_ROLES = {
    Relation.LEADS: leading_part,
    Relation.PARTICIPATES_IN: attending_part,
    Relation.REPRESENTS: title_of,
}
"""What tells as what somebody does something, by relation."""
_WAS_DUE = re.compile(
    r"\b(?:was|were|had)(?: been)?(?: \w+ly)? (?:due|planned|scheduled|expected|supposed|meant|set|"
    r"to|planning|intended|hoped)\b",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(
    r"(?!.*\b(?:regional|local|provincial|municipal|city)\b)"
    r"(?:(?:\w+ )?government of .+|[\w. ]+ government)",
    re.IGNORECASE,
)
"""Names of the government of a whole state."""


def assemble(script: Script, findings: Iterable[Finding]) -> tuple[Statement, ...]:
    """The statements of a release, ordered by first evidence.

    Findings with the same ends and relation are one statement if their dates agree or one has
    none; a finding without date joins the dated one. What is said of a government is said of its
    state, for which it stands (annotation guide, entity types). What is said of an event without a
    day has the day that the rest says of it, if that is one.
    """
    statements: list[Statement] = []
    kept = list(with_venues(script, filter(allowed, findings)))
    whole = over_all_days(script, _with_states(script, kept))
    dated = on_days_of_events(whole, script.release.published)
    entities = {f.number: entity_of(script, f) for f in script.cast.figures}
    ordered = sorted(dated, key=lambda f: (f.ends, f.start, f.rule))
    for _, group in groupby(ordered, key=lambda f: f.ends):
        for same in _by_date(list(group)):
            statement = _statement(script, entities, same)
            if statement is not None:
                statements.append(statement)
    return tuple(
        sorted(
            statements, key=lambda s: (s.evidence[0].start, s.subject.id, s.predicate, s.object.id)
        )
    )


def _with_states(script: Script, findings: list[Finding]) -> list[Finding]:
    """The findings, those of a government with its state where the vocabulary allows it."""
    ends = {end for finding in findings for end in (finding.subject, finding.object)}
    governments = (end for end in ends if _GOVERNMENT.fullmatch(end.name))
    ordered = sorted(governments, key=lambda figure: figure.number)
    homes = ((figure, script.cast.home_of(figure)) for figure in ordered)
    stands_for = {figure: state for figure, state in homes if state is not None}

    def told(finding: Finding) -> Finding:
        subject, object_ = (stands_for.get(end, end) for end in (finding.subject, finding.object))
        general = replace(finding, subject=subject, object=object_)
        return general if allowed(general) else finding

    return list(map(told, findings))


def allowed(finding: Finding) -> bool:
    """Whether the vocabulary allows what a finding says.

    A visit has nobody in its chair, a working group does nothing in the states of its members.
    """
    signature = SIGNATURES[finding.relation]
    if finding.relation == Relation.LEADS and is_journey(finding.object):
        return False
    if finding.relation == Relation.INVOLVES and is_group(finding.subject):
        return False
    return (
        finding.subject is not finding.object
        and finding.subject.type in signature.subjects
        and finding.object.type in signature.objects
    )


def _by_date(findings: list[Finding]) -> list[list[Finding]]:
    """Findings of one pair split by date: a wider date joins the first day inside it.

    Those without date join the first group.
    """
    dated = sorted({f.date for f in findings if f.date}, key=lambda d: (_width(d), d))
    kept: dict[str, list[Finding]] = {}
    for date in dated:
        inside = next((day for day in kept if _contains(date, day)), date)
        kept.setdefault(inside, []).extend(f for f in findings if f.date == date)
    undated = [f for f in findings if not f.date]
    if not kept:
        return [undated]
    groups = list(kept.values())
    groups[0] = [*groups[0], *undated]
    return groups


def _width(date: str) -> int:
    first, last = bounds(date)
    return (last - first).days


def _contains(wider: str, narrower: str) -> bool:
    """Whether a period lies inside another."""
    (first, last), (begin, end) = bounds(wider), bounds(narrower)
    return first <= begin and end <= last


def _statement(
    script: Script, entities: dict[int, Entity], findings: list[Finding]
) -> Statement | None:
    findings = sorted(findings, key=lambda f: (-f.confidence, f.start))
    first = findings[0]
    evidence = _evidence(script, findings)
    if not evidence:
        return None
    takes, telling = SIGNATURES[first.relation].qualifiers, findings[:_TELLING]
    date = next((f.date for f in sorted(findings, key=_precision) if f.date), None)
    values = {
        "date": date,
        "place": next((f.place for f in findings if f.place), None),
        "event": next((f.event for f in findings if f.event), None),
        "role": _telling_role(_role(script, f) for f in telling),
        "status": _settled(script, findings, date),
        "amount": next(filter(None, (_amount(script, f) for f in telling)), None),
    }
    return Statement(
        entities[first.subject.number],
        first.relation,
        entities[first.object.number],
        evidence,
        Qualifiers(**{k: v for k, v in values.items() if k in takes}),  # type: ignore[arg-type]
        max(f.confidence for f in findings),
    )


def _role(script: Script, finding: Finding) -> str | None:
    """The role that a finding has, or that its sentence tells."""
    told = _ROLES.get(finding.relation)
    if finding.role or told is None:
        return finding.role
    return told(NamedSentence.of(script.scenes, finding), finding)


def _telling_role(roles: Iterable[str | None]) -> str | None:
    """The first role, one that is no office last: "Prince A, Minister of Ports"."""
    known = filter(None, roles)
    first = next(known, None)
    return next((r for r in known if r not in _BORN_WITH), first) if first in _BORN_WITH else first


def _amount(script: Script, finding: Finding) -> str | None:
    """The sum of a finding whose relation takes one."""
    if "amount" not in SIGNATURES[finding.relation].qualifiers:
        return None
    sentence = NamedSentence.of(script.scenes, finding)
    return own_sum(sentence, finding.subject.number, finding.object.number, finding.amount)


def _settled(script: Script, findings: list[Finding], date: str | None) -> Status | None:
    """Held if any words say so; but days ahead of the release are planned, those before held.

    What "was due" on a day that is over may not have been.
    """
    statuses = [finding.status for finding in findings if finding.status]
    published = script.release.published
    if statuses and date and published:
        first, last = (day.isoformat() for day in bounds(date))
        if first > published:
            return Status.PLANNED
        quotes = (script.repaired.text[finding.start : finding.end] for finding in findings)
        if last < published and not any(map(_WAS_DUE.search, quotes)):
            return Status.HELD
    return Status.HELD if Status.HELD in statuses else next(iter(statuses), None)


def _precision(finding: Finding) -> tuple[int, int, int]:
    """How far the date of a finding is from naming a day; of intervals the shortest comes first."""
    date = finding.date or ""
    interval = "/" in date
    return (1 if interval or not date else 0, -len(date), _width(date) if interval else 0)


def _evidence(script: Script, findings: list[Finding]) -> tuple[Evidence, ...]:
    """Quotes of the findings in the text as read, the surest first, none twice."""
    release = script.release
    quotes: dict[tuple[int, int], Evidence] = {}
    for finding in findings:
        start, end = script.repaired.original(finding.start, finding.end)
        while start < end and release.text[start].isspace():
            start += 1
        while end > start and release.text[end - 1].isspace():
            end -= 1
        if start < end and (start, end) not in quotes:
            quotes[start, end] = Evidence(
                release.id, start, end, release.text[start:end], finding.rule
            )
    return tuple(quotes.values())


def entity_of(script: Script, figure: Figure) -> Entity:
    """The entity that a figure of a release becomes."""
    territory = figure.territory if figure.type == EntityType.COUNTRY else None
    name = figure.name
    aliases = sorted(alias for alias in figure.aliases if alias and alias != name)
    return Entity(
        f"{script.release.id}#{figure.number}",
        figure.type,
        name,
        tuple(dict.fromkeys(aliases)),
        figure.named,
        territory.iso3 if territory else None,
        territory.wikidata if territory else None,
    )
