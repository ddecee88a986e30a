"""The graph of a workspace on a SPARQL server."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.graph import KnowledgeGraph
from communique.loaders.sparql.target import Route, check_base, checked_address, is_loopback

if TYPE_CHECKING:
    from communique.loaders.rdf.named_graph import NamedGraph
    from communique.loaders.sparql.login import Login
    from communique.loaders.sparql.push import PushReport
    from communique.workspace.workspace import Workspace

Progress = Callable[[int, int | None], None]

PUSHED = "pushed"
"""Folder of a workspace with what each server was sent."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a graph is sent, and as what.

    Attributes:
        address: URL of the endpoint.
        by: What the endpoint is.
        base: Where IRIs begin.
        evidence_text: Whether the words of quotes are sent and not only their offsets.
        login: Who sends.
        licence: IRI of the licence that the graph is given out under.
    """

    address: str
    by: Route
    base: str
    evidence_text: bool
    login: "Login | None"
    licence: str | None = None

    @classmethod
    def of(
        cls,
        settings: Mapping[str, str],
        address: str | None,
        by: Route,
        *,
        base: str,
        evidence_text: bool = True,
        licence: str | None = None,
    ) -> "Target":
        """The target that an address and settings name: url, auth, user, password, token.

        Raises:
            ValueError: There is no address or it is none, the login lacks something, the base is
                none or not fit for that address, or the licence is no IRI.
        """
        from communique.loaders.rdf import Making
        from communique.loaders.rdf.addresses import Addresses
        from communique.loaders.sparql.login import Login

        known = dict(settings)
        url = address or known.get("url")
        if not url:
            raise ValueError("where to? name the URL of an endpoint, or set COMMUNIQUE_PUSH_URL")
        known.pop("url", None)
        if odd := sorted(known.keys() - {"auth", "user", "password", "token"}):
            raise ValueError(f"a push has no setting {odd[0]!r}")
        url = checked_address(url)
        base = Addresses(base).base
        check_base(base, url)
        Making(licence=licence)  # checks it
        return cls(url, by, base, evidence_text, Login.of(**known), licence)

    @property
    def shows_secret(self) -> bool:
        """Whether a login goes over a network unencrypted."""
        plain = self.address.startswith("http://") and not is_loopback(self.address)
        return plain and self.login is not None


def push(
    workspace: "Workspace",
    graph: KnowledgeGraph,
    target: Target,
    *,
    anew: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> "PushReport":
    """Bring a target up to date with the graph.

    Args:
        workspace: Keeps what the target was sent.
        graph: What the target is to hold.
        target: Where to.
        anew: Whether every graph is sent, changed or not.
        dry_run: Whether nothing is sent and the report says what would be.
        progress: Told of graphs passed.

    Raises:
        PushRefusedError: The target does not take a graph.
        StoreUnavailableError: It cannot be reached or written; the next push goes on.
        UnwritableFileError: What it was sent cannot be kept.
        LedgerError: The ledger cannot be read, or the folder not be locked.
    """
    from communique.ledger import locked
    from communique.loaders.rdf.addresses import Addresses
    from communique.loaders.sparql import push as pushing
    from communique.loaders.sparql.connection import Connection
    from communique.loaders.sparql.routes import route_by
    from communique.loaders.sparql.sent import SentGraphs, kept_in

    at = Addresses(target.base)
    folder = workspace.folder / PUSHED
    last = (at.entities_graph, at.meta_graph)
    total = len(graph.releases) + len(last)
    graphs = _metered(_graphs(workspace, graph, target), total, progress)
    if dry_run:
        return pushing.plan(graphs, last, SentGraphs(folder, target.address, anew))

    def tell() -> None:
        workspace.tell(f"{target.address}: another push goes there; waiting until it has finished")

    lock = kept_in(folder, target.address).with_suffix(".lock")
    with locked(lock, tell), Connection(target.address, target.login) as connection:
        sent = SentGraphs(folder, target.address, anew)
        return pushing.push(graphs, last, sent, route_by(target.by), connection)


def _graphs(
    workspace: "Workspace", graph: KnowledgeGraph, target: Target
) -> "Iterator[NamedGraph]":
    from communique.loaders.rdf import Wanted
    from communique.loaders.rdf.addresses import Addresses
    from communique.loaders.rdf.dataset import wanted_graphs

    wanted = Wanted(target.base, target.evidence_text, workspace.making(target.licence))
    return wanted_graphs(graph, Addresses(target.base), wanted)


def _metered(
    graphs: "Iterable[NamedGraph]", total: int, progress: Progress | None
) -> "Iterator[NamedGraph]":
    for number, graph in enumerate(graphs, 1):
        if progress is not None:
            progress(number, total)
        yield graph
