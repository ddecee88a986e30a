"""What a store lacks of a graph."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar, overload

from communique.graph import Fact, KnowledgeGraph
from communique.loaders.projection.rows import entity_row, fact_digest, fact_row, release_row
from communique.loaders.projection.saying import Said, said
from communique.loaders.store import Change, Delta, FactEnds, FactRow, Held, Removed, Row

Item = TypeVar("Item")
_Digest = TypeVar("_Digest")


def difference(graph: KnowledgeGraph, held: Held) -> Change:
    """What must be written so that a store that holds ``held`` holds exactly the graph.

    Entities are in the order of types, facts in that of relations. For an empty store the rows
    are made only as they are read.
    """
    return rows_lacking(graph, held, said(graph.releases))


def rows_lacking(graph: KnowledgeGraph, held: Held, saying: Mapping[str, Said]) -> Change:
    """As `difference`, for a part of a graph whose facts are said by more releases than its own."""
    releases = Made(graph.releases, release_row)
    entities = Made(sorted(graph.entities, key=attrgetter("type")), entity_row)
    facts = sorted(graph.facts, key=attrgetter("predicate"))
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
        _fact_delta(facts, saying, held.facts),
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
    facts: Sequence[Fact], saying: Mapping[str, Said], held: Mapping[str, tuple[FactEnds, str]]
) -> Delta[FactRow, FactEnds]:
    """Compare by key, whose hash covers the ends; no row is made of what is as it should be."""

    def made(fact: Fact) -> FactRow:
        return fact_row(fact, saying)

    if not held:
        return Delta(Made(facts, made))
    added, changed, gone = [], [], dict(held)
    for fact in facts:
        if (found := gone.pop(fact.key, None)) is None:
            added.append(fact)
        elif found[1] != fact_digest(fact, saying):
            changed.append(fact)
    removed = sorted((ends for ends, _ in gone.values()), key=attrgetter("key"))
    return Delta(Made(added, made), Made(changed, made), removed)
