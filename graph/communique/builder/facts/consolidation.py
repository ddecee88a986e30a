"""What one release says, once: restatements that say less join the one that says more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.graph import Entity, Evidence, Qualifiers, Statement
from communique.ontology import SIGNATURES, Relation, Status

_TELLING = ("date", "event", "role")
"""The qualifiers that tell two facts of the same ends apart."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one release says of two canonical entities.

    Attributes:
        subject: First entity; for a symmetric relation the one whose id sorts first.
        predicate: The relation.
        object: Second entity.
        qualifiers: When, where, as what.
        variants: The qualifiers of every statement in it, in text order.
        evidence: Every quote.
        confidence: Of the best statement.
    """

    subject: Entity
    predicate: Relation
    object: Entity
    qualifiers: Qualifiers
    variants: tuple[Qualifiers, ...]
    evidence: tuple[Evidence, ...]
    confidence: float


def claim(statement: Statement, entities: Mapping[str, Entity]) -> Claim | None:
    """A statement about canonical entities; None if its ends are one."""
    subject, object_ = entities[statement.subject.id], entities[statement.object.id]
    if subject.id == object_.id:
        return None
    if SIGNATURES[statement.predicate].symmetric and object_.id < subject.id:
        subject, object_ = object_, subject
    return Claim(
        subject,
        statement.predicate,
        object_,
        statement.qualifiers,
        (statement.qualifiers,),
        statement.evidence,
        statement.confidence,
    )


def consolidate(claims: Iterable[Claim]) -> list[Claim]:
    """Claims of one release with one left for each thing it says of two entities.

    A claim without date, event or role joins the one that has it, if there is exactly one that
    agrees in the rest ("met", and elsewhere "met on 20 November").
    """
    by_ends: dict[tuple[str, Relation, str], list[Claim]] = defaultdict(list)
    for item in claims:
        by_ends[item.subject.id, item.predicate, item.object.id].append(item)
    return [item for group in by_ends.values() for item in _consolidate(group)]


def _consolidate(claims: Sequence[Claim]) -> list[Claim]:
    by_told: dict[frozenset[tuple[str, str]], list[Claim]] = defaultdict(list)
    for item in claims:
        by_told[told(item.qualifiers)].append(item)
    fullest = [one for one in by_told if not any(one < other for other in by_told)]
    for one in [one for one in by_told if one not in fullest]:
        targets = [other for other in fullest if one < other]
        if len(targets) == 1:
            by_told[targets[0]].extend(by_told.pop(one))
    return [_united(group) for group in by_told.values()]


def told(qualifiers: Qualifiers) -> frozenset[tuple[str, str]]:
    """The qualifiers that tell facts apart, without regard to case and a leading article."""
    stated = qualifiers.stated()
    return frozenset(
        (name, stated[name].casefold().removeprefix("the ").strip())
        for name in _TELLING
        if name in stated
    )


def _united(claims: Sequence[Claim]) -> Claim:
    fullest = max(claims, key=lambda item: len(told(item.qualifiers)))
    variants = tuple(variant for item in claims for variant in item.variants)
    return replace(
        fullest,
        qualifiers=merged_qualifiers(variants, told(fullest.qualifiers)),
        variants=variants,
        evidence=tuple(quote for item in claims for quote in item.evidence),
        confidence=max(item.confidence for item in claims),
    )


def merged_qualifiers(
    variants: Sequence[Qualifiers], key: frozenset[tuple[str, str]]
) -> Qualifiers:
    """The commonest value of each qualifier, ties by order; held if any statement says held.

    Args:
        variants: The qualifiers of each statement.
        key: What tells the fact apart; a date, event or role that is not in it is left out.
    """
    names = {name for name, _ in key}
    return Qualifiers(
        date=_commonest(variants, "date") if "date" in names else None,
        place=_commonest(variants, "place"),
        event=_commonest(variants, "event") if "event" in names else None,
        role=_commonest(variants, "role") if "role" in names else None,
        status=_status(variants),
        amount=_commonest(variants, "amount"),
    )


def _commonest(variants: Sequence[Qualifiers], name: str) -> str | None:
    counts: dict[str, int] = defaultdict(int)
    for value in (variant.stated().get(name) for variant in variants):
        if value is not None:
            counts[value] += 1
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _status(variants: Sequence[Qualifiers]) -> Status | None:
    found = {variant.status for variant in variants if variant.status}
    return Status.HELD if Status.HELD in found else min(found, default=None)
