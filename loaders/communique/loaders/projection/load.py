"""Bringing a store up to date, and what that did."""

from dataclasses import asdict, dataclass

from communique.graph import KnowledgeGraph
from communique.loaders.projection.difference import difference
from communique.loaders.projection.succession import succession
from communique.loaders.store import Change, Delta, Progress, Removed, Row, Store
from communique.pool import collector_paused


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of one kind that a load wrote or left."""

    added: int
    changed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did to a store."""

    releases: Counts
    entities: Counts
    facts: Counts

    @property
    def writes(self) -> int:
        """Number of rows written; 0 if the store was up to date."""
        kinds = (self.releases, self.entities, self.facts)
        return sum(kind.added + kind.changed + kind.removed for kind in kinds)

    def as_dict(self) -> dict[str, dict[str, int]]:
        """The counts by kind, for a report file."""
        return asdict(self)


def load(
    graph: KnowledgeGraph,
    store: Store,
    progress: Progress | None = None,
    *,
    before: KnowledgeGraph | None = None,
) -> LoadReport:
    """Bring a store up to date; a second load of the same graph writes nothing.

    Args:
        graph: What the store is to hold.
        store: The store.
        progress: Told of rows written.
        before: What the store holds, where the caller knows it: a service that alone writes the
            store and made this graph of the one before. Nothing is read from the store then, and
            only what is not the same object in both graphs is compared. If the store holds
            anything else, that stays until a load without it.

    Raises:
        StoreUnavailableError: The store cannot be read or written.
    """
    with collector_paused():
        change = difference(graph, store.held()) if before is None else succession(before, graph)
        store.apply(change, progress)
        return report(change, graph)


def report(change: Change, graph: KnowledgeGraph) -> LoadReport:
    """What a change wrote, and what of the graph it found in place."""
    return LoadReport(
        _counts(change.releases, len(graph.releases)),
        _counts(change.entities, len(graph.entities)),
        _counts(change.facts, len(graph.facts)),
    )


def _counts(delta: Delta[Row, Removed], total: int) -> Counts:
    added, changed = len(delta.added), len(delta.changed)
    return Counts(added, changed, len(delta.removed), total - added - changed)
