"""Statements that follow from others: whom an operation involves, what is held or planned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.script import Finding
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_DEEDS = frozenset({Relation.VISITS, Relation.MEETS, Relation.PARTICIPATES_IN})
_TAKING_PART = frozenset(
    {
        Relation.LEADS, Relation.PARTICIPATES_IN, Relation.ORGANISES, Relation.HOSTS,
    }
)  # fmt: skip

_OF_PEOPLE = frozenset(
    f"involves/{name}"
    for name in (
        "of-countries", "including-units-from", "kit-comes-from",
        "they-came-from", "for-trainees", "forces-of-mission",
    )
)  # fmt: skip
"""Rules by which a state is involved since its forces, kit or trainees take part."""
_VAGUE = frozenset(
    "assistance aid support relief effort work proces activitie plan measure".split()
)
"""Nouns, without plural ending, of what is no undertaking of those who give or lead it."""


def derived(cast: Cast, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield INVOLVES for the state whose authorities lead, host, organise or take part.

    A state whose forces or trainees are in an operation takes part in it itself. "The broader
    triple that follows from a stated one (police of a country take part, so the operation INVOLVES
    the country) is stated" (annotation guide, relations).
    """
    findings = list(findings)
    people = [_taking_part(f) for f in findings if f.rule in _OF_PEOPLE]
    yield from people
    yield from _settled([*findings, *people])
    wholes = {f.subject: f.object for f in findings if f.relation == Relation.PART_OF}
    for finding in findings:
        operation = finding.object.type == EntityType.OPERATION and _is_shared(finding.object)
        if operation and finding.relation in _TAKING_PART:
            doer = finding.subject
            state = _state(cast, doer) or _state(cast, wholes.get(doer, doer))
            if state is not None:
                yield _involves(finding, finding.object, state)


def _taking_part(finding: Finding) -> Finding:
    """The part that a state has whose people are in an operation."""
    return replace(
        finding, subject=finding.object, relation=Relation.PARTICIPATES_IN, object=finding.subject,
        rule="participates/by-its-people",
    )  # fmt: skip


def _is_shared(operation: Figure) -> bool:
    """Whether those who take part in an operation are involved: not in aid that they give."""
    several = f"{operation.noun}s" in operation.name.lower().split()
    return operation.named or not (operation.noun in _VAGUE or several)


def _settled(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield again, held or planned, what no sentence places in time: "Minister's visit to X".

    An event is as others take part in it, else it is as the subject's other deeds are; held, if
    there are none.
    """
    known = {_ends(f) for f in findings if f.status}
    moods: dict[int, Status] = {}
    events: dict[int, Status] = {}
    for finding in findings:
        if finding.status and finding.relation == Relation.PARTICIPATES_IN:
            events.setdefault(finding.object.number, finding.status)
        if finding.status and finding.relation in _DEEDS:
            moods.setdefault(finding.subject.number, finding.status)
    for finding in findings:
        takes = "status" in SIGNATURES[finding.relation].qualifiers
        if takes and finding.status is None and _ends(finding) not in known:
            mood = moods.get(finding.subject.number, Status.HELD)
            yield replace(finding, status=events.get(finding.object.number, mood))


def _ends(finding: Finding) -> tuple[Relation, frozenset[int]]:
    return finding.relation, frozenset({finding.subject.number, finding.object.number})


def _involves(finding: Finding, operation: Figure, state: Figure) -> Finding:
    return Finding(
        operation, Relation.INVOLVES, state, finding.start, finding.end,
        "involves/by-participant", min(finding.confidence, 0.85),
    )  # fmt: skip


def _state(cast: Cast, figure: Figure) -> Figure | None:
    if figure.type == EntityType.COUNTRY:
        return figure
    if figure.type == EntityType.ORGANISATION:
        return cast.home_of(figure)
    return None
