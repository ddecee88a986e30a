"""Matrices by which rows are multiplied so that a row's product is the same wherever it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

Floats = NDArray[np.float32]

ROWS = 256
"""Rows that are multiplied together, always so many: the last ones with empty rows below them."""
_TRIED = 8
"""Rows for which it is tried whether a product is the same in every place."""
_SHAPES = 256
"""Shapes of matrices for which the way is remembered; a language model has a dozen."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a product is counted.

    NumPy's library lays the work out in tiles for each kind of processor, and in some of them tiles
    at the edge, or every other one, add up in another order. Where it takes six rows at a time
    (Intel since Haswell, AMD's Zen) it is the first and the last columns of which that is true, of
    a wide matrix some in the middle too, and the last rows if they are no whole tile.

    Attributes:
        rows: That are multiplied: ``ROWS``, and empty ones below them.
        margin: Empty columns on either side of the matrix.
        widest: Columns of a matrix that are multiplied at once.
        blis: Whether by blis, in which all tiles are alike; it takes three times as long.
    """

    rows: int = ROWS
    margin: int = 0
    widest: int | None = None
    blis: bool = False

    def laid(self, matrix: Floats) -> list[Floats]:
        """The pieces of a matrix, side by side, as this way takes them."""
        if self.blis:
            return [np.ascontiguousarray(matrix, np.float32)]
        step = self.widest or matrix.shape[1]
        starts = range(0, matrix.shape[1], step) if step else [0]
        return [self._widened(matrix[:, start : start + step]) for start in starts]

    def _widened(self, piece: Floats) -> Floats:
        if not self.margin:
            return piece
        count, width = piece.shape
        order: Literal["C", "F"] = "F" if _is_turned(piece) else "C"
        wide = np.zeros((count, width + 2 * self.margin), np.float32, order)
        wide[:, self.margin : -self.margin] = piece
        return wide

    def fill(self, high: Floats, piece: Floats, wide: Floats) -> None:
        """Write the product of as many rows as this way takes and a piece of a matrix.

        Args:
            high: ``ROWS`` rows, and empty ones below them.
            piece: Laid this way.
            wide: Where to write the product, its margins with it.
        """
        if self.blis:
            wide[...] = NumpyOps(use_blis=True).gemm(np.ascontiguousarray(high, np.float32), piece)
        else:
            np.matmul(high, piece, out=wide)

    def inner(self, wide: Floats) -> Floats:
        """The product without margins and empty rows, of one or several."""
        return wide[..., :ROWS, self.margin : wide.shape[-1] - self.margin]


WAYS: Sequence[Way] = (
    Way(),
    Way(264, 8, 288),
    Way(264, 16, 288),
    Way(336, 16, 288),
    Way(blis=True),
)
"""From the fastest to the surest; 336 rows are for several threads, among which they are shared."""


class Factor:
    """A matrix by which rows are multiplied.

    Attributes:
        way: How it is multiplied here.
        width: Its columns.
    """

    def __init__(self, matrix: Floats, way: Way | None = None) -> None:
        """Take the matrix, and how it is multiplied if not in the fastest way that is even."""
        self.way = way or fastest_even(*matrix.shape, turned=_is_turned(matrix))
        self.width = matrix.shape[1]
        self._pieces = self.way.laid(matrix)

    def fill(self, high: Floats, wide: Floats) -> None:
        """Write the product of rows into space that has the rows and margins of the way."""
        if len(self._pieces) == 1:
            self.way.fill(high, self._pieces[0], wide)
        else:
            self.multiply(high[:ROWS], self.way.inner(wide))

    def multiply(self, left: Floats, out: Floats) -> None:
        """Write the product of ``ROWS`` rows and the matrix."""
        way, margin = self.way, self.way.margin
        if not margin:
            way.fill(left, self._pieces[0], out)
            return
        high, first = np.zeros((way.rows, left.shape[1]), np.float32), 0
        high[:ROWS] = left
        for piece in self._pieces:
            wide = np.empty((way.rows, piece.shape[1]), np.float32)
            way.fill(high, piece, wide)
            last = first + piece.shape[1] - 2 * margin
            out[:, first:last] = way.inner(wide)
            first = last


def _is_turned(matrix: Floats) -> bool:
    """Whether a matrix lies in memory column by column."""
    return matrix.flags.f_contiguous and not matrix.flags.c_contiguous


@lru_cache(_SHAPES)
def fastest_even(count: int, width: int, *, turned: bool) -> Way:
    """The first way that gives a row the same product in every place, on this processor.

    Args:
        count: Rows of the matrix.
        width: Its columns.
        turned: Whether it lies in memory column by column.
    """
    return next((way for way in WAYS[:-1] if _is_even(way, count, width, turned)), WAYS[-1])


def _is_even(way: Way, count: int, width: int, turned: bool) -> bool:
    random = np.random.default_rng(0)
    matrix = random.standard_normal((count, width)).astype(np.float32)
    factor = Factor(np.asfortranarray(matrix) if turned else matrix, way)
    found = np.empty((ROWS, width), np.float32)
    for row in random.standard_normal((_TRIED, count)).astype(np.float32):
        factor.multiply(np.repeat(row[None], ROWS, 0), found)
        if (found != found[0]).any():
            return False
    return True
