"""Statements that follow from others by the annotation guide: whom an operation involves."""

from collections.abc import Iterable, Iterator

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.script import Finding
from communique.ontology import EntityType, Relation

_TAKING_PART = frozenset(
    {
        Relation.LEADS, Relation.PARTICIPATES_IN, Relation.ORGANISES, Relation.HOSTS,
    }
)  # fmt: skip


def derived(cast: Cast, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield INVOLVES for the state whose authorities lead, host, organise or take part.

    "The broader triple that follows from a stated one (police of a country take part, so the
    operation INVOLVES the country) is stated" (annotation guide, relations).
    """
    for finding in findings:
        if finding.object.type == EntityType.OPERATION and finding.relation in _TAKING_PART:
            state = _state(cast, finding.subject)
            if state is not None:
                yield _involves(finding, finding.object, state)


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
