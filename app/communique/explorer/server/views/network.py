"""A part of the graph around some entities, or its best-connected part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from communique.explorer.server.filters import Filters
from communique.explorer.server.replies.fact import Mixed
from communique.explorer.server.replies.network import Edge, Network, Node
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Mask, Numbers
from communique.explorer.server.snapshot.snapshot import day
from communique.explorer.server.snapshot.tables import RELATIONS, STATUSES
from communique.ontology import SIGNATURES, Status

OVERVIEW = 60
"""Nodes that are shown where nobody says of whom."""


EXPANSION = 40
"""Neighbours that expanding one node adds at most."""


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the graph is wanted.

    Attributes:
        focus: The entities in the middle; the best-connected of all if empty.
        depth: Steps away from them.
        limit: Most nodes.
        expand: Entities that are shown with their neighbours besides, best linked first.
        most: Most nodes with those.
    """

    focus: Sequence[int]
    depth: int
    limit: int
    expand: Sequence[int] = ()
    most: int = 500


def network(snapshot: Snapshot, filters: Filters, part: Part) -> Network:
    """Entities around others, nearest and most closely linked first, with the facts among them."""
    mask = snapshot.rows(filters)
    if part.focus:
        nodes, total = around(snapshot, mask, part.focus, part.depth, part.limit)
    else:
        degree = _degrees(snapshot, np.flatnonzero(mask))
        order = np.lexsort((np.arange(len(degree)), -degree))
        total = int(np.count_nonzero(degree))
        nodes = [int(number) for number in order[: min(part.limit, OVERVIEW, total)]]
    for number in part.expand:
        beside, _ = around(snapshot, mask, [number], 1, EXPANSION + 1)
        nodes = list(dict.fromkeys([*nodes, *beside]))[: part.most]
    return drawn(snapshot, mask, nodes, max(total, len(nodes)))


def around(
    snapshot: Snapshot, mask: Mask, focus: Sequence[int], depth: int, limit: int
) -> tuple[list[int], int]:
    """The entities around others, best first, and how many there are without the limit.

    Each ring is ordered by the facts shared with what was chosen before, then by all facts.
    """
    nodes, seen = list(dict.fromkeys(focus))[:limit], set(focus)
    total, edge = len(seen), list(seen)
    for _ in range(depth):
        rows = _rows(snapshot, mask, edge)
        others = np.concatenate([snapshot.facts.subject[rows], snapshot.facts.object[rows]])
        found, shared = np.unique(others, return_counts=True)
        ring = [
            (-int(count), -int(snapshot.entities.facts[number]), int(number))
            for number, count in zip(found, shared, strict=True)
            if int(number) not in seen
        ]
        edge = [number for *_, number in sorted(ring)]
        seen.update(edge)
        total += len(edge)
        nodes += edge[: max(0, limit - len(nodes))]
    return nodes, total


def drawn(snapshot: Snapshot, mask: Mask, nodes: Sequence[int], total: int) -> Network:
    """Those nodes with the facts among them."""
    chosen = np.zeros(len(snapshot.entities.ids), np.bool_)
    chosen[list(nodes)] = True
    rows = _rows(snapshot, mask, nodes)
    inner = rows[chosen[snapshot.facts.subject[rows]] & chosen[snapshot.facts.object[rows]]]
    return Network(
        nodes=_nodes(snapshot, nodes, rows, chosen),
        edges=edges(snapshot, inner),
        total=total,
        truncated=total > len(nodes),
    )


def among(snapshot: Snapshot, mask: Mask, numbers: Sequence[int]) -> Numbers:
    """The facts with both ends among some entities, that a mask has; in order."""
    chosen = np.zeros(len(snapshot.entities.ids), np.bool_)
    chosen[list(numbers)] = True
    rows = _rows(snapshot, mask, numbers)
    return rows[chosen[snapshot.facts.subject[rows]] & chosen[snapshot.facts.object[rows]]]


def edges(snapshot: Snapshot, rows: Numbers) -> list[Edge]:
    """Facts as edges, those of one relation between the same two together."""
    facts = snapshot.facts
    subject, object_, relation = (
        column[rows].astype(np.int64) for column in (facts.subject, facts.object, facts.relation)
    )
    order = np.lexsort((rows, relation, object_, subject))
    ordered = np.stack([subject, object_, relation])[:, order]
    breaks = np.flatnonzero(np.any(np.diff(ordered, axis=1), axis=0)) + 1
    bounds = [0, *breaks.tolist(), len(rows)]
    groups = [rows[order[start:end]] for start, end in pairwise(bounds) if end > start]
    return [_edge(snapshot, group) for group in groups]


def status_of(statuses: NDArray[np.uint8]) -> Mixed | None:
    """Status of several facts together; facts without one do not count."""
    stated = {status for number in set(statuses.tolist()) if (status := STATUSES[number])}
    if len(stated) > 1:
        return "mixed"
    return None if not stated else "planned" if Status.PLANNED in stated else "held"


def span(snapshot: Snapshot, rows: Numbers) -> tuple[str | None, str | None]:
    """First and last day of facts."""
    first, last = snapshot.facts.first[rows], snapshot.facts.last[rows]
    dated = first != NONE
    if not dated.any():
        return None, None
    return day(int(first[dated].min())), day(int(last[dated].max()))


def _edge(snapshot: Snapshot, rows: Numbers) -> Edge:
    facts, ids = snapshot.facts, snapshot.entities.ids
    source, target = ids[facts.subject[rows[0]]], ids[facts.object[rows[0]]]
    relation = RELATIONS[facts.relation[rows[0]]]
    first, last = span(snapshot, rows)
    return Edge(
        id=f"{source} {relation} {target}",
        source=source,
        target=target,
        relation=relation,
        symmetric=SIGNATURES[relation].symmetric,
        count=len(rows),
        first=first,
        last=last,
        status=status_of(facts.status[rows]),
        keys=snapshot.keys(np.sort(rows)),
    )


def _nodes(snapshot: Snapshot, nodes: Sequence[int], rows: Numbers, chosen: Mask) -> list[Node]:
    """Nodes with how many neighbours each has that are not among them."""
    subject, object_ = snapshot.facts.subject[rows], snapshot.facts.object[rows]
    outward = np.concatenate(
        [
            np.stack([subject, object_], axis=1)[chosen[subject] & ~chosen[object_]],
            np.stack([object_, subject], axis=1)[chosen[object_] & ~chosen[subject]],
        ]
    )
    owners = np.unique(outward, axis=0)[:, 0]
    hidden = np.bincount(owners, minlength=len(chosen))
    return [
        Node(
            **dict(snapshot.entity(number)),
            facts=int(snapshot.entities.facts[number]),
            hidden=int(hidden[number]),
        )
        for number in nodes
    ]


def _rows(snapshot: Snapshot, mask: Mask, numbers: Iterable[int]) -> Numbers:
    """The facts about any of several entities, each once, that filters let through."""
    rows = np.unique(snapshot.about.several(numbers))
    return rows[mask[rows]]


def _degrees(snapshot: Snapshot, rows: NDArray[np.intp]) -> NDArray[np.int64]:
    """How many facts among those each entity has."""
    size = len(snapshot.entities.ids)
    return np.bincount(snapshot.facts.subject[rows], minlength=size) + np.bincount(
        snapshot.facts.object[rows], minlength=size
    )
