"""``communique cypher``: what it takes, how it prints, what it refuses."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

NAMES = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("n=2", "2"),
        ("n:=2", 2),
        ("n:=2.5", 2.5),
        ("n:=true", True),
        ("n:=null", None),
        ('n:=["a", "b"]', ["a", "b"]),
        ("n=a:=b", "a:=b"),
        ("n=", ""),
    ],
)
def test_a_parameter_is_a_text_or_what_json_says(
    run: Run, loaded: Path, given: str, expected: object
) -> None:
    result = run("cypher", "RETURN $n AS n", "--param", given, "--data", loaded, "--json")

    assert json.loads(result.stdout) == [{"n": expected}]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("RETURN $n AS n", "-p", "n:=two"), "is no JSON; write n:=5"),
        (("RETURN $n AS n", "-p", "n:=2", "-p", "n=2"), "n is given twice"),
        (("RETURN $n AS n",), "the query needs a value for $n"),
        (("RETURN 1 AS n", "--limit", "0"), "limit"),
        (("MATCH (n) SET n.x = 1",), "line 1, column 11 of the query: SET is refused"),
        (("RETRUN 1 AS n",), "did you mean RETURN?"),
        (("LOAD CSV FROM 'file:///etc/hostname' AS l RETURN l",), "LOAD is refused"),
        (("",), "it is empty"),
    ],
    ids=["json", "twice", "missing", "limit", "write", "typing error", "file", "empty"],
)
def test_wrong_use_is_told_and_nothing_is_printed(
    run: Run, loaded: Path, arguments: tuple[str, ...], reason: str
) -> None:
    result = run("cypher", *arguments, "--data", loaded)

    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr


def test_rows_beyond_the_limit_are_told_beside_the_output(run: Run, loaded: Path) -> None:
    result = run("cypher", NAMES, "--limit", 1, "--format", "csv", "--data", loaded)

    assert result.stdout.splitlines() == ["name", "Anna Kask"]
    assert "there are more than 1 row; --limit shows more" in result.stderr


def test_forms_have_the_same_rows(run: Run, loaded: Path) -> None:
    def shown(form: str) -> str:
        return run("cypher", NAMES, "--format", form, "--data", loaded).stdout

    assert json.loads(shown("json")) == [{"name": "Anna Kask"}, {"name": "Oleg Reka"}]
    assert list(csv.reader(io.StringIO(shown("csv")))) == [["name"], ["Anna Kask"], ["Oleg Reka"]]
    assert shown("markdown") == "| name |\n| --- |\n| Anna Kask |\n| Oleg Reka |\n"
    assert shown("table").splitlines()[2:] == ["Anna Kask", "Oleg Reka", "2 rows"]


def test_nodes_relationships_and_paths_are_named_in_a_table(run: Run, loaded: Path) -> None:
    query = (
        "MATCH p = (a:Person {name: 'Anna Kask'})-[m:MEETS {date: '2024-06-01'}]-(b) "
        "RETURN a, m, p, [b] AS others"
    )

    _, _, row, _ = run("cypher", query, "--data", loaded).stdout.splitlines()

    anna, oleg = "Anna Kask (Person)", "Oleg Reka (Person)"
    assert row.split("   ") == [
        anna,
        "MEETS 2024-06-01",
        f"{anna}; MEETS 2024-06-01; {oleg}",
        oleg,
    ]


def test_a_query_comes_from_standard_input_with_its_comments(run: Run, loaded: Path) -> None:
    query = "/* how many\n   people */\nMATCH (p:Person) // all\nRETURN count(p) AS n"

    result = run("cypher", "-", "--json", "--data", loaded, text=query)

    assert json.loads(result.stdout) == [{"n": 2}]


def test_no_rows_leave_the_header(run: Run, loaded: Path) -> None:
    result = run("cypher", "MATCH (p:Place) RETURN p.name AS name", "--data", loaded)

    assert result.stdout.splitlines()[0].strip() == "name"
    assert result.stdout.splitlines()[-1] == "0 rows"


def test_an_answer_without_rows_tells_of_labels_that_no_graph_has(run: Run, loaded: Path) -> None:
    empty = run("cypher", "MATCH (p:Persn) RETURN p.name AS name", "--data", loaded)
    plain = run("cypher", "MATCH (p:Place) RETURN p.name AS name", "--data", loaded)

    assert (empty.exit_code, empty.stdout.splitlines()[-1]) == (0, "0 rows")
    assert empty.stderr == "no graph has the label Persn; did you mean Person?\n"
    assert plain.stderr == ""


def test_an_answer_with_an_empty_column_tells_of_the_property(run: Run, loaded: Path) -> None:
    result = run("cypher", "MATCH (p:Person) RETURN p.nme AS name LIMIT 1", "--data", loaded)

    assert result.stdout.splitlines()[-1] == "1 row"
    assert result.stderr == "no graph has the property nme; did you mean name?\n"
