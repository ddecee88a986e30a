"""The explorer over a real Neo4j shows what it shows over a file."""

from contextlib import closing
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
    with closing(Neo4jStore(neo4j_server.address, neo4j_server.login)) as store:
        store.empty()
        load(graph, store)
        workspace = Workspace(
            explorer.workspace.folder, neo4j_server.address, login=neo4j_server.login
        )
        with closing(Explorer(workspace)) as served:
            version = served.snapshot.version
            assert version == explorer.snapshot.version
            keys = explorer.snapshot.keys(explorer.snapshot.rows_about(0))
            assert served.told(keys) == explorer.told(keys) != []
            assert not served.is_outdated()

            load(KnowledgeGraph.of(graph.releases, graph.facts[::2]), store)
            served.renew(wait=True)
            assert served.snapshot.version != version
