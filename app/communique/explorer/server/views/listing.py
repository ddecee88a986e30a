"""Facts in a table."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Mask, Numbers, Texts
from communique.explorer.server.snapshot.tables import RELATIONS
from communique.loaders.folding import fold


def wanted(snapshot: Snapshot, mask: Mask, about: Sequence[int], keys: Sequence[str]) -> Numbers:
    """The facts about all of some entities, and of some keys, that a mask has; in order.

    Args:
        snapshot: The graph.
        mask: What filters let through.
        about: Entities; facts about anybody if empty.
        keys: Keys; any facts if empty.
    """
    rows = np.flatnonzero(mask).astype(np.int32)
    for number in dict.fromkeys(about):
        rows = np.intersect1d(rows, snapshot.about[number])
    if keys:
        found = [row for key in keys if (row := snapshot.row_of(key)) is not None]
        rows = np.intersect1d(rows, np.array(found, np.int32))
    return rows


def ordered(snapshot: Snapshot, rows: Numbers, sort: str) -> Numbers:
    """Facts in the order of a column; what is not stated comes last in either direction.

    Args:
        snapshot: The graph.
        rows: Facts in order of time.
        sort: Name of the column, with a hyphen before it for the other direction.
    """
    name = sort.removeprefix("-")
    values, missing = _column(snapshot, rows, name)
    direction = -1 if sort.startswith("-") else 1
    return rows[np.lexsort((rows, direction * values, missing))]


def _column(
    snapshot: Snapshot, rows: Numbers, name: str
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """What to sort by, and where nothing is stated."""
    facts = snapshot.facts
    match name:
        case "date":
            values = facts.first[rows].astype(np.float64)
            return values, values == NONE
        case "subject" | "object":
            return snapshot.ranks[getattr(facts, name)[rows]], np.zeros(len(rows), np.bool_)
        case "relation":
            return _ranks(RELATIONS, facts.relation[rows].astype(np.int32))
        case "status":
            values = facts.status[rows].astype(np.float64)
            return values, values == 0
        case "confidence" | "support":
            values = getattr(facts, name)[rows].astype(np.float64)
            return values, np.zeros(len(rows), np.bool_)
    column: Texts = getattr(facts, name)
    return _ranks(column.values, column.numbers[rows])


def _ranks(texts: Sequence[str], numbers: Numbers) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The place of each row's text in the alphabet, among those of the rows."""
    distinct, places = np.unique(numbers, return_inverse=True)
    forms = ["" if number == NONE else fold(texts[number]) for number in distinct.tolist()]
    rank = {form: float(place) for place, form in enumerate(sorted(set(forms)))}
    ranks = np.array([rank[form] for form in forms], np.float64)
    return ranks[places], numbers == NONE
