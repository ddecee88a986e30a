"""What a push does to real servers."""

import io
from collections.abc import Callable
from typing import Protocol

import pytest
from rdflib import Graph, Literal

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.projection.load import Counts
from communique.loaders.rdf import to_rdflib, write_nquads
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.sparql.connection import Connection, Request
from communique.loaders.sparql.failures import PushRefusedError
from communique.loaders.sparql.login import Login, Scheme
from communique.loaders.sparql.push import PushReport
from communique.loaders.sparql.routes import Change, by_graph_store, by_update
from communique.loaders.sparql.target import Route
from communique.ontology.iris import CQ

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")

AT = Addresses()
ANNA, JOSE = f"<{AT.base}id/person-anna-berg>", f"<{AT.base}id/person-jose-nunez>"
MEETING = f"SELECT DISTINCT * {{ {ANNA} <{CQ}meets> {JOSE} . BIND(1 AS ?met) }}"
TRIPLE = "<https://a.example/> <https://b.example/> <https://c.example/> ."
OTHERS = "https://elsewhere.example/graph"


class Server(Protocol):
    """A running SPARQL server."""

    store: str
    update: str
    auth: tuple[str, str] | None

    def empty(self) -> None: ...

    def rows(self, query: str) -> list[tuple[str, ...]]: ...

    def graph(self, iri: str) -> str: ...


Push = Callable[..., PushReport]


def login_of(server: Server) -> Login | None:
    return Login.of(None, *server.auth) if server.auth else None


def counts(server: Server) -> dict[str, int]:
    """The named graphs with the number of their triples."""
    rows = server.rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    return {graph: int(number) for graph, number in rows}


def named_counts(graph: KnowledgeGraph) -> dict[str, int]:
    parts = to_rdflib(graph).graphs()
    return {str(part.identifier): len(part) for part in parts if len(part)}


def values(graph: Graph) -> set[tuple[object, ...]]:
    """Triples with numbers as such: Oxigraph keeps one type for all whole numbers."""
    return {(s, p, o.toPython() if isinstance(o, Literal) else o) for s, p, o in graph}


@pytest.mark.parametrize("by", Route)
def test_a_server_holds_the_very_triples_of_each_graph(
    graph: KnowledgeGraph, server: Server, push_to: Push, by: Route
) -> None:
    report = push_to(graph, server, by)

    assert (report.releases, report.others) == (Counts(3, 0, 0, 0), Counts(2, 0, 0, 0))
    assert counts(server) == named_counts(graph)
    assert report.triples == write_nquads(graph, io.BytesIO())
    for part in to_rdflib(graph).graphs():
        if len(part):
            held = Graph().parse(data=server.graph(str(part.identifier)), format="nt")
            assert values(held) == values(part), part.identifier


def test_a_query_without_graph_sees_the_union_of_all_graphs(
    graph: KnowledgeGraph, server: Server, push_to: Push
) -> None:
    push_to(graph, server)

    assert server.rows(MEETING) == [("1",)]
    # DISTINCT, because a triple of two graphs matches twice in Oxigraph
    ((count,),) = server.rows("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?s ?p ?o } }")
    assert int(count) == len({(s, p, o) for s, p, o, _ in to_rdflib(graph).quads()})


@pytest.mark.parametrize("by", Route)
def test_a_changed_release_is_replaced_and_no_other_is_sent(
    graph: KnowledgeGraph, reread: KnowledgeGraph, server: Server, push_to: Push, by: Route
) -> None:
    push_to(graph, server, by)

    report = push_to(reread, server, by)

    # the entities are the same; the description has the digest of the new graph
    assert (report.releases, report.others) == (Counts(0, 1, 0, 2), Counts(0, 1, 0, 1))
    assert counts(server) == named_counts(reread)
    status = server.rows(f"SELECT ?s {{ ?visit a <{CQ}Visit> ; <{CQ}status> ?s }}")
    assert status == [(f"{CQ}planned",)]


@pytest.mark.parametrize("by", Route)
def test_a_release_taken_back_leaves_what_another_states_too(
    graph: KnowledgeGraph, without_second: KnowledgeGraph, server: Server, push_to: Push, by: Route
) -> None:
    push_to(graph, server, by)

    report = push_to(without_second, server, by)

    assert report.releases.removed == 1
    assert AT.release_graph("second") not in counts(server)
    assert server.rows(MEETING) == [("1",)]
    quotes = server.rows(
        f"SELECT ?quote {{ ?meeting a <{CQ}Meeting> ; "
        "<http://www.w3.org/ns/prov#wasDerivedFrom> ?quote }"
    )
    assert [quote.rsplit("/", 1)[1].split("#")[0] for (quote,) in quotes] == ["first"]


def test_graphs_of_others_stay(
    graph: KnowledgeGraph, without_second: KnowledgeGraph, server: Server, push_to: Push
) -> None:
    change = Change(OTHERS, "digest", (f"{TRIPLE}\n",))
    with Connection(server.store, login_of(server)) as connection:
        assert list(by_graph_store([change], connection)) == [change]

    push_to(graph, server)
    push_to(without_second, server)

    assert counts(server)[OTHERS] == 1


