"""Queries of the kind that analysts write have the same rows in both engines.

Each file of ``queries/`` has statements with blank lines between them; the line above says what a
statement is about, ``(empty)`` that it has no rows, ``(unordered)`` that their order is free, and a
comment in braces below it has its parameters.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Protocol

import pytest
from _pytest.mark.structures import ParameterSet

from communique.loaders.store import Rows, Store
from communique.queries.guard import check

FOLDER = Path(__file__).parent / "queries"
SECONDS = 30


@dataclass(frozen=True, slots=True)
class Written:
    """A statement of a file."""

    title: str
    cypher: str
    parameters: dict[str, object]

    def run(self, store: Store) -> Rows:
        return store.run(self.cypher, self.parameters, SECONDS)


def written() -> Iterator[ParameterSet]:
    """Every statement, under its file and its title."""
    for file in sorted(FOLDER.glob("*.cypher")):
        for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
            title, *lines = block.splitlines()
            values = json.loads(lines.pop()[3:]) if lines[-1].startswith("// {") else {}
            query = Written(title.removeprefix("// "), "\n".join(lines), values)
            yield pytest.param(query, id=f"{file.stem}: {query.title}")


def alike(first: object, second: object) -> bool:
    """Whether values are of one kind and equal, fractions to nine places."""
    if type(first) is not type(second):
        return False
    if isinstance(first, float) and isinstance(second, float):
        return isclose(first, second, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(alike, first, second))
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(alike(first[k], second[k]) for k in first)
    return first == second


QUERIES = list(written())


class Engines(Protocol):
    """Both engines with one graph."""

    embedded: Store
    neo4j: Store


def test_there_are_many_queries_and_no_two_of_one_name() -> None:
    assert len(QUERIES) == len({query.id for query in QUERIES}) >= 160


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_passes_the_guard_and_has_rows(embedded: Store, query: Written) -> None:
    check(query.cypher)

    assert bool(query.run(embedded).rows) != ("(empty)" in query.title)


@pytest.mark.neo4j
@pytest.mark.parametrize("query", QUERIES)
def test_a_query_has_the_same_rows_in_both_engines(engines: Engines, query: Written) -> None:
    ours, theirs = query.run(engines.embedded), query.run(engines.neo4j)
    rows = [[dict(row) for row in found.rows] for found in (ours, theirs)]
    if "(unordered)" in query.title:
        rows = [sorted(found, key=str) for found in rows]

    assert ours.columns == theirs.columns
    assert alike(*rows), f"\n{rows[0]}\n{rows[1]}"


@pytest.mark.neo4j
def test_many_queries_have_rows(engines: Engines) -> None:
    queries = [query.values[0] for query in QUERIES]

    found = [isinstance(q, Written) and bool(q.run(engines.embedded).rows) for q in queries]

    assert sum(found) > 60
