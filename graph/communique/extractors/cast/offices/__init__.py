"""Whose an office is: as its words say, or as a release tells around it."""

from communique.extractors.cast.offices.around.labels import line_label, note_sides
from communique.extractors.cast.offices.bodies import OfficeBodies
from communique.extractors.cast.offices.owners import settle_owners
from communique.extractors.cast.offices.predicates import predicated

__all__ = ["OfficeBodies", "line_label", "note_sides", "predicated", "settle_owners"]
