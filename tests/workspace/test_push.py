"""A graph of Python on a SPARQL server."""

import re
from pathlib import Path
from typing import Protocol

import pytest

from communique.builder import Extractor
from communique.graph import LedgerError
from communique.workspace import Graph

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


class Server(Protocol):
    """A running SPARQL server."""

    store: str
    update: str

    def empty(self) -> None: ...

    def rows(self, query: str) -> list[tuple[str, ...]]: ...


def test_what_is_pushed_are_the_quads_that_are_exported(
    graph: Graph, oxigraph: Server, tmp_path: Path
) -> None:
    oxigraph.empty()
    planned = graph.push(oxigraph.store, licence=LICENCE, dry_run=True)

    report = graph.push(oxigraph.store, licence=LICENCE)

    graph.export("nquads", tmp_path / "graph.nq", licence=LICENCE)
    quads = (tmp_path / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert planned == report
    assert report.triples == len(quads)
    digests = oxigraph.rows(
        "SELECT ?d { GRAPH ?g { ?of <https://communique.example/ns#graphDigest> ?d } }"
    )
    assert sorted(digest for (digest,) in digests) == sorted(
        re.findall(r'graphDigest> "(\w+)"', "\n".join(quads))
    )
    assert graph.push(oxigraph.store, licence=LICENCE).writes == 0
    assert graph.push(oxigraph.store, licence=LICENCE, anew=True).writes == report.writes


def test_releases_that_came_are_sent_by_update(
    graph: Graph, more: Path, oxigraph: Server, sentences: Extractor
) -> None:
    oxigraph.empty()
    graph.push(oxigraph.update, update=True)

    graph.add(more, extractor=sentences)

    assert graph.push(oxigraph.update, update=True).releases.added == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"url": "https://sparql.example.org/store"}, "--base"),
        ({"url": "http://127.0.0.1/store", "user": "me"}, "needs a user and a password"),
        ({"url": "http://127.0.0.1/store", "pasword": "x"}, "no setting 'pasword'"),
        ({"url": "http://127.0.0.1/store", "licence": "CC0"}, "licence"),
    ],
    ids=["default base", "half a login", "misspelt", "no licence"],
)
def test_wrong_use_is_told(graph: Graph, arguments: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        graph.push(**arguments)  # type: ignore[arg-type]


def test_a_store_alone_is_not_pushed(graph: Graph, tmp_path: Path) -> None:
    graph.close()

    with Graph.open(tmp_path / "data" / "store.kgl") as alone, pytest.raises(LedgerError):
        alone.push("http://127.0.0.1/store")
