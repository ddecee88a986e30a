"""Graphs of few releases, real servers, and a gateway before them that counts and fails."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol

import httpx
import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.loaders.sparql.connection import Connection
from communique.loaders.sparql.login import Login
from communique.loaders.sparql.push import PushReport, push
from communique.loaders.sparql.routes import route_by
from communique.loaders.sparql.sent import SentGraphs
from communique.loaders.sparql.target import Route
from communique.ontology import EntityType, Relation, Status

AT = Addresses()
Push = Callable[..., PushReport]

ODD = "He said \"no\" \\ 'yes'\t\\u0041 \\\\u0022 {x} \x07\x7f \u2028 Łódź 𝔸 \ufffe ?v $v # <a>"


class Server(Protocol):
    """A running SPARQL server."""

    store: str
    update: str
    auth: tuple[str, str] | None

    def empty(self) -> None: ...


def release(id_: str, *lines: str) -> Release:
    return Release(id_, f"Release {id_}", "Newsroom", "\n".join((f"Release {id_}", *lines)))


def said(told: Release, line: str) -> Evidence:
    start = told.text.index(line)
    return Evidence(told.id, start, start + len(line), line, "by-hand")


ANNA = Entity("person-anna-berg", EntityType.PERSON, "Anna Berg", ("Minister Berg",))
JOSE = Entity("person-jose-nunez", EntityType.PERSON, "José Núñez")
NORWAY = Entity("country-NOR", EntityType.COUNTRY, "Norway", iso3="NOR", wikidata="Q20")
MET, AGAIN, VISIT = "Anna Berg met José Núñez.", "Berg met Núñez.", "Anna Berg visited Norway."
FIRST, SECOND, THIRD = release("first", MET), release("second", AGAIN, ODD), release("third", VISIT)


def meeting(*quotes: Evidence) -> Fact:
    held = Qualifiers("2024-05", place=ODD, status=Status.HELD)
    return Fact(ANNA, Relation.MEETS, JOSE, held, quotes, 0.75)


def visit(*quotes: Evidence, status: Status = Status.HELD) -> Fact:
    return Fact(ANNA, Relation.VISITS, NORWAY, Qualifiers(status=status), quotes, 0.9)


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    """Two releases tell of one meeting, a third of a visit."""
    told = meeting(said(FIRST, MET), said(SECOND, AGAIN), said(SECOND, ODD))
    return KnowledgeGraph.of([FIRST, SECOND, THIRD], [told, visit(said(THIRD, VISIT))])


@pytest.fixture(scope="session")
def reread() -> KnowledgeGraph:
    """The third release is read anew: the visit is planned."""
    told = meeting(said(FIRST, MET), said(SECOND, AGAIN), said(SECOND, ODD))
    planned = visit(said(THIRD, VISIT), status=Status.PLANNED)
    return KnowledgeGraph.of([FIRST, SECOND, THIRD], [told, planned])


@pytest.fixture(scope="session")
def without_second() -> KnowledgeGraph:
    """The second release is taken back: the first one still tells of the meeting."""
    told = meeting(said(FIRST, MET))
    return KnowledgeGraph.of([FIRST, THIRD], [told, visit(said(THIRD, VISIT))])


@pytest.fixture(scope="session")
def surer() -> KnowledgeGraph:
    """The second release comes, and tells of the meeting with more confidence."""
    told = replace(meeting(said(FIRST, MET), said(SECOND, AGAIN)), confidence=0.95)
    return KnowledgeGraph.of([FIRST, SECOND, THIRD], [told, visit(said(THIRD, VISIT))])


@pytest.fixture(params=["oxigraph", pytest.param("fuseki", marks=pytest.mark.jena)])
def server(request: pytest.FixtureRequest) -> Server:
    """Each real server, without graphs."""
    found: Server = request.getfixturevalue(request.param)
    found.empty()
    return found


@pytest.fixture
def push_to(tmp_path: Path) -> Push:
    """Pushes a graph to a server, with one record of what it was sent for all pushes of a test."""

    def send(
        graph: KnowledgeGraph,
        server: Server,
        by: Route = Route.GRAPH_STORE,
        *,
        through: tuple[str, float] | None = None,
        login: Login | None = None,
    ) -> PushReport:
        direct = server.store if by is Route.GRAPH_STORE else server.update
        where, timeout = through or (direct, 30)
        if login is None and server.auth is not None:
            login = Login.of(None, *server.auth)
        last = (AT.entities_graph, AT.meta_graph)
        sent = SentGraphs(tmp_path / "pushed", where)
        with Connection(where, login, timeout=timeout, pauses=(0, 0)) as connection:
            return push(named_graphs(graph, AT), last, sent, route_by(by), connection)

    return send


class Gateway(ThreadingHTTPServer):
    """Passes requests on to a server, notes them, and fails where it is told to.

    Attributes:
        seen: Method and graph of each request.
        failures: What happens to the next requests: a status, ``"drop"`` or ``"stall"``.
    """

    daemon_threads = True

    def __init__(self, store: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.store = store
        self.seen: list[tuple[str, str]] = []
        self.failures: list[int | str] = []
        self.stalled = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/store"


class _Handler(BaseHTTPRequestHandler):
    server: Gateway

    def do_PUT(self) -> None:
        """Pass it on, or fail."""
        self._take()

    def do_DELETE(self) -> None:
        """Pass it on, or fail."""
        self._take()

    def _take(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        _, _, query = self.path.partition("?")
        graph = httpx.QueryParams(query).get("graph", "")
        self.server.seen.append((self.command, graph))
        failure = self.server.failures.pop(0) if self.server.failures else None
        if failure == "drop":
            self.close_connection = True
            return
        if failure == "stall":
            self.server.stalled.wait(10)
            return
        status = failure if isinstance(failure, int) else self._passed_on(query, body)
        with suppress(BrokenPipeError):
            self.send_response(status)
            if status == httpx.codes.TOO_MANY_REQUESTS:
                self.send_header("Retry-After", "7")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def _passed_on(self, query: str, body: bytes) -> int:
        kept = {"Content-Type": self.headers.get("Content-Type", "text/plain")}
        return httpx.request(
            self.command, f"{self.server.store}?{query}", content=body, headers=kept
        ).status_code

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def gateway(oxigraph: Server) -> Iterator[Gateway]:
    """A gateway before an Oxigraph without graphs."""
    oxigraph.empty()
    made = Gateway(oxigraph.store)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.stalled.set()
    made.shutdown()
    thread.join()
    made.server_close()
