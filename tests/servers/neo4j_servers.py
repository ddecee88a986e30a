"""Real Neo4j servers, for tests of several packages."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from figures.server import Server, free_port

STOPS_SOON = "internal.server.bolt.thread_pool_shutdown_wait_time=1s"
STARTS_SOON = {
    "NEO4J_HEAP": "768m",
    "NEO4J_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@pytest.fixture(scope="session")
def unused_port() -> Callable[[], int]:
    """Finds ports for servers."""
    return free_port


@pytest.fixture(scope="session")
def new_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Server]]:
    """Makes real servers, each with an empty home and not yet started; all are stopped at last.

    ``scripts/set-up --neo4j`` brings what they need.
    """
    for command in ("java", "mvn"):
        if shutil.which(command) is None:
            pytest.skip(f"no {command}, which Neo4j needs")
    made: list[Server] = []

    def make() -> Server:
        made.append(Server(tmp_path_factory.mktemp("neo4j") / "home", (STOPS_SOON,), STARTS_SOON))
        return made[-1]

    yield make
    for server in made:
        server.stop()


@pytest.fixture(scope="session")
def neo4j_server(new_neo4j: Callable[[], Server]) -> Server:
    """The real Neo4j of this run; what a test leaves in it, the next one must expect."""
    server = new_neo4j()
    server.start()
    return server
