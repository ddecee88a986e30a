"""A small graph in our own words, loaded into the real embedded store."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import load
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation, Status
from communique.queries.names import Names

PERSON, COUNTRY, ORGANISATION = EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANISATION

LIND = Entity("person-mara-lind", PERSON, "Mara Lind", ("Secretary General Lind",))
MALY = Entity("person-ondrej-maly", PERSON, "Ondřej Malý", ("Minister Malý",))
ROOS = Entity("person-edvin-roos", PERSON, "Edvin Roos")
OLD_ROOS = Entity("person-karin-roos", PERSON, "Karin Roos")
CZECHIA = Entity("country-CZE", COUNTRY, "Czechia", ("Czech",), iso3="CZE")
ESTONIA = Entity("country-EST", COUNTRY, "Estonia", ("Estonian",), iso3="EST")
LEAGUE = Entity("organisation-league", ORGANISATION, "Northern Defence League", ("NDL",))
HARBOUR = Entity("organisation-harbour", ORGANISATION, "Harbour Police", ("HP",))
COAST = Entity("organisation-coast", ORGANISATION, "Coast Guard Agency", ("CGA",))
FUND = Entity("organisation-fund", ORGANISATION, "Maritime Fund")
TALLINN = Entity("place-tallinn", EntityType.PLACE, "Tallinn")
SUMMIT = Entity("event-summit", EntityType.EVENT, "Harbour Summit", ("the summit",))
ANCHOR = Entity("operation-anchor", EntityType.OPERATION, "Blue Anchor", ("Operation Blue Anchor",))
NET = Entity("operation-net", EntityType.OPERATION, "Quiet Net")


@dataclass
class Scribe:
    """Writes releases and, with each sentence, the fact it states."""

    releases: dict[str, tuple[str, str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)

    def release(self, id_: str, source: str, published: str, headline: str) -> None:
        self.releases[id_] = (source, published)
        self.texts[id_] = headline

    def says(
        self,
        release: str,
        sentence: str,
        subject: Entity,
        relation: Relation,
        object_: Entity,
        **qualifiers: str,
    ) -> None:
        start = len(self.texts[release]) + 1
        self.texts[release] += f"\n{sentence}"
        evidence = Evidence(release, start, start + len(sentence), sentence, "by-hand")
        if "status" in qualifiers:
            qualifiers["status"] = Status(qualifiers["status"])
        fact = Fact(subject, relation, object_, Qualifiers(**qualifiers), (evidence,), 0.9)  # type: ignore[arg-type]
        told = self.facts.get(fact.key)
        if told is not None:
            fact = Fact(
                subject, relation, object_, told.qualifiers, (*told.evidence, evidence), 0.9
            )
        self.facts[fact.key] = fact

    def graph(self) -> KnowledgeGraph:
        releases = (
            Release(
                id_,
                text.partition("\n")[0],
                self.releases[id_][0],
                text,
                published=self.releases[id_][1],
                url=f"https://example.org/{id_}",
            )
            for id_, text in self.texts.items()
        )
        return KnowledgeGraph.of(releases, self.facts.values())


def tell_of_the_summit(scribe: Scribe) -> None:
    r = Relation
    scribe.release("r1", "League", "2024-03-05", "Summit opens in Tallinn")
    scribe.says("r1", "Secretary General Lind leads the League.", LIND, r.REPRESENTS, LEAGUE,
                role="Secretary General")  # fmt: skip
    scribe.says("r1", "Minister Malý spoke for Czechia.", MALY, r.REPRESENTS, CZECHIA,
                role="Foreign Minister")  # fmt: skip
    scribe.says("r1", "On 4 March Ms Lind met Mr Malý in Tallinn.", LIND, r.MEETS, MALY,
                date="2024-03-04", place="Tallinn", event="Harbour Summit",
                status="held")  # fmt: skip
    scribe.says("r1", "Ms Lind attended the summit.", LIND, r.PARTICIPATES_IN, SUMMIT,
                date="2024-03-04")  # fmt: skip
    scribe.says("r1", "So did Mr Malý.", MALY, r.PARTICIPATES_IN, SUMMIT)
    scribe.says("r1", "Estonia hosts the summit.", ESTONIA, r.HOSTS, SUMMIT)
    scribe.says("r1", "It is held in Tallinn.", SUMMIT, r.HELD_IN, TALLINN, date="2024-03")
    scribe.says("r1", "Tallinn lies in Estonia.", TALLINN, r.LOCATED_IN, ESTONIA)
    scribe.says("r1", "Ms Lind travelled to Tallinn.", LIND, r.VISITS, TALLINN,
                date="2024-03-03/2024-03-04", status="held")  # fmt: skip
    scribe.says("r1", "Estonia belongs to the League.", ESTONIA, r.MEMBER_OF, LEAGUE)


def tell_of_the_plans(scribe: Scribe) -> None:
    r = Relation
    scribe.release("r2", "Ministry", "2024-03-06", "Plans for April")
    scribe.says("r2", "On Monday Mr Malý talked with Ms Lind.", LIND, r.MEETS, MALY,
                date="2024-03-04", event="Harbour Summit")  # fmt: skip
    scribe.says("r2", "In April Mr Roos will meet Mr Malý.", ROOS, r.MEETS, MALY,
                date="2024-04", status="planned")  # fmt: skip
    scribe.says("r2", "Mr Roos is the Defence Minister of Estonia.", ROOS, r.REPRESENTS, ESTONIA,
                role="Defence Minister")  # fmt: skip
    scribe.says("r2", "Karin Roos met the Maritime Fund.", OLD_ROOS, r.MEETS, FUND)
    scribe.says("r2", "Mr Roos will visit Czechia.", ROOS, r.VISITS, CZECHIA, status="planned")
    scribe.says("r2", "Ms Lind named Mr Roos her envoy.", LIND, r.APPOINTS, ROOS,
                date="2024-02-01", role="Envoy")  # fmt: skip


def tell_of_the_operations(scribe: Scribe) -> None:
    r = Relation
    scribe.release("r3", "Harbour Police", "2024-05-02", "Blue Anchor ends")
    scribe.says("r3", "The Harbour Police led Blue Anchor.", HARBOUR, r.LEADS, ANCHOR)
    scribe.says("r3", "The Agency coordinated it.", COAST, r.COORDINATES, ANCHOR)
    scribe.says("r3", "The League supported it.", LEAGUE, r.SUPPORTS, ANCHOR)
    scribe.says("r3", "The Maritime Fund gave 2 million.", FUND, r.FUNDS, ANCHOR, amount="EUR 2 million")  # fmt: skip  # noqa: E501
    scribe.says("r3", "Searches took place in Estonia.", ANCHOR, r.INVOLVES, ESTONIA)
    scribe.says("r3", "The last was in Tallinn on 30 April.", ANCHOR, r.HELD_IN, TALLINN,
                date="2024-04-30")  # fmt: skip
    scribe.says("r3", "The Harbour Police also led Quiet Net.", HARBOUR, r.LEADS, NET)
    scribe.says("r3", "The Agency took part in Quiet Net.", COAST, r.PARTICIPATES_IN, NET)
    scribe.says("r3", "Quiet Net reached Czechia.", NET, r.INVOLVES, CZECHIA)


@pytest.fixture(scope="session")
def scribe() -> Scribe:
    scribe = Scribe()
    tell_of_the_summit(scribe)
    tell_of_the_plans(scribe)
    tell_of_the_operations(scribe)
    return scribe


@pytest.fixture(scope="session")
def graph(scribe: Scribe) -> KnowledgeGraph:
    return scribe.graph()


@pytest.fixture(scope="session")
def texts(scribe: Scribe) -> dict[str, str]:
    """What the releases say, by id."""
    return scribe.texts


@pytest.fixture(scope="session")
def store(graph: KnowledgeGraph, kept: Callable[[KnowledgeGraph], Store]) -> Store:
    """The graph in the embedded store; queries cannot write, so one serves all tests."""
    return kept(graph)


class Server(Protocol):
    """A running Neo4j."""

    address: str
    login: Login


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def each_store(request: pytest.FixtureRequest, graph: KnowledgeGraph) -> Iterator[Store]:
    """The graph in the embedded store, then in a real Neo4j."""
    if request.param == "embedded":
        found: Store = request.getfixturevalue("store")
        yield found
        return
    server: Server = request.getfixturevalue("neo4j_server")
    writer = Neo4jStore(server.address, server.login)
    writer.empty()
    load(graph, writer)
    writer.close()
    reader = Neo4jStore(server.address, server.login, read_only=True)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def names(store: Store) -> Names:
    return Names.of(store)
