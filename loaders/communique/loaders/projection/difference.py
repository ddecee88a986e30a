"""What a store lacks of a graph."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar, overload

from communique.graph import KnowledgeGraph
from communique.loaders.projection.rows import entity_row, fact_row, release_row
from communique.loaders.store import Change, Delta, FactEnds, FactRow, Held, Removed, Row

Item = TypeVar("Item")
_Digest = TypeVar("_Digest")


def difference(graph: KnowledgeGraph, held: Held) -> Change:
    """What must be written so that a store that holds ``held`` holds exactly the graph.

    Entities are in the order of types, facts in that of relations. For an empty store the rows
    are made only as they are read.
    """
    known = {release.id: release for release in graph.releases}
    releases = Made(graph.releases, release_row)
    entities = Made(sorted(graph.entities, key=attrgetter("type")), entity_row)
    by_relation = sorted(graph.facts, key=attrgetter("predicate"))
    facts = Made(by_relation, lambda fact: fact_row(fact, known))
    return Change(
        _delta(
            releases,
            held.releases,
            lambda row: (str(row.properties["id"]), row.properties["row_digest"]),
            lambda id_: id_,
        ),
        _delta(
            entities,
            held.entities,
            lambda row: (str(row.properties["id"]), row.properties["digest"]),
            lambda id_: id_,
        ),
        _fact_delta(facts, held.facts),
    )


class Made(Sequence[Row]):
    """Rows that are made of items, anew each time that they are read."""

    def __init__(self, items: Sequence[Item], make: Callable[[Item], Row]) -> None:
        """Take the items, in the order of the rows."""
        self._items = items
        self._make = make

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._items)

    def __iter__(self) -> Iterator[Row]:
        """Make each."""
        return map(self._make, self._items)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Make the row, or those of a slice."""
        if isinstance(place, slice):
            return [self._make(item) for item in self._items[place]]
        return self._make(self._items[place])


def _delta(
    rows: Sequence[Row],
    held: Mapping[str, _Digest],
    identify: Callable[[Row], tuple[str, object]],
    locate: Callable[[str], Removed],
) -> Delta[Row, Removed]:
    if not held:
        return Delta(rows)
    added, changed, wanted = [], [], set()
    for row in rows:
        id_, digest = identify(row)
        wanted.add(id_)
        if id_ not in held:
            added.append(row)
        elif held[id_] != digest:
            changed.append(row)
    removed = tuple(locate(id_) for id_ in sorted(held.keys() - wanted))
    return Delta(added, changed, removed)


def _fact_delta(
    rows: Sequence[FactRow], held: Mapping[str, tuple[FactEnds, str]]
) -> Delta[FactRow, FactEnds]:
    """Compare by key; a relationship cannot be moved, so one with other ends is written anew."""
    if not held:
        return Delta(rows)
    added, changed, wanted = [], [], set()
    removed: list[FactEnds] = []
    for row in rows:
        key = row.ends.key
        wanted.add(key)
        place, digest = held.get(key, (None, ""))
        if place != row.ends:
            added.append(row)
            removed += [place] if place is not None else []
        elif digest != row.properties["digest"]:
            changed.append(row)
    removed += [held[key][0] for key in held.keys() - wanted]
    return Delta(added, changed, sorted(removed, key=attrgetter("key")))
