"""Who met whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from communique.explorer.server.filters import Filters
from communique.explorer.server.replies.overview import Cell, Line, Matrix
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, STATUSES
from communique.explorer.server.views.acting import By, actors
from communique.explorer.server.views.matrix.seriation import by_likeness
from communique.gazetteer.territories import region_of
from communique.ontology import EntityType, Relation, Status

Order = Literal["similarity", "region", "name"]

_ELSEWHERE = "\uffff"
"""Sorts after every region."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the matrix is wanted.

    Attributes:
        by: What lines stand for; who represents a country or body meets for it.
        order: Order of the lines.
        limit: Most lines.
    """

    by: By
    order: Order
    limit: int


def matrix(snapshot: Snapshot, filters: Filters, wanted: Wanted, focus: Sequence[int]) -> Matrix:
    """Meetings between persons, countries or organisations, those with most meetings.

    Args:
        snapshot: The graph.
        filters: Which meetings count.
        wanted: How it is wanted.
        focus: Only who meets them, and they; all if empty.
    """
    met = _meetings(snapshot, filters, wanted.by)
    near = met[:, np.isin(met[1:], list(focus)).any(axis=0)] if focus else met
    met = met[:3]
    counts = _counts(snapshot, met)
    shown, total = _lines(_counts(snapshot, near), met, focus, wanted.limit)
    place = np.full(len(counts), NONE, np.int32)
    place[shown] = np.arange(len(shown), dtype=np.int32)
    rows, one, other = met[:, (place[met[1:]] != NONE).all(axis=0)]
    places = _ordered(snapshot, shown, place[one], place[other], wanted.order)
    place[shown[places]] = np.arange(len(shown), dtype=np.int32)
    return Matrix(
        entities=[_line(snapshot, n, int(counts[n])) for n in shown[places].tolist()],
        cells=_cells(snapshot, rows, place[one], place[other]),
        total=total,
        truncated=total > len(shown),
    )


def _meetings(snapshot: Snapshot, filters: Filters, by: By) -> Numbers:
    """A column for each meeting: the fact, for whom it was, and who was there."""
    facts = snapshot.facts
    met = facts.relation == RELATIONS.index(Relation.MEETS)
    rows = np.flatnonzero(snapshot.rows(filters) & met).astype(np.int32)
    subject, object_ = facts.subject[rows], facts.object[rows]
    one, other = (actors(snapshot, rows, ends, by) for ends in (subject, object_))
    columns = np.stack([rows, one, other, subject, object_])
    return columns[:, (one != NONE) & (other != NONE)]


def _counts(snapshot: Snapshot, met: Numbers) -> NDArray[np.int64]:
    """Meetings of each entity, one with itself once."""
    _, one, other, *_ = met
    size = len(snapshot.entities.ids)
    return np.bincount(one, minlength=size) + np.bincount(other[one != other], minlength=size)


def _lines(
    counts: NDArray[np.int64], met: Numbers, focus: Sequence[int], limit: int
) -> tuple[Numbers, int]:
    """Who has a line, and how many would have one.

    Those with most meetings are let in one by one, and wait until somebody is in whom they met: of
    ministers with visitors of their own, each with several of these.
    """
    size = len(counts)
    numbers = np.arange(size)
    ranks = np.full(size, size)
    order = np.lexsort((numbers, -counts, ~np.isin(numbers, list(focus))))
    ranks[order] = np.where(counts[order] > 0, numbers, size)
    both = ranks[met[1:]].max(axis=0)  # when both of a meeting are in
    since = np.full(size, size)
    for ends in met[1:]:
        np.minimum.at(since, ends, both)
    since[ranks == size] = size
    order = np.lexsort((ranks, ranks != since, since))[:limit]
    shown = order[since[order] < size].astype(np.int32)
    among = np.isin(met[1:], shown).all(axis=0)  # the last may have come without the other
    return shown[np.isin(shown, met[1:, among])], int(np.count_nonzero(counts))


def _ordered(
    snapshot: Snapshot, shown: Numbers, one: Numbers, other: Numbers, order: Order
) -> list[int]:
    """Positions in ``shown`` in the order of the lines."""
    names = [snapshot.entities.names[number] for number in shown.tolist()]
    if order == "similarity":
        weights = np.zeros((len(shown), len(shown)))
        np.add.at(weights, (one, other), 1.0)
        return by_likeness(weights + weights.T)
    if order == "name":
        return sorted(range(len(names)), key=lambda place: (names[place].casefold(), place))
    regions = [_region(snapshot, number) or _ELSEWHERE for number in shown.tolist()]
    return sorted(range(len(names)), key=lambda place: (regions[place], names[place], place))


def _line(snapshot: Snapshot, number: int, meetings: int) -> Line:
    return Line(
        **dict(snapshot.entity(number)), region=_region(snapshot, number), meetings=meetings
    )


def _region(snapshot: Snapshot, number: int) -> str | None:
    """The part of the world of a country, or of the one that somebody represents or lies in."""
    country = int(snapshot.whereabouts.country[number])
    if country == NONE:
        whom, never = np.array([number], np.int32), np.array([NONE], np.int32)
        country = int(snapshot.offices[EntityType.COUNTRY].bodies(whom, never)[0])
    return None if country == NONE else region_of(snapshot.entities.iso3[country])


def _cells(snapshot: Snapshot, rows: Numbers, one: Numbers, other: Numbers) -> list[Cell]:
    low: NDArray[np.int32] = np.minimum(one, other)
    high: NDArray[np.int32] = np.maximum(one, other)
    order = np.lexsort((rows, high, low))
    rows, low, high = rows[order], low[order], high[order]
    breaks = np.flatnonzero((np.diff(low) != 0) | (np.diff(high) != 0)) + 1
    planned = snapshot.facts.status == STATUSES.index(Status.PLANNED)
    return [
        Cell(
            row=int(low[start]),
            column=int(high[start]),
            count=end - start,
            planned=int(np.count_nonzero(planned[rows[start:end]])),
            keys=snapshot.shown_keys(rows[start:end]),
        )
        for start, end in pairwise([0, *breaks.tolist(), len(rows)])
        if end > start
    ]
