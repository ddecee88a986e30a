"""A server that others use as well: their data, two loads at once, a loader that is killed."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from neo4j import Driver, GraphDatabase

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import difference, load

pytestmark = pytest.mark.neo4j

WRITER = """
import os
import sys
from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import load
from communique.ontology import EntityType, Relation

people = [Entity(f"person-{n:05d}", EntityType.PERSON, f"Person {n}") for n in range(1203)]
quote = (Evidence("ring", 5, 15, "They met.\\n", "by-hand"),)
graph = KnowledgeGraph.of(
    [Release("ring", "Ring", "Test", "Ring\\nThey met.\\n")],
    [Fact(a, Relation.MEETS, b, Qualifiers(), quote, 1.0) for a, b in zip(people, people[1:])],
)

def wait(done, total):
    if done >= int(sys.argv[2]):
        print("ready", flush=True)
        sys.stdin.read()

load(graph, Neo4jStore(sys.argv[1], Login(password=os.environ["PASSWORD"])), wait)
"""


class Server(Protocol):
    """A running Neo4j."""

    address: str
    login: Login


Open = Callable[..., Neo4jStore]


@pytest.fixture
def driver(server: Server) -> Iterator[Driver]:
    """The bare driver, as another program has it; what it made is gone at the end."""
    login = server.login
    with GraphDatabase.driver(server.address, auth=(login.user, login.password)) as driver:
        yield driver
        driver.execute_query("MATCH (n) WHERE n.ours IS NOT NULL DETACH DELETE n")


@pytest.fixture(params=[1, 1000], ids=["releases", "entities"])
def writer(request: pytest.FixtureRequest, server: Server) -> Iterator[subprocess.Popen[str]]:
    """Another process that has written so many rows and stops in the middle of its load."""
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-c", WRITER, server.address, str(request.param)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PASSWORD": server.login.password},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.communicate()


def test_a_load_that_is_killed_is_gone_on_with(
    writer: subprocess.Popen[str], server: Server, open_at: Open, ring: KnowledgeGraph
) -> None:
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    store = open_at(server)

    load(ring, store)

    assert difference(ring, store.held()).writes == 0


def test_what_others_keep_in_the_database_stays(
    server: Server, driver: Driver, open_at: Open, graph: KnowledgeGraph
) -> None:
    driver.execute_query(
        "CREATE (:Entity {ours: 1, id: 'theirs'})-[:LIKES]->(:Entity {ours: 2}), "
        "(:Release {ours: 3})"
    )
    store = open_at(server)

    load(graph, store)
    store.empty()

    found = driver.execute_query(
        "MATCH (n) OPTIONAL MATCH (n)-[r:LIKES]->() RETURN count(n) AS nodes, count(r) AS ties"
    )
    assert [tuple(record) for record in found.records] == [(3, 1)]


def test_an_entity_that_others_have_tied_to_something_can_go(
    server: Server, driver: Driver, open_at: Open, graph: KnowledgeGraph
) -> None:
    store = open_at(server)
    load(graph, store)
    driver.execute_query(
        "MATCH (n:Entity {id: 'event-summit'}) CREATE (n)-[:IN]->(:Folder {ours: 1})"
    )

    load(KnowledgeGraph.of([], []), store)

    assert store.run("MATCH (n) RETURN labels(n) AS labels", {}, 30).rows == (
        {"labels": ["Folder"]},
    )


def test_a_graph_of_another_version_asks_for_a_rebuild(
    server: Server, driver: Driver, open_at: Open, graph: KnowledgeGraph
) -> None:
    store = open_at(server)
    load(graph, store)
    driver.execute_query(
        "MATCH (a:Person), (b:Country) CREATE (a)-[:ADMIRES {key: 'k', digest: 'd'}]->(b)"
    )

    with pytest.raises(StoreUnavailableError, match="communique load --rebuild"):
        load(graph, store)
    store.empty()
    assert load(graph, store).facts.added == len(graph.facts)


def test_two_loads_at_once_make_one_graph(
    server: Server, open_at: Open, ring: KnowledgeGraph
) -> None:
    stores = [open_at(server), open_at(server)]
    start, failures = threading.Barrier(2), list[BaseException]()

    def work(store: Neo4jStore) -> None:
        start.wait()
        try:
            load(ring, store)
        except BaseException as error:  # told below, in the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=[store]) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert difference(ring, stores[0].held()).writes == 0
    count = "MATCH ()-[r]->() RETURN count(r) AS facts"
    assert stores[0].run(count, {}, 30).rows == ({"facts": len(ring.facts)},)
