"""Matrices by which rows are multiplied so that a row's product is the same wherever it stands."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

Floats = NDArray[np.float32]

ROWS = 256
"""Rows that are multiplied together, always so many: the last ones with empty rows below them."""
_BLIS = NumpyOps(use_blis=True)
_TRIED = 8
"""Rows for which it is tried whether a product is the same in every place."""
_SHAPES = 256
"""Shapes of matrices for which the way is remembered; a language model has a dozen."""


class Way(NamedTuple):
    """How NumPy's library is given a product.

    That library lays the work out in tiles for each kind of processor, and in some of them tiles at
    the edge, or every other one, add up in another order. Where it takes six rows at a time (Intel
    since Haswell, AMD's Zen) it is the first and the last columns of which that is true, and the
    last rows if they are no whole tile.

    Attributes:
        rows: That are multiplied: ``ROWS``, and empty ones below them.
        margin: Empty columns on either side of the matrix.
    """

    rows: int
    margin: int

    def laid(self, matrix: Floats) -> Floats:
        """The matrix as this way takes it."""
        if not self.margin:
            return matrix
        count, width = matrix.shape
        shape = (count, width + 2 * self.margin)
        wide: Floats = np.zeros(shape, matrix.dtype)
        if not matrix.flags.c_contiguous:
            wide = np.asfortranarray(wide)
        wide[:, self.margin : -self.margin] = matrix
        return wide

    def fill(self, high: Floats, laid: Floats, wide: Floats) -> None:
        """Write the product of as many rows as this way takes and a matrix that is laid this way.

        Args:
            high: ``ROWS`` rows, and empty ones below them.
            laid: The matrix.
            wide: Where to write the product, its margins with it.
        """
        np.matmul(high, laid, out=wide)

    def inner(self, wide: Floats) -> Floats:
        """The product without margins and empty rows, of one or several."""
        return wide[..., :ROWS, self.margin : wide.shape[-1] - self.margin]


class Blis(Way):
    """The product of blis, in which all tiles are alike; it takes three times as long."""

    def laid(self, matrix: Floats) -> Floats:
        """The matrix row by row, which is how blis takes it."""
        return np.ascontiguousarray(matrix)

    def fill(self, high: Floats, laid: Floats, wide: Floats) -> None:
        """Write the product of ``ROWS`` rows and a matrix."""
        _BLIS.gemm(high, laid, out=wide)


WAYS: Sequence[Way] = (Way(ROWS, 0), Way(264, 8), Way(264, 16), Way(336, 16), Blis(ROWS, 0))
"""From the fastest to the surest; 336 rows are for several threads, among which they are shared."""


class Factor:
    """A matrix by which rows are multiplied.

    Attributes:
        way: How it is multiplied here.
    """

    def __init__(self, matrix: Floats, way: Way | None = None) -> None:
        """Take the matrix, and how it is multiplied if not in the fastest way that is even."""
        turned = not matrix.flags.c_contiguous
        self.way = way or fastest_even(*matrix.shape, turned=turned)
        self._laid = self.way.laid(matrix)

    def fill(self, high: Floats, wide: Floats) -> None:
        """Write the product of rows into space that has the rows and margins of the way."""
        self.way.fill(high, self._laid, wide)

    def multiply(self, left: Floats, out: Floats) -> None:
        """Write the product of ``ROWS`` rows and the matrix."""
        rows, margin = self.way.rows, self.way.margin
        if rows == ROWS and not margin:
            self.fill(left, out)
            return
        high = np.zeros((rows, left.shape[1]), left.dtype)
        high[:ROWS] = left
        wide = np.empty((rows, self._laid.shape[1]), left.dtype)
        self.fill(high, wide)
        np.copyto(out, self.way.inner(wide))


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
