"""What a push sends, counted before a real server, and what it does when requests fail."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.projection.load import Counts
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.loaders.sparql.connection import Connection, Request
from communique.loaders.sparql.push import PushReport, plan
from communique.loaders.sparql.sent import SentGraphs

AT = Addresses()
FIRST, SECOND, THIRD = (AT.release_graph(name) for name in ("first", "second", "third"))
LAST = (AT.entities_graph, AT.meta_graph)

Push = Callable[..., PushReport]


class Server(Protocol):
    """A running SPARQL server."""

    def rows(self, query: str) -> list[tuple[str, ...]]: ...


class Gateway(Protocol):
    """Passes requests on, or not."""

    address: str
    seen: list[tuple[str, str]]
    failures: list[int | str]


def held(server: Server) -> list[str]:
    """Names of the graphs of a server."""
    return [name for (name,) in server.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")]


@pytest.fixture
def pushed(
    push_to: Push, oxigraph: Server, gateway: Gateway
) -> Callable[[KnowledgeGraph], PushReport]:
    """Pushes through the gateway, with patience unless that stalls."""

    def push(graph: KnowledgeGraph) -> PushReport:
        timeout = 2.0 if "stall" in gateway.failures else 30.0
        return push_to(graph, oxigraph, through=(gateway.address, timeout))

    return push


Pushed = Callable[[KnowledgeGraph], PushReport]


def test_releases_come_first_then_entities_and_the_description_last(
    graph: KnowledgeGraph, pushed: Pushed, gateway: Gateway
) -> None:
    pushed(graph)

    assert gateway.seen == [("PUT", name) for name in (FIRST, SECOND, THIRD, *LAST)]


def test_a_push_without_changes_sends_nothing(
    graph: KnowledgeGraph, pushed: Pushed, gateway: Gateway
) -> None:
    pushed(graph)
    gateway.seen.clear()

    report = pushed(graph)

    assert report.writes == 0
    assert report.releases == Counts(0, 0, 0, 3)
    assert gateway.seen == []


def test_of_one_changed_release_one_graph_is_sent_and_the_description(
    graph: KnowledgeGraph, reread: KnowledgeGraph, pushed: Pushed, gateway: Gateway
) -> None:
    pushed(graph)
    gateway.seen.clear()

    pushed(reread)

    assert gateway.seen == [("PUT", THIRD), ("PUT", AT.meta_graph)]


def test_a_release_that_is_surer_of_a_fact_changes_the_graphs_that_state_it(
    without_second: KnowledgeGraph, surer: KnowledgeGraph, pushed: Pushed, gateway: Gateway
) -> None:
    pushed(without_second)
    gateway.seen.clear()

    pushed(surer)

    assert gateway.seen == [("PUT", name) for name in (FIRST, SECOND, AT.meta_graph)]


def test_deletions_come_after_replacements_and_before_the_description(
    graph: KnowledgeGraph, without_second: KnowledgeGraph, pushed: Pushed, gateway: Gateway
) -> None:
    pushed(graph)
    gateway.seen.clear()

    pushed(without_second)

    assert gateway.seen == [("DELETE", SECOND), ("PUT", AT.meta_graph)]


@pytest.mark.parametrize("failure", [503, 500, 408, "drop", "stall"])
def test_a_request_that_fails_for_the_moment_is_sent_again(
    graph: KnowledgeGraph,
    pushed: Pushed,
    gateway: Gateway,
    oxigraph: Server,
    failure: int | str,
) -> None:
    gateway.failures[:] = [failure, failure]

    report = pushed(graph)

    assert report.writes == 5
    assert gateway.seen[:4] == [("PUT", FIRST)] * 3 + [("PUT", SECOND)]
    assert sorted(held(oxigraph)) == sorted([FIRST, SECOND, THIRD, *LAST])


def test_pauses_grow_and_are_as_long_as_the_server_asks(gateway: Gateway) -> None:
    gateway.failures[:] = [503, 429, 503]
    slept: list[float] = []
    request = Request("it", "PUT", b"", "application/n-triples", graph=FIRST)

    with Connection(gateway.address, pauses=(0.5, 1, 2), sleep=slept.append) as connection:
        connection.send(request)

    assert slept == [0.5, 7, 2]


@pytest.mark.parametrize("status", [408, 429, 503])
def test_a_server_that_stays_busy_is_not_available(gateway: Gateway, status: int) -> None:
    gateway.failures[:] = [status, status]
    request = Request("it", "PUT", b"", "application/n-triples", graph=FIRST)

    with (
        Connection(gateway.address, pauses=(0.0,)) as connection,
        pytest.raises(StoreUnavailableError, match=f"the server failed at it: {status}"),
    ):
        connection.send(request)

    assert gateway.seen == [("PUT", FIRST)] * 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 415, 302, 501])
def test_a_request_that_is_refused_is_not_sent_again(gateway: Gateway, status: int) -> None:
    gateway.failures[:] = [status]
    request = Request("it", "PUT", b"", "application/n-triples", graph=FIRST)

    with Connection(gateway.address) as connection, pytest.raises(Exception, match=r"127\.0\.0\.1"):
        connection.send(request)

    assert gateway.seen == [("PUT", FIRST)]


def test_a_push_that_was_broken_off_is_gone_on_with(
    graph: KnowledgeGraph, pushed: Pushed, gateway: Gateway, oxigraph: Server
) -> None:
    pushed(KnowledgeGraph.of([], []))  # so that the first failure meets a release
    gateway.failures[:] = [204, 503, 503, 503]
    with pytest.raises(StoreUnavailableError, match="the server failed at"):
        pushed(graph)
    gateway.seen.clear()

    report = pushed(graph)

    assert gateway.seen == [("PUT", name) for name in (SECOND, THIRD, *LAST)]
    assert report.releases == Counts(2, 0, 0, 1)


def test_a_graph_whose_answer_did_not_come_is_sent_though_it_is_the_old_one_again(
    graph: KnowledgeGraph, reread: KnowledgeGraph, pushed: Pushed, gateway: Gateway
) -> None:
    pushed(graph)
    gateway.failures[:] = ["drop"] * 3
    with pytest.raises(StoreUnavailableError, match="no server answers there"):
        pushed(reread)
    gateway.seen.clear()

    pushed(graph)

    assert ("PUT", THIRD) in gateway.seen


def test_what_would_be_sent_is_told_and_not_sent(
    graph: KnowledgeGraph,
    without_second: KnowledgeGraph,
    pushed: Pushed,
    gateway: Gateway,
    tmp_path: Path,
) -> None:
    pushed(graph)
    gateway.seen.clear()
    (file,) = (tmp_path / "pushed").glob("*.jsonl")
    before = file.read_bytes()

    sent = SentGraphs(tmp_path / "pushed", gateway.address)
    report = plan(named_graphs(without_second, AT), LAST, sent)

    assert (report.releases, report.others) == (Counts(0, 0, 1, 2), Counts(0, 1, 0, 1))
    assert gateway.seen == []
    assert file.read_bytes() == before
    assert pushed(without_second) == report


def test_a_server_that_is_doubted_gets_every_graph(
    graph: KnowledgeGraph, pushed: Pushed, gateway: Gateway, tmp_path: Path
) -> None:
    pushed(graph)

    doubted = SentGraphs(tmp_path / "pushed", gateway.address, doubted=True)

    assert plan(named_graphs(graph, AT), LAST, doubted).releases == Counts(0, 3, 0, 0)


def test_under_another_base_the_graphs_of_the_old_one_go(
    graph: KnowledgeGraph, pushed: Pushed, gateway: Gateway, tmp_path: Path
) -> None:
    pushed(graph)
    other = Addresses("https://data.example.org/")
    last = (other.entities_graph, other.meta_graph)

    report = plan(
        named_graphs(graph, other), last, SentGraphs(tmp_path / "pushed", gateway.address)
    )

    assert report.releases == Counts(3, 0, 3, 0)
    assert report.others == Counts(2, 0, 2, 0)
