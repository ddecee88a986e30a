"""The learner: one logistic regression for each relation, over sparse named features."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags

from communique.extractors.scoring.weights import RELATIONS
from communique.training.examples import OPEN, RIGHT, Lesson

Numbers = NDArray[np.float64]

RAREST = 3
"""Candidates that must have a feature for it to count."""
FEWEST = 3
"""Right examples of a relation below which it is not learned."""
STRENGTH = 0.1
"""Weight of the examples against the pull to zero."""
TRUST = 3.0
"""How much less features of rules and offices are pulled to zero than words are."""
STEPS = 60
_TRUSTED = ("fired-", "rule", "office=", "bias")


@dataclass(frozen=True, slots=True)
class Table:
    """The examples of lessons as a matrix.

    Attributes:
        names: The features, a column each.
        rows: Examples by features.
        labels: Examples by relations; 2 where the vocabulary does not allow the relation.
        lessons: For each example the number of its lesson.
    """

    names: tuple[str, ...]
    rows: csr_matrix
    labels: NDArray[np.int8]
    lessons: NDArray[np.int32]


FORBIDDEN = 2


def tabulate(lessons: Sequence[Lesson]) -> Table:
    """The matrix of all examples of the lessons."""
    counts: Counter[str] = Counter()
    for lesson in lessons:
        for example in lesson.examples:
            counts.update(example.names)
    names = tuple(sorted(name for name, count in counts.items() if count >= RAREST))
    columns = {name: column for column, name in enumerate(names)}
    places: list[int] = []
    ends = [0]
    labels: list[NDArray[np.int8]] = []
    owners: list[int] = []
    for number, lesson in enumerate(lessons):
        for example in lesson.examples:
            places += sorted(columns[name] for name in example.names if name in columns)
            ends.append(len(places))
            row = np.full(len(RELATIONS), FORBIDDEN, np.int8)
            for relation, label in example.labels:
                row[relation] = label
            labels.append(row)
            owners.append(number)
    matrix = csr_matrix(
        (np.ones(len(places)), np.array(places, np.int32), np.array(ends, np.int32)),
        shape=(len(owners), len(names)),
    )
    scale = np.array([TRUST if name.startswith(_TRUSTED) else 1.0 for name in names])
    return Table(
        names, (matrix @ diags(scale)).tocsr(), np.array(labels), np.array(owners, np.int32)
    )


def learn(table: Table, chosen: NDArray[np.bool_]) -> Numbers:
    """Weights, features by relations, with the intercept as last row, from chosen examples.

    A relation with too few right examples has an intercept that no feature outweighs.
    """
    weights = np.zeros((len(table.names) + 1, len(RELATIONS)))
    for relation in range(len(RELATIONS)):
        labels = table.labels[:, relation]
        kept = np.flatnonzero(chosen & (labels != FORBIDDEN) & (labels != OPEN))
        right = labels[kept] == RIGHT
        if right.sum() < FEWEST:
            weights[-1, relation] = -100.0
            continue
        rows = table.rows[kept]
        used = np.unique(rows.indices)
        found = _logistic(rows[:, used], right)
        weights[used, relation] = found[:-1]
        weights[-1, relation] = found[-1]
    return weights


def scores(table: Table, weights: Numbers, chosen: NDArray[np.bool_]) -> Numbers:
    """The scores of chosen examples; -inf where the vocabulary does not allow a relation."""
    found: Numbers = np.asarray(table.rows[chosen] @ weights[:-1]) + weights[-1]
    found[table.labels[chosen] == FORBIDDEN] = -np.inf
    return found


def unscaled(table: Table, weights: Numbers) -> Numbers:
    """The weights for features that count as one each, without the intercept."""
    scale = np.array([TRUST if name.startswith(_TRUSTED) else 1.0 for name in table.names])
    found: Numbers = weights[:-1] * scale[:, None]
    return found


def _logistic(rows: csr_matrix, right: NDArray[np.bool_]) -> Numbers:
    """Weights and intercept of a logistic regression with a quadratic pull to zero."""
    turned = rows.T.tocsr()
    signs = np.where(right, 1.0, -1.0)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margins = signs * (rows @ weights[:-1] + weights[-1])
        slopes = -signs / (1 + np.exp(np.clip(margins, -50, 50)))
        value = STRENGTH * np.logaddexp(0, -margins).sum() + weights[:-1] @ weights[:-1] / 2
        gradient = np.append(STRENGTH * (turned @ slopes) + weights[:-1], STRENGTH * slopes.sum())
        return float(value), gradient

    start = np.zeros(rows.shape[1] + 1)
    start[-1] = -3.0
    options: Mapping[str, Any] = {"maxiter": STEPS, "maxcor": 8}
    found: Numbers = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found
