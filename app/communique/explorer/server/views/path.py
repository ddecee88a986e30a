"""The shortest way from one entity to another."""

from itertools import pairwise
from typing import Literal

import numpy as np

from communique.explorer.server.filters import Filters
from communique.explorer.server.replies.network import Path
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import Mask, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, TYPES
from communique.explorer.server.views.network import among, drawn, edges
from communique.ontology import EntityType, Relation

Through = Literal["meetings", "all"]
"""Which ways are gone: from person to person by meetings and shared events, or any."""

_NOTHING = Path(nodes=[], edges=[], total=0, truncated=False, steps=[], facts=[])


def path(snapshot: Snapshot, filters: Filters, ends: tuple[int, int], through: Through) -> Path:
    """The shortest way, of equally short ones that with most facts; no nodes if there is none.

    Args:
        snapshot: The graph.
        filters: Which facts count.
        ends: From whom, and to whom.
        through: ``meetings`` leaves out countries and bodies between, through which everybody is
            near to everybody.
    """
    mask = snapshot.rows(filters)
    passable = np.ones(len(snapshot.entities.ids), np.bool_)
    if through == "meetings":
        mask &= _are_meetings(snapshot)
        passable = _is_of(snapshot, EntityType.PERSON, EntityType.EVENT)
    steps = _steps(snapshot, mask, passable, ends)
    if not steps:
        return _NOTHING
    parts = [among(snapshot, mask, pair) for pair in pairwise(steps)]
    rows = np.unique(np.concatenate([*parts, np.empty(0, np.int32)]).astype(np.int32))
    return Path(
        nodes=drawn(snapshot, snapshot.rows(filters), steps, len(steps)).nodes,
        edges=edges(snapshot, rows),
        total=len(steps),
        truncated=False,
        steps=[snapshot.entities.ids[number] for number in steps],
        facts=[snapshot.fact(int(row)) for row in rows],
    )


def _are_meetings(snapshot: Snapshot) -> Mask:
    """Meetings, and who took part in events; operations last for years and join nobody."""
    facts = snapshot.facts
    met = facts.relation == RELATIONS.index(Relation.MEETS)
    attended = facts.relation == RELATIONS.index(Relation.PARTICIPATES_IN)
    mask: Mask = met | (attended & _is_of(snapshot, EntityType.EVENT)[facts.object])
    return mask


def _is_of(snapshot: Snapshot, *types: EntityType) -> Mask:
    return np.isin(snapshot.entities.types, [TYPES.index(type_) for type_ in types])


def _steps(snapshot: Snapshot, mask: Mask, passable: Mask, ends: tuple[int, int]) -> list[int]:
    """The entities on the way, both ends with them; ring after ring around the first."""
    start, goal = ends
    came_from, edge = {start: start}, [start]
    while edge and goal not in came_from:
        ring = _ring(snapshot, mask, edge, came_from)
        came_from |= ring
        edge = [number for number in ring if passable[number]]
    if goal not in came_from:
        return []
    way = [goal]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _ring(snapshot: Snapshot, mask: Mask, edge: list[int], seen: dict[int, int]) -> dict[int, int]:
    """Whom one more step reaches, each with the one before it to whom most facts lead."""
    before = np.repeat(np.array(edge, np.int32), [len(snapshot.about[n]) for n in edge])
    rows = snapshot.about.several(edge)
    kept = mask[rows]
    before, rows = before[kept], rows[kept]
    after: Numbers = snapshot.facts.subject[rows] + snapshot.facts.object[rows] - before
    pairs, shared = np.unique(np.stack([after, before], 1), axis=0, return_counts=True)
    ring: dict[int, tuple[int, int]] = {}
    for (number, previous), count in zip(pairs.tolist(), shared.tolist(), strict=True):
        if number not in seen and count > ring.get(number, (0, 0))[0]:
            ring[number] = (count, previous)
    return {number: previous for number, (_, previous) in sorted(ring.items())}
