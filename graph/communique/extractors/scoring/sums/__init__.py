"""Sums of weights for the pairs of a release."""

from communique.extractors.scoring.sums.pairs import Scored, Sums
from communique.extractors.scoring.sums.tables import Tables

__all__ = ["Scored", "Sums", "Tables"]
