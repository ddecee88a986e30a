"""All that is told about one entity."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from communique.explorer.server.replies.entity import (
    Cited,
    EntityPage,
    Neighbour,
    Office,
)
from communique.explorer.server.replies.fact import Fact
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Mask, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, TYPES
from communique.ontology import EntityType, Relation

MOST_FACTS = 300
"""Facts in one list of the page; the earliest are left out."""

MOST_NEIGHBOURS = 60
"""Others that are listed by the number of facts."""

MOST_RELEASES = 300
"""Releases that are listed; the earliest are left out."""


def entity_page(snapshot: Snapshot, number: int, former: Sequence[str]) -> EntityPage:
    """What the facts say about an entity, the latest first; those without date last.

    Args:
        snapshot: The facts.
        number: The entity's.
        former: Ids that it had in earlier graphs.
    """
    rows = _latest_first(snapshot, snapshot.rows_about(number))
    office = _are(snapshot, rows, Relation.REPRESENTS) & (snapshot.facts.subject[rows] == number)
    meeting = _are(snapshot, rows, Relation.MEETS)
    visit = _are(snapshot, rows, Relation.VISITS)
    rest = ~(office | meeting | visit)
    operation = rest & _of_operations(snapshot, rows)
    parts = [rows[chosen] for chosen in (meeting, visit, operation, rest & ~operation)]
    neighbours, releases = _neighbours(snapshot, number, rows), _releases(snapshot, rows)
    meetings, visits, operations, others = (_facts(snapshot, part) for part in parts)
    return EntityPage(
        entity=snapshot.named(number),
        former=list(former),
        offices=_offices(snapshot, rows[office]),
        meetings=meetings,
        visits=visits,
        operations=operations,
        others=others,
        neighbours=neighbours[:MOST_NEIGHBOURS],
        releases=releases[:MOST_RELEASES],
        truncated=len(neighbours) > MOST_NEIGHBOURS
        or len(releases) > MOST_RELEASES
        or any(len(part) > MOST_FACTS for part in (*parts, rows[office])),
    )


def _latest_first(snapshot: Snapshot, rows: Numbers) -> Numbers:
    dated = snapshot.facts.first[rows] != NONE
    return np.concatenate([rows[dated][::-1], rows[~dated]])


def _are(snapshot: Snapshot, rows: Numbers, relation: Relation) -> Mask:
    return np.equal(snapshot.facts.relation[rows], RELATIONS.index(relation))


def _of_operations(snapshot: Snapshot, rows: Numbers) -> Mask:
    """Which facts tie something to an operation."""
    wanted = TYPES.index(EntityType.OPERATION)
    types, facts = snapshot.entities.types, snapshot.facts
    one, other = types[facts.subject[rows]], types[facts.object[rows]]
    return np.equal(one, wanted) | np.equal(other, wanted)


def _facts(snapshot: Snapshot, rows: Numbers) -> list[Fact]:
    return [snapshot.fact(int(row)) for row in rows[:MOST_FACTS]]


@dataclass(slots=True)
class _Held:
    """An office, with the days on which it is said to be held."""

    keys: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    support: int = 0

    @property
    def rank(self) -> tuple[int, str]:
        """What most releases say comes first, and of that the latest."""
        return self.support, max(self.days, default="")


def _offices(snapshot: Snapshot, rows: Numbers) -> list[Office]:
    """What somebody represents as what; what most releases say first.

    Its time is that of the facts, and of those without date the days of the releases.
    """
    held = defaultdict[tuple[int, str | None], _Held](_Held)
    for row in rows[:MOST_FACTS].tolist():
        office = held[int(snapshot.facts.object[row]), snapshot.facts.role[row]]
        office.keys.append(snapshot.key(row))
        office.days += _days(snapshot, row)
        office.support += int(snapshot.facts.support[row])
    return [
        Office(
            role=role,
            body=snapshot.entity(body),
            first=min(office.days, default=None),
            last=max(office.days, default=None),
            keys=office.keys,
        )
        for (body, role), office in sorted(
            held.items(), key=lambda item: item[1].rank, reverse=True
        )
    ]


def _days(snapshot: Snapshot, row: int) -> Iterable[str]:
    fact = snapshot.fact(row)
    if fact.first and fact.last:
        return fact.first, fact.last
    published = (snapshot.releases.published[n] for n in snapshot.releases_of(row).tolist())
    return [day for day in published if day]


def _neighbours(snapshot: Snapshot, number: int, rows: Numbers) -> list[Neighbour]:
    """The others that its facts are about, those of most facts first."""
    subjects, objects = snapshot.facts.subject[rows], snapshot.facts.object[rows]
    others, counts = np.unique(np.where(subjects == number, objects, subjects), return_counts=True)
    ordered = sorted(zip((-counts).tolist(), others.tolist(), strict=True))
    return [
        Neighbour(**dict(snapshot.entity(other)), count=-count)
        for count, other in ordered[: MOST_NEIGHBOURS + 1]
        if other != number
    ]


def _releases(snapshot: Snapshot, rows: Numbers) -> list[Cited]:
    """The releases that say something about it, the latest first."""
    held = snapshot.releases
    numbers = np.unique(snapshot.facts.releases.several(rows.tolist())).tolist()
    numbers.sort(key=lambda number: held.published[number] or "", reverse=True)
    return [
        Cited(
            id=held.ids[number],
            headline=held.headlines[number],
            source=held.sources[number],
            published=held.published[number],
        )
        for number in numbers[: MOST_RELEASES + 1]
    ]
