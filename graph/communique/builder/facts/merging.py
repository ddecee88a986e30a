"""The statements of all releases as facts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.builder.facts.consolidation import (
    Claim,
    claim,
    consolidate,
    merged_qualifiers,
    told,
)
from communique.builder.facts.offices import contradicted
from communique.graph import Entity, Fact, Statement
from communique.ontology import Relation

_Key = tuple[str, Relation, str, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Merged:
    """The facts of a ledger.

    Attributes:
        facts: In order of subject id, relation, object id and key.
        dropped: Statements left out because both ends are one entity.
        contradicted: Facts left out because other releases contradict what was guessed.
    """

    facts: tuple[Fact, ...]
    dropped: int
    contradicted: int = 0


def merge(
    releases: Iterable[tuple[str, Sequence[Statement]]], entities: Mapping[str, Entity]
) -> Merged:
    """Merge the statements of all releases into facts.

    Does not depend on the order of the releases.

    Args:
        releases: Release ids with the statements of each.
        entities: The canonical entity of each entity id in them.
    """
    claims: dict[_Key, list[Claim]] = defaultdict(list)
    dropped = 0
    for _, statements in releases:
        found = [claim(statement, entities) for statement in statements]
        dropped += found.count(None)
        for item in consolidate(item for item in found if item is not None):
            key = (item.subject.id, item.predicate, item.object.id, told(item.qualifiers))
            claims[key].append(item)
    facts = [_fact(items, key[-1]) for key, items in claims.items()]
    wrong = contradicted(facts)
    kept = (fact for fact in facts if fact.key not in wrong)
    return Merged(tuple(sorted(kept, key=lambda fact: fact.order)), dropped, len(wrong))


def _fact(claims: Sequence[Claim], key: frozenset[tuple[str, str]]) -> Fact:
    first = claims[0]
    qualifiers = merged_qualifiers([variant for item in claims for variant in item.variants], key)
    agreeing = {
        quote
        for item in claims
        if item.qualifiers.status is qualifiers.status
        for quote in item.evidence
    }
    evidence = {quote for item in claims for quote in item.evidence}
    return Fact(
        first.subject,
        first.predicate,
        first.object,
        qualifiers,
        tuple(
            sorted(evidence, key=lambda e: (e not in agreeing, e.release, e.start, e.rule, e.end))
        ),
        max(item.confidence for item in claims),
    )
