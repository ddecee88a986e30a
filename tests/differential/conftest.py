"""Graphs in both engines: one made up, with gaps and ties on purpose, one of real releases."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Protocol

import pytest

from communique.builder import build, project
from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.graph import Entity, KnowledgeGraph, Qualifiers, Release
from communique.ledger import Ledger
from communique.loaders.embedded import EmbeddedStore, rebuild
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import load
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation, Status


class Neo4jServer(Protocol):
    """A real Neo4j, as the session's fixture starts it."""

    address: str
    login: Login


Line = tuple[Entity, Relation, Entity, Qualifiers, str]
Draft = tuple[Release, list[Line]]
Compose = Callable[[Iterator[Draft]], KnowledgeGraph]

OTHER_RELEASES = 500
"""Releases of the corpus beside seed and dev."""

PEOPLE = (
    "Åsa Öberg|Minister Öberg|Öberg, Vít Šťastný, Mairead O'Dowd|Ms O'Dowd, Ioan Pop, Ana Pop, "
    "Ülle Kuusk|Kuusk, Paul \\ Paula, Zoë 李|Zoë, Jan de Wit, ada lind, Ömer Ünal, Bo, Alone"
)
COUNTRIES = "Norland/NRL, Südreich/SDR|Suedreich, Ostavia/OST, Westmark/WMK, Île Verte/ILV"
BODIES = "Coast League|CL, Harbour Police, Fund for Seas|FfS|Sea Fund, Rescue Agency"
OPERATIONS = "Blue Anchor, Quiet Net, Long Reach"
EVENTS = "1st Harbour Summit, 2nd Harbour Summit, Border Forum"
PLACES = "Grünhafen, Port Ré, Old Town"
DAYS = (None, "2024-01-15", "2024-02", "2024-02-29", "2023", "2024-03-01/2024-03-04", "2022-12-31")


def _entities(kind: EntityType, listed: str) -> list[Entity]:
    """The entities of a list, each as ``Name/ISO|alias|alias``."""
    found = []
    for number, spec in enumerate(listed.split(", "), 1):
        name, *aliases = spec.split("|")
        name, _, iso3 = name.partition("/")
        id_ = f"{kind.lower()}-{iso3 or number}"
        found.append(Entity(id_, kind, name, tuple(sorted(aliases)), number != 4, iso3 or None))
    return found


def _lines() -> Iterator[Line]:
    """Facts by rules that leave out a date here and a role there."""
    people, countries = (
        _entities(EntityType.PERSON, PEOPLE),
        _entities(EntityType.COUNTRY, COUNTRIES),
    )
    bodies, operations = (
        _entities(EntityType.ORGANISATION, BODIES),
        _entities(EntityType.OPERATION, OPERATIONS),
    )
    events, places = _entities(EntityType.EVENT, EVENTS), _entities(EntityType.PLACE, PLACES)
    days, statuses = cycle(DAYS), cycle((Status.HELD, Status.PLANNED, None))

    def line(subject: Entity, relation: Relation, object_: Entity, **values: str | None) -> Line:
        given = Qualifiers(**values)  # type: ignore[arg-type]
        return (
            subject,
            relation,
            object_,
            given,
            f"{subject.name} {relation.lower()} {object_.name}.",
        )

    for number, person in enumerate(people):
        yield line(person, Relation.REPRESENTS, countries[number % 5],
                   role=(None, "Minister", "Envoy", "Prime Minister")[number % 4])  # fmt: skip
        for step in (1, 3, 4, 1):
            other = people[(number + step) % (len(people) - 2)]
            if other is not person and person.name != "Alone":
                yield line(person, Relation.MEETS, other, date=next(days), status=next(statuses),
                           place=places[number % 3].name if number % 2 else None)  # fmt: skip
        yield line(person, Relation.PARTICIPATES_IN, events[number % 2], date=next(days))
    for number, body in enumerate(bodies):
        yield line(body, Relation.SUPPORTS, operations[number % 3])
        yield line(
            body, (Relation.LEADS, Relation.COORDINATES)[number % 2], operations[(number + 1) % 3]
        )
        yield line(countries[number], Relation.MEMBER_OF, bodies[(number * 2) % 4])
    for operation, country in zip(operations, countries, strict=False):
        yield line(
            bodies[2], Relation.FUNDS, operation, amount=f"EUR {len(operation.name)} million"
        )
        yield line(operation, Relation.INVOLVES, country)
    for event, place, country in zip(events, places, countries, strict=False):
        yield line(event, Relation.HELD_IN, place, date=next(days))
        yield line(place, Relation.LOCATED_IN, country)
        yield line(country, Relation.HOSTS, event)


