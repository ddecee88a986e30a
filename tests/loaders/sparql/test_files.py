"""Servers load the files that are exported, as partners do who take files in place of a push."""

import gzip
import io
from typing import Protocol

import httpx
import pytest

from communique.graph import KnowledgeGraph
from communique.loaders.rdf import Syntax, Wanted, to_rdflib, write_rdf
from communique.ontology.iris import CQ, RDF

TYPES = {
    Syntax.NQUADS: "application/n-quads",
    Syntax.TRIG: "application/trig",
    Syntax.JSONLD: "application/ld+json",
    Syntax.TURTLE: "text/turtle",
}
UNION = "https://elsewhere.example/union"
QUADS = [syntax for syntax in Syntax if syntax is not Syntax.TURTLE]


class Server(Protocol):
    """A running SPARQL server."""

    store: str
    auth: tuple[str, str] | None
    client: httpx.Client

    def rows(self, query: str) -> list[tuple[str, ...]]: ...


def load(
    server: Server, content: bytes, syntax: Syntax, graph: str | None = None, encoding: str = ""
) -> None:
    """Add a file to what the server has, twice: there are no blank nodes to multiply."""
    headers = {"Content-Type": TYPES[syntax]} | ({"Content-Encoding": encoding} if encoding else {})
    login = server.auth or httpx.USE_CLIENT_DEFAULT
    query = {"graph": graph} if graph else {}
    for _ in range(2):
        answer = server.client.post(
            server.store, content=content, headers=headers, params=query, auth=login
        )
        assert answer.is_success, answer.text


def put(server: Server, content: bytes, kind: str, graph: str | None = None) -> httpx.Response:
    """Replace a graph; everything if none is named."""
    return server.client.put(
        server.store,
        content=content,
        headers={"Content-Type": kind},
        params={"graph": graph} if graph else {},
        auth=server.auth or httpx.USE_CLIENT_DEFAULT,
    )


def written(graph: KnowledgeGraph, syntax: Syntax, *, rdf12: bool = False) -> bytes:
    out = io.BytesIO()
    write_rdf(graph, out, syntax, Wanted(rdf12=rdf12))
    return out.getvalue()


def counts(server: Server) -> dict[str, int]:
    rows = server.rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    return {graph: int(number) for graph, number in rows}


@pytest.mark.parametrize("syntax", QUADS)
def test_a_file_of_named_graphs_is_loaded_whole(
    graph: KnowledgeGraph, server: Server, syntax: Syntax
) -> None:
    load(server, written(graph, syntax), syntax)

    parts = to_rdflib(graph).graphs()
    assert counts(server) == {str(part.identifier): len(part) for part in parts if len(part)}


def test_a_compressed_file_is_loaded_as_it_is(graph: KnowledgeGraph, server: Server) -> None:
    quads = written(graph, Syntax.NQUADS)

    load(server, gzip.compress(quads, mtime=0), Syntax.NQUADS, encoding="gzip")

    assert sum(counts(server).values()) == quads.count(b"\n")


def test_the_union_is_loaded_into_one_graph(graph: KnowledgeGraph, server: Server) -> None:
    load(server, written(graph, Syntax.TURTLE), Syntax.TURTLE, UNION)

    assert counts(server) == {UNION: len({quad[:3] for quad in to_rdflib(graph).quads()})}


def test_statements_of_rdf_1_2_are_asked_by_what_they_reify(
    graph: KnowledgeGraph, server: Server
) -> None:
    load(server, written(graph, Syntax.NQUADS, rdf12=True), Syntax.NQUADS)

    found = server.rows(
        f"SELECT DISTINCT ?fact {{ GRAPH ?g {{ ?fact <{RDF}reifies> <<( ?a <{CQ}meets> ?b )>> }} }}"
    )
    assert len(found) == 1


def test_rdf_xml_replaces_a_graph_like_any_other_syntax(
    graph: KnowledgeGraph, server: Server
) -> None:
    """We send none, as XML holds no control characters; partners who convert a graph may."""
    (part,) = (g for g in to_rdflib(graph).graphs() if str(g.identifier).endswith("third"))
    content = part.serialize(format="xml").encode()

    for _ in range(2):
        answer = put(server, content, "application/rdf+xml", UNION)
        assert answer.is_success, answer.text

    assert counts(server) == {UNION: len(part)}


def test_a_file_put_without_a_graph_replaces_what_others_have(
    graph: KnowledgeGraph, server: Server
) -> None:
    """Why a push never does so, and keeps its own digests: nothing says what a graph was."""
    theirs = b"<urn:a> <urn:b> <urn:c> ."
    assert put(server, theirs, "application/n-triples", UNION).is_success

    answer = put(server, written(graph, Syntax.NQUADS), TYPES[Syntax.NQUADS])

    assert answer.is_success, answer.text
    assert UNION not in counts(server)
    assert "etag" not in answer.headers
