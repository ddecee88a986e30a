"""The weights of the learned scorer: a data file that a person can read."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.ontology import Relation

RELATIONS: tuple[Relation, ...] = tuple(Relation)
"""The columns of the weights."""
FILE = "weights.txt"

Scores = NDArray[np.float32]
"""A score for each relation, in the order of ``RELATIONS``."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model for each relation over named features.

    Attributes:
        card: What the model was made of and what it reaches, as the file says.
        index: Row of each feature.
        matrix: Weights, features by relations.
        thresholds: The score from which a relation is stated.
        slopes: With ``offsets``, what turns a score into a probability (logistic).
        offsets: See ``slopes``.
    """

    card: Mapping[str, Any]
    index: Mapping[str, int]
    matrix: Scores
    thresholds: Scores
    slopes: Scores
    offsets: Scores

    def total(self, features: Iterable[str]) -> Scores:
        """The sum of the weights of features, each counted once; unknown ones weigh nothing."""
        rows = {row for row in map(self.index.get, features) if row is not None}
        total: Scores = self.matrix[sorted(rows)].sum(axis=0)
        return total

    def probability(self, relation: int, score: float) -> float:
        """How often a statement with this score is right, by the releases it was fitted on."""
        lifted = self.slopes[relation] * score + self.offsets[relation]
        return float(1 / (1 + np.exp(-lifted)))

    def probabilities(self, scores: Scores) -> Scores:
        """The same for rows of scores, one for each relation."""
        lifted = np.clip(scores * self.slopes + self.offsets, -50, 50)
        likely: Scores = (1 / (1 + np.exp(-lifted))).astype(np.float32)
        return likely

    def reaching(self, probability: float) -> Scores:
        """For each relation the score that has a probability, or its threshold if that is less."""
        slopes = np.where(self.slopes > 0, self.slopes, np.inf)
        scores = (np.log(probability / (1 - probability)) - self.offsets) / slopes
        lowest: Scores = np.minimum(scores, self.thresholds).astype(np.float32)
        return lowest

    def reasons(self, features: Iterable[str], relation: int, most: int) -> list[tuple[str, float]]:
        """The features that weigh most for or against a relation, the heaviest first."""
        rows = ((name, self.index.get(name)) for name in dict.fromkeys(features))
        found = [(n, float(self.matrix[row, relation])) for n, row in rows if row is not None]
        return sorted(found, key=lambda item: (-abs(item[1]), item[0]))[:most]


def totals(matrix: Scores, parts: Sequence[Collection[int]]) -> Scores:
    """For each of several sets of rows of a matrix their sum."""
    sums = np.zeros((len(parts), matrix.shape[1]), np.float32)
    sizes = np.array(list(map(len, parts)))
    filled = np.flatnonzero(sizes)
    if len(filled):
        rows = np.fromiter(chain.from_iterable(map(sorted, parts)), np.intp, sizes.sum())
        starts = (np.cumsum(sizes) - sizes)[filled]
        sums[filled] = np.add.reduceat(matrix.take(rows, axis=0), starts, axis=0)
    return sums


def read_weights(text: str | None = None) -> Weights | None:
    """The weights of the package, or of a text in the same form; None if it has none.

    The first line is the card as JSON. Each further line is a feature, a tab, and pairs of a
    relation's number and a weight in thousandths.
    """
    if text is None:
        path = files("communique.extractors.scoring").joinpath(FILE)
        if not path.is_file():
            return None
        text = path.read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    card = json.loads(first)
    lines = rest.splitlines()
    matrix = np.zeros((len(lines), len(RELATIONS)), np.float32)
    index: dict[str, int] = {}
    places = [RELATIONS.index(Relation(name)) for name in card["relations"]]
    for row, line in enumerate(lines):
        name, _, values = line.rpartition("\t")
        index[name] = row
        for pair in values.split():
            number, _, weight = pair.partition(":")
            matrix[row, places[int(number)]] = int(weight) / 1000
    columns = (_column(card[key]) for key in ("thresholds", "slopes", "offsets"))
    return Weights(card, index, matrix, *columns)


def format_weights(card: Mapping[str, Any], index: Sequence[str], matrix: Scores) -> str:
    """The text that ``read_weights`` reads; rows without weight are left out."""
    head = {**card, "relations": [str(relation) for relation in RELATIONS]}
    lines = [json.dumps(head, ensure_ascii=False, sort_keys=True)]
    for row in sorted(range(len(index)), key=lambda number: index[number]):
        kept = np.rint(matrix[row] * 1000).astype(int)
        pairs = [f"{number}:{weight}" for number, weight in enumerate(kept) if weight]
        if pairs:
            lines.append(f"{index[row]}\t{' '.join(pairs)}")
    return "\n".join(lines) + "\n"


def _column(values: Mapping[str, float]) -> Scores:
    return np.array([values.get(str(relation), 0.0) for relation in RELATIONS], np.float32)