def test_a_graph_that_the_server_has_lost_counts_as_deleted(
    graph: KnowledgeGraph, without_second: KnowledgeGraph, server: Server, push_to: Push
) -> None:
    push_to(graph, server)
    second = AT.release_graph("second")
    with Connection(server.store, login_of(server)) as connection:
        assert list(by_graph_store([Change(second, None)], connection))

    assert push_to(without_second, server).releases.removed == 1
    assert counts(server) == named_counts(without_second)


@pytest.mark.parametrize(
    "body",
    [f"{TRIPLE}\n<https://a.example/> broken".encode(), TRIPLE.replace(".ex", " ex").encode()],
    ids=["half a line", "an IRI with a space"],
)
def test_a_graph_that_the_server_refuses_is_as_it_was(
    graph: KnowledgeGraph, server: Server, push_to: Push, body: bytes
) -> None:
    push_to(graph, server)
    first = AT.release_graph("first")
    broken = Request("a graph", "PUT", body, "application/n-triples", graph=first)

    with (
        Connection(server.store, login_of(server)) as connection,
        pytest.raises(PushRefusedError, match="refuses a graph: 400") as caught,
    ):
        connection.send(broken)

    assert caught.value.status == 400
    assert counts(server) == named_counts(graph)


def test_an_update_that_is_refused_changes_nothing(
    graph: KnowledgeGraph, server: Server, push_to: Push
) -> None:
    push_to(graph, server, Route.UPDATE)
    changes = [Change(AT.release_graph("first"), None), Change(AT.meta_graph, "d", ("broken\n",))]

    with (
        Connection(server.update, login_of(server)) as connection,
        pytest.raises(PushRefusedError),
    ):
        list(by_update(changes, connection))

    assert counts(server) == named_counts(graph)


def test_a_graph_bigger_than_a_request_arrives_whole(oxigraph: Server) -> None:
    oxigraph.empty()
    lines = tuple(f'{TRIPLE[:-1].rsplit(" ", 2)[0]} "{number:030}" .\n' for number in range(3000))

    with Connection(oxigraph.update) as connection:
        done = list(by_update([Change(OTHERS, "digest", lines)], connection, request=20_000))

    assert [change.graph for change in done] == [OTHERS]
    assert counts(oxigraph) == {OTHERS: 3000}


@pytest.mark.jena
@pytest.mark.parametrize(
    "login",
    [Login(Scheme.BASIC, "communique", "wrong"), Login(Scheme.BEARER, "", "not-known")],
    ids=["wrong password", "token"],
)
@pytest.mark.parametrize("by", Route)
def test_who_may_not_write_changes_nothing(
    graph: KnowledgeGraph, fuseki: Server, push_to: Push, login: Login, by: Route
) -> None:
    push_to(graph, fuseki)
    before = counts(fuseki)
    told = "the login of communique" if login.user else "the token"

    with pytest.raises(StoreUnavailableError, match=f"refuses {told}") as caught:
        push_to(KnowledgeGraph.of([], []), fuseki, by, login=login)

    assert login.secret not in str(caught.value)
    assert counts(fuseki) == before


@pytest.mark.jena
def test_who_shows_no_login_is_told_how(fuseki: Server) -> None:
    request = Request("a graph", "DELETE", graph=OTHERS)

    with (
        Connection(fuseki.store) as connection,
        pytest.raises(StoreUnavailableError, match="wants a login; set COMMUNIQUE_PUSH_USER"),
    ):
        connection.send(request)


@pytest.mark.parametrize("by", Route)
def test_an_endpoint_of_the_other_kind_is_told_with_the_way_to_it(
    graph: KnowledgeGraph, server: Server, push_to: Push, by: Route
) -> None:
    other = server.update if by is Route.GRAPH_STORE else server.store

    with pytest.raises(StoreUnavailableError, match="--by update"):
        push_to(graph, server, by, through=(other, 30))

    assert counts(server) == {}


def test_a_deletion_counts_only_where_something_is_taken(
    graph: KnowledgeGraph, without_second: KnowledgeGraph, oxigraph: Server, push_to: Push
) -> None:
    oxigraph.empty()
    push_to(graph, oxigraph, Route.UPDATE)

    with pytest.raises(StoreUnavailableError, match="--by update"):  # its 404 to a DELETE says this
        push_to(without_second, oxigraph, through=(oxigraph.update, 30))
    report = push_to(without_second, oxigraph, Route.UPDATE)

    assert report.releases.removed == 1
    assert counts(oxigraph) == named_counts(without_second)


@pytest.mark.jena
def test_a_server_that_wants_digest_takes_the_login_by_digest_only(
    graph: KnowledgeGraph, digest_fuseki: Server, push_to: Push
) -> None:
    user, password = digest_fuseki.auth or ("", "")

    with pytest.raises(StoreUnavailableError, match="COMMUNIQUE_PUSH_AUTH"):
        push_to(graph, digest_fuseki)
    push_to(graph, digest_fuseki, login=Login.of("digest", user, password))

    assert counts(digest_fuseki) == named_counts(graph)
