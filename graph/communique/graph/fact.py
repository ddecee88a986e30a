"""Facts: statements of all releases that say the same, merged, with their support."""

import hashlib
from dataclasses import dataclass, field

from communique.graph.entity import Entity
from communique.graph.statement import Evidence, Qualifiers
from communique.ontology import SIGNATURES, Relation

KEY_LENGTH = 20
"""Hexadecimal digits of a fact's key."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or several releases say of two canonical entities.

    Attributes:
        subject: First entity, with its canonical id. For a symmetric relation the one whose id
            sorts first.
        predicate: The relation.
        object: Second entity, with its canonical id.
        qualifiers: When, where, as what.
        evidence: Every quote, at least one; those of releases that agree in the status before
            others (what was held before its announcement), then by release, start and rule.
        confidence: Of the best statement, over 0 and at most 1.
        key: What makes two facts different: ends, relation, date, event and role, hashed.
    """

    subject: Entity
    predicate: Relation
    object: Entity
    qualifiers: Qualifiers
    evidence: tuple[Evidence, ...]
    confidence: float
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Hash what makes the key, which everything that orders or compares facts asks for."""
        ends = [self.subject.id, self.object.id]
        if SIGNATURES[self.predicate].symmetric:
            ends.sort()
        q = self.qualifiers
        parts = (ends[0], str(self.predicate), ends[1], q.date or "", q.event or "", q.role or "")
        key = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:KEY_LENGTH]
        object.__setattr__(self, "key", key)

    @property
    def order(self) -> tuple[str, ...]:
        """What facts are sorted by: subject id, relation, object id and key."""
        return self.subject.id, self.predicate, self.object.id, self.key

    @property
    def support(self) -> int:
        """Number of releases that say it."""
        evidence = self.evidence
        return len({item.release for item in evidence}) if len(evidence) > 1 else 1
