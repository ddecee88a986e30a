"""How much what the encoder holds counts beside the scorer, fitted on releases held back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from communique.extractors.scoring.weights import RELATIONS
from communique.training.learner import Numbers
from trials.encoder.samples import Material

LEAST, MOST = 0.2, 0.8
"""Between which probabilities the scorer is unsure enough to be asked at run time."""
_PULL = 2.0
"""By how much what is added to each relation is pulled to what is added to all."""
_FIRST = 3
"""Values before those of the relations."""


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
