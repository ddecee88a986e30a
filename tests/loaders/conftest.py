"""A small graph in our own words, made from a table of sentences."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.opening import open_store
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation, Status

ANNA = Entity("person-anna-berg", EntityType.PERSON, "Anna Berg", ("Minister Berg",))
JOSE = Entity("person-jose-nunez", EntityType.PERSON, "José Núñez")
NORWAY = Entity("country-NOR", EntityType.COUNTRY, "Norway", iso3="NOR", wikidata="Q20")
SUMMIT = Entity("event-summit", EntityType.EVENT, "Harbour Summit")

Opener = Callable[..., Store]


def said(release: Release, quote: str, rule: str = "by-hand") -> Evidence:
    start = release.text.index(quote)
    return Evidence(release.id, start, start + len(quote), quote, rule)


FIRST = Release(
    "r1",
    "Ministers meet",
    "Foreign Ministry",
    "Ministers meet\nAnna Berg of Norway met José Núñez on 3 May 2024. "
    "Both attended the Harbour Summit.",
    published="2024-05-03",
    url="https://example.org/r1",
)
SECOND = Release("r2", "Recap", "Newsroom", "Recap\nMs Berg met Mr Núñez on 3 May 2024.")


def meeting(*evidence: Evidence, place: str | None = None) -> Fact:
    qualifiers = Qualifiers(date="2024-05-03", status=Status.HELD, place=place)
    return Fact(ANNA, Relation.MEETS, JOSE, qualifiers, evidence, 0.9)


MET = "Anna Berg of Norway met José Núñez on 3 May 2024."
TOLD_AGAIN = "Ms Berg met Mr Núñez on 3 May 2024."
OFFICE = Fact(
    ANNA,
    Relation.REPRESENTS,
    NORWAY,
    Qualifiers(role="Foreign Minister"),
    (said(FIRST, "Anna Berg of Norway"),),
    0.8,
)
ATTENDS = tuple(
    Fact(
        person,
        Relation.PARTICIPATES_IN,
        SUMMIT,
        Qualifiers(),
        (said(FIRST, "Both attended the Harbour Summit."),),
        0.7,
    )
    for person in (ANNA, JOSE)
)


@pytest.fixture
def releases() -> dict[str, Release]:
    """Both releases as they were read, by id."""
    return {release.id: release for release in (FIRST, SECOND)}


@pytest.fixture
def graph() -> KnowledgeGraph:
    """Both releases: four facts, one of them told twice."""
    told_twice = meeting(said(FIRST, MET), said(SECOND, TOLD_AGAIN))
    return KnowledgeGraph.of([FIRST, SECOND], [told_twice, OFFICE, *ATTENDS])


@pytest.fixture
def graph_without_first() -> KnowledgeGraph:
    """What is left when the first release is taken back: one fact, told once."""
    return KnowledgeGraph.of([SECOND], [meeting(said(SECOND, TOLD_AGAIN))])


@pytest.fixture
def moved_meeting() -> KnowledgeGraph:
    """The second release read anew: the same fact, now with its place."""
    return KnowledgeGraph.of([SECOND], [meeting(said(SECOND, TOLD_AGAIN), place="Oslo")])


def large(people: int) -> KnowledgeGraph:
    """A ring of people who meet their neighbours."""
    release = Release("ring", "Ring", "Test", "Ring\nThey met.")
    ring = [Entity(f"person-{n:05d}", EntityType.PERSON, f"Person {n}") for n in range(people)]
    facts = (
        Fact(a, Relation.MEETS, b, Qualifiers(), (said(release, "They met."),), 1.0)
        for a, b in pairwise(ring)
    )
    return KnowledgeGraph.of([release], facts)


@pytest.fixture
def ring() -> KnowledgeGraph:
    return large(1203)


@pytest.fixture
def long_ring() -> KnowledgeGraph:
    """More than one transaction of any store takes."""
    return large(3000)


class Server(Protocol):
    """A running Neo4j."""

    address: str
    login: Login


@pytest.fixture(scope="session")
def wide_ring() -> KnowledgeGraph:
    """More than a small disk holds."""
    return large(20_000)


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens the store under test, again and again the same one; all are closed at the end."""
    opened: list[Store] = []
    where, login = str(tmp_path / "workspace" / "graph.kgl"), None
    if request.param == "neo4j":
        server: Server = request.getfixturevalue("neo4j_server")
        where, login = server.address, server.login
        emptied = Neo4jStore(where, login)
        emptied.empty()
        emptied.close()

    def open_store_again(read_only: bool = False) -> Store:
        store = open_store(where, read_only, login)
        opened.append(store)
        return store

    yield open_store_again
    for store in opened:
        store.close()


@pytest.fixture
def rows() -> Callable[..., list[dict[str, object]]]:
    def read(store: Store, cypher: str, **parameters: object) -> list[dict[str, object]]:
        return [dict(row) for row in store.run(cypher, parameters, timeout=30).rows]

    return read
