"""From scores to probabilities and thresholds, on releases that were not learned from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from communique.evaluation.matching.assignment import match
from communique.extractors.reading.script import Ends
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import Relation
from communique.training.examples import Lesson
from communique.training.learner import Numbers

Best = dict[Ends, float]
"""The best score of everything that a release may state."""

_LOWEST = -8.0
"""Scores below are as good as never."""
_PULL = 4.0
"""Examples by which a relation's calibration is pulled to that of all relations."""
_COLUMNS = {relation: number for number, relation in enumerate(RELATIONS)}
_AS_GOOD = 0.001
"""By how much an F measure is no less than another."""
_GRID = np.round(np.arange(0.2, 0.8, 0.01), 2)


@dataclass(frozen=True, slots=True)
class Tally:
    """Statements counted as the scorer of the annotations counts them."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of the statements that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what is annotated that is stated."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def best_scores(lessons: Sequence[Lesson], scored: Numbers) -> list[Best]:
    """For each lesson the best score of each pair and relation."""
    best: list[Best] = [{} for _ in lessons]
    row = 0
    for number, lesson in enumerate(lessons):
        for example in lesson.examples:
            for (relation, _), ends in zip(example.labels, example.ends, strict=True):
                score = float(scored[row, relation])
                if score > best[number].get(ends, _LOWEST):
                    best[number][ends] = score
            row += 1
    return best


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic curves from scores to probabilities, by relation."""

    slopes: Numbers
    offsets: Numbers

    def thresholds(self, probability: float) -> Numbers:
        """The scores that have a probability."""
        found: Numbers = (np.log(probability / (1 - probability)) - self.offsets) / self.slopes
        return found


AS_IT_IS = Calibration(np.ones(len(RELATIONS)), np.zeros(len(RELATIONS)))
"""Of what is a logit already."""


def calibrate(lessons: Sequence[Lesson], best: Sequence[Best]) -> Calibration:
    """Fit the curves; a relation with few statements follows that of all."""
    points: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for lesson, scored in zip(lessons, best, strict=True):
        for ends, score in scored.items():
            right = is_right(lesson, ends)
            if right is not None:
                points[_COLUMNS[ends[1]]].append((score, right))
    everything = [point for relation in sorted(points) for point in points[relation]]
    common = _curve(everything, (1.0, 0.0), 0.0)
    curves = [_curve(points.get(n, []), common, _PULL) for n in range(len(RELATIONS))]
    return Calibration(
        np.array([slope for slope, _ in curves]), np.array([offset for _, offset in curves])
    )


def _curve(
    points: Sequence[tuple[float, bool]], prior: tuple[float, float], pull: float
) -> tuple[float, float]:
    if not points:
        return prior
    scores = np.array([score for score, _ in points])
    signs = np.where([right for _, right in points], 1.0, -1.0)

    def loss(values: Numbers) -> float:
        margins = signs * (values[0] * scores + values[1])
        away = (values[0] - prior[0]) ** 2 + (values[1] - prior[1]) ** 2
        return float(np.logaddexp(0, -margins).sum() + pull * away)

    found = minimize(loss, np.array(prior), method="L-BFGS-B", bounds=[(0.2, 5), (-8, 8)]).x
    return float(found[0]), float(found[1])


def is_right(lesson: Lesson, ends: Ends) -> bool | None:
    """Whether a statement is right; None if it is neither right nor wrong."""
    numbers = lesson.golds.get(ends, frozenset())
    if any(number in lesson.required for number in numbers):
        return True
    return None if numbers or ends in lesson.neutral else False


def best_probability(
    lessons: Sequence[Lesson], best: Sequence[Best], calibration: Calibration, weight: float
) -> float:
    """The probability from which to state, by the F measure with a weight of recall.

    The highest of those that reach as much: around the best one it hardly changes, precision does.
    """
    lowest = calibration.thresholds(float(_GRID[0]))
    likely = [_from(scored, lowest) for scored in best]

    def value(probability: float) -> float:
        tally = total(tallies(lessons, likely, calibration.thresholds(probability)))
        square = weight * weight
        return (
            (1 + square)
            * tally.right
            / max(1, (1 + square) * tally.right + square * tally.missed + tally.wrong)
        )

    values = {float(probability): value(probability) for probability in _GRID}
    least = max(values.values()) - _AS_GOOD
    return max(probability for probability, reached in values.items() if reached >= least)


def tallies(
    lessons: Sequence[Lesson], best: Sequence[Best], thresholds: Numbers
) -> Mapping[int, Tally]:
    """What would be stated, by relation; of two that say one triple the second is wrong."""
    found = {number: Tally() for number in range(len(RELATIONS))}
    for lesson, scored in zip(lessons, best, strict=True):
        stated = _from(scored, thresholds)
        order = sorted(stated, key=lambda ends: (-stated[ends], ends))
        for relation, tally in _counted(lesson, order):
            found[_COLUMNS[relation]] += tally
    return found


def _from(scored: Best, thresholds: Numbers) -> Best:
    """What scores at least the threshold of its relation."""
    limits = thresholds.tolist()
    return {ends: score for ends, score in scored.items() if score >= limits[_COLUMNS[ends[1]]]}


def _counted(lesson: Lesson, stated: Sequence[Ends]) -> Iterator[tuple[Relation, Tally]]:
    """Yield the tally of each statement, the best first, and of each triple that is missed."""
    edges: dict[int, list[Ends]] = defaultdict(list)
    for ends in stated:
        for number in sorted(lesson.golds.get(ends, ())):
            edges[number].append(ends)
    order = sorted(edges, key=lambda number: (number not in lesson.required, number))
    chosen = match(order, edges)
    matched = {ends: number for number, ends in chosen.items()}
    for ends in stated:
        if ends in matched:
            yield ends[1], Tally(right=int(matched[ends] in lesson.required))
        elif lesson.golds.get(ends) or ends not in lesson.neutral:
            yield ends[1], Tally(wrong=1)
    for number, relation in lesson.required.items():
        if number not in chosen:
            yield relation, Tally(missed=1)


def total(found: Mapping[int, Tally] | Iterable[Tally]) -> Tally:
    """All tallies together."""
    values = found.values() if isinstance(found, Mapping) else found
    return sum(values, Tally())
