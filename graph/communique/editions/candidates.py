"""Which releases may be near-duplicates of each other, by their sketches."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from communique.editions.sketch import Sketch

LEAST_CONTAINED = 0.5
"""Share of the smaller sketch that the larger must hold."""

_Numbers = NDArray[np.int64]


def near_duplicates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs of sketches of which one is mostly contained in the other.

    Each pair once, the smaller sketch first. Only the rarest hashes of each sketch are looked up,
    as many as cannot all be missing where it is contained (prefix filter: Bayardo, Ma and Srikant,
    Scaling up all pairs similarity search, 2007): texts that share boilerplate alone hardly meet,
    so that the work grows with the number of texts.
    """
    if not sum(map(len, sketches)):
        return
    sizes = np.array([len(item) for item in sketches])
    holders = _Holders.of(sketches, sizes)
    for index, size in enumerate(sizes):
        for other in holders.near(index, size):
            larger = (sizes[other], other) > (size, index)
            if larger and _shared(sketches, index, other) >= LEAST_CONTAINED * size:
                yield index, other


def _shared(sketches: Sequence[Sketch], one: int, other: int) -> int:
    return len(np.intersect1d(sketches[one], sketches[other], assume_unique=True))


@dataclass(frozen=True, slots=True)
class _Holders:
    """Which sketches hold each hash (an inverted index).

    Attributes:
        places: For each sketch its hashes, by their places in the index, rarest first.
        starts: Where the holders of each hash begin, and where the last end.
        holders: Indexes of sketches.
    """

    places: Sequence[_Numbers]
    starts: _Numbers
    holders: _Numbers

    @classmethod
    def of(cls, sketches: Sequence[Sketch], sizes: _Numbers) -> Self:
        places = np.unique(np.concatenate(sketches), return_inverse=True)[1]
        counts = np.bincount(places)
        owners = np.repeat(np.arange(len(sketches)), sizes)
        return cls(
            [
                own[np.argsort(counts[own], kind="stable")]
                for own in np.split(places, np.cumsum(sizes)[:-1])
            ],
            np.concatenate(([0], np.cumsum(counts))),
            owners[np.argsort(places, kind="stable")],
        )

    def near(self, index: int, size: int) -> list[int]:
        """The sketches that hold one of the rarest hashes of a sketch."""
        looked_up = self.places[index][: size - math.ceil(LEAST_CONTAINED * size) + 1]
        found = {
            int(other)
            for place in looked_up
            for other in self.holders[self.starts[place] : self.starts[place + 1]]
        }
        return sorted(found - {index})
