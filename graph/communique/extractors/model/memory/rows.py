"""Rows of a table of what is remembered, in which the oldest make room for the newest."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]
NOWHERE = -1
"""The row of a key that has none."""


class Rows:
    """Which row of a table belongs to each key.

    What is remembered longest goes first, however often it was asked for: words that come again and
    again are worked out once more each time the table is filled, and nothing is counted to know
    which they are.
    """

    def __init__(self, capacity: int) -> None:
        """Begin with an empty table of so many rows."""
        self._capacity = capacity
        self._rows: dict[int, int] = {}
        self._keys: list[int | None] = [None] * capacity
        self._next = 0

    def of(self, keys: Iterable[int]) -> Places:
        """The row of each key, ``NOWHERE`` for one that has none."""
        row = self._rows.get
        return np.array([row(key, NOWHERE) for key in keys], np.intp)

    def room(self, count: int) -> Places:
        """Rows for so many keys, the oldest, which belong to no key any more.

        For more keys than the table has rows some come twice.
        """
        rows = (self._next + np.arange(count, dtype=np.intp)) % self._capacity
        for row in rows.tolist():
            self._give(row, None)
        return rows

    def give(self, rows: Places, keys: Iterable[int]) -> None:
        """Let rows that have been written belong to keys; one that comes twice to the last."""
        for row, key in zip(rows.tolist(), keys, strict=True):
            self._give(row, key)
            self._next = (row + 1) % self._capacity

    def _give(self, row: int, key: int | None) -> None:
        before = self._keys[row]
        if before is not None and self._rows.get(before) == row:
            del self._rows[before]
        self._keys[row] = key
        if key is not None:
            self._rows[key] = row
