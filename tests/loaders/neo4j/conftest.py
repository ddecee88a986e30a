"""An empty real Neo4j, and stores on it that are closed at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore


class Server(Protocol):
    """A Neo4j that the test starts and stops."""

    address: str
    login: Login
    home: Path
    process: int

    def start(self, *settings: str) -> None: ...
    def stop(self) -> None: ...
    def kill(self) -> None: ...


Open = Callable[..., Neo4jStore]


@pytest.fixture
def server(neo4j_server: Server) -> Server:
    """The server of this run, with nothing of ours in it."""
    store = Neo4jStore(neo4j_server.address, neo4j_server.login)
    store.empty()
    store.close()
    return neo4j_server


@pytest.fixture
def open_at() -> Iterator[Open]:
    """Opens a store on a server."""
    opened: list[Neo4jStore] = []

    def open_store(server: Server, read_only: bool = False) -> Neo4jStore:
        opened.append(Neo4jStore(server.address, server.login, read_only, patience=1))
        return opened[-1]

    yield open_store
    for store in opened:
        store.close()
