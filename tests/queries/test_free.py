"""Queries of one's own: limits, parameters and forms."""

import pytest

from communique.graph import MissingParameterError
from communique.loaders.store import QueryError, Store
from communique.queries.free import ask_freely
from communique.queries.guard import limited, without_comments

PEOPLE = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("MATCH (n) RETURN n", "MATCH (n) RETURN n\nLIMIT 6"),
        ("MATCH (n) RETURN n;", "MATCH (n) RETURN n\nLIMIT 6;"),
        ("MATCH (n) RETURN n // all", "MATCH (n) RETURN n\nLIMIT 6 // all"),
        ("RETURN 1 AS n ORDER BY n SKIP 2", "RETURN 1 AS n ORDER BY n SKIP 2\nLIMIT 6"),
        ("MATCH (n) RETURN n LIMIT 3", "MATCH (n) RETURN n LIMIT 3"),
        ("MATCH (n) RETURN n limit 300", "MATCH (n) RETURN n limit 6"),
        ("MATCH (n) RETURN n LIMIT $many;", "MATCH (n) RETURN n LIMIT 6;"),
        ("MATCH (n) RETURN n LIMIT $few", "MATCH (n) RETURN n LIMIT $few"),
        ("MATCH (n) RETURN n LIMIT 2 * 50", "MATCH (n) RETURN n LIMIT 2 * 50"),
        ("MATCH (n) WITH n LIMIT 3 RETURN n", "MATCH (n) WITH n LIMIT 3 RETURN n\nLIMIT 6"),
        ("MATCH (n) RETURN n.limit AS limit", "MATCH (n) RETURN n.limit AS limit\nLIMIT 6"),
        ("MATCH (n) RETURN 'LIMIT 3' AS x", "MATCH (n) RETURN 'LIMIT 3' AS x\nLIMIT 6"),
        ("RETURN 1 AS x UNION RETURN 2 AS x", "RETURN 1 AS x UNION RETURN 2 AS x"),
        ("CALL db.labels()", "CALL db.labels()"),
        (
            "CALL { MATCH (n) RETURN n LIMIT 3 } RETURN n",
            "CALL { MATCH (n) RETURN n LIMIT 3 } RETURN n\nLIMIT 6",
        ),
    ],
)  # fmt: skip
def test_a_query_gets_a_limit_or_keeps_a_lower_one(query: str, expected: str) -> None:
    assert limited(query, 6, {"few": 2, "many": 100}) == expected


def test_comments_become_blanks_of_the_same_length() -> None:
    query = "RETURN '/* kept */' AS x, // gone\n /* gone\n too */ 2 AS y"

    assert without_comments(query) == "RETURN '/* kept */' AS x,        \n        \n        2 AS y"


@pytest.mark.parametrize(
    "query",
    [PEOPLE, f"{PEOPLE} LIMIT 1000", "UNWIND [1, 2, 3] AS x RETURN x UNION RETURN 4 AS x"],
    ids=["no limit", "higher limit", "union"],
)
def test_rows_beyond_the_limit_are_cut_and_that_is_told(store: Store, query: str) -> None:
    found = ask_freely(store, query, most=2)

    assert (len(found.rows), found.cut) == (2, True)


@pytest.mark.parametrize(
    ("query", "rows"), [(PEOPLE, 4), (f"{PEOPLE} LIMIT 3", 3)], ids=["as many", "own limit"]
)
def test_an_answer_within_the_limit_is_not_cut(store: Store, query: str, rows: int) -> None:
    found = ask_freely(store, query, most=4)

    assert (len(found.rows), found.cut) == (rows, False)


def test_a_limit_of_nothing_is_an_error(store: Store) -> None:
    with pytest.raises(ValueError, match="at least one row"):
        ask_freely(store, PEOPLE, most=0)


def test_missing_values_are_all_named(store: Store) -> None:
    query = "MATCH (n:Entity {id: $id}) WHERE n.name = $`the name` OR n.name = $id RETURN n"

    with pytest.raises(MissingParameterError, match=r"\$id, \$the name$"):
        ask_freely(store, query, {"other": 1})


def test_a_query_that_takes_too_long_is_ended(store: Store) -> None:
    many = " ".join(f"UNWIND range(1, 3000) AS {name}" for name in "abc")

    with pytest.raises(QueryError, match="longer than"):
        ask_freely(store, f"{many} RETURN sum(a * b * c) AS x", timeout=0.2)


def test_rows_become_csv_and_markdown(store: Store) -> None:
    found = ask_freely(store, "UNWIND [[1, '=x'], [null, 'a|b']] AS r RETURN r[0] AS n, r[1] AS t")

    assert found.to_csv() == "n,t\r\n1,'=x\r\n,a|b\r\n"
    assert found.to_markdown() == "| n | t |\n| --: | --- |\n| 1 | =x |\n|  | a\\|b |\n"


@pytest.mark.parametrize(
    "value", [2**63, -(2**63) - 1, "\ud800", [{"a": ["b\udfff"]}], {"\ud800": 1}]
)
def test_a_value_that_no_store_can_take_is_refused(store: Store, value: object) -> None:
    with pytest.raises(QueryError, match=r"\$value has"):
        ask_freely(store, "RETURN $value AS value", {"value": value})


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), "\U0001f91d", [{"a": None}]])
def test_what_a_store_can_take_comes_back(store: Store, value: object) -> None:
    assert ask_freely(store, "RETURN $value AS value", {"value": value}).rows[0]["value"] == value
