"""Subqueries that return their first row in order are answered rightly by the embedded engine."""

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


def test_the_engine_gives_nulls_if_the_first_row_has_nothing(store: Store) -> None:
    """When this fails, a newer engine has mended it, and `steadied` can go."""
    assert [row["met"] for row in store.run(LATEST, {}, 10).rows] == [None]


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
    ],
    ids=["top", "no order", "with", "skip", "text"],
)
def test_other_queries_stay_as_they_are(query: str) -> None:
    assert steadied(query) == query


@pytest.mark.parametrize("template", catalogue().values(), ids=catalogue())
def test_our_own_templates_need_none(template: Template) -> None:
    assert steadied(template.cypher) == template.cypher
