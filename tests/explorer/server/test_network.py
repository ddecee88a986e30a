"""Networks, ways, facts and search as the page gets them."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.explorer.server.filters import Filters
from communique.explorer.server.snapshot import read_snapshot
from communique.explorer.server.views.network import Section, network
from communique.graph import Entity, KnowledgeGraph, Qualifiers, Release
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation

COOKIE = {"Cookie": "communique-8765=harbour-token"}
Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def ids(graph: KnowledgeGraph) -> dict[str, str]:
    """Ids by name."""
    return {entity.name: entity.id for entity in graph.entities}


def names(network: Any) -> list[str]:
    """The names of nodes, in order."""
    return [node["name"] for node in network["nodes"]]


def test_a_network_begins_with_its_focus_and_whom_most_facts_tie_to_it(
    ask: Ask, ids: dict[str, str]
) -> None:
    network = ask("network", focus=ids["Anneke Vermolen"], limit=3)

    assert names(network) == ["Anneke Vermolen", "Radu Vântu", "Tomasz Brelik"]
    assert network["truncated"]
    assert network["total"] > 3
    assert network["nodes"][0]["hidden"] == network["total"] - 3


def test_meetings_of_two_are_one_edge_that_says_how_many_and_when(
    ask: Ask, ids: dict[str, str]
) -> None:
    network = ask("network", focus=ids["Anneke Vermolen"], limit=2, relation="MEETS")

    (edge,) = network["edges"]
    assert (edge["count"], edge["status"], edge["symmetric"]) == (3, "mixed", True)
    assert (edge["first"], edge["last"]) == ("2023-11-20", "2024-06-11")
    facts = ask("facts", key=edge["keys"])["facts"]
    assert [fact["date"] for fact in facts] == ["2023-11-20", "2024-02-06", "2024-06-11"]


def test_two_steps_reach_farther_than_one(ask: Ask, ids: dict[str, str]) -> None:
    near, far = (ask("network", focus=ids["Ilona Kertai"], depth=depth) for depth in (1, 2))

    assert set(names(near)) < set(names(far))


def test_who_is_tied_to_few_comes_before_who_is_tied_to_a_hub(
    compose: Callable[..., KnowledgeGraph], kept: Callable[[KnowledgeGraph], Store]
) -> None:
    names = ("middle", "hub", "friend", "close", *(f"crowd-{number}" for number in range(20)))
    people = {name: Entity(f"person-{name}", EntityType.PERSON, name) for name in names}
    met = [("middle", "hub"), ("middle", "friend"), ("friend", "close")]
    met += [("hub", name) for name in names[4:]] + [("crowd-0", "crowd-1")]
    lines = [
        (people[one], Relation.MEETS, people[other], Qualifiers(), f"{one} met {other}.")
        for one, other in met
    ]
    graph = compose([(Release("met-1", "Meetings", "Newsroom", "Meetings"), lines)])
    snapshot = read_snapshot(kept(graph))
    part = Section([snapshot.number("person-middle") or 0], 2, 5)

    nodes = network(snapshot, Filters(), part).nodes

    assert [node.name for node in nodes] == ["middle", "hub", "friend", "close", "crowd-0"]


def test_expanding_adds_those_not_shown_and_again_the_rest(
    compose: Callable[..., KnowledgeGraph], kept: Callable[[KnowledgeGraph], Store]
) -> None:
    people = [Entity(f"person-{at}", EntityType.PERSON, f"Person {at}") for at in range(53)]
    lines = [
        (people[0], Relation.MEETS, other, Qualifiers(), f"They met {other.name}.")
        for other in people[1:]
    ]
    graph = compose([(Release("met-1", "Meetings", "Newsroom", "Meetings"), lines)])
    snapshot = read_snapshot(kept(graph))
    hub = snapshot.number("person-0") or 0

    shown = [
        network(snapshot, Filters(), Section([hub], 1, 6, [hub] * times)).nodes
        for times in range(3)
    ]

    assert [len(nodes) for nodes in shown] == [6, 46, 53]
    assert [nodes[0].hidden for nodes in shown] == [47, 7, 0]


def test_facts_that_are_named_are_shown_alone_with_their_ends(
    ask: Ask, graph: KnowledgeGraph, ids: dict[str, str]
) -> None:
    person = ids["Anneke Vermolen"]
    named = [
        f
        for f in graph.facts
        if f.predicate is Relation.MEETS and person in (f.subject.id, f.object.id)
    ]
    network = ask("network", focus=person, key=[fact.key for fact in named])

    assert {key for edge in network["edges"] for key in edge["keys"]} == {f.key for f in named}
    assert {node["id"] for node in network["nodes"]} == {
        end.id for f in named for end in (f.subject, f.object)
    }
    assert names(network)[0] == "Anneke Vermolen"
    assert not any(node["hidden"] for node in network["nodes"])


def test_without_focus_the_best_connected_come_first(ask: Ask, graph: KnowledgeGraph) -> None:
    network = ask("network")

    facts = [node["facts"] for node in network["nodes"]]
    assert facts == sorted(facts, reverse=True)
    assert sum(edge["count"] for edge in network["edges"]) == len(graph.facts)


def test_an_edge_of_every_fact_leads_to_its_sentences(
    ask: Ask, graph: KnowledgeGraph, texts: dict[str, str]
) -> None:
    keys = [key for edge in ask("network")["edges"] for key in edge["keys"]][:200]
    facts = {fact.key: fact for fact in graph.facts}

    told = ask("evidence", key=keys)["facts"]

    assert [fact["key"] for fact in told] == keys
    for fact in told:
        assert [quote["text"] for quote in fact["quotes"]] == [
            item.text for item in facts[fact["key"]].evidence
        ]
        for quote in fact["quotes"]:
            assert texts[quote["release"]][quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(
    ("through", "between"), [("meetings", "Anneke Vermolen"), ("all", None)], ids=str
)
def test_a_way_through_meetings_leaves_out_countries_and_bodies(
    ask: Ask, ids: dict[str, str], through: str, between: str | None
) -> None:
    ends = {"from": ids["Elif Sarıbaş"], "to": ids["Tomasz Brelik"]}

    way = ask("path", **ends, through=through)

    assert [way["steps"][0], way["steps"][-1]] == list(ends.values())
    assert len(way["steps"]) == 3
    assert between is None or names(way)[1] == between
    assert len(way["edges"]) >= 2
    assert {key for edge in way["edges"] for key in edge["keys"]} == {
        fact["key"] for fact in way["facts"]
    }


def test_where_no_way_leads_there_is_none(ask: Ask, ids: dict[str, str]) -> None:
    ends = {"from": ids["Elif Sarıbaş"], "to": ids["Poland"]}

    assert ask("path", **ends, until="1990", undated=False)["steps"] == []


def test_a_way_to_oneself_has_one_step(ask: Ask, ids: dict[str, str]) -> None:
    id_ = ids["Poland"]

    assert ask("path", **{"from": id_, "to": id_})["steps"] == [id_]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("anneke", "Anneke Vermolen"),
        ("VANTU", "Radu Vântu"),
        ("corrigan", "Sinead Corrigan-Hale"),
        ("Anneke Vermolne", "Anneke Vermolen"),
        ("saribas", "Elif Sarıbaş"),
    ],
)
def test_a_name_is_found_by_what_is_typed_of_it(ask: Ask, typed: str, first: str) -> None:
    assert ask("search", q=typed)["entities"][0]["name"] == first


def test_what_nobody_is_called_finds_nobody(ask: Ask) -> None:
    assert ask("search", q="xqzzv")["entities"] == []
    assert ask("search", q="")["entities"] == []


@pytest.mark.parametrize("sort", ["date", "-date", "subject", "-object", "confidence", "role"])
def test_pages_of_facts_make_the_whole_in_any_order(
    ask: Ask, graph: KnowledgeGraph, sort: str
) -> None:
    pages = [ask("facts", sort=sort, offset=offset, limit=40) for offset in range(0, 200, 40)]
    keys = [fact["key"] for page in pages for fact in page["facts"]]

    assert sorted(keys) == sorted(fact.key for fact in graph.facts)
    assert {page["total"] for page in pages} == {len(graph.facts)}
    assert not pages[-1]["truncated"]


@pytest.mark.parametrize("sort", ["role", "-role", "date", "-date"])
def test_what_is_not_stated_comes_last_in_either_direction(ask: Ask, sort: str) -> None:
    values = [fact[sort.removeprefix("-")] for fact in ask("facts", sort=sort, limit=1000)["facts"]]
    stated = [value for value in values if value is not None]

    assert stated
    assert values[: len(stated)] == stated


@pytest.mark.parametrize(
    "path",
    [
        "network?limit=501",
        "network?depth=3",
        "network?limit=0",
        "network?focus=" + "x" * 301,
        "network?" + "&".join(["focus=a"] * 21),
        "facts?limit=1001",
        "facts?sort=quotes",
        "facts?since=2024-13",
        "facts?until=yesterday",
        "facts?relation=KNOWS",
        "facts?confidence=2",
        "facts?support=0",
        "evidence?key=no-key",
        "evidence?" + "&".join([f"key={'0' * 20}"] * 201),
        "search?q=" + "x" * 201,
        "path?from=a",
        "path?from=a&to=b&through=hubs",
        "matrix?by=planet",
        "timeline?limit=1000",
        "operations?limit=501",
    ],
    ids=lambda path: path[:24],
)
def test_too_much_and_what_there_is_not_is_told(stranger: TestClient, path: str) -> None:
    answer = stranger.get(f"/api/{path}", headers=COOKIE)

    assert answer.status_code == 422
    assert isinstance(answer.json()["detail"], str)


def test_an_id_of_nobody_says_what_to_do(stranger: TestClient) -> None:
    answer = stranger.get("/api/network?focus=person-nobody", headers=COOKIE)

    assert answer.status_code == 404
    assert "search" in answer.json()["detail"]


def test_pages_of_facts_are_of_one_graph(stranger: TestClient, ask: Ask) -> None:
    first = ask("facts", limit=2)
    second = ask("facts", limit=2, offset=2, version=first["version"])
    other = stranger.get("/api/facts?offset=2&version=0123456789abcdef", headers=COOKIE)

    assert second["version"] == first["version"] == ask("graph")["version"]
    assert other.status_code == 409
    assert "begin again" in other.json()["detail"]
