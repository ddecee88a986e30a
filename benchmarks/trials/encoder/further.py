"""The scorer goes on learning: from annotations, and from what it and an encoder hold together.

The weights in use stay where nothing tells against them: what is learned is what to add to them,
and what each feature adds is pulled to zero. What is stated is as likely as before.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from communique.extractors.scoring.weights import RELATIONS, Weights, format_weights
from communique.training.examples import Lesson
from communique.training.labels import RIGHT, WRONG
from communique.training.learner import (
    STRENGTH,
    Numbers,
    labels_of,
    rows_of_lessons,
    stacked,
    trust_of,
)
from communique.training.training import LIGHTEST
from trials.encoder.gathering import Gathered
from trials.encoder.judging import Fusion
from trials.encoder.samples import Sample

LEAST, MOST = 0.1, 0.9
"""Between which probabilities the scorer is unsure enough to learn from an encoder."""
_STEPS = 40
_FLATTEST = 0.1
"""The least slope of a curve that is learned on."""
_CERTAIN = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """Candidates to learn from.

    Attributes:
        names: Their features.
        rows: Candidates by features, each feature once.
        worth: How many candidates each stands for.
        likely: What the scorer holds of each, candidates by relations.
        told: What it is to hold, nan where nothing is learned.
    """

    names: Sequence[str]
    rows: csr_matrix
    worth: Numbers
    likely: Numbers
    told: Numbers

    def with_annotated(self, lessons: Sequence[Lesson], weights: Weights) -> "Taught":
        """These and the candidates of annotated releases, as far as features are known here."""
        places = {name: number for number, name in enumerate(self.names)}
        found = list(rows_of_lessons(lessons, places))
        rows = stacked(found, len(self.names))
        matrix = np.zeros((len(self.names), len(RELATIONS)), np.float32)
        matrix[[places[name] for name in weights.index]] = weights.matrix
        labels = labels_of(lessons)
        told = (labels == RIGHT) | (labels == WRONG)
        return Taught(
            self.names,
            vstack([self.rows, rows]).tocsr(),
            np.concatenate([self.worth, np.ones(len(labels))]),
            np.concatenate([self.likely, weights.probabilities(rows @ matrix)]),
            np.concatenate([self.told, np.where(told, labels == RIGHT, np.nan)]),
        )


def further(weights: Weights, taught: Taught, note: Mapping[str, Any], threads: int = 2) -> str:
    """The weights after they have learned from candidates, as a file.

    Args:
        weights: Those to go on from.
        taught: The candidates.
        note: What the card says of it.
        threads: How many relations are learned at a time, which changes nothing.
    """
    scale = trust_of(taught.names)
    rows = taught.rows.copy()
    rows.data = scale[rows.indices]
    begun = _logits(taught.likely.astype(float))

    def column(relation: int) -> Numbers:
        kept = np.flatnonzero(np.isfinite(taught.told[:, relation]))
        worth = STRENGTH * taught.worth[kept]
        return _learned(rows[kept], begun[kept, relation], taught.told[kept, relation], worth)

    with ThreadPoolExecutor(threads) as pool:
        added = np.column_stack(list(pool.map(column, range(len(RELATIONS)))))
    matrix = added[:-1] * scale[:, None] / np.maximum(weights.slopes, _FLATTEST)
    places = {name: number for number, name in enumerate(taught.names)}
    matrix[[places[name] for name in weights.index]] += weights.matrix
    matrix[np.abs(matrix) < LIGHTEST] = 0
    card = {**weights.card, **_columns(weights, added[-1]), "further": note}
    return format_weights(card, taught.names, matrix.astype(np.float32))


def asked(gathered: Gathered) -> list[Sample]:
    """The sentences with a candidate of which the scorer is unsure."""
    unsure = _unsure(gathered).any(axis=1)
    return [s for s in gathered.samples if unsure[s.row : s.row + len(s.ends)].any()]


def taught(gathered: Gathered, heard: NDArray[np.float32], fusion: Fusion) -> Taught:
    """What scorer and encoder hold together of each candidate in each relation.

    Where the scorer is sure, what it holds is all that counts.

    Args:
        gathered: The candidates.
        heard: What the encoder holds of them, nan where it was not asked.
        fusion: How much either counts.
    """
    likely = gathered.likely.astype(float)
    both = fusion.trust * _logits(likely) + fusion.alone * heard + fusion.offsets
    counted = _unsure(gathered) & np.isfinite(heard)
    told = np.where(counted, 1 / (1 + np.exp(-both)), likely)
    return Taught(gathered.names, gathered.rows, gathered.worth.astype(float), likely, told)


def _unsure(gathered: Gathered) -> NDArray[np.bool_]:
    unsure: NDArray[np.bool_] = (gathered.likely >= LEAST) & (gathered.likely <= MOST)
    return unsure


def _logits(likely: Numbers) -> Numbers:
    kept = np.clip(likely, _CERTAIN, 1 - _CERTAIN)
    logits: Numbers = np.log(kept / (1 - kept))
    return logits


def _learned(rows: csr_matrix, begun: Numbers, told: Numbers, worth: Numbers) -> Numbers:
    """What each feature adds to a logit, with what is added to all as last."""
    found = np.zeros(rows.shape[1] + 1)
    used = np.unique(rows.indices)
    held = rows[:, used]
    turned = held.T.tocsr()

    def loss(added: Numbers) -> tuple[float, Numbers]:
        logits = begun + held @ added[:-1] + added[-1]
        value = worth @ (np.logaddexp(0, logits) - told * logits)
        slopes = worth * (1 / (1 + np.exp(-np.clip(logits, -50, 50))) - told)
        gradient = np.append(turned @ slopes + added[:-1], slopes.sum())
        return float(value + added[:-1] @ added[:-1] / 2), gradient

    start, options = np.zeros(len(used) + 1), {"maxiter": _STEPS, "maxcor": 8}
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    found[used], found[-1] = best[:-1], best[-1]
    return found


def _columns(weights: Weights, shifts: Numbers) -> dict[str, Mapping[str, float]]:
    """Thresholds and curves that what is added to all scores of a relation has moved."""
    moved = {
        "thresholds": weights.thresholds - shifts / np.maximum(weights.slopes, _FLATTEST),
        "offsets": weights.offsets + shifts,
    }
    return {
        name: {str(r): round(float(v), 4) for r, v in zip(RELATIONS, values, strict=True)}
        for name, values in moved.items()
    }
