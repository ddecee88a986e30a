"""The learner: one logistic regression for each relation, over sparse named features."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from communique.extractors.scoring.weights import RELATIONS
from communique.training.examples import Lesson
from communique.training.labels import FORBIDDEN, OPEN, RIGHT, WRONG

Numbers = NDArray[np.float64]

RAREST = 5
"""Releases that must have a feature for it to count: none of one text is learned."""
FEWEST = 3
"""Right examples of a relation below which it is not learned."""
STRENGTH = 0.05
"""Weight of the examples against the pull to zero."""
TRUST = 3.0
"""How much less features of rules and offices are pulled to zero than words are."""
JUDGED = 3.0
"""Weight of a label that somebody gave one candidate, against one that follows from annotation."""
STEPS = 60
_NEVER = -100.0
"""Intercept of a relation that is not learned."""
_TRUSTED = ("fired-", "rule", "office=", "bias")


@dataclass(frozen=True, slots=True)
class Table:
    """The examples of lessons as a matrix.

    Attributes:
        names: The features, a column each.
        rows: Examples by features.
        labels: Examples by relations.
        lessons: For each example the number of its lesson.
        judged: Whether each example is of a judged release.
    """

    names: tuple[str, ...]
    rows: csr_matrix
    labels: NDArray[np.int8]
    lessons: NDArray[np.int32]
    judged: NDArray[np.bool_]


def tabulate(lessons: Sequence[Lesson]) -> Table:
    """The matrix of all examples of the lessons."""
    counts: Counter[str] = Counter()
    for lesson in lessons:
        often = np.bincount(_features(lesson), minlength=len(lesson.names))
        counts.update(name for name, count in zip(lesson.names, often, strict=True) if count)
    names = tuple(sorted(name for name, count in counts.items() if count >= RAREST))
    columns = {name: column for column, name in enumerate(names)}
    matrix = stacked(list(rows_of_lessons(lessons, columns)), len(names))
    matrix.data = trust_of(names)[matrix.indices]
    sizes = [len(lesson.examples) for lesson in lessons]
    owners = np.repeat(np.arange(len(lessons), dtype=np.int32), sizes)
    judged = np.array([lesson.judged for lesson in lessons], np.bool_)[owners]
    return Table(names, matrix, labels_of(lessons), owners, judged)


def stacked(rows: Sequence[NDArray[np.int32]], width: int) -> csr_matrix:
    """Rows of a matrix of so many columns, from the columns in which each has a one."""
    ends = np.cumsum([0, *map(len, rows)])
    places = np.concatenate([np.zeros(0, np.int32), *rows])
    matrix = csr_matrix((np.ones(len(places)), places, ends), shape=(len(rows), width))
    matrix.sort_indices()
    return matrix


def _features(lesson: Lesson) -> NDArray[np.int32]:
    """The features of all examples of a lesson, one after the other."""
    return np.concatenate([np.zeros(0, np.int32), *(e.features for e in lesson.examples)])


def rows_of(
    names: Sequence[str], examples: Iterable[NDArray[np.int32]], columns: Mapping[str, int]
) -> Iterator[NDArray[np.int32]]:
    """Yield the columns of each example's features, those that have one.

    Args:
        names: The features of a release.
        examples: Those of each example, as numbers of the names.
        columns: The columns of features.
    """
    known = np.array([columns.get(name, -1) for name in names], np.int32)
    for features in examples:
        row = known[features]
        yield row[row >= 0]


def rows_of_lessons(
    lessons: Iterable[Lesson], columns: Mapping[str, int]
) -> Iterator[NDArray[np.int32]]:
    """Yield the same for all examples of lessons."""
    for lesson in lessons:
        yield from rows_of(lesson.names, (e.features for e in lesson.examples), columns)


def labels_of(lessons: Sequence[Lesson]) -> NDArray[np.int8]:
    """The labels of all examples, by relations."""
    examples = [example for lesson in lessons for example in lesson.examples]
    labels = np.full((len(examples), len(RELATIONS)), FORBIDDEN, np.int8)
    for row, example in enumerate(examples):
        for relation, label in example.labels:
            labels[row, relation] = label
    return labels


def learn(table: Table, chosen: NDArray[np.bool_], threads: int = 2) -> Numbers:
    """Weights, features by relations, with the intercept as last row, from chosen examples.

    A relation with too few right examples has an intercept that no feature outweighs. Relations
    are learned in several threads, which changes nothing in what each learns.
    """

    def column(relation: int) -> Numbers:
        return _learn_one(table, chosen, relation)

    with ThreadPoolExecutor(threads) as pool:
        return np.column_stack(list(pool.map(column, range(len(RELATIONS)))))


def _learn_one(table: Table, chosen: NDArray[np.bool_], relation: int) -> Numbers:
    weights = np.zeros(len(table.names) + 1)
    labels = table.labels[:, relation]
    kept = np.flatnonzero(chosen & (labels != FORBIDDEN) & (labels != OPEN))
    right = labels[kept] == RIGHT
    if right.sum() < FEWEST:
        weights[-1] = _NEVER
        return weights
    rows = table.rows[kept]
    used = np.unique(rows.indices)
    asked = table.judged[kept] & (right | (labels[kept] == WRONG))
    found = _logistic(rows[:, used], right, np.where(asked, JUDGED, 1.0))
    weights[used] = found[:-1]
    weights[-1] = found[-1]
    return weights


def scores(table: Table, weights: Numbers, chosen: NDArray[np.bool_]) -> Numbers:
    """The scores of chosen examples; -inf where the vocabulary does not allow a relation."""
    found: Numbers = np.asarray(table.rows[chosen] @ weights[:-1]) + weights[-1]
    found[table.labels[chosen] == FORBIDDEN] = -np.inf
    return found


def unscaled(table: Table, weights: Numbers) -> Numbers:
    """The weights for features that count as one each, without the intercept."""
    found: Numbers = weights[:-1] * trust_of(table.names)[:, None]
    return found


def trust_of(names: Sequence[str]) -> Numbers:
    """By how much each feature counts more than a word where weights are pulled to zero."""
    return np.array([TRUST if name.startswith(_TRUSTED) else 1.0 for name in names])


def _logistic(rows: csr_matrix, right: NDArray[np.bool_], worth: Numbers) -> Numbers:
    """Weights and intercept of a logistic regression with a quadratic pull to zero."""
    turned = rows.T.tocsr()
    signs, worth = np.where(right, 1.0, -1.0), STRENGTH * worth

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margins = signs * (rows @ weights[:-1] + weights[-1])
        slopes = -signs * worth / (1 + np.exp(np.clip(margins, -50, 50)))
        value = worth @ np.logaddexp(0, -margins) + weights[:-1] @ weights[:-1] / 2
        gradient = np.append(turned @ slopes + weights[:-1], slopes.sum())
        return float(value), gradient

    start = np.zeros(rows.shape[1] + 1)
    start[-1] = -3.0
    options: Mapping[str, Any] = {"maxiter": STEPS, "maxcor": 8}
    found: Numbers = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found
