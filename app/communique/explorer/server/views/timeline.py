"""What people, countries or organisations did, in lanes of time."""

from collections.abc import Sequence
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from communique.explorer.server.filters import Filters
from communique.explorer.server.replies.overview import Bar, Lane, Timeline
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Numbers
from communique.explorer.server.snapshot.snapshot import day
from communique.explorer.server.snapshot.tables import RELATIONS
from communique.explorer.server.views.acting import By, actors
from communique.explorer.server.views.network import status_of
from communique.ontology import SIGNATURES

MOST_BARS = 400
"""Bars in a lane; a lane of more cannot be read."""

MOST_IN_ALL = 12_000
"""Bars of all lanes together."""

MOST_OTHERS = 60
"""Others whom a bar tells one by one; its label has their number."""

NAMED = 2
"""Others whom the label of a bar names."""

_TIMELY = [
    number for number, relation in enumerate(RELATIONS) if "date" in SIGNATURES[relation].qualifiers
]
"""Relations that take a date; what holds for long is nobody's doing on a day."""


def timeline(
    snapshot: Snapshot, filters: Filters, by: By, focus: Sequence[int], limit: int
) -> Timeline:
    """Lanes, those in focus first, then the busiest.

    Args:
        snapshot: The graph.
        filters: Which facts count.
        by: What a lane is about.
        focus: Entities that the facts must be about, or whose lanes are wanted; of all if empty.
        limit: Most lanes.
    """
    deeds = _deeds(snapshot, filters, by, focus)
    dated = snapshot.facts.first[deeds[1]] != NONE
    undated = len(np.unique(deeds[1, ~dated]))
    deeds = deeds[:, dated]
    counts = np.bincount(deeds[0], minlength=len(snapshot.entities.ids))
    order = _order(snapshot, counts, focus)
    most = min(MOST_BARS, MOST_IN_ALL // min(limit, max(len(order), 1)))
    shown = [
        _lane(snapshot, number, deeds[:, deeds[0] == number], most) for number in order[:limit]
    ]
    return Timeline(
        lanes=[lane for lane, _ in shown],
        undated=undated,
        total=len(order),
        truncated=len(order) > limit or any(cut for _, cut in shown),
    )


def _deeds(snapshot: Snapshot, filters: Filters, by: By, focus: Sequence[int]) -> Numbers:
    """Deeds in columns: whose each is, the fact, and the end of it that acts."""
    facts = snapshot.facts
    chosen = snapshot.rows(filters) & np.isin(facts.relation, _TIMELY)
    rows: Numbers = np.flatnonzero(chosen).astype(np.int32)
    ends = (facts.subject[rows], facts.object[rows])
    acting = [actors(snapshot, rows, end, by) for end in ends]
    wanted = _wanted(np.stack([*ends, *acting]), focus)
    again = acting[0] == acting[1]  # of both ends for one and the same
    kept = [(acting[0] != NONE) & wanted, (acting[1] != NONE) & wanted & ~again]
    columns = [
        np.stack([who, rows, end])[:, keep]
        for who, end, keep in zip(acting, ends, kept, strict=True)
    ]
    return np.concatenate(columns, axis=1)


def _wanted(numbers: Numbers, focus: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether any of the numbers of each fact is in focus."""
    if not focus:
        return np.ones(numbers.shape[1], np.bool_)
    return np.isin(numbers, list(focus)).any(axis=0)


def _order(snapshot: Snapshot, counts: NDArray[np.int64], focus: Sequence[int]) -> list[int]:
    """Who has a lane: those in focus, then those with most deeds."""
    first, names = {number: place for place, number in enumerate(focus)}, snapshot.entities.names
    return sorted(
        np.flatnonzero(counts).tolist(),
        key=lambda number: (
            first.get(number, len(first)),
            -int(counts[number]),
            names[number],
            number,
        ),
    )


def _lane(snapshot: Snapshot, number: int, deeds: Numbers, most: int) -> tuple[Lane, bool]:
    """The latest bars of a lane, and whether it had more; facts of one kind and time are a bar."""
    facts, rows = snapshot.facts, deeds[1]
    columns = np.stack([facts.relation[rows], facts.last[rows], facts.first[rows]])
    order = np.lexsort((rows, *columns))
    deeds, columns = deeds[:, order], columns[:, order]
    starts = [0, *(np.flatnonzero(np.diff(columns).any(axis=0)) + 1).tolist()]
    bars = [
        _bar(snapshot, number, deeds[:, start:end].T.tolist())
        for start, end in pairwise([*starts[-most:], deeds.shape[1]])
    ]
    return Lane(entity=snapshot.entity(number), bars=bars), len(starts) > most


def _bar(snapshot: Snapshot, number: int, deeds: Sequence[Sequence[int]]) -> Bar:
    facts = snapshot.facts
    rows = np.array([row for _, row, _ in deeds], np.int32)
    others = dict.fromkeys(
        int(facts.object[row] if facts.subject[row] == end else facts.subject[row])
        for _, row, end in deeds
    )
    others.pop(number, None)
    envoys = dict.fromkeys(end for _, _, end in deeds if end != number)
    label = _names(snapshot, list(others))
    if envoys:
        label = f"{_names(snapshot, list(envoys))}: {label}"
    return Bar(
        count=len(rows),
        keys=snapshot.shown_keys(rows),
        relation=RELATIONS[facts.relation[rows[0]]],
        status=status_of(facts.status[rows]),
        first=str(day(int(facts.first[rows[0]]))),
        last=str(day(int(facts.last[rows[0]]))),
        others=[snapshot.entity(other) for other in islice(others, MOST_OTHERS)],
        label=label,
    )


def _names(snapshot: Snapshot, numbers: Sequence[int]) -> str:
    named = ", ".join(snapshot.entities.names[number] for number in numbers[:NAMED])
    return f"{named} +{len(numbers) - NAMED}" if len(numbers) > NAMED else named
