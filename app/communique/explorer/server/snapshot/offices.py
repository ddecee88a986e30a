"""Whom a person represents at a day.

Releases rarely say since when somebody has an office, so the days on which they give it to them
stand for that: at a day a person represents whom releases nearest to that day say.
"""

from collections import defaultdict

import numpy as np

from communique.explorer.server.snapshot.columns import NONE, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, TYPES, Entities, Facts
from communique.ontology import EntityType, Relation

_Office = tuple[int, int, int, int]
"""Body, support, first and last day on which it was stated."""


class Offices:
    """Countries, or organisations, by who represents them."""

    def __init__(
        self,
        entities: Entities,
        facts: Facts,
        days: tuple[Numbers, Numbers],
        type_: EntityType,
    ) -> None:
        """Take what a graph says.

        Args:
            entities: The entities.
            facts: The facts.
            days: First and last day on which each fact was stated.
            type_: Type of the bodies that count.
        """
        stated = (facts.relation == RELATIONS.index(Relation.REPRESENTS)) & (
            entities.types[facts.object] == TYPES.index(type_)
        )
        held: dict[int, list[_Office]] = defaultdict(list)
        for row in np.flatnonzero(stated).tolist():
            office = (
                int(facts.object[row]),
                int(facts.support[row]),
                int(days[0][row]),
                int(days[1][row]),
            )
            held[int(facts.subject[row])].append(office)
        self._only = np.full(len(entities.ids), NONE, np.int32)
        self._several: dict[int, list[_Office]] = {}
        for person, offices in held.items():
            if len({body for body, *_ in offices}) == 1:
                self._only[person] = offices[0][0]
            else:
                self._several[person] = offices

    def bodies(self, persons: Numbers, days: Numbers) -> Numbers:
        """The body that each person represents at a day; -1 for none.

        Args:
            persons: Numbers of entities; who is no person represents nobody.
            days: A day for each, -1 if unknown.
        """
        found = self._only[persons]
        if self._several:
            for place, person in enumerate(persons.tolist()):
                if offices := self._several.get(person):
                    found[place] = _nearest(offices, int(days[place]))
        return found


def _nearest(offices: list[_Office], day: int) -> int:
    """The body of which is told nearest to a day, then most often."""

    def distance(office: _Office) -> tuple[int, int, int]:
        body, support, first, last = office
        away = 0 if NONE in (day, last) else max(first - day, day - last, 0)
        return away, -support, body

    return min(offices, key=distance)[0]
