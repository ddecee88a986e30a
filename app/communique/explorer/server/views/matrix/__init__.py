"""Who met whom, in rows and columns."""

from communique.explorer.server.views.matrix.matrix import Order, Wanted, matrix

__all__ = ["Order", "Wanted", "matrix"]
