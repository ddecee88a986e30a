"""How much an encoder counts beside the scorer, and what it adds, on releases held back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from communique.extractors.scoring.weights import RELATIONS
from communique.training.calibration import (
    Best,
    best_probability,
    calibrate,
    tallies,
    total,
)
from communique.training.learner import Numbers
from communique.training.training import RECALL
from trials.encoder.samples import Material

LEAST, MOST = 0.25, 0.65
"""Between which probabilities the scorer is unsure enough to be asked at run time."""
_PULL = 2.0
"""By how much what is added to each relation is pulled to what is added to all."""
_FIRST = 3
"""Values before those of the relations."""
_LOWEST = -12.0
"""Logits below are as good as never."""


@dataclass(frozen=True, slots=True)
class Fusion:
    """A logit from those of scorer and encoder.

    Attributes:
        trust: What the scorer's counts.
        alone: What the encoder's counts.
        offsets: What is added for each relation.
    """

    trust: float
    alone: float
    offsets: Numbers


def fuse(
    material: Material, heard: NDArray[np.float32], least: float = LEAST, most: float = MOST
) -> Fusion:
    """Fit the fusion on the unsure candidates of releases that nothing was learned from."""
    likely, held = material.likely, material.held[material.owners]
    unsure = (likely >= least) & (likely <= most) & material.counting & held[:, None]
    rows, relations = np.nonzero(unsure)
    width = len(RELATIONS)
    told = np.stack([material.logits[rows, relations], heard[rows, relations]], axis=1)
    signs = np.where(material.labels[rows, relations] == 1, 1.0, -1.0)

    def loss(values: Numbers) -> tuple[float, Numbers]:
        offsets = values[_FIRST:]
        margins = signs * (told @ values[:2] + values[2] + offsets[relations])
        slopes = -signs / (1 + np.exp(np.clip(margins, -50, 50)))
        each = np.bincount(relations, slopes, width) + 2 * _PULL * offsets
        gradient = np.concatenate([told.T @ slopes, [slopes.sum()], each])
        return float(np.logaddexp(0, -margins).sum() + _PULL * offsets @ offsets), gradient

    start = np.zeros(_FIRST + width)
    start[0] = 1
    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return Fusion(float(found[0]), float(found[1]), found[2] + found[_FIRST:])


@dataclass(frozen=True, slots=True)
class Row:
    """What one way of judging reaches.

    Attributes:
        name: The way.
        asked: Share of the sentences that the encoder is asked of.
        figures: F1, precision and recall, and F1 on either half of the releases.
    """

    name: str
    asked: float
    figures: tuple[float, ...]


class Judge:
    """Scores ways of judging the candidates of the releases that are held back."""

    def __init__(self, material: Material, apart: frozenset[str]) -> None:
        """Take the material, and the annotation files that are told of apart."""
        self._material = material
        self._numbers = np.flatnonzero(material.held).tolist()
        named = [material.names[number] in apart for number in self._numbers]
        self._halves = [[n for n, a in enumerate(named) if a is half] for half in (False, True)]
        self._starts = np.cumsum([0, *(len(lesson.examples) for lesson in material.lessons)])
        self._samples = [s for s in material.samples if s.held]

    def rows(self, heard: NDArray[np.float32]) -> Iterator[Row]:
        """Yield the ways of judging with what they reach.

        Args:
            heard: What the encoder holds of each candidate.
        """
        scorer = self._material.logits
        yield Row("the scorer", 0, self._figures(scorer))
        alone = np.where(np.isfinite(scorer), heard, -np.inf)
        yield Row("the encoder alone", 1, self._figures(alone))
        likely = self._material.likely
        for least, most in ((0, 1), (0.02, 0.98), (0.05, 0.95), (0.1, 0.9), (0.2, 0.8)):
            unsure = (likely >= least) & (likely <= most)
            for share in (0.2, 0.4, 0.5, 0.6, 0.8):
                both = np.where(unsure, (1 - share) * scorer + share * heard, scorer)
                name = f"{share} of it, {least} to {most}"
                yield Row(name, self._share(unsure), self._figures(both))

    def _share(self, unsure: NDArray[np.bool_]) -> float:
        """Share of the sentences with a pair that is asked of."""
        asked = [unsure[s.row : s.row + len(s.ends)].any() for s in self._samples]
        return sum(asked) / max(1, len(asked))

    def _figures(self, logits: NDArray[np.floating]) -> tuple[float, ...]:
        lessons = [self._material.lessons[number] for number in self._numbers]
        best = [self._best(number, logits) for number in self._numbers]
        curves = calibrate(lessons, best)
        thresholds = curves.thresholds(best_probability(lessons, best, curves, RECALL))
        whole = total(tallies(lessons, best, thresholds))
        halves = [self._f1(half, best, thresholds) for half in self._halves]
        return whole.f1, whole.precision, whole.recall, *halves

    def _f1(self, half: Sequence[int], best: Sequence[Best], thresholds: Numbers) -> float:
        lessons = [self._material.lessons[self._numbers[n]] for n in half]
        return total(tallies(lessons, [best[n] for n in half], thresholds)).f1

    def _best(self, number: int, logits: NDArray[np.floating]) -> Best:
        """The best logit of each pair and relation of a lesson."""
        best: Best = {}
        lesson, start = self._material.lessons[number], int(self._starts[number])
        rows = logits[start : start + len(lesson.examples)].tolist()
        for example, row in zip(lesson.examples, rows, strict=True):
            for (relation, _), ends in zip(example.labels, example.ends, strict=True):
                if row[relation] > best.get(ends, _LOWEST):
                    best[ends] = row[relation]
        return best
