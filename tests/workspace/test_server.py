"""A graph whose store is a real Neo4j."""

from pathlib import Path
from typing import Protocol

import pytest

from communique.graph import LedgerError, StoreUnavailableError
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import load
from communique.workspace import Graph, Workspace

pytestmark = pytest.mark.neo4j


class Server(Protocol):
    """A running Neo4j."""

    address: str
    login: Login


@pytest.fixture
def address(neo4j_server: Server, graph: Graph, tmp_path: Path) -> str:
    """The server with what the workspace holds."""
    store = Neo4jStore(neo4j_server.address, neo4j_server.login)
    store.empty()
    load(Workspace(tmp_path / "data", "").graph(), store)
    store.close()
    return neo4j_server.address


def test_a_server_alone_is_asked_as_a_file_is(
    address: str, neo4j_server: Server, graph: Graph, tmp_path: Path
) -> None:
    with Graph.open(address, password=neo4j_server.login.password) as served:
        assert served.facts() == graph.facts()
        assert served.releases() == graph.releases()
        assert served.query("who-met", entity="kask") == graph.query("who-met", entity="kask")
        with pytest.raises(LedgerError):
            served.export("csv", tmp_path / "tables")


def test_a_workspace_may_keep_its_store_on_a_server(
    address: str, neo4j_server: Server, graph: Graph, tmp_path: Path
) -> None:
    password = neo4j_server.login.password
    with Graph.open(tmp_path / "data", store=address, password=password) as served:
        served.retract(*(release.id for release in graph.releases()))
        assert served.facts() == []


def test_a_wrong_password_is_told(address: str) -> None:
    with pytest.raises(StoreUnavailableError, match="password"):
        Graph.open(address, password="not the one")  # noqa: S106
