"""What of an explanation somebody wants to see."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.gazetteer.territories import fold
from communique.graph import Entity
from communique.ontology import Relation

FEW = 3
"""Rejected candidates of a sentence that are shown unless more are asked for."""
UNLIKELY = 0.05
"""Less likely candidates are of interest only where a rule found them, or in a narrow scope."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How an explanation is narrowed.

    Attributes:
        about: Words of the name of one who must be spoken of, or None for all.
        relation: The one relation of interest, or None for all.
        most: Most rejected candidates of a sentence.
    """

    about: str | None = None
    relation: Relation | None = None
    most: int = FEW

    @property
    def narrow(self) -> bool:
        """Whether anything is left out for its names or relation."""
        return self.about is not None or self.relation is not None

    def names(self, figures: Iterable[Figure | Entity]) -> bool:
        """Whether one of these bears the name asked for, case and diacritics aside."""
        if self.about is None:
            return True
        wanted = fold(self.about)
        return any(wanted in fold(name) for f in figures for name in (f.name, *f.aliases))

    def takes(self, relation: Relation, *ends: Figure | Entity) -> bool:
        """Whether something of a relation between these ends is of interest."""
        return self.relation in {None, relation} and self.names(ends)
