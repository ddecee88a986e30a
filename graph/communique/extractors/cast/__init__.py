"""The cast of a release: who and what it is about, and who is meant by titles and pronouns."""

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure, Office

__all__ = ["Cast", "Figure", "Office"]
