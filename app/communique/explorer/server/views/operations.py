"""Operations with all who have a part in them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from communique.explorer.server.filters import Filters
from communique.explorer.server.replies.overview import Operations, Part, Undertaking
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Mask, Numbers
from communique.explorer.server.snapshot.tables import RELATIONS, TYPES
from communique.explorer.server.views.network import span, status_of
from communique.ontology import EntityType, Relation

_GROUPS: Mapping[Relation, tuple[str, str | None]] = {
    Relation.LEADS: ("leads", None),
    Relation.ORGANISES: ("leads", "organiser"),
    Relation.COORDINATES: ("coordinators", None),
    Relation.SUPPORTS: ("supporters", None),
    Relation.HOSTS: ("supporters", "host"),
    Relation.FUNDS: ("funders", None),
    Relation.PARTICIPATES_IN: ("participants", None),
    Relation.INVOLVES: ("countries", None),
    Relation.HELD_IN: ("countries", "place"),
}
"""The column in which a relation puts who is at its other end, and as what."""


def operations(
    snapshot: Snapshot, filters: Filters, focus: Sequence[int], offset: int, limit: int
) -> Operations:
    """Operations, the latest first; those without a date by the last release that tells of them.

    Args:
        snapshot: The graph.
        filters: Which facts count.
        focus: Only operations that one of them has a part in, or they themselves; all if empty.
        offset: How many to pass over.
        limit: Most operations.
    """
    mask = snapshot.rows(filters)
    order = _latest_first(snapshot, mask, focus)
    page = order[offset : offset + limit]
    return Operations(
        operations=[
            _undertaking(snapshot, number, _about(snapshot, mask, number)) for number in page
        ],
        total=len(order),
        truncated=offset + len(page) < len(order),
    )


def _about(snapshot: Snapshot, mask: Mask, number: int) -> Numbers:
    rows = snapshot.rows_about(number)
    return rows[mask[rows]]


def _latest_first(snapshot: Snapshot, mask: Mask, focus: Sequence[int]) -> list[int]:
    """Operations that facts are about, of which one is about any in focus; in order."""
    facts, size = snapshot.facts, len(snapshot.entities.ids)
    of_type = snapshot.entities.types == TYPES.index(EntityType.OPERATION)
    all_ = np.flatnonzero(of_type).astype(np.int32)
    rows, owners = snapshot.about.several(all_), np.repeat(all_, snapshot.about.sizes[all_])
    owners, rows = owners[mask[rows]], rows[mask[rows]]
    last, told = np.full((2, size), NONE, np.int32)
    np.maximum.at(last, owners, facts.last[rows])
    np.maximum.at(told, owners, snapshot.days[1][rows])
    if focus:
        ends = np.stack([facts.subject[rows], facts.object[rows]])
        owners = owners[np.isin(ends, list(focus)).any(axis=0)]
    names = snapshot.entities.names
    return sorted(
        np.unique(owners).tolist(),
        key=lambda number: (-int(last[number]), -int(told[number]), names[number], number),
    )


def _undertaking(snapshot: Snapshot, number: int, rows: Numbers) -> Undertaking:
    parts: dict[str, dict[tuple[int, str | None], list[int]]] = defaultdict(dict)
    facts = snapshot.facts
    for row in rows.tolist():
        if (column := _GROUPS.get(RELATIONS[facts.relation[row]])) is None:
            continue
        other = int(facts.subject[row] if facts.object[row] == number else facts.object[row])
        group, role = _column(snapshot, column, other)
        parts[group].setdefault((other, facts.role[row] or role), []).append(row)
    first, last = span(snapshot, rows)
    return Undertaking(
        entity=snapshot.entity(number),
        first=first,
        last=last,
        releases=len(np.unique(facts.releases.several(rows))),
        **{group: _parts(snapshot, parts[group]) for group, _ in _GROUPS.values()},
    )


def _column(
    snapshot: Snapshot, column: tuple[str, str | None], other: int
) -> tuple[str, str | None]:
    """A country that takes part stands among the countries; a place stands for its country."""
    group, role = column
    if group == "participants" and snapshot.type_of(other) is EntityType.COUNTRY:
        return "countries", "participant"
    return group, role


def _parts(snapshot: Snapshot, held: Mapping[tuple[int, str | None], Sequence[int]]) -> list[Part]:
    """Those of most facts first."""
    names = snapshot.entities.names
    order = sorted(
        held.items(), key=lambda item: (-len(item[1]), names[item[0][0]], item[0][1] or "")
    )
    return [
        Part(
            entity=snapshot.entity(other),
            role=role,
            status=status_of(snapshot.facts.status[rows]),
            count=len(rows),
            keys=snapshot.shown_keys(np.array(rows, np.int32)),
        )
        for (other, role), rows in order
    ]
