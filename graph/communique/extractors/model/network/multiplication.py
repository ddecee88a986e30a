"""Products of matrices whose rows do not depend on the rows beside them."""

from typing import Any

import numpy as np
from thinc.api import NumpyOps

from communique.extractors.model.network.factor import ROWS, Factor, Floats


class EvenOps(NumpyOps):  # type: ignore[misc]  # written in Cython
    """Multiplies with NumPy's library, every time as many rows.

    That library picks the order of a sum by the shape of the whole, so that the same row in a
    longer matrix may differ in its last bits. In one shape, laid as ``factor`` lays it, it has one
    order for all rows, and what is known of a word is the same whatever else was read with it.
    """

    def __init__(self) -> None:
        """Leave blis, which this replaces."""
        super().__init__(use_blis=False)

    def gemm(
        self,
        x: Any,  # as thinc has them
        y: Any,
        *,
        out: Any = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Any:
        """The product of two matrices, of which each may be given turned."""
        left = np.ascontiguousarray(x.T if trans1 else x)
        return product(left, Factor(y.T if trans2 else y), out)


def product(left: Floats, factor: Factor, out: Floats | None = None) -> Floats:
    """The product of two matrices, of which no row hangs on how many there are.

    Args:
        left: Any number of rows.
        factor: The matrix, a row for each column of the other.
        out: Where to write it, if not to a new matrix.
    """
    count = len(left)
    found = np.empty((count, factor.width), left.dtype) if out is None else out
    whole = count - count % ROWS
    for start in range(0, whole, ROWS):
        factor.multiply(left[start : start + ROWS], found[start : start + ROWS])
    if whole < count:
        last = np.zeros((ROWS, left.shape[1]), left.dtype)
        last[: count - whole] = left[whole:]
        told = np.empty((ROWS, factor.width), left.dtype)
        factor.multiply(last, told)
        found[whole:] = told[: count - whole]
    return found
