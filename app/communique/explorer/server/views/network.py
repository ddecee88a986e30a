"""A part of the graph around some entities, or its best-connected part."""

from collections.abc import Sequence
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
from communique.explorer.server.snapshot.tables import RELATIONS
from communique.ontology import SIGNATURES

OVERVIEW = 60
"""Nodes that are shown where nobody says of whom."""


EXPANSION = 40
"""Neighbours that expanding a node adds, each time that it is expanded."""

_STATUS_BITS = np.array([0, 1, 2], np.uint8)
_TOGETHER: tuple[Mixed | None, ...] = (None, "planned", "held", "mixed")
"""Bits of the statuses as ``STATUSES`` has them, and what several facts are together."""


@dataclass(frozen=True, slots=True)
class Section:
    """Which part of the graph is wanted.

    Attributes:
        focus: The entities in the middle; the best-connected of all if empty.
        depth: Steps away from them.
        limit: Most nodes.
        expand: Entities that are shown with their neighbours besides, best linked first; who is
            named again with more of them.
        most: Most nodes with those.
        keys: Facts that alone are shown, with their ends; any if empty.
    """

    focus: Sequence[int]
    depth: int
    limit: int
    expand: Sequence[int] = ()
    most: int = 500
    keys: Sequence[str] = ()


def network(snapshot: Snapshot, filters: Filters, part: Section) -> Network:
    """Entities around others, nearest and most closely linked first, with the facts among them."""
    mask = snapshot.rows(filters)
    if part.keys:
        return _of_facts(snapshot, mask, part)
    if part.focus:
        nodes, total = around(snapshot, mask, part.focus, part.depth, part.limit)
    else:
        degree = _degrees(snapshot, np.flatnonzero(mask))
        order = np.lexsort((np.arange(len(degree)), -degree))
        total = int(np.count_nonzero(degree))
        nodes = [int(number) for number in order[: min(part.limit, OVERVIEW, total)]]
    for number in part.expand:
        beside, _ = around(snapshot, mask, [number], 1, len(snapshot.entities.ids))
        shown = set(nodes)
        fresh = [other for other in beside if other not in shown][:EXPANSION]
        nodes = [*nodes, *fresh][: part.most]
    return drawn(snapshot, mask, nodes, max(total, len(nodes)))


def _of_facts(snapshot: Snapshot, mask: Mask, part: Section) -> Network:
    """The facts of some keys that a mask has, with their ends; those of most facts first."""
    rows = [row for key in part.keys if (row := snapshot.row_of(key)) is not None and mask[row]]
    only = _marked(len(mask), rows)
    degree = _degrees(snapshot, np.flatnonzero(only))
    order = np.lexsort((np.arange(len(degree)), -degree))[: np.count_nonzero(degree)]
    return drawn(snapshot, only, order[: part.most].tolist(), len(order))


def around(
    snapshot: Snapshot, mask: Mask, focus: Sequence[int], depth: int, limit: int
) -> tuple[list[int], int]:
    """The entities around others, best first, and how many there are without the limit.

    Each ring is ordered by how closely it is tied to what was chosen before, then by all facts.
    """
    nodes = np.array(list(dict.fromkeys(focus)), np.int32)
    seen = _marked(len(snapshot.entities.ids), nodes)
    edge = nodes
    for _ in range(depth):
        ties = _ties(snapshot, _rows(snapshot, mask, edge), edge)
        edge = np.flatnonzero((ties > 0) & ~seen).astype(np.int32)
        edge = edge[np.lexsort((edge, -snapshot.entities.facts[edge], -ties[edge].round(9)))]
        seen[edge] = True
        nodes = np.concatenate([nodes, edge])
    return nodes[:limit].tolist(), len(nodes)


