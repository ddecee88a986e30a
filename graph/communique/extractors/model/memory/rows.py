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
        self._keys: list[int] = []
        self._next = 0

    def of(self, keys: Iterable[int]) -> Places:
        """The row of each key, ``NOWHERE`` for one that has none."""
        row = self._rows.get
        return np.array([row(key, NOWHERE) for key in keys], np.intp)

    def take(self, keys: Iterable[int]) -> Places:
        """A row for each of some distinct keys that have none.

        More keys than the table has rows share some, of which each belongs to the last one.
        """
        return np.array([self._taken(key) for key in keys], np.intp)

    def _taken(self, key: int) -> int:
        row = self._next
        if row < len(self._keys):
            del self._rows[self._keys[row]]
            self._keys[row] = key
        else:
            self._keys.append(key)
        self._rows[key] = row
        self._next = (row + 1) % self._capacity
        return row
