"""Judging who is who, a pair at a time."""

from communique.explorer.server.judging.judging import GoneError, Judging, Standing
from communique.explorer.server.judging.review import reviewed

__all__ = ["GoneError", "Judging", "Standing", "reviewed"]
