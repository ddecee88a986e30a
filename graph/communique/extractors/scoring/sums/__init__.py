"""Sums of weights for the pairs of a release."""

from communique.extractors.scoring.sums.pairs import Sums
from communique.extractors.scoring.sums.tables import Tables

__all__ = ["Sums", "Tables"]
