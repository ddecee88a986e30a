"""Whose an office is: as its words say, or as a release tells around it."""

from communique.extractors.cast.offices.bodies import OfficeBodies, line_label

__all__ = ["OfficeBodies", "line_label"]
