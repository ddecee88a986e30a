"""In which country places and bodies lie."""

from collections.abc import Iterable

import numpy as np

from communique.explorer.server.snapshot.columns import NONE, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, TYPES, Entities, Facts
from communique.loaders.folding import fold
from communique.ontology import EntityType, Relation
from communique.queries.names import known_territory

STEPS = 5
"""Longest chain from a place through what it lies in to a country."""


class Whereabouts:
    """The country of everything that lies in one, and of places by their name.

    Attributes:
        country: Number of the country of each entity; a country's is its own, -1 for none.
    """

    def __init__(self, entities: Entities, facts: Facts) -> None:
        """Take what a graph says."""
        self._countries = {code: number for number, code in enumerate(entities.iso3) if code}
        is_country = entities.types == TYPES.index(EntityType.COUNTRY)
        numbers = np.arange(len(entities.ids), dtype=np.int32)
        self.country = np.where(is_country, numbers, NONE).astype(np.int32)
        located = facts.relation == RELATIONS.index(Relation.LOCATED_IN)
        rows = np.flatnonzero(located)
        rows = rows[np.lexsort((rows, facts.support[rows]))]  # what most releases say comes last
        for _ in range(STEPS):
            known = rows[self.country[facts.object[rows]] != NONE]
            fresh = known[self.country[facts.subject[known]] == NONE]
            if not len(fresh):
                break
            self.country[facts.subject[fresh]] = self.country[facts.object[fresh]]
        places = np.flatnonzero(entities.types == TYPES.index(EntityType.PLACE)).tolist()
        self._places = dict(_names(entities, places))
        self._place_by_name(entities, places)

    def of_text(self, text: str) -> int:
        """The country of a place as a release names it; -1 if unknown."""
        number = self._places.get(fold(text), NONE)
        if number != NONE and self.country[number] != NONE:
            return int(self.country[number])
        return self._territory(text)

    def of_texts(self, texts: Iterable[str]) -> Numbers:
        """The countries of several places; -1 for those unknown."""
        return np.array([self.of_text(text) for text in texts], np.int32)

    def _place_by_name(self, entities: Entities, places: Iterable[int]) -> None:
        """A capital lies in its country though no release says so."""
        for number in places:
            if self.country[number] == NONE:
                self.country[number] = self._territory(entities.names[number])

    def _territory(self, text: str) -> int:
        territory = known_territory(text)
        return NONE if territory is None else self._countries.get(territory.iso3, NONE)


def _names(entities: Entities, places: Iterable[int]) -> Iterable[tuple[str, int]]:
    """Places by their folded names, a name before an alias of another."""
    for number in places:
        for alias in entities.aliases[number]:
            yield fold(alias), number
    for number in places:
        yield fold(entities.names[number]), number
