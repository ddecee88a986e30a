"""Lanes of time, who met whom, the map and operations, compared with the facts themselves."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.explorer.server.app import make_app
from communique.explorer.server.context import Explorer
from communique.explorer.server.entrance import Entrance
from communique.explorer.server.filters import MOST_KEYS, Filters
from communique.explorer.server.views.facets import facets
from communique.explorer.server.views.matrix import Wanted, matrix
from communique.explorer.server.views.path import path
from communique.explorer.server.views.timeline import timeline
from communique.explorer.server.views.worldmap import world_map
from communique.graph import Entity, KnowledgeGraph, Qualifiers, Release
from communique.loaders.opening import load_into
from communique.ontology import EntityType, Relation, Status
from communique.workspace.workspace import Workspace

Ask = Callable[..., Any]


LATVIA = Entity("country-LVA", EntityType.COUNTRY, "Latvia", iso3="LVA")
ESTONIA = Entity("country-EST", EntityType.COUNTRY, "Estonia", iso3="EST")
NORWAY = Entity("country-NOR", EntityType.COUNTRY, "Norway", iso3="NOR")
ANNA = Entity("person-anna", EntityType.PERSON, "Anna Lepik")
OLE = Entity("person-ole", EntityType.PERSON, "Ole Varden")
BERGEN = Entity("place-bergen", EntityType.PLACE, "Bergen")
TALKS = Entity("event-talks", EntityType.EVENT, "Harbour Talks")


def said(id_: str, published: str, *lines: tuple[Entity, Relation, Entity, Qualifiers]) -> Any:
    """A release and what it says, as ``compose`` takes it."""
    release = Release(id_, f"Notes {id_}", "Newsroom", f"Notes {id_}", published=published)
    texts = (
        f"{subject.name} {relation} {object_.name}." for subject, relation, object_, _ in lines
    )
    return release, [(*line, text) for line, text in zip(lines, texts, strict=True)]


@pytest.fixture(scope="module")
def moved(
    compose: Callable[..., KnowledgeGraph], tmp_path_factory: pytest.TempPathFactory
) -> Explorer:
    """Anna speaks for Latvia in 2020 and for Estonia in 2024, and meets Ole of Norway in both."""
    none = Qualifiers()
    early = Qualifiers(date="2020-05-04", status=Status.HELD, place="Bergen")
    late = Qualifiers(date="2024-02-01", status=Status.HELD, place="Tallinn")
    planned = Qualifiers(date="2024-03", status=Status.PLANNED, place="Oslo")
    graph = compose(
        [
            said(
                "one",
                "2020-05-05",
                (ANNA, Relation.REPRESENTS, LATVIA, none),
                (OLE, Relation.REPRESENTS, NORWAY, none),
                (ANNA, Relation.MEETS, OLE, early),
                (BERGEN, Relation.LOCATED_IN, NORWAY, none),
            ),
            said(
                "two",
                "2024-02-02",
                (ANNA, Relation.REPRESENTS, ESTONIA, Qualifiers(role="Minister")),
                (ANNA, Relation.MEETS, OLE, late),
                (ANNA, Relation.MEETS, OLE, planned),
                (ANNA, Relation.VISITS, BERGEN, Qualifiers(status=Status.HELD)),
                (TALKS, Relation.HELD_IN, BERGEN, none),
            ),
        ]
    )
    file = tmp_path_factory.mktemp("moved") / "store.kgl"
    load_into(str(file), graph)
    return Explorer(Workspace(file.parent, str(file)))


def test_countries_meet_through_who_represents_them_at_the_day(moved: Explorer) -> None:
    found = matrix(moved.snapshot, Filters(), Wanted("country", "region", 9), [])

    lines = [(line.name, line.region, line.meetings) for line in found.entities]
    assert lines == [
        ("Estonia", "Northern Europe", 2),
        ("Latvia", "Northern Europe", 1),
        ("Norway", "Northern Europe", 3),
    ]
    assert [(c.row, c.column, c.count, c.planned) for c in found.cells] == [
        (0, 2, 2, 1),
        (1, 2, 1, 0),
    ]


def test_a_slip_about_an_office_does_not_count(
    compose: Callable[..., KnowledgeGraph], tmp_path: Path
) -> None:
    held = Qualifiers(date="2024-05", status=Status.HELD)
    right = (ANNA, Relation.REPRESENTS, LATVIA, Qualifiers())
    others = (OLE, Relation.REPRESENTS, NORWAY, Qualifiers()), (ANNA, Relation.MEETS, OLE, held)
    drafts = [said(f"r{number:02}", f"2023-01-{number:02}", right) for number in range(1, 13)]
    slip = (ANNA, Relation.REPRESENTS, ESTONIA, Qualifiers())
    file = tmp_path / "store.kgl"
    load_into(str(file), compose([*drafts, said("slip", "2024-05-15", slip, *others)]))

    found = matrix(
        Explorer(Workspace(tmp_path, str(file))).snapshot,
        Filters(),
        Wanted("country", "name", 9),
        [],
    )

    assert [line.name for line in found.entities] == ["Latvia", "Norway"]


def test_a_focus_leaves_whom_it_met(moved: Explorer) -> None:
    snapshot = moved.snapshot
    focus = [snapshot.number("country-LVA") or 0]

    found = matrix(snapshot, Filters(), Wanted("country", "name", 9), focus)

    assert [line.name for line in found.entities] == ["Latvia", "Norway"]


def test_a_date_of_another_age_is_counted_beside_the_months(
    compose: Callable[..., KnowledgeGraph], tmp_path: Path
) -> None:
    met = [
        (ANNA, Relation.MEETS, OLE, Qualifiers(date=date, status=Status.HELD))
        for date in ("1648-10-24", "2024-02-01", "2024-03-01", "2024-03-02")
    ]
    load_into(str(tmp_path / "store.kgl"), compose([said("ages", "2024-05-05", *met)]))
    counts = facets(Explorer(Workspace(tmp_path, str(tmp_path / "store.kgl"))).snapshot, Filters())

    assert (sum(month.count for month in counts.months), counts.beyond) == (3, 1)


def test_a_way_is_found_however_long_it_is(
    compose: Callable[..., KnowledgeGraph], tmp_path: Path
) -> None:
    row = [Entity(f"person-{n:02}", EntityType.PERSON, f"Person {n}") for n in range(16)]
    met = [(one, Relation.MEETS, other, Qualifiers()) for one, other in pairwise(row)]
    load_into(str(tmp_path / "store.kgl"), compose([said("row", "2024-05-05", *met)]))
    snapshot = Explorer(Workspace(tmp_path, str(tmp_path / "store.kgl"))).snapshot

    assert path(snapshot, Filters(), (0, 15), "meetings").steps == [one.id for one in row]


def test_of_many_facts_all_are_counted_and_some_can_be_opened(
    compose: Callable[..., KnowledgeGraph], tmp_path: Path
) -> None:
    held = Qualifiers(date="2024-05-05", status=Status.HELD, place="Riga")
    met = [
        (ANNA, Relation.MEETS, OLE, replace(held, event=f"Session {number}"))
        for number in range(MOST_KEYS + 1)
    ]
    drafts = [said("many", "2024-05-05", *met, (ANNA, Relation.REPRESENTS, LATVIA, Qualifiers()))]
    load_into(str(tmp_path / "store.kgl"), compose(drafts))
    snapshot = Explorer(Workspace(tmp_path, str(tmp_path / "store.kgl"))).snapshot

    (cell,) = matrix(snapshot, Filters(), Wanted("person", "name", 9), []).cells
    (bar,) = timeline(snapshot, Filters(), "country", [], 9).lanes[0].bars
    (latvia,) = world_map(snapshot, Filters()).countries

    assert (cell.count, bar.count, latvia.meetings) == (MOST_KEYS + 1,) * 3
    assert {len(found.keys) for found in (cell, bar, latvia)} == {MOST_KEYS}


@pytest.mark.parametrize(
    ("filters", "meetings_there"),
    [(Filters(), {"EST": 1, "NOR": 1}), (Filters(status=["planned"]), {"NOR": 1})],
    ids=["held", "planned"],
)
def test_meetings_are_on_the_map_where_they_were_held(
    moved: Explorer, filters: Filters, meetings_there: dict[str, int]
) -> None:
    drawn = world_map(moved.snapshot, filters)

    assert {c.iso3: c.meetings for c in drawn.countries} == meetings_there
    assert drawn.unplaced == 0


def test_visits_and_events_are_in_the_country_of_their_place(moved: Explorer) -> None:
    (norway,) = (c for c in world_map(moved.snapshot, Filters()).countries if c.iso3 == "NOR")

    assert (norway.visits, norway.events) == (1, 1)


@pytest.mark.parametrize("by", ["person", "country", "organisation"])
def test_every_bar_has_facts_of_its_days_about_its_lane(ask: Ask, by: str) -> None:
    lanes = ask("timeline", by=by, limit=100)["lanes"]

    assert lanes
    sizes = [sum(bar["count"] for bar in lane["bars"]) for lane in lanes]
    assert all(bar["count"] == len(bar["keys"]) for lane in lanes for bar in lane["bars"])
    assert sizes == sorted(sizes, reverse=True)
    for lane in lanes[:4]:
        keys = [key for bar in lane["bars"] for key in bar["keys"]]
        facts = {fact["key"]: fact for fact in ask("facts", key=keys, limit=1000)["facts"]}
        assert set(facts) == set(keys)
        for bar in lane["bars"]:
            for fact in (facts[key] for key in bar["keys"]):
                assert (fact["first"], fact["last"]) == (bar["first"], bar["last"])
                assert fact["relation"] == bar["relation"]


def test_a_lane_of_a_country_has_what_its_officials_did(ask: Ask, graph: KnowledgeGraph) -> None:
    ids = {entity.name: entity.id for entity in graph.entities}
    lane = ask("timeline", by="country", focus=ids["Poland"])["lanes"][0]

    assert lane["entity"]["name"] == "Poland"
    labels = [bar["label"] for bar in lane["bars"]]
    assert "Tomasz Brelik: Anneke Vermolen" in labels
    assert "Anneke Vermolen" in labels  # who visited


def test_what_was_done_on_an_unknown_day_is_counted_not_drawn(moved: Explorer) -> None:
    all_, dated = (
        timeline(moved.snapshot, Filters(undated=undated), "person", [], 9)
        for undated in (True, False)
    )

    assert (all_.undated, dated.undated) == (1, 0)  # the visit; offices are nobody's doing
    assert all_.lanes == dated.lanes


def test_what_lies_in_no_known_country_is_counted(ask: Ask, graph: KnowledgeGraph) -> None:
    drawn = ask("map")  # countries of this graph have no code by which to draw them

    assert drawn["countries"] == []
    assert drawn["unplaced"] == sum(
        fact.predicate in {Relation.VISITS, Relation.HELD_IN}
        or (fact.predicate is Relation.MEETS and fact.qualifiers.place is not None)
        for fact in graph.facts
        if fact.qualifiers.status is not Status.PLANNED
    )


def test_operations_name_everybody_with_a_part(ask: Ask, graph: KnowledgeGraph) -> None:
    board = ask("operations")
    about = {
        fact.key
        for fact in graph.facts
        if EntityType.OPERATION in {fact.subject.type, fact.object.type}
        and fact.predicate not in {Relation.PART_OF}
    }
    groups = ("leads", "coordinators", "supporters", "funders", "participants", "countries")

    parts = [part for one in board["operations"] for group in groups for part in one[group]]
    statuses = {fact.key: fact.qualifiers.status for fact in graph.facts}

    assert {key for part in parts for key in part["keys"]} == about
    for part in parts:
        found = {status for key in part["keys"] if (status := statuses[key])}
        assert part["status"] == (
            None if not found else "mixed" if found == {*Status} else min(found)
        )
    lasts = [one["last"] for one in board["operations"]]
    dated = [last for last in lasts if last]
    assert lasts == sorted(dated, reverse=True) + [None] * (len(lasts) - len(dated))


PATHS = ("graph", "facets", "search?q=a", "network", "facts", "timeline", "matrix", "map")


@pytest.mark.parametrize("path", [*PATHS, "operations", "timeline?by=country", "matrix?by=country"])
def test_an_empty_graph_has_nothing_to_show_and_no_fault(empty: TestClient, path: str) -> None:
    answer = empty.get(f"/api/{path}")

    assert answer.status_code == 200


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A browser with the token of an explorer over a store without any fact."""
    folder = tmp_path_factory.mktemp("empty")
    release = Release("nothing-1", "Nothing", "Nobody", "Nothing")
    load_into(str(folder / "store.kgl"), KnowledgeGraph.of([release], []))
    app = make_app(Explorer(Workspace(folder, str(folder / "store.kgl"))), Entrance("t"), 1)
    return TestClient(app, "http://127.0.0.1:1", headers={"Cookie": "communique-1=t"})
