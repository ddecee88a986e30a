"""Whom a person represents at a day.

Releases rarely say since when somebody has an office, so the days on which they give it to them
stand for that: at a day a person represents whom releases nearest to that day say. What they say
far less often than something else of the same person is a slip of theirs or of their reader, and
does not count.
"""

from collections import Counter, defaultdict

import numpy as np

from communique.explorer.server.snapshot.columns import NONE, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, TYPES, Entities, Facts
from communique.ontology import EntityType, Relation

SHARE, SHARE_OF_ALL = 0.1, 0.02
"""Least support of a body beside that of the person's other bodies of its type, and of all."""

UNKNOWN = 10_000
"""Days that an office of which no day is known is taken to be away."""

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
        wanted = TYPES.index(type_)
        told: dict[int, Counter[int]] = defaultdict(Counter)
        offices: dict[int, list[_Office]] = defaultdict(list)
        columns = (facts.subject, facts.object, facts.support, *days)
        rows = np.flatnonzero(facts.relation == RELATIONS.index(Relation.REPRESENTS))
        for person, *office in zip(*(column[rows].tolist() for column in columns), strict=True):
            body, support, first, last = office
            told[person][body] += support
            if entities.types[body] == wanted:
                offices[person].append((body, support, first, last))
        held = {person: _likely(found, told[person]) for person, found in offices.items()}
        self._only = np.full(len(entities.ids), NONE, np.int32)
        self._several: dict[int, list[_Office]] = {}
        self._has_several = np.zeros(len(entities.ids), np.bool_)
        for person, found in held.items():
            if len({body for body, *_ in found}) > 1:
                self._several[person] = found
                self._has_several[person] = True
            elif found:
                self._only[person] = found[0][0]

    def bodies(self, persons: Numbers, days: Numbers) -> Numbers:
        """The body that each person represents at a day; -1 for none.

        Args:
            persons: Numbers of entities; who is no person represents nobody.
            days: A day for each, -1 if unknown.
        """
        found = self._only[persons]
        known: dict[tuple[int, int], int] = {}
        for place in np.flatnonzero(self._has_several[persons]).tolist():
            asked = int(persons[place]), int(days[place])
            if asked not in known:
                known[asked] = _nearest(self._several[asked[0]], asked[1])
            found[place] = known[asked]
        return found


def _likely(offices: list[_Office], told: Counter[int]) -> list[_Office]:
    """Those offices that are told of often enough, beside all bodies of the person."""
    best = max(told[body] for body, *_ in offices)
    least = max(SHARE * best, SHARE_OF_ALL * max(told.values()))
    return [office for office in offices if told[office[0]] >= least]


def _nearest(offices: list[_Office], day: int) -> int:
    """The body of which is told nearest to a day, then most often; without a day, most often."""

    def distance(office: _Office) -> tuple[int, int, int]:
        body, support, first, last = office
        if day == NONE:
            return 0, -support, body
        away = UNKNOWN if last == NONE else max(first - day, day - last, 0)
        return away, -support, body

    return min(offices, key=distance)[0]
