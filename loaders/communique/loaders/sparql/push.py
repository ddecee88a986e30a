"""Bringing a SPARQL server up to date: what has changed is sent, what is gone is deleted."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from communique.loaders.projection.load import Counts
from communique.loaders.rdf.addresses import is_release_graph
from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.sparql.connection import Connection
from communique.loaders.sparql.routes import Change, Send
from communique.loaders.sparql.sent import SentGraphs

Progress = Callable[[int], None]
"""Told how many graphs have been sent or passed over."""


@dataclass(frozen=True, slots=True)
class PushReport:
    """What a push did, or would do, in named graphs.

    Attributes:
        releases: Graphs of releases.
        others: The graphs of the entities and of the description, which follow when any changes;
            with another base those of the old one are among the removed.
        triples: Triples in the graphs that were sent.
    """

    releases: Counts
    others: Counts
    triples: int

    @property
    def writes(self) -> int:
        """Graphs sent or deleted; 0 if the target was up to date."""
        return sum(kind.added + kind.changed + kind.removed for kind in self._kinds)

    @property
    def _kinds(self) -> tuple[Counts, Counts]:
        return self.releases, self.others

    def as_dict(self) -> dict[str, object]:
        """The counts by kind, for a report file."""
        return asdict(self)


def push(
    graphs: Iterable[NamedGraph],
    last: Collection[str],
    sent: SentGraphs,
    send: Send,
    connection: Connection,
) -> PushReport:
    """Bring a target up to date; a second push of the same graphs sends nothing.

    Args:
        graphs: What the target is to hold.
        last: Names of graphs that are sent after all others, and after what is deleted.
        sent: What it was sent before.
        send: How it is sent.
        connection: Where to.

    Raises:
        PushRefusedError: The target does not take a graph; what was sent before stays.
        StoreUnavailableError: It cannot be reached or written; the next push goes on.
        UnwritableFileError: What it was sent cannot be kept.
    """
    known = dict(sent.digests)
    tally = _Tally(sent.held)
    changes = difference(tally.seen(graphs), known, last)
    for change in believed(send(sent.noted(changes), connection)):
        sent.confirm(change)
        tally.count(change)
    report = tally.report()
    if report.writes:
        sent.tidy()
    return report


def plan(graphs: Iterable[NamedGraph], last: Collection[str], sent: SentGraphs) -> PushReport:
    """What a push would do; nothing is sent, and nothing written."""
    known = dict(sent.digests)
    tally = _Tally(sent.held)
    for change in difference(tally.seen(graphs), known, last):
        tally.count(change)
    return tally.report()


def believed(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield what a target has made, deletions not before it has taken a graph.

    It answers 404 to the deletion of a graph that is gone, and to any where no endpoint is.
    """
    deletions, takes = list[Change](), False
    for change in changes:
        takes = takes or change.sha256 is not None
        if not takes:
            deletions.append(change)
            continue
        yield from deletions
        deletions.clear()
        yield change
    yield from deletions


def difference(
    graphs: Iterable[NamedGraph], known: Mapping[str, str | None], last: Collection[str]
) -> Iterator[Change]:
    """Yield the graphs that are not as known, in their order, then deletions, then the last ones.

    While a push is under way the target may thus name an entity that it has no name of, but never
    describes what it does not hold.
    """
    there, held = set[str](), list[Change]()
    for graph in graphs:
        there.add(graph.iri)
        digest = graph.sha256
        if known.get(graph.iri) == digest:
            continue
        change = Change(graph.iri, digest, tuple(graph.blocks()), len(graph))
        if graph.iri in last:
            held.append(change)
        else:
            yield change
    for gone in sorted(known.keys() - there):
        yield Change(gone, None)
    yield from held


class _Tally:
    """Counts graphs by what became of them, those of releases and others apart."""

    def __init__(self, held: Collection[str]) -> None:
        self._held = held
        self._total = {True: 0, False: 0}
        self._counts = {True: [0, 0, 0], False: [0, 0, 0]}
        self._triples = 0

    def seen(self, graphs: Iterable[NamedGraph]) -> Iterator[NamedGraph]:
        for graph in graphs:
            self._total[is_release_graph(graph.iri)] += 1
            yield graph

    def count(self, change: Change) -> None:
        kind = 2 if change.sha256 is None else int(change.graph in self._held)
        self._counts[is_release_graph(change.graph)][kind] += 1
        self._triples += change.triples

    def report(self) -> PushReport:
        return PushReport(self._of(True), self._of(False), self._triples)

    def _of(self, releases: bool) -> Counts:
        added, changed, removed = self._counts[releases]
        return Counts(added, changed, removed, self._total[releases] - added - changed)
