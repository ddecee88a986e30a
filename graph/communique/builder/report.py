"""What a build did."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from communique.ontology import EntityType, Relation


class Outcome(StrEnum):
    """What became of one input."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that gave no statements, and why.

    Attributes:
        path: File it came from, or the id of a release that was read.
        title: Its title as far as known.
        reason: What is wrong with it.
    """

    path: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was read, what it changed, and what the ledger holds afterwards.

    Attributes:
        read: Releases that the feed gave, each id once.
        new: Releases that the ledger did not hold.
        changed: Releases of which it held another text, or another reading.
        unchanged: Releases that it held as they are.
        writes: Releases written; 0 if the feed was loaded before.
        truncated: Releases read that the feed cut off.
        duplicates: Releases that the feed gave again, each id once.
        skipped: Inputs that gave no release.
        failed: Releases that could not be read for statements; the ledger keeps what it held.
        releases: Releases that the ledger holds now.
        statements: Statements that it holds now, by relation.
        entities: Entities that it holds now, by type, before resolution across releases.
    """

    read: int
    new: int
    changed: int
    unchanged: int
    writes: int
    truncated: int
    duplicates: tuple[str, ...]
    skipped: tuple[Problem, ...]
    failed: tuple[Problem, ...]
    releases: int
    statements: Mapping[Relation, int]
    entities: Mapping[EntityType, int]

    @property
    def complete(self) -> bool:
        """Whether every input gave its release and every release was read."""
        return not self.skipped and not self.failed

    def as_dict(self) -> dict[str, Any]:
        """The report for JSON, fields in the order above."""
        return {
            "read": self.read,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "writes": self.writes,
            "truncated": self.truncated,
            "duplicates": list(self.duplicates),
            "skipped": [_plain(problem) for problem in self.skipped],
            "failed": [_plain(problem) for problem in self.failed],
            "releases": self.releases,
            "statements": {str(name): count for name, count in self.statements.items()},
            "entities": {str(name): count for name, count in self.entities.items()},
        }


def _plain(problem: Problem) -> dict[str, str]:
    return {"path": problem.path, "title": problem.title, "reason": problem.reason}
