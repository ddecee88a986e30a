"""Beneath the guard: Neo4j refuses itself what writes, and answers every near miss."""

import json
from pathlib import Path

import pytest

from communique.loaders.store import QueryError, Store
from communique.queries.free import ask_freely
from communique.queries.guard import RefusedQueryError

pytestmark = pytest.mark.neo4j

PARAMETERS = {"id": "person-1", "set": 1, "two": 2}
WRITES = frozenset("CREATE MERGE SET DELETE DETACH NODETACH REMOVE DROP FOREACH INSERT".split())


@pytest.fixture(scope="module")
def cases(root: Path) -> dict[str, list[dict[str, str]]]:
    """The queries that the guard is tested with, by file."""
    files = sorted((root / "tests" / "queries" / "guard").glob("*.jsonl"))
    return {
        file.stem: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for file in files
    }


def test_what_writes_is_refused_by_the_server_as_well(
    neo4j: Store, cases: dict[str, list[dict[str, str]]]
) -> None:
    before, attacks = neo4j.held(), cases["attacks"]
    writing = [case for case in attacks if case["word"] in WRITES]

    for case in writing:
        with pytest.raises(QueryError) as refused:
            neo4j.run(case["query"], PARAMETERS, 10)
        assert not isinstance(refused.value, RefusedQueryError), case["name"]

    assert len(writing) > 50
    assert neo4j.held() == before


def test_only_the_guard_refuses_what_reads_outside_the_graph(
    neo4j: Store,
) -> None:
    settings = "CALL dbm\\u0073.listConfig() YIELD name RETURN name"

    assert neo4j.run(settings, {}, 10).rows
    with pytest.raises(RefusedQueryError):
        ask_freely(neo4j, settings)


def test_every_near_miss_is_answered(neo4j: Store, cases: dict[str, list[dict[str, str]]]) -> None:
    for case in cases["near_misses"]:
        assert ask_freely(neo4j, case["query"], PARAMETERS).columns, case["name"]
