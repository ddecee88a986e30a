"""An order in which those who meet the same people stand together."""

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float64]


def by_likeness(meetings: Weights) -> list[int]:
    """Positions in an order by the second eigenvector of the Laplacian (Atkins et al. 1998).

    Alike are those who meet each other, and those who meet the same others. Groups that never meet
    come one after the other, the larger first; where two have the same place in it, the one that
    comes first stays first.

    Args:
        meetings: How often two met; symmetric.
    """
    order: list[int] = []
    for group in sorted(_groups(meetings), key=lambda group: (-len(group), group)):
        order += [group[place] for place in _along(meetings[np.ix_(group, group)])]
    return order


def _along(meetings: Weights) -> list[int]:
    if len(meetings) < 3:  # noqa: PLR2004  # two have but one order
        return list(range(len(meetings)))
    weights = _likeness(meetings)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    vector = np.linalg.eigh(laplacian)[1][:, 1]
    # Its sign is arbitrary: who meets most stands in the first half.
    if vector[np.argmax(meetings.sum(axis=1))] > 0:
        vector = -vector
    return [int(place) for place in np.argsort(vector.round(9), kind="stable")]


def _likeness(meetings: Weights) -> Weights:
    """Cosine of the roots of whom two meet, each meeting itself as often as anybody."""
    roots = np.sqrt(meetings)
    np.fill_diagonal(roots, roots.max(axis=1))
    roots /= np.linalg.norm(roots, axis=1, keepdims=True)
    likeness: Weights = roots @ roots.T
    np.fill_diagonal(likeness, 0)
    return likeness


def _groups(meetings: Weights) -> list[list[int]]:
    """Positions of those who meet, directly or through others."""
    left, groups = dict.fromkeys(range(len(meetings))), []
    while left:
        group, edge = set[int](), [next(iter(left))]
        while edge:
            group.update(edge)
            near = np.flatnonzero(meetings[edge].any(axis=0)).tolist()
            edge = [place for place in near if place not in group]
        for place in group:
            del left[place]
        groups.append(sorted(group))
    return groups
