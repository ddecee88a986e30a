"""Training: weights from annotated releases, with figures on releases not learned from."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from communique.extractors.scoring.weights import RELATIONS, format_weights
from communique.training.calibration import (
    AS_IT_IS,
    Best,
    Calibration,
    Tally,
    best_probability,
    best_scores,
    calibrate,
    is_right,
    tallies,
    total,
)
from communique.training.collective.growing import crossed, format_trees, grow
from communique.training.collective.lessons import claim_table, told
from communique.training.examples import Lesson
from communique.training.learner import Numbers, Table, learn, scores, tabulate, unscaled

FOLDS = 5
RECALL = 0.8
"""Weight of recall against precision where the threshold is chosen: users trust what they see."""
LIGHTEST = 0.01
"""Weights below are left out."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trained:
    """What training made.

    Attributes:
        text: The weights as a file.
        trees: The trees of the second look as a file.
        card: What is said of them in its first line.
        crossed: Statements on releases not learned from, by number of the relation.
        reliability: For each tenth of probability: statements, and how many of them are right; what
            the scorer holds unlikely, so that it is not looked at again, is not counted.
    """

    text: str
    trees: str
    card: Mapping[str, Any]
    crossed: Mapping[int, Tally]
    reliability: Sequence[tuple[int, int]]


def train(
    lessons: Sequence[Lesson], note: Mapping[str, Any], progress: Progress = lambda _: None
) -> Trained:
    """Train on all lessons; thresholds and figures come from cross-validation by publisher.

    Args:
        lessons: The annotated releases, from which figures come, and judged ones.
        note: What the card says besides: the day, the language model.
        progress: Is told what is being done.
    """
    table = tabulate(lessons)
    annotated = [lesson for lesson in lessons if not lesson.judged]
    scored = cross_validated(lessons, table, progress)[~table.judged]
    alone = best_scores(annotated, scored)
    calibration = calibrate(annotated, alone)
    progress("a second look")
    claims = claim_table(annotated, scored, calibration)
    folds = [n for n, lesson in zip(parts(lessons), lessons, strict=True) if not lesson.judged]
    best = told(claims, crossed(claims, folds), len(annotated))
    probability = best_probability(annotated, best, AS_IT_IS, RECALL)
    found = tallies(annotated, best, AS_IT_IS.thresholds(probability))
    progress("training on all releases")
    weights = learn(table, np.ones(len(table.lessons), bool))
    thresholds = calibration.thresholds(probability)
    card = _card(lessons, note, probability, found) | _columns(weights, thresholds, calibration)
    matrix = unscaled(table, weights)
    matrix[np.abs(matrix) < LIGHTEST] = 0
    text = format_weights(card, table.names, matrix.astype(np.float32))
    trees = format_trees(
        {**note, "claims": len(claims.ends)}, grow(claims, np.ones(len(claims.ends), bool))
    )
    return Trained(text, trees, card, found, _reliability(annotated, best))


def cross_validated(
    lessons: Sequence[Lesson], table: Table, progress: Progress = lambda _: None
) -> Numbers:
    """The scores of every example by weights learned from other publishers."""
    folds = np.array(parts(lessons))[table.lessons]
    found = np.full((len(folds), len(RELATIONS)), -np.inf)
    for number in range(FOLDS):
        progress(f"cross-validation, part {number + 1} of {FOLDS}")
        left_out = folds == number
        if left_out.any() and not left_out.all():
            found[left_out] = scores(table, learn(table, ~left_out), left_out)
    return found


def parts(lessons: Sequence[Lesson]) -> list[int]:
    """For each lesson the part that is left out together; a publisher is in one part."""
    sizes = Counter(lesson.group for lesson in lessons)
    spread = sorted(sizes, key=lambda group: (-sizes[group], group))
    part = {group: number % FOLDS for number, group in enumerate(spread)}
    return [part[lesson.group] for lesson in lessons]


def _columns(
    weights: Numbers, thresholds: Numbers, calibration: Calibration
) -> dict[str, Mapping[str, float]]:
    """Thresholds and curves by relation; they take the place of the intercepts."""
    intercepts = weights[-1]
    shifted = {
        "thresholds": thresholds - intercepts,
        "slopes": calibration.slopes,
        "offsets": calibration.offsets + calibration.slopes * intercepts,
    }
    return {
        name: {str(r): round(float(v), 4) for r, v in zip(RELATIONS, values, strict=True)}
        for name, values in shifted.items()
    }


def _card(
    lessons: Sequence[Lesson],
    note: Mapping[str, Any],
    probability: float,
    found: Mapping[int, Tally],
) -> dict[str, Any]:
    figures = {str(RELATIONS[number]): _figures(tally) for number, tally in found.items()}
    judged = sum(lesson.judged for lesson in lessons)
    return {
        **note,
        "releases": len(lessons) - judged,
        "judged_releases": judged,
        "candidates": sum(len(lesson.examples) for lesson in lessons),
        "required": sum(len(lesson.required) for lesson in lessons),
        "ceiling": round(ceiling(lessons), 3),
        "stated_from": probability,
        "cross_validated": figures | {"all": _figures(total(found))},
    }


def ceiling(lessons: Sequence[Lesson]) -> float:
    """Share of the required triples that some candidate states."""
    reached = sum(
        len(lesson.required.keys() & frozenset().union(*lesson.golds.values()))
        for lesson in lessons
    )
    return reached / max(1, sum(len(lesson.required) for lesson in lessons))


def _figures(tally: Tally) -> Mapping[str, float | int]:
    return {
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
        "precision": round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
    }


def _reliability(lessons: Sequence[Lesson], best: Sequence[Best]) -> list[tuple[int, int]]:
    counts = [[0, 0] for _ in range(10)]
    for lesson, scored in zip(lessons, best, strict=True):
        for ends, logit in scored.items():
            tenth = min(9, int(10 / (1 + np.exp(-logit))))
            right = is_right(lesson, ends)
            if right is not None:
                counts[tenth][0] += 1
                counts[tenth][1] += right
    return [(stated, right) for stated, right in counts]