def _drafts() -> Iterator[Draft]:
    lines = list(_lines())
    for number in range(1, 7):
        published = None if number == 5 else f"2024-0{number}-1{number}"
        title = f"Release {number}"
        release = Release(f"r{number}", title, ("News", "Wire")[number % 2], title,
                          published=published)  # fmt: skip
        told: Sequence[Line] = lines[number::7] + lines[:: 4 + number]
        yield release, list(told)


@pytest.fixture(scope="session")
def graph(compose: Compose) -> KnowledgeGraph:
    return compose(_drafts())


@dataclass(frozen=True, slots=True)
class Engines:
    """Both engines with one graph.

    Attributes:
        file: The embedded store's file.
        embedded: That store, opened for reading.
        neo4j: The other one.
    """

    file: Path
    embedded: Store
    neo4j: Store


def _kept(graph: KnowledgeGraph, path: Path) -> Path:
    rebuild(path, graph)
    return path


@pytest.fixture(scope="session")
def made_up_file(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up graph as a file of the embedded store."""
    return _kept(graph, tmp_path_factory.mktemp("made-up") / "graph.kgl")


@pytest.fixture(scope="session")
def real_graph(gold: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """What is read in the annotated releases of seed and dev, and in five hundred others."""
    folder = Path(os.environ.get("COMMUNIQUE_CORPUS", gold.parent / "corpus"))
    others = sorted(folder.glob("*/*.txt"))
    step = max(1, len(others) // OTHER_RELEASES)
    paths = [*sorted(gold.glob("seed/*.txt")), *sorted(gold.glob("dev/*.txt"))]
    paths += others[::step][:OTHER_RELEASES]
    with Ledger.open(tmp_path_factory.mktemp("real") / "ledger.sqlite", create=True) as ledger:
        build(read_releases(map(str, paths)), PressExtractor.load(), ledger)
        return project(ledger)


@pytest.fixture(scope="session")
def real_file(real_graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of real releases as a file of the embedded store."""
    return _kept(real_graph, tmp_path_factory.mktemp("real") / "graph.kgl")


@pytest.fixture(scope="session")
def embedded(made_up_file: Path) -> Iterator[Store]:
    """The made-up graph in the embedded store."""
    reader = EmbeddedStore(made_up_file, read_only=True)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def neo4j(graph: KnowledgeGraph, neo4j_server: Neo4jServer) -> Iterator[Store]:
    """The made-up graph in a real Neo4j, and nothing else."""
    with _loaded(graph, neo4j_server) as store:
        yield store


@pytest.fixture(
    scope="module",
    params=["made-up", pytest.param("real", marks=[pytest.mark.gold, pytest.mark.model])],
)
def engines(request: pytest.FixtureRequest, neo4j_server: Neo4jServer) -> Iterator[Engines]:
    """Both engines, with the made-up graph and with that of real releases."""
    is_real = request.param == "real"
    graph = request.getfixturevalue("real_graph" if is_real else "graph")
    file = request.getfixturevalue("real_file" if is_real else "made_up_file")
    embedded = EmbeddedStore(file, read_only=True)
    with _loaded(graph, neo4j_server) as neo4j:
        yield Engines(file, embedded, neo4j)
    embedded.close()


@contextmanager
def _loaded(graph: KnowledgeGraph, server: Neo4jServer) -> Iterator[Store]:
    store = Neo4jStore(server.address, server.login)
    store.empty()
    load(graph, store)
    yield store
    store.close()
