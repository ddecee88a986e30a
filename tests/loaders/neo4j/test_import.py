"""A database that Neo4j's importer fills from our tables."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from communique.graph import Evidence, KnowledgeGraph
from communique.loaders.files import write_neo4j_csv
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import difference, load
from communique.loaders.store import Store

pytestmark = pytest.mark.neo4j
ALL = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) "
    "RETURN labels(n) AS labels, properties(n) AS node, type(r) AS relation, "
    "properties(r) AS fact, m.id AS other ORDER BY n.id, m.id, r.key"
)


class Server(Protocol):
    """A Neo4j that the test starts and stops."""

    def start(self, *settings: str) -> None: ...
    def stop(self) -> None: ...
    def administer(self, *arguments: str) -> "subprocess.CompletedProcess[str]": ...


Open = Callable[..., Neo4jStore]


@pytest.fixture
def awkward(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The small graph with what the importer stumbles over."""
    told = {
        "José Núñez": 'José "Pepe" Núñez,\nsenior; \\N',
        "Anna Berg": " Anna\tBerg ",
    }
    ends = {e.id: replace(e, name=told.get(e.name, e.name)) for e in graph.entities}
    odd = Evidence("r2", 0, 4, "\x1f,\n\\", "by,hand")
    facts = [
        replace(
            fact,
            subject=ends[fact.subject.id],
            object=ends[fact.object.id],
            evidence=(*fact.evidence, odd),
        )
        for fact in graph.facts
    ]
    return KnowledgeGraph.of(graph.releases, facts)


@pytest.fixture
def imported(
    new_neo4j: Callable[[], Server], awkward: KnowledgeGraph, tmp_path: Path
) -> Iterator[Server]:
    """A server whose database the importer has made, running."""
    write_neo4j_csv(awkward, tmp_path / "to import")
    server = new_neo4j()
    done = server.administer(
        "database", "import", "full", f"@{tmp_path / 'to import' / 'import.args'}", "neo4j"
    )
    assert done.returncode == 0, done.stderr + done.stdout
    server.start()
    yield server
    server.stop()


def everything(store: Store) -> object:
    return store.run(ALL, {}, 30).rows


def test_an_import_and_a_load_make_what_a_load_makes(
    imported: Server, server: Server, open_at: Open, awkward: KnowledgeGraph
) -> None:
    plain = open_at(server)
    load(awkward, plain)
    store = open_at(imported)
    before = len(store.held().facts) + len(store.held().entities)

    load(awkward, store)

    assert before > 0
    assert everything(store) == everything(plain)
    assert difference(awkward, store.held()).writes == 0
