"""What the standing of two figures adds to a score at most, without a look at the pair."""

from collections.abc import Sequence

import numpy as np

from communique.extractors.cast import Figure
from communique.extractors.scoring.weights import RELATIONS, Scores, Weights
from communique.ontology import EntityType

TYPES = tuple(EntityType)
"""The order of types in tables."""

Group = Sequence[tuple[str, Scores]]
"""Features that begin alike: how their names go on, and their weights."""


class StandingBounds:
    """Bounds for what ``FeatureReader.standing`` tells of a pair.

    Of features that begin alike a pair has one, so the heaviest counts. The heads of offices are
    told of every pair of their holder.
    """

    def __init__(self, weights: Weights) -> None:
        """Look the weights over once."""
        groups: dict[str, list[tuple[str, Scores]]] = {}
        for name, row in weights.index.items():
            group, sign, rest = name.partition("=")
            groups.setdefault(group + sign, []).append((rest, weights.matrix[row]))
        self._all = _most(groups.get("office~", ())) + _most(groups.get("home", ()))
        self._person = _most(groups.get("office=", ())) + _most(groups.get("sides=", ()))
        within = [groups.get(group, ()) for group in ("within", "within=", "within-first=")]
        self._whole: Scores = np.sum([_heaviest(group) for group in within], axis=0)
        self._heads = _by_type(groups.get("office-head=", ()))

    def of(self, figure: Figure) -> Scores:
        """For each type of the right figure and each relation the bound with this left one."""
        most = self._all
        if figure.type == EntityType.PERSON:
            most = most + self._person
            for head in sorted({office.role.head.lower() for office in figure.offices}):
                most = most + self._heads.get(head, 0)
        return most + self._whole if figure.within else most


def _none() -> Scores:
    return np.zeros((len(TYPES), len(RELATIONS)), np.float32)


def _heaviest(group: Group) -> Scores:
    """The heaviest weights of features that begin alike, or of none."""
    return np.max(
        [np.zeros(len(RELATIONS), np.float32), *(weights for _, weights in group)], axis=0
    )


def _most(group: Group) -> Scores:
    """The same for each type, of features that are told of it or of any type."""
    told = [(rest.rpartition("|"), weights) for rest, weights in group]
    return np.stack(
        [_heaviest([(t[2], w) for t, w in told if not t[1] or t[2] == kind]) for kind in TYPES]
    )


def _by_type(group: Group) -> dict[str, Scores]:
    """Weights by what stands before the type, for each type."""
    found: dict[str, Scores] = {}
    for rest, weights in group:
        head, _, kind = rest.rpartition("|")
        found.setdefault(head, _none())[TYPES.index(EntityType(kind))] = weights
    return found
