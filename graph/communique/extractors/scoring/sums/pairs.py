"""The sums of weights of the pairs of one release that may state something."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np

from communique.extractors.scoring.candidates import Pair
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.references import Passage, Reference
from communique.extractors.scoring.sums.between import Between
from communique.extractors.scoring.sums.columns import Columns, Marks, read_columns
from communique.extractors.scoring.sums.grid import Grid, grids
from communique.extractors.scoring.sums.tables import Tables
from communique.extractors.scoring.weights import totals

Scored = tuple[Passage, Pair, list[float]]
"""A pair of a passage with a score for each relation."""

_SLACK = np.float32(1e-3)
"""More than rounding may take from a sum."""
_FEW = 24
"""Pairs that are looked at in less time than it takes to tell which need not be."""


class Sums:
    """Scores the pairs of one release.

    Most pairs state nothing whatever stands between them: what that adds is bounded, and their
    features are not even named.
    """

    def __init__(self, tables: Tables, reader: FeatureReader, *, every: bool) -> None:
        """Take what is known of any release, and what names the features of this one.

        Args:
            tables: The weights.
            reader: Names features.
            every: Whether pairs count that neither reach a threshold nor were found by a rule.
        """
        self._tables, self._reader, self._every = tables, reader, every
        self._standing: dict[tuple[int, int], set[int]] = {}
        self._alone: dict[Hashable, set[int]] = {}

    def of(self, passages: Iterable[Passage]) -> Iterator[Scored]:
        """Yield the pairs of passages that count, in order."""
        for grid in grids(passages):
            yield from self._scored(grid, read_columns(grid, self._tables, self._reader))

    def _scored(self, grid: Grid, columns: Columns) -> Iterator[Scored]:
        matrix, sums = self._tables.weights.matrix, columns.sums
        able = np.isfinite(columns.needed).any(axis=1)
        if not self._every:
            able &= self._near(grid, columns, able)
        worded = np.flatnonzero(columns.worded & able).tolist()
        sums[worded] += totals(matrix, list(self._between(grid, worded)))
        if not self._every:
            near = (sums + columns.rest >= columns.needed - _SLACK).any(axis=1)
            able &= near | columns.fired
        pairs = np.flatnonzero(able).tolist()
        rest = [self._rest(*ends) for ends in grid.ends(pairs)]
        scores = (sums[pairs] + totals(matrix, rest)).tolist()
        for (sight, *_), pair, row in zip(grid.ends(pairs), grid.pairs(pairs), scores, strict=True):
            yield sight.passage, pair, row

    def _near(self, grid: Grid, columns: Columns, able: Marks) -> Marks:
        """Which pairs may state something by what each of their words is beside."""
        near = np.ones(len(able), np.bool_)
        pairs = np.flatnonzero(able & columns.worded & ~columns.fired)
        if len(pairs) > _FEW:
            words = Between(grid, self._tables.worded)
            most = words.most(grid.left[pairs], grid.right[pairs], columns.types)
            most += columns.sums[pairs] + columns.rest[pairs]
            near[pairs] = (most >= columns.needed[pairs] - _SLACK).any(axis=1)
        return near

    def _between(self, grid: Grid, pairs: Sequence[int]) -> Iterator[set[int]]:
        """Yield the rows of what stands between two words; figures share a word and a type."""
        known: dict[Hashable, set[int]] = {}
        for sight, left, right in grid.ends(pairs):
            types = left.figure.type, right.figure.type
            key = left.token, right.token, types
            rows = known.get(key)
            if rows is None:
                rows = known[key] = self._words(sight, left, right)
            yield rows

    def _words(self, sight: Sight, left: Reference, right: Reference) -> set[int]:
        return self._tables.families.rows(self._reader.words(sight, left, right))

    def _rest(self, sight: Sight, left: Reference, right: Reference) -> set[int]:
        """The rows of what two references have together, but for what stands between words."""
        one, other = left.figure, right.figure
        ends = (one.number, other.number)
        standing = self._standing.get(ends)
        if standing is None:
            names = self._reader.standing(one, other)
            standing = self._standing[ends] = self._tables.rows(names)
        fired = self._tables.rows(self._reader.rules(sight.passage, one, other))
        alone = left.token is None or right.token is None
        return standing.union(fired, self._of_one(sight, left, right) if alone else ())

    def _of_one(self, sight: Sight, left: Reference, right: Reference) -> set[int]:
        """The rows of the only word of a pair; whoever has none of that kind gives it the same."""
        key = left.token, right.token, left.kind, right.kind
        rows = self._alone.get(key)
        if rows is None:
            rows = self._alone[key] = self._words(sight, left, right)
        return rows
