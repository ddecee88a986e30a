"""What a small tidy graph does not show: dates left open, plans come true, pairs of one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import load
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation, Status
from communique.queries.catalogue import template
from communique.queries.names import Names
from communique.queries.runner import run

LATVIA = Entity("country-LVA", EntityType.COUNTRY, "Latvia", iso3="LVA")
ESTONIA = Entity("country-EST", EntityType.COUNTRY, "Estonia", iso3="EST")
ILZE = Entity("person-ilze", EntityType.PERSON, "Ilze Berzina")
OTTO = Entity("person-otto", EntityType.PERSON, "Otto Kask")
MARA = Entity("person-mara", EntityType.PERSON, "Mara Ozola")
DUAL = Entity("person-dual", EntityType.PERSON, "Dora Vane")
ZOE = Entity("person-zoe", EntityType.PERSON, "Zoe Abel")
RIGA = Entity("place-riga", EntityType.PLACE, "Riga")
TARTU = Entity("place-tartu", EntityType.PLACE, "Tartu")
FORUM = Entity("event-forum", EntityType.EVENT, "Sea Forum")
PATROL = Entity("operation-patrol", EntityType.OPERATION, "Sea Patrol")
DAYS = {"early": "2024-01-10", "spring": "2024-05-08", "late": "2024-07-01", "undated": None}

R = Relation
Told = tuple[str, Entity, Relation, Entity, dict[str, str]]
TOLD: list[Told] = [
    ("early", ILZE, R.REPRESENTS, LATVIA, {}),
    ("early", MARA, R.REPRESENTS, LATVIA, {}),
    ("early", OTTO, R.REPRESENTS, ESTONIA, {}),
    ("early", DUAL, R.REPRESENTS, LATVIA, {}),
    ("early", DUAL, R.REPRESENTS, ESTONIA, {}),
    # over the turn of a year, told from the other side
    ("early", OTTO, R.MEETS, ILZE, {"date": "2023-12-30/2024-01-02", "status": "held"}),
    # announced for a month, and reported of a day of it
    ("early", ILZE, R.MEETS, OTTO, {"date": "2024-05", "status": "planned"}),
    ("spring", OTTO, R.MEETS, ILZE, {"date": "2024-05-07", "status": "held"}),
    # announced and never told of again
    ("late", ILZE, R.MEETS, OTTO, {"date": "2025-06-01", "status": "planned"}),
    # announced for a day, and told of later without one
    ("early", MARA, R.MEETS, ZOE, {"date": "2024-03-01", "status": "planned"}),
    ("late", ZOE, R.MEETS, MARA, {"status": "held"}),
    # announced and reported without a day
    ("early", ZOE, R.VISITS, RIGA, {"status": "planned", "event": "tour"}),
    ("late", ZOE, R.VISITS, RIGA, {"date": "2024-06", "status": "held"}),
    ("undated", OTTO, R.VISITS, RIGA, {"status": "planned"}),
    # announced for a state, and reported of a place in it; another time it is not
    ("early", TARTU, R.LOCATED_IN, ESTONIA, {}),
    ("early", MARA, R.VISITS, ESTONIA, {"date": "2024-06", "status": "planned"}),
    ("late", MARA, R.VISITS, TARTU, {"date": "2024-06-11", "status": "held"}),
    ("late", MARA, R.VISITS, ESTONIA, {"date": "2024-09", "status": "planned"}),
    # both states themselves, no day
    ("undated", LATVIA, R.MEETS, ESTONIA, {}),
    # who represents both is of either side
    ("spring", DUAL, R.MEETS, ILZE, {"date": "2024-04-01", "status": "held"}),
    # two of one state
    ("spring", ILZE, R.MEETS, MARA, {"date": "2024-02-02", "status": "held"}),
    ("early", ILZE, R.PARTICIPATES_IN, FORUM, {"date": "2024"}),
    ("undated", ILZE, R.LEADS, FORUM, {}),
    ("undated", LATVIA, R.LEADS, PATROL, {}),
    ("undated", PATROL, R.INVOLVES, LATVIA, {}),
]


def graph() -> KnowledgeGraph:
    texts = {id_: f"Release {id_}" for id_ in DAYS}
    facts = []
    for release, subject, relation, object_, qualifiers in TOLD:
        sentence = f"{subject.name} {relation} {object_.name} {sorted(qualifiers.items())}."
        start = len(texts[release]) + 1
        texts[release] += f"\n{sentence}"
        said = Evidence(release, start, start + len(sentence), sentence, "by-hand")
        status = Status(qualifiers["status"]) if "status" in qualifiers else None
        stated = Qualifiers(
            date=qualifiers.get("date"), event=qualifiers.get("event"), status=status
        )
        facts.append(Fact(subject, relation, object_, stated, (said,), 0.9))
    releases = [
        Release(id_, text.split("\n")[0], f"Source {id_}", text, published=DAYS[id_])
        for id_, text in texts.items()
    ]
    return KnowledgeGraph.of(releases, facts)


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def edges(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    found: Store
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        found = Neo4jStore(server.address, server.login)
        found.empty()
    else:
        found = EmbeddedStore(Path(tmp_path_factory.mktemp("edges")) / "graph.kgl")
    load(graph(), found)
    yield found
    found.close()


@pytest.fixture(scope="module")
def known(edges: Store) -> Names:
    return Names.of(edges)


def rows(
    store: Store, known: Names, name: str, columns: str, **values: object
) -> list[tuple[object, ...]]:
    answer = run(store, template(name), values, known)
    return [tuple(row[column] for column in columns.split()) for row in answer]


def test_officials_count_for_their_state_in_either_direction(edges: Store, known: Names) -> None:
    found = rows(
        edges, known, "meetings-by-year", "year meetings held planned days",
        first="Latvia", second="Estonia",
    )  # fmt: skip

    assert found == [
        ("2023", 1, 1, 0, 1),
        ("2024", 3, 2, 1, 3),
        ("2025", 1, 0, 1, 1),
        (None, 1, 1, 0, 0),
    ]
    assert found == rows(
        edges, known, "meetings-by-year", "year meetings held planned days",
        first="Estonia", second="Latvia",
    )  # fmt: skip


def test_each_meeting_of_two_states_is_one_row(edges: Store, known: Names) -> None:
    found = rows(
        edges, known, "meetings-of-countries", "date one other", first="Estonia", second="Latvia"
    )

    assert found == [
        ("2023-12-30/2024-01-02", "Otto Kask", "Ilze Berzina"),
        ("2024-04-01", "Dora Vane", "Ilze Berzina"),
        ("2024-05", "Otto Kask", "Ilze Berzina"),
        ("2024-05-07", "Otto Kask", "Ilze Berzina"),
        ("2025-06-01", "Otto Kask", "Ilze Berzina"),
        (None, "Estonia", "Latvia"),
    ]


def test_a_period_leaves_out_what_has_no_day(edges: Store, known: Names) -> None:
    found = rows(
        edges, known, "meetings-of-countries", "date", first="Latvia", second="Estonia",
        since="2024-01-02", until="2024-04",
    )  # fmt: skip

    assert found == [("2023-12-30/2024-01-02",), ("2024-04-01",)]


def test_a_state_with_itself_has_the_meetings_among_its_own(edges: Store, known: Names) -> None:
    found = rows(
        edges, known, "meetings-of-countries", "date one other", first="Latvia", second="Latvia"
    )

    assert found == [
        ("2024-02-02", "Ilze Berzina", "Mara Ozola"),
        ("2024-04-01", "Dora Vane", "Ilze Berzina"),
    ]


def test_what_came_true_is_not_among_the_plans_that_did_not(edges: Store, known: Names) -> None:
    found = rows(edges, known, "planned-not-held", "date subject relation object")

    assert found == [
        ("2024-09", "Mara Ozola", "VISITS", "Estonia"),
        ("2025-06-01", "Ilze Berzina", "MEETS", "Otto Kask"),
        (None, "Otto Kask", "VISITS", "Riga"),
    ]


def test_a_later_meeting_without_a_day_is_one(edges: Store, known: Names) -> None:
    before = rows(edges, known, "not-met-since", "met last", entity="Ilze", since="2024-04-02")
    after = rows(edges, known, "not-met-since", "met last planned", entity="Ilze", since="2024-06")

    assert before == [("Dora Vane", "2024-04-01"), ("Mara Ozola", "2024-02-02")]
    assert after == [
        ("Otto Kask", "2024-05-07", "2025-06-01"),
        ("Dora Vane", "2024-04-01", None),
        ("Mara Ozola", "2024-02-02", None),
    ]
    assert rows(edges, known, "not-met-since", "met", entity="Zoe", since="2024-02") == []


def test_one_of_many_days_is_met_most(edges: Store, known: Names) -> None:
    found = rows(edges, known, "most-met", "met meetings held planned first last", entity="Ilze")

    assert found[0] == ("Otto Kask", 4, 2, 2, "2023-12-30", "2025-06-01")
    assert [row[0] for row in found[1:]] == ["Dora Vane", "Mara Ozola"]


def test_meetings_are_counted_in_the_month_they_begin(edges: Store, known: Names) -> None:
    found = rows(edges, known, "meetings-by-month", "month meetings", entity="Ilze")

    assert found == [
        ("2023-12", 1), ("2024-02", 1), ("2024-04", 1), ("2024-05", 2), ("2025-06", 1),
    ]  # fmt: skip


def test_of_a_day_what_spans_more_comes_last(edges: Store, known: Names) -> None:
    found = rows(edges, known, "on-day", "date relation", since="2024-05-07", until="2024-05-07")

    assert found == [
        ("2024-05-07", "MEETS"),
        ("2024", "PARTICIPATES_IN"),
        ("2024-05", "MEETS"),
    ]


def test_what_no_dated_release_tells_is_first_told_at_no_time(edges: Store, known: Names) -> None:
    found = rows(
        edges, known, "changed-between", "told object", since="1900", until="2100",
        entity="Latvia",
    )  # fmt: skip

    assert {day for day, _ in found} == {"2024-01-10"}
    assert len(found) == 3


def test_one_has_its_own_events_and_operations_in_common_with_itself(
    edges: Store, known: Names
) -> None:
    ilze = {"first": "Ilze", "second": "Ilze"}
    latvia = {"first": "Latvia", "second": "Latvia"}

    assert rows(edges, known, "shared-events", "event date", **ilze) == [("Sea Forum", "2024")]
    assert rows(edges, known, "joint-operations", "operation", **latvia) == [("Sea Patrol",)]
    assert ("Ilze Berzina",) not in rows(edges, known, "bridges", "bridge", **ilze)


@pytest.mark.parametrize("name", ["connection", "meeting-chain"])
def test_no_path_leads_from_one_to_the_same(edges: Store, known: Names, name: str) -> None:
    assert rows(edges, known, name, "path", **{"from": "Ilze", "to": "Ilze"}) == []


@pytest.mark.parametrize("name", ["countries-by-operations", "operations-between"])
def test_an_operation_of_no_known_day_is_left_out_of_periods(
    edges: Store, known: Names, name: str
) -> None:
    every = rows(edges, known, name, "since until")

    assert every == [(None, None)]
    assert rows(edges, known, name, "since", since="2024") == []


def test_those_who_do_not_meet_are_counted_in_pairs(edges: Store, known: Names) -> None:
    assert rows(edges, known, "brokers", "person met apart") == [
        ("Ilze Berzina", 3, 3),
        ("Mara Ozola", 2, 1),
    ]


def test_a_whole_headline_names_no_release_that_only_has_it_within(tmp_path: Path) -> None:
    told = {"short": ("Sea Forum", "2024"), "long": ("After the Sea Forum", "2025")}
    releases, facts = [], []
    for id_, (headline, year) in told.items():
        text = f"{headline}\nIlze leads the forum."
        said = Evidence(id_, len(headline) + 1, len(text), text[len(headline) + 1 :], "by-hand")
        releases.append(Release(id_, headline, "Source", text))
        facts.append(Fact(ILZE, R.LEADS, FORUM, Qualifiers(date=year), (said,), 0.9))
    store = EmbeddedStore(tmp_path / "graph.kgl")
    load(KnowledgeGraph.of(releases, facts), store)
    known = Names.of(store)

    one = rows(store, known, "release", "release matching", release="sea forum")
    several = rows(store, known, "release", "release matching", release="the sea")
    both = rows(store, known, "release", "release matching", release="forum")
    store.close()

    assert (one, several, both) == ([("short", 1)], [("long", 1)], [("long", 2), ("short", 2)])
