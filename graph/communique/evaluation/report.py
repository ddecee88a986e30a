"""What scoring counts."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from communique.evaluation.matching.qualifiers import QUALIFIERS


@dataclass(slots=True)
class Count:
    """True positives, false positives, misses, and what is neutral; it grows while scoring."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    neutral: int = 0

    def add(self, other: "Count") -> None:
        """Add another count."""
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn
        self.neutral += other.neutral

    @property
    def precision(self) -> float | None:
        """Right of those predicted, neutral ones left out; None if none was."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Found of those wanted; None if none was wanted."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None if there is nothing to count."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None

    def as_dict(self) -> dict[str, int | float | None]:
        """For JSON."""
        return {
            "gold": self.tp + self.fn,
            "predicted": self.tp + self.fp + self.neutral,
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
            "neutral": self.neutral,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
        }


@dataclass(slots=True)
class Rate:
    """So many right of so many scored; it grows while scoring."""

    right: int = 0
    scored: int = 0

    @property
    def accuracy(self) -> float | None:
        """The share that is right; None if nothing was scored."""
        return self.right / self.scored if self.scored else None

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.scored += 1

    def as_dict(self) -> dict[str, int | float | None]:
        """For JSON."""
        return {"right": self.right, "scored": self.scored, "accuracy": self.accuracy}


@dataclass(slots=True)
class Errors:
    """What went wrong in one release, in words."""

    false_positives: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    missed_entities: list[str] = field(default_factory=list)
    qualifiers: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, list[str]]:
        """The kinds of which there are any, in the order of the fields."""
        kinds = {
            "false_positives": self.false_positives,
            "missed": self.missed,
            "entities": self.entities,
            "missed_entities": self.missed_entities,
            "qualifiers": self.qualifiers,
            "evidence": self.evidence,
        }
        return {name: list(items) for name, items in kinds.items() if items}


@dataclass(slots=True)
class Report:
    """The whole result.

    Attributes:
        triples: Over all releases.
        entities: Over all releases.
        by_predicate: Triples by relation.
        by_type: Entities by type.
        by_document: Triples by release, in order of the gold.
        qualifiers: Over matched triples, by qualifier.
        evidence_exact: Quotes that stand at their offsets.
        evidence_verbatim: Quotes that occur in the release.
        elsewhere: Statements without evidence in any gold document; they are not scored.
        errors: What went wrong, by release.
    """

    triples: Count = field(default_factory=Count)
    entities: Count = field(default_factory=Count)
    by_predicate: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_type: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_document: dict[str, Count] = field(default_factory=dict)
    qualifiers: dict[str, Rate] = field(
        default_factory=lambda: {name: Rate() for name in QUALIFIERS}
    )
    evidence_exact: Rate = field(default_factory=Rate)
    evidence_verbatim: Rate = field(default_factory=Rate)
    elsewhere: int = 0
    errors: dict[str, Errors] = field(default_factory=dict)

    def as_dict(self, errors: bool = False) -> dict[str, Any]:
        """For JSON, with every error in words if asked for."""
        predicates, types = sorted(self.by_predicate.items()), sorted(self.by_type.items())
        result: dict[str, Any] = {
            "triples": self.triples.as_dict(),
            "entities": self.entities.as_dict(),
            "by_predicate": {name: count.as_dict() for name, count in predicates},
            "by_type": {name: count.as_dict() for name, count in types},
            "by_document": {name: count.as_dict() for name, count in self.by_document.items()},
            "qualifiers": {name: rate.as_dict() for name, rate in self.qualifiers.items()},
            "evidence": {
                "exact": self.evidence_exact.as_dict(),
                "verbatim": self.evidence_verbatim.as_dict(),
            },
            "statements_elsewhere": self.elsewhere,
        }
        if errors:
            result["errors"] = {slug: found.as_dict() for slug, found in self.errors.items()}
        return result
