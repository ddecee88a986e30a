"""Decisions about identity: what was taken for one, what was kept apart, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What was decided about entities that may be one."""

    MERGE = "merge"
    APART = "apart"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """One thing that speaks for or against two entities being one.

    Attributes:
        name: What was seen, in words ("same country: ROU").
        weight: How much it says, in log-odds; negative if it speaks against.
    """

    name: str
    weight: float


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One judgement about entities with a common name or office.

    Attributes:
        kind: What was decided; unsure means kept apart until a person says otherwise.
        ids: The entities, each by its first release-local id, in natural order.
        reason: Why, in words.
        score: How sure, over 0 and at most 1.
        features: What the score is made of; empty where one rule settles it.
    """

    kind: Verdict
    ids: tuple[str, ...]
    reason: str
    score: float
    features: tuple[Feature, ...] = ()
