"""Decisions about identity: what was taken for one, what was kept apart, and why."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


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

    @classmethod
    def scored(
        cls, kind: Verdict, ids: Iterable[str], reason: str, features: Iterable[Feature]
    ) -> Self:
        """A decision with the score that its features make: the logistic of their sum."""
        found = tuple(features)
        score = 1 / (1 + math.exp(-sum(feature.weight for feature in found)))
        return cls(kind, tuple(ids), reason, round(score, 3), found)
