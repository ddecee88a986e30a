"""Which releases may be near-duplicates of each other, by their sketches."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

from communique.editions.sketch import Sketch

LEAST_CONTAINED = 0.5
"""Share of the smaller sketch that the larger must hold."""
MOST_HOLDERS = 100
"""Sketches that hold a hash, over which it is that of a form and tells nothing."""

_Numbers = NDArray[np.intp]


def near_duplicates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs of sketches of which one is mostly contained in the other.

    Each pair once, the smaller index first. What very many texts share is left out of account, so
    that the work grows with the number of texts even if all are of a few forms.
    """
    if not sum(map(len, sketches)):
        return
    holders = _Holders.of(sketches)
    for index in range(len(sketches)):
        yield from ((index, other) for other in holders.near(index))
    yield from _alike(sketches, holders)


def _alike(sketches: Sequence[Sketch], holders: "_Holders") -> Iterator[tuple[int, int]]:
    """Pairs of equal sketches of which nothing is left; of very many each with the next."""
    groups: dict[bytes, list[int]] = defaultdict(list)
    for index, item in enumerate(sketches):
        if len(item) and not len(holders.telling[index]):
            groups[item.tobytes()].append(index)
    for group in groups.values():
        yield from combinations(group, 2) if len(group) <= MOST_HOLDERS else pairwise(group)


@dataclass(frozen=True, slots=True)
class _Holders:
    """Which sketches hold each hash (an inverted index).

    Attributes:
        telling: For each sketch the places of its hashes in the index, without those of forms.
        sizes: How many these are.
        starts: Where the holders of each hash begin.
        counts: How many they are.
        holders: Indexes of sketches.
    """

    telling: Sequence[_Numbers]
    sizes: _Numbers
    starts: _Numbers
    counts: _Numbers
    holders: _Numbers

    @classmethod
    def of(cls, sketches: Sequence[Sketch]) -> Self:
        sizes = [len(item) for item in sketches]
        places = np.unique(np.concatenate(sketches), return_inverse=True)[1]
        counts = np.bincount(places)
        owners = np.repeat(np.arange(len(sketches)), sizes)
        own = np.split(places, np.cumsum(sizes)[:-1])
        telling = [item[counts[item] <= MOST_HOLDERS] for item in own]
        return cls(
            telling,
            np.array([len(item) for item in telling]),
            np.cumsum(counts) - counts,
            counts,
            owners[np.argsort(places, kind="stable")],
        )

    def near(self, index: int) -> list[int]:
        """The later sketches that mostly hold this one, or are mostly held by it."""
        telling = self.telling[index]
        found = [
            self.holders[self.starts[place] : self.starts[place] + self.counts[place]]
            for place in telling[self.counts[telling] > 1]
        ]
        if not found:
            return []
        others, shared = np.unique(np.concatenate(found), return_counts=True)
        smaller = np.minimum(len(telling), self.sizes[others])
        near = others[(others > index) & (shared >= LEAST_CONTAINED * smaller)]
        return [int(other) for other in near]
