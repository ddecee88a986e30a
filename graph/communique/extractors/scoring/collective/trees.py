"""Boosted trees: a data file that says what to add to the logit of a claim."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.extractors.scoring.collective.claims import LEAST
from communique.extractors.scoring.collective.company import COLUMNS, Rows
from communique.extractors.scoring.collective.views import TERMS

FILE = "trees.json"
STEPS = 1e4
"""Steps in which one is cut where numbers are written."""

_TOGETHER = 256
"""Rows that go down the trees at a time; each holds some kilobytes."""
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Trees side by side, each with its root in front.

    Attributes:
        card: What they were made of, and what they reach, as the file says.
        columns: Trees by nodes: the column of a row that a node asks.
        bounds: The number up to which the row goes on to the left; of a leaf, infinity.
        left: The node where it goes on to the left; of a leaf, itself.
        right: The node where it goes on to the right.
        values: What a leaf adds.
        depth: The most nodes between a root and a leaf.
    """

    card: Mapping[str, Any]
    columns: Places
    bounds: NDArray[np.float32]
    left: Places
    right: Places
    values: NDArray[np.float32]
    depth: int

    def added(self, rows: Rows) -> NDArray[np.float32]:
        """What the trees together add for each row."""
        parts = [self._added(rows[n : n + _TOGETHER]) for n in range(0, len(rows), _TOGETHER)]
        return np.concatenate([np.zeros(0, np.float32), *parts])

    def _added(self, rows: Rows) -> NDArray[np.float32]:
        trees = np.arange(len(self.left))
        at = np.zeros((len(rows), len(trees)), np.intp)
        every = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            asked = rows[every, self.columns[trees, at]]
            leftward = asked <= self.bounds[trees, at]
            at = np.where(leftward, self.left[trees, at], self.right[trees, at])
        found: NDArray[np.float32] = self.values[trees, at].sum(axis=1, dtype=np.float32)
        return found


def read_trees(text: str | None = None) -> Trees | None:
    """The trees of the package, or of a text in the same form; None if it has none.

    Raises:
        ValueError: They were grown from other columns, from other claims, or when numbers stood for
            other types, kinds or relations.
    """
    if text is None:
        path = files("communique.extractors.scoring").joinpath(FILE)
        text = path.read_text(encoding="utf-8")
    read = json.loads(text)
    if (tuple(read["columns"]), tuple(read["terms"]), read["least"]) != (COLUMNS, TERMS, LEAST):
        raise ValueError("these trees ask for what is not told any more; train them again")
    return _trees(read["card"], read["trees"]) if read["trees"] else None


def _trees(card: Mapping[str, Any], read: Sequence[Sequence[Sequence[float]]]) -> Trees:
    """The trees of lists of nodes: column, bound, left, right; of a leaf its value alone."""
    width = max(map(len, read))
    shape = (len(read), width)
    columns, left, right = (np.zeros(shape, np.intp) for _ in range(3))
    bounds, values = np.full(shape, np.inf, np.float32), np.zeros(shape, np.float32)
    for tree, nodes in enumerate(read):
        for number, node in enumerate(nodes):
            left[tree, number] = right[tree, number] = number
            if len(node) == 1:
                values[tree, number] = node[0] / STEPS
            else:
                columns[tree, number], bounds[tree, number] = int(node[0]), node[1] / STEPS
                left[tree, number], right[tree, number] = int(node[2]), int(node[3])
    return Trees(card, columns, bounds, left, right, values, max(map(_depth, read)))


def _depth(nodes: Sequence[Sequence[float]], number: int = 0) -> int:
    """The most nodes between a node and a leaf below it."""
    node = nodes[number]
    if len(node) == 1:
        return 0
    return 1 + max(_depth(nodes, int(node[2])), _depth(nodes, int(node[3])))