def _ties(snapshot: Snapshot, rows: Numbers, edge: Numbers) -> NDArray[np.float64]:
    """How closely every entity is tied to some.

    To each of them by the logarithm of the facts shared, over that of all its facts: what is tied
    to a hub is tied to everybody.
    """
    size = len(snapshot.entities.ids)
    near = _marked(size, edge)
    ends = [end[rows].astype(np.int64) for end in (snapshot.facts.subject, snapshot.facts.object)]
    pairs = [one * size + other for one, other in (ends, ends[::-1])]
    shared, counts = np.unique(
        np.concatenate([pair[near[pair // size]] for pair in pairs]), return_counts=True
    )
    facts = snapshot.entities.facts[shared // size]
    return np.bincount(shared % size, np.log2(1 + counts) / np.log2(2 + facts), size)


def drawn(snapshot: Snapshot, mask: Mask, nodes: Sequence[int], total: int) -> Network:
    """Those nodes with the facts among them."""
    chosen = _marked(len(snapshot.entities.ids), nodes)
    rows = _rows(snapshot, mask, nodes)
    return Network(
        nodes=_nodes(snapshot, nodes, rows, chosen),
        edges=edges(snapshot, _inner(snapshot, rows, chosen)),
        total=total,
        truncated=total > len(nodes),
    )


def among(snapshot: Snapshot, mask: Mask, numbers: Sequence[int]) -> Numbers:
    """The facts with both ends among some entities, that a mask has; in order."""
    chosen = _marked(len(snapshot.entities.ids), numbers)
    return _inner(snapshot, _rows(snapshot, mask, numbers), chosen)


def edges(snapshot: Snapshot, rows: Numbers) -> list[Edge]:
    """Facts as edges, those of one relation between the same two together."""
    if not len(rows):
        return []
    facts = snapshot.facts
    columns = (facts.relation, facts.object, facts.subject)
    rows = rows[np.lexsort((rows, *(column[rows] for column in columns)))]
    breaks = np.any([np.diff(column[rows].astype(np.int64)) != 0 for column in columns], axis=0)
    starts = np.concatenate([[0], np.flatnonzero(breaks) + 1])
    undated = np.iinfo(np.int32).max
    first = np.where(facts.first[rows] == NONE, undated, facts.first[rows])
    days = zip(
        np.minimum.reduceat(first, starts).tolist(),
        np.maximum.reduceat(facts.last[rows], starts).tolist(),
        strict=True,
    )
    stated = np.bitwise_or.reduceat(_STATUS_BITS[facts.status[rows]], starts).tolist()
    keys, bounds = snapshot.keys(rows), [*starts.tolist(), len(rows)]
    return [
        _edge(snapshot, int(rows[start]), keys[start:end], span, _TOGETHER[bits])
        for (start, end), span, bits in zip(pairwise(bounds), days, stated, strict=True)
    ]


def status_of(statuses: NDArray[np.uint8]) -> Mixed | None:
    """Status of several facts together; facts without one do not count."""
    return _TOGETHER[int(np.bitwise_or.reduce(_STATUS_BITS[statuses]))]


def span(snapshot: Snapshot, rows: Numbers) -> tuple[str | None, str | None]:
    """First and last day of facts."""
    first, last = snapshot.facts.first[rows], snapshot.facts.last[rows]
    dated = first != NONE
    if not dated.any():
        return None, None
    return day(int(first[dated].min())), day(int(last[dated].max()))


def _edge(
    snapshot: Snapshot, row: int, keys: list[str], days: tuple[int, int], status: Mixed | None
) -> Edge:
    """The edge of facts of which one is given; without a date the last day is none."""
    facts, ids = snapshot.facts, snapshot.entities.ids
    source, target = ids[facts.subject[row]], ids[facts.object[row]]
    relation = RELATIONS[facts.relation[row]]
    dated = days[1] != NONE
    return Edge(
        id=f"{source} {relation} {target}",
        source=source,
        target=target,
        relation=relation,
        symmetric=SIGNATURES[relation].symmetric,
        count=len(keys),
        first=day(days[0]) if dated else None,
        last=day(days[1]) if dated else None,
        status=status,
        keys=keys,
    )


def _nodes(snapshot: Snapshot, nodes: Sequence[int], rows: Numbers, chosen: Mask) -> list[Node]:
    """Nodes with how many neighbours each has that are not among them."""
    subject, object_ = snapshot.facts.subject[rows], snapshot.facts.object[rows]
    size = len(chosen)
    leading_out = chosen[subject] != chosen[object_]
    subject, object_ = subject[leading_out].astype(np.int64), object_[leading_out]
    inner = np.where(chosen[subject], subject, object_)
    pairs = np.unique(inner * size + (subject + object_ - inner))  # each neighbour once
    hidden = np.bincount(pairs // size, minlength=size)
    return [
        Node(
            **dict(snapshot.entity(number)),
            facts=int(snapshot.entities.facts[number]),
            hidden=int(hidden[number]),
        )
        for number in nodes
    ]


def _rows(snapshot: Snapshot, mask: Mask, numbers: Sequence[int] | Numbers) -> Numbers:
    """The facts about any of several entities, each once and in order, that filters let through."""
    rows = snapshot.about.several(numbers)
    return np.flatnonzero(_marked(len(mask), rows[mask[rows]])).astype(np.int32)


def _inner(snapshot: Snapshot, rows: Numbers, chosen: Mask) -> Numbers:
    """Those facts both of whose ends are chosen."""
    return rows[chosen[snapshot.facts.subject[rows]] & chosen[snapshot.facts.object[rows]]]


def _marked(size: int, numbers: Sequence[int] | Numbers) -> Mask:
    marks = np.zeros(size, np.bool_)
    marks[np.asarray(numbers, np.intp)] = True
    return marks


def _degrees(snapshot: Snapshot, rows: NDArray[np.intp]) -> NDArray[np.int64]:
    """How many facts among those each entity has."""
    size = len(snapshot.entities.ids)
    return np.bincount(snapshot.facts.subject[rows], minlength=size) + np.bincount(
        snapshot.facts.object[rows], minlength=size
    )
