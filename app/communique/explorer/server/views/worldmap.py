"""What took place in which country."""

from collections import defaultdict

import numpy as np

from communique.explorer.server.filters import Filters
from communique.explorer.server.replies.overview import Visited, WorldMap
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Mask, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, STATUSES
from communique.ontology import Relation, Status

_Kind = str
_KINDS: tuple[tuple[_Kind, Relation], ...] = (
    ("visits", Relation.VISITS),
    ("meetings", Relation.MEETS),
    ("events", Relation.HELD_IN),
)


def world_map(snapshot: Snapshot, filters: Filters) -> WorldMap:
    """Countries by visits, meetings and events there; what is only planned counts if asked for.

    Args:
        snapshot: The graph.
        filters: Which facts count; without a status those that were not only announced.
    """
    mask = snapshot.rows(filters)
    if not filters.status:
        mask &= snapshot.facts.status != STATUSES.index(Status.PLANNED)
    found: dict[int, dict[_Kind, list[int]]] = defaultdict(lambda: defaultdict(list))
    unplaced = 0
    for kind, relation in _KINDS:
        rows = _rows(snapshot, mask, relation)
        for row, country in zip(rows.tolist(), _countries(snapshot, rows).tolist(), strict=True):
            if country == NONE or snapshot.entities.iso3[country] is None:
                unplaced += 1
            else:
                found[country][kind].append(row)
    order = sorted(found, key=lambda n: (-sum(map(len, found[n].values())), n))
    return WorldMap(
        countries=[_visited(snapshot, number, found[number]) for number in order],
        unplaced=unplaced,
    )


def _rows(snapshot: Snapshot, mask: Mask, relation: Relation) -> Numbers:
    """The facts of a relation; of meetings those that say where."""
    facts = snapshot.facts
    chosen = mask & (facts.relation == RELATIONS.index(relation))
    if relation is Relation.MEETS:
        chosen &= facts.place.numbers != NONE
    return np.flatnonzero(chosen).astype(np.int32)


def _countries(snapshot: Snapshot, rows: Numbers) -> Numbers:
    """The country of each fact: where the place that it states lies, or else its object."""
    facts, whereabouts = snapshot.facts, snapshot.whereabouts
    lies = whereabouts.country[facts.object[rows]].copy()
    meetings = facts.relation[rows] == RELATIONS.index(Relation.MEETS)
    stated = np.flatnonzero(meetings)
    texts = [facts.place[row] or "" for row in rows[stated].tolist()]
    lies[stated] = whereabouts.of_texts(texts)
    return lies


def _visited(snapshot: Snapshot, number: int, rows: dict[_Kind, list[int]]) -> Visited:
    entities = snapshot.entities
    together = np.array(sorted(row for kind in rows.values() for row in kind), np.int32)
    return Visited(
        id=entities.ids[number],
        name=entities.names[number],
        iso3=str(entities.iso3[number]),
        visits=len(rows["visits"]),
        meetings=len(rows["meetings"]),
        events=len(rows["events"]),
        keys=snapshot.shown_keys(together),
    )
