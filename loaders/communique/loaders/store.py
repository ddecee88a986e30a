"""What a graph store is to its users: read what is held, apply a change, run a query."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from communique.graph import CommuniqueError
from communique.ontology import EntityType, Relation

Value: TypeAlias = str | int | float | bool | list[str] | list[int]
"""What a property can be on every store."""

Progress: TypeAlias = Callable[[int, int], None]
"""Called after each batch with the number of rows written so far and in all."""

Row = TypeVar("Row")
Removed = TypeVar("Removed")


class QueryError(CommuniqueError):
    """A store refuses a query: wrong syntax, a write where only reading is allowed, or too slow."""


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One ``:Release`` node; its properties include ``id`` and ``row_digest``."""

    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One ``:Entity`` node, with its type as second label; it has ``id`` and ``digest``."""

    type: EntityType
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class FactEnds:
    """Where a relationship is: what a store needs to find it without an index on its key."""

    key: str
    relation: Relation
    subject: str
    object: str


class FactRow(NamedTuple):
    """One relationship; its properties include ``key`` and ``digest``."""

    relation: Relation
    subject: str
    object: str
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds, as far as is needed to find what differs.

    Attributes:
        releases: Digest by release id.
        entities: Digest by entity id.
        facts: Ends and digest by key.
    """

    releases: Mapping[str, str] = field(default_factory=dict)
    entities: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, tuple[FactEnds, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delta(Generic[Row, Removed]):
    """Rows of one kind to add, to overwrite and to take away, each in a fixed order."""

    added: Sequence[Row] = ()
    changed: Sequence[Row] = ()
    removed: Sequence[Removed] = ()

    @property
    def writes(self) -> int:
        """Number of rows."""
        return len(self.added) + len(self.changed) + len(self.removed)


@dataclass(frozen=True, slots=True)
class Change:
    """All that must be written so that a store holds a graph and nothing else."""

    releases: Delta[ReleaseRow, str] = Delta()
    entities: Delta[EntityRow, str] = Delta()
    facts: Delta[FactRow, FactEnds] = Delta()

    @property
    def writes(self) -> int:
        """Number of rows of all kinds."""
        return self.releases.writes + self.entities.writes + self.facts.writes


@dataclass(frozen=True, slots=True)
class Rows:
    """The result of a query.

    Attributes:
        columns: Names, in the order of the RETURN clause.
        rows: Values by column. A node is ``{"id", "labels", "properties"}``, a relationship
            ``{"id", "start", "end", "type", "properties"}``, a path ``{"nodes", "relationships"}``.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, object], ...]


class Store(Protocol):
    """A property graph that speaks Cypher; it is a projection of the ledger, never the record."""

    def held(self) -> Held:
        """Read what the store holds."""
        ...

    def apply(self, change: Change, progress: Progress | None = None) -> None:
        """Write a change and keep it; nothing is written for an empty one.

        Raises:
            StoreUnavailableError: The store cannot be written. What was there before is left, or
                a part of the change was applied that the next load completes.
        """
        ...

    def run(self, cypher: str, parameters: Mapping[str, object], timeout: float) -> Rows:
        """Answer a query that only reads; ``timeout`` in seconds.

        Raises:
            QueryError: The query is wrong, writes, or ran out of time.
            StoreUnavailableError: The store is gone.
        """
        ...

    def close(self) -> None:
        """Let go of the store; closing twice is no error."""
        ...


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows in order, at most ``size`` together."""
    rest = iter(rows)
    while batch := list(islice(rest, size)):
        yield batch
