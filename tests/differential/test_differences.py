"""What the engines do differently is known, written down, and noticed when it goes away."""

import json
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from communique.loaders.store import QueryError, Store

FILE = Path(__file__).parent / "differences.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
SECONDS = 30


def cases(key: str) -> list[ParameterSet]:
    """The differences that have something."""
    return [pytest.param(case, id=case["form"]) for case in CASES if key in case]


def said(store: Store, query: str) -> object:
    """The rows as lists, or that the store refuses."""
    try:
        found = store.run(query, {"n": 1}, SECONDS)
    except QueryError:
        return "refused"
    return [[row[column] for column in found.columns] for row in found.rows]


def shown(answer: object) -> str:
    """What an engine does, in the table of the manual."""
    if answer == "refused":
        return "refuses"
    value = answer[0][0] if isinstance(answer, list) and answer else "no row"
    return f"`{json.dumps(value, ensure_ascii=False)}`" if value != "no row" else "no row"


def line(case: dict[str, Any]) -> str:
    """A difference as the manual has it; bars inside are escaped."""
    cells = (case["form"], shown(case["embedded"]), shown(case["neo4j"]), case["write"])
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


@pytest.mark.parametrize("case", cases("query"))
def test_the_embedded_engine_does_what_is_written(embedded: Store, case: dict[str, Any]) -> None:
    assert said(embedded, case["query"]) == case["embedded"]


@pytest.mark.neo4j
@pytest.mark.parametrize("case", cases("query"))
def test_neo4j_does_what_is_written(neo4j: Store, case: dict[str, Any]) -> None:
    answer = said(neo4j, case["query"])

    # what a plan of one machine leaves out, that of another may not
    assert answer == case["neo4j"] != case["embedded"] or answer == case.get("sometimes")


@pytest.mark.neo4j
@pytest.mark.parametrize("case", cases("instead"))
def test_what_to_write_instead_is_the_same_on_both(
    embedded: Store, neo4j: Store, case: dict[str, Any]
) -> None:
    ours, theirs = said(embedded, case["instead"]), said(neo4j, case["instead"])

    assert ours == theirs != "refused"


def test_the_manual_has_every_difference_as_it_is(root: Path) -> None:
    manual = (root / "docs" / "stores.md").read_text(encoding="utf-8")
    _, _, table = manual.partition("| Cypher | embedded | Neo4j | on both |\n|---|---|---|---|\n")
    lines, _, _ = table.partition("\n\n")

    assert lines.rstrip("\n").splitlines() == [line(case) for case in CASES]
