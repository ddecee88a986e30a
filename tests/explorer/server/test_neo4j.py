"""The explorer over a real Neo4j shows what it shows over a file."""

from typing import Protocol

import pytest

from communique.explorer.server.context import Explorer
from communique.graph import KnowledgeGraph
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import load
from communique.workspace.workspace import Workspace

pytestmark = pytest.mark.neo4j


class Server(Protocol):
    """A running Neo4j."""

    address: str
    login: Login


def test_a_server_and_a_file_of_the_same_graph_are_shown_alike(
    neo4j_server: Server, graph: KnowledgeGraph, explorer: Explorer
) -> None:
    store = Neo4jStore(neo4j_server.address, neo4j_server.login)
    store.empty()
    load(graph, store)
    store.close()
    folder = explorer.workspace.folder
    served = Explorer(Workspace(folder, neo4j_server.address, login=neo4j_server.login))

    assert served.snapshot.version == explorer.snapshot.version
    keys = explorer.snapshot.keys(explorer.snapshot.rows_about(0))
    assert served.told(keys) == explorer.told(keys) != []
    assert not served.is_outdated()

    version = served.snapshot.version
    store = Neo4jStore(neo4j_server.address, neo4j_server.login)
    load(KnowledgeGraph.of(graph.releases, graph.facts[::2]), store)
    store.close()
    served.renew(wait=True)
    assert served.snapshot.version != version
    served.close()
