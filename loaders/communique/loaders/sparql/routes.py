"""The two ways in which a SPARQL server takes named graphs."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from communique.loaders.sparql.connection import Connection, Request
from communique.loaders.sparql.target import Route

REQUEST = 4_000_000
"""Bytes from which on an update is sent."""

GRAPHS = 100
"""Graphs after which an update is sent."""


class Change(NamedTuple):
    """A named graph that is to be replaced or deleted.

    Attributes:
        graph: Its name.
        sha256: Digest of its content; None if it is to be deleted.
        content: Lines of N-Triples, in pieces.
        triples: Their number.
    """

    graph: str
    sha256: str | None
    content: tuple[str, ...] = ()
    triples: int = 0


Send = Callable[[Iterable[Change], Connection], Iterator[Change]]
"""Sends changes in their order, and yields each when the server has it."""


def route_by(name: Route) -> Send:
    """What sends graphs that way."""
    return {Route.GRAPH_STORE: by_graph_store, Route.UPDATE: by_update}[name]


def by_graph_store(changes: Iterable[Change], connection: Connection) -> Iterator[Change]:
    """One request for each graph (SPARQL 1.1 Graph Store HTTP Protocol), all of it or nothing.

    Every request names its graph: one without a name would replace the whole store.
    """
    for change in changes:
        connection.send(_deletion(change) if change.sha256 is None else _replacement(change))
        yield change


def _deletion(change: Change) -> Request:
    what, gone = f"to delete <{change.graph}>", frozenset({404})
    return Request(what, "DELETE", graph=change.graph, done=gone)


def _replacement(change: Change) -> Request:
    body = "".join(change.content).encode()
    return Request(f"<{change.graph}>", "PUT", body, "application/n-triples", graph=change.graph)


def by_update(
    changes: Iterable[Change], connection: Connection, request: int = REQUEST
) -> Iterator[Change]:
    """Many graphs in a request (SPARQL 1.1 Update), which stores commit at once.

    A graph that is bigger than a request is sent in several; until the last it is there in part.

    Args:
        changes: What is to be done.
        connection: Where.
        request: Bytes from which on a request is sent.
    """
    operations, done = list[bytes](), list[Change]()
    size = 0
    for change in changes:
        for operation in _operations(change, request // 2):
            if operations and (size + len(operation) > request or len(done) >= GRAPHS):
                _update(operations, connection)
                yield from done
                operations, done, size = [], [], 0
            operations.append(operation)
            size += len(operation)
        done.append(change)
    if operations:
        _update(operations, connection)
    yield from done


def _update(operations: Iterable[bytes], connection: Connection) -> None:
    body = b";\n".join(operations)
    connection.send(Request("an update", "POST", body, "application/sparql-update"))


def _operations(change: Change, most: int) -> Iterator[bytes]:
    """What replaces the graph, each of ``most`` characters or little more.

    Lines of N-Triples are triples of SPARQL as they are.
    """
    yield f"DROP SILENT GRAPH <{change.graph}>".encode()
    part, size = list[str](), 0
    for line in (line for piece in change.content for line in piece.split("\n")[:-1]):
        if size > most:
            yield _insertion(change.graph, part)
            part, size = [], 0
        part.append(line)
        size += len(line)
    if part:
        yield _insertion(change.graph, part)


def _insertion(graph: str, lines: Iterable[str]) -> bytes:
    triples = "\n".join(lines)
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{triples}\n}} }}".encode()
