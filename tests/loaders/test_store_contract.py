"""What every store does, run against the real engine."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.projection import LoadReport, difference, load
from communique.loaders.store import QueryError, Store
from communique.ontology import EntityType

Opener = Callable[..., Store]
Reader = Callable[..., list[dict[str, object]]]

COUNT = "MATCH (n) RETURN count(n) AS nodes"


@pytest.fixture
def store(opener: Opener) -> Store:
    return opener()


def test_a_first_load_adds_everything(store: Store, graph: KnowledgeGraph) -> None:
    report = load(graph, store)

    added = (report.releases.added, report.entities.added, report.facts.added)
    assert added == (2, 4, 4)
    assert report.writes == 10


def test_a_second_load_writes_nothing(store: Store, graph: KnowledgeGraph) -> None:
    load(graph, store)

    report = load(graph, store)

    assert (report.writes, report.facts.unchanged, report.entities.unchanged) == (0, 4, 4)


def test_what_was_loaded_is_there_after_opening_again(
    opener: Opener, graph: KnowledgeGraph
) -> None:
    first = opener()
    load(graph, first)
    first.close()

    assert load(graph, opener()).writes == 0


def test_a_fact_told_by_two_releases_is_one_relationship(
    store: Store, graph: KnowledgeGraph, rows: Reader
) -> None:
    load(graph, store)

    (met,) = rows(store, "MATCH (:Person)-[r:MEETS]->(:Person) RETURN r")
    properties = met["r"]["properties"]  # type: ignore[index]
    assert (properties["support"], properties["releases"]) == (2, ["r1", "r2"])
    assert properties["quotes"] == [
        "Anna Berg of Norway met José Núñez on 3 May 2024.",
        "Ms Berg met Mr Núñez on 3 May 2024.",
    ]
    assert (properties["date_from"], properties["date_to"]) == ("2024-05-03", "2024-05-03")


def test_an_entity_has_the_label_of_its_type_second(
    store: Store, graph: KnowledgeGraph, rows: Reader
) -> None:
    load(graph, store)

    (found,) = rows(store, "MATCH (n:Entity {id: $id}) RETURN n", id="country-NOR")
    node = found["n"]
    assert isinstance(node, dict)
    assert node["labels"] == ["Entity", "Country"]
    assert {name: node["properties"][name] for name in ("iso3", "wikidata", "named")} == {
        "iso3": "NOR",
        "wikidata": "Q20",
        "named": True,
    }


def test_a_node_has_only_the_properties_that_were_written(
    store: Store, graph: KnowledgeGraph, rows: Reader
) -> None:
    load(graph, store)

    (found,) = rows(store, "MATCH (n:Release {id: 'r2'}) RETURN n")
    node = found["n"]
    assert isinstance(node, dict)
    assert sorted(node["properties"]) == ["digest", "headline", "id", "row_digest", "source"]


def test_taking_a_release_back_removes_exactly_what_it_alone_supported(
    store: Store, graph: KnowledgeGraph, graph_without_first: KnowledgeGraph, rows: Reader
) -> None:
    load(graph, store)

    report = load(graph_without_first, store)

    assert (report.facts.removed, report.facts.changed) == (3, 1)
    assert (report.entities.removed, report.releases.removed) == (2, 1)
    assert rows(store, "MATCH ()-[r]->() RETURN type(r) AS relation, r.support AS support") == [
        {"relation": "MEETS", "support": 1}
    ]


def test_a_known_graph_before_makes_reading_the_store_needless(
    store: Store, graph: KnowledgeGraph, graph_without_first: KnowledgeGraph
) -> None:
    load(graph, store)
    whole = store.held()

    fewer = load(graph_without_first, store, before=graph)
    less = store.held()
    load(graph, store, before=graph_without_first)

    assert store.held() == whole
    assert difference(graph_without_first, less).writes == 0
    assert (fewer.facts.removed, fewer.facts.changed, fewer.facts.unchanged) == (3, 1, 0)


def test_a_changed_fact_loses_what_is_no_longer_said(
    store: Store,
    moved_meeting: KnowledgeGraph,
    graph_without_first: KnowledgeGraph,
    rows: Reader,
) -> None:
    load(moved_meeting, store)

    report = load(graph_without_first, store)

    assert (report.facts.changed, report.writes) == (1, 1)
    assert rows(store, "MATCH ()-[r:MEETS]->() RETURN r.place AS place") == [{"place": None}]


def test_changing_back_and_forth_ends_where_it_began(
    store: Store, graph: KnowledgeGraph, graph_without_first: KnowledgeGraph
) -> None:
    load(graph, store)
    before = store.held()
    load(graph_without_first, store)
    load(graph, store)

    assert store.held() == before


def test_an_entity_that_turns_out_to_be_something_else_changes_its_label(
    store: Store, graph: KnowledgeGraph, rows: Reader
) -> None:
    load(graph, store)
    office = next(entity for entity in graph.entities if entity.id == "country-NOR")
    retyped = replace(office, type=EntityType.ORGANISATION)
    facts = [replace(f, object=retyped) if f.object == office else f for f in graph.facts]

    report = load(KnowledgeGraph.of(graph.releases, facts), store)

    assert (report.entities.changed, report.writes) == (1, 1)
    (found,) = rows(store, "MATCH (n:Entity {id: 'country-NOR'}) RETURN labels(n) AS labels")
    assert sorted(found["labels"]) == ["Entity", "Organisation"]  # type: ignore[call-overload]


def test_any_graph_replaces_any_other(store: Store, graph: KnowledgeGraph) -> None:
    for chosen in (0b0110, 0b1001, 0b0000, 0b1111, 0b1000, 0b0111):
        facts = [fact for bit, fact in enumerate(graph.facts) if chosen >> bit & 1]
        part = KnowledgeGraph.of(graph.releases[: chosen % 3], facts)

        load(part, store)

        assert difference(part, store.held()).writes == 0
        assert len(store.held().facts) == len(facts)


def test_everything_can_be_taken_back(store: Store, graph: KnowledgeGraph, rows: Reader) -> None:
    load(graph, store)

    load(KnowledgeGraph.of([], []), store)

    assert rows(store, COUNT) == [{"nodes": 0}]


@pytest.mark.parametrize(
    "text", ["Berg", "nunez", "Núñez", "minister"], ids=["name", "folded", "accented", "alias"]
)
def test_full_text_finds_an_entity_by(
    store: Store, graph: KnowledgeGraph, rows: Reader, text: str
) -> None:
    load(graph, store)

    found = rows(
        store,
        "CALL db.index.fulltext.queryNodes('entity_names', $text) YIELD node RETURN node.id AS id",
        text=text,
    )
    assert len(found) == 1


def test_full_text_knows_more_entities_than_fit_one_batch(
    store: Store, ring: KnowledgeGraph, graph: KnowledgeGraph, rows: Reader
) -> None:
    load(graph, store)
    load(ring, store)

    found = rows(
        store,
        "CALL db.index.fulltext.queryNodes('entity_names', $text) YIELD node "
        "RETURN count(node) AS people",
        text="Person",
    )
    assert found == [{"people": 1203}]


def test_progress_ends_at_the_number_of_rows(store: Store, ring: KnowledgeGraph) -> None:
    seen: list[tuple[int, int]] = []

    report: LoadReport = load(ring, store, lambda done, total: seen.append((done, total)))

    assert seen[-1] == (report.writes, report.writes)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@pytest.mark.parametrize(
    "cypher",
    ["CREATE (n:Entity {id: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.name = 'x'"],
    ids=["create", "delete", "set"],
)
def test_a_query_cannot_write(
    store: Store, graph: KnowledgeGraph, rows: Reader, cypher: str
) -> None:
    load(graph, store)
    before = store.held()

    with pytest.raises(QueryError, match="only read"):
        rows(store, cypher)
    assert store.held() == before


def test_a_wrong_query_says_where(store: Store, rows: Reader) -> None:
    with pytest.raises(QueryError, match="syntax"):
        rows(store, "MATCH (n RETURN n")


def test_an_endless_query_is_stopped(store: Store, ring: KnowledgeGraph) -> None:
    load(ring, store)
    endless = "MATCH (a)-[*1..9]-(b)-[*1..9]-(c) MATCH (d)-[*1..9]-(e)-[*1..9]-(f) RETURN count(*)"

    # A server looks for what is overdue every other second.
    with pytest.raises(QueryError, match="longer than"):
        store.run(f"{endless} AS n", {}, timeout=0.05)


def test_columns_keep_the_order_of_the_query(store: Store) -> None:
    answer = store.run("RETURN 1 AS zulu, 2 AS alpha", {}, timeout=30)

    assert answer.columns == ("zulu", "alpha")


def test_closing_twice_is_no_error(store: Store) -> None:
    store.close()
    store.close()


def test_a_reader_is_answered_while_a_load_is_under_way(
    opener: Opener, graph: KnowledgeGraph, long_ring: KnowledgeGraph, rows: Reader
) -> None:
    store = opener()
    load(graph, store)
    reader = opener(read_only=True)
    seen: list[object] = []

    load(
        long_ring,
        store,
        lambda _done, _total: seen.extend(row["nodes"] for row in rows(reader, COUNT)),
    )

    assert len(seen) > 1
    assert all(isinstance(nodes, int) and nodes >= 0 for nodes in seen)
    assert rows(opener(read_only=True), COUNT) == [{"nodes": len(long_ring.entities) + 1}]


def test_a_load_that_fails_in_the_middle_is_completed_by_the_next(
    opener: Opener, graph: KnowledgeGraph, ring: KnowledgeGraph
) -> None:
    def fail(done: int, total: int) -> None:
        if done > total // 2:
            raise OSError(f"stopped at {done}")

    first = opener()
    load(graph, first)
    with pytest.raises(StoreUnavailableError, match="stopped at"):
        load(ring, first, fail)
    first.close()
    store = opener()

    load(ring, store)

    assert difference(ring, store.held()).writes == 0
    assert load(ring, store).writes == 0


def test_loading_what_was_written_already_makes_nothing_twice(
    store: Store, graph: KnowledgeGraph, rows: Reader
) -> None:
    load(graph, store)
    load(KnowledgeGraph.of([], []), store)
    load(graph, store)

    assert rows(store, "MATCH (n) RETURN count(n) AS nodes") == [{"nodes": 6}]
    assert rows(store, "MATCH ()-[r]->() RETURN count(r) AS facts") == [{"facts": 4}]
