"""Opening a store by what a person writes: the path of a file or the address of a server."""

from pathlib import Path
from typing import TYPE_CHECKING

from communique.graph import KnowledgeGraph
from communique.loaders.projection import LoadReport, load
from communique.loaders.store import Progress, Store

if TYPE_CHECKING:
    from communique.loaders.neo4j.address import Login
    from communique.loaders.neo4j.store import Neo4jStore


def is_address(text: str) -> bool:
    """Whether a text is the address of a server and no path of a file."""
    return "://" in text


def open_store(where: str, read_only: bool = False, login: "Login | None" = None) -> Store:
    """The store there; close it when done.

    Args:
        where: Path of an embedded store, or address of a Neo4j server (``neo4j://host:port``).
        read_only: Whether it is only asked.
        login: Who asks a server; the user ``neo4j`` without password if left out.

    Raises:
        ValueError: The address is none.
        StoreUnavailableError: There is no store, or it cannot be used.
    """
    if is_address(where):
        return _open_server(where, login, read_only)
    from communique.loaders.embedded import EmbeddedStore

    return EmbeddedStore(Path(where), read_only)


def load_into(
    where: str,
    graph: KnowledgeGraph,
    *,
    rebuild: bool = False,
    progress: Progress | None = None,
    login: "Login | None" = None,
) -> LoadReport:
    """Bring the store there up to date, or write it anew.

    Args:
        where: As for `open_store`.
        graph: What it is to hold.
        rebuild: Whether what is there is thrown away first; an embedded store may be damaged then.
        progress: Told of rows written.
        login: As for `open_store`.

    Raises:
        ValueError: The address is none.
        StoreUnavailableError: The store cannot be written. A file is as it was before; a server
            has a part of the change, and the next load writes the rest.
    """
    if rebuild:
        return _load_anew(where, graph, progress, login)
    store = open_store(where, login=login)
    try:
        return load(graph, store, progress)
    finally:
        store.close()


def _load_anew(
    where: str, graph: KnowledgeGraph, progress: Progress | None, login: "Login | None"
) -> LoadReport:
    if not is_address(where):
        from communique.loaders.embedded import rebuild

        return rebuild(Path(where), graph, progress)
    store = _open_server(where, login)
    try:
        store.empty()
        return load(graph, store, progress)
    finally:
        store.close()


def _open_server(address: str, login: "Login | None", read_only: bool = False) -> "Neo4jStore":
    # Imported here: who keeps the graph in a file does not wait for the driver.
    from communique.loaders.neo4j.address import Login
    from communique.loaders.neo4j.store import Neo4jStore

    return Neo4jStore(address, login or Login(), read_only)
