"""Two forms of query that the embedded engine answers wrongly are put so that it does not."""

import pytest

from communique.loaders.store import Store
from communique.queries.catalogue import Template, catalogue
from communique.queries.free import ask_freely
from communique.queries.guard import steadied

LATEST = (
    "UNWIND ['place-tallinn', 'person-mara-lind'] AS id MATCH (p:Entity {id: id}) "
    "CALL { WITH p MATCH (p)-[:MEETS]-(q) RETURN q.name AS met ORDER BY met LIMIT 1 } "
    "RETURN p.name AS name, met"
)


LATER = "MATCH (n:Entity {id: 'country-EST'}) WHERE n.iso3 > 'F' AND n.named RETURN n.name AS name"


def test_the_engine_gives_nulls_if_the_first_row_has_nothing(store: Store) -> None:
    """When this fails, a newer engine has mended it, and `steadied` can go."""
    assert [row["met"] for row in store.run(LATEST, {}, 10).rows] == [None]


def test_the_engine_passes_over_what_is_said_of_a_node_with_an_id(store: Store) -> None:
    """When this fails, a newer engine has mended it, and `steadied` can go."""
    assert [row["name"] for row in store.run(LATER, {}, 10).rows] == ["Estonia"]


@pytest.mark.parametrize(
    "condition",
    [
        *("n.iso3 > 'F' AND n.named", "n.named AND n.iso3 >= 'F'", "n.iso3 IN ['FIN'] AND n.named"),
        *(
            "'F' < n.iso3",
            "n.iso3 > 'A' AND n.iso3 < 'B'",
            "NOT EXISTS { (n)--() } AND n.iso3 > 'A'",
        ),
    ],
)
def test_conditions_on_a_node_with_an_id_count(each_store: Store, condition: str) -> None:
    query = f"MATCH (n:Entity {{id: 'country-EST'}}) WHERE {condition} RETURN count(n) AS n"

    assert [dict(row) for row in ask_freely(each_store, query).rows] == [{"n": 0}]


def test_a_query_of_ones_own_has_the_right_row(each_store: Store) -> None:
    assert [dict(row) for row in ask_freely(each_store, LATEST).rows] == [
        {"name": "Mara Lind", "met": "Ondřej Malý"}
    ]


@pytest.mark.parametrize(
    "query",
    [
        "CALL { MATCH (n) RETURN n ORDER BY n.id <LIMIT 1 } RETURN n",
        "CALL (m) { RETURN m ORDER BY m.skip, m.limit STARTS WITH 'a' <LIMIT $n } RETURN m",
        "CALL { RETURN 1 AS x ORDER BY x <LIMIT 1 UNION RETURN 2 AS x ORDER BY x <LIMIT 2 }",
    ],
    ids=["once", "names", "union"],
)
def test_a_skip_of_nothing_is_put_in(query: str) -> None:
    expected = query.replace("<", "SKIP 0 ")

    assert steadied(query.replace("<", "")) == expected
    assert steadied(expected) == expected


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN n ORDER BY n.id LIMIT 1",
        "CALL { MATCH (n) RETURN n LIMIT 1 } RETURN n ORDER BY n.id LIMIT 2",
        "CALL { MATCH (n) WITH n ORDER BY n.id LIMIT 1 RETURN n } RETURN n",
        "CALL { MATCH (n) RETURN n ORDER BY n.id SKIP 1 LIMIT 1 } RETURN n",
        "RETURN 'CALL { RETURN n ORDER BY n.id LIMIT 1 }' AS x",
        "MATCH (n:Person) WHERE n.name > 'A' AND n.named RETURN n",
        "MATCH (n:Entity {id: $id})-->(m)<--(o) WHERE (n)-->(o) AND o.id <> m.name RETURN m",
        "MATCH (n:Entity {id: $id}) RETURN [x IN n.aliases WHERE x > 'A'] AS x",
    ],
    ids=["top", "no order", "with", "skip", "text", "no id", "arrows", "list"],
)
def test_other_queries_stay_as_they_are(query: str) -> None:
    assert steadied(query) == query


@pytest.mark.parametrize("template", catalogue().values(), ids=catalogue())
def test_our_own_templates_return_first_rows_otherwise(template: Template) -> None:
    assert "SKIP 0" not in steadied(template.cypher)


def test_a_condition_is_put_into_another() -> None:
    query = (
        "MATCH (n {id: $id})-[r]-(m) WHERE r.support > 1 AND m.name STARTS WITH 'A' "
        "WITH m WHERE EXISTS { (m)-[s]-() WHERE s.support IN [2] } RETURN m;"
    )

    assert steadied(query) == (
        "MATCH (n {id: $id})-[r]-(m) WHERE false OR r.support > 1 AND m.name STARTS WITH 'A' "
        "WITH m WHERE false OR EXISTS { (m)-[s]-() WHERE false OR s.support IN [2] } RETURN m;"
    )
