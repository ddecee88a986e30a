"""The commands with a Neo4j in place of the workspace's own file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import Result

from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore

Run = Callable[..., Result]


class Server(Protocol):
    """A running Neo4j."""

    address: str
    login: Login
    environment: dict[str, str]


@pytest.fixture
def address(neo4j_server: Server, run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where an empty Neo4j answers, for commands that find its password in the environment."""
    for name, value in neo4j_server.environment.items():
        monkeypatch.setenv(name, value)
    store = Neo4jStore(neo4j_server.address, neo4j_server.login)
    store.empty()
    store.close()
    return neo4j_server.address


@pytest.mark.neo4j
def test_a_load_is_told_and_a_second_one_writes_nothing(
    run: Run, workspace: Path, address: str
) -> None:
    first = run("load", "--data", workspace, "--to", address)
    second = run("load", "--data", workspace, "--to", address, "--json")

    assert first.exit_code == 0, first.output
    assert f"{address}: releases +3" in first.output
    assert json.loads(second.stdout)["writes"] == 0
    assert not (workspace / "store.kgl").exists()


@pytest.mark.neo4j
def test_questions_are_answered_as_by_the_file(run: Run, loaded: Path, address: str) -> None:
    question = ["query", "run", "who-met", "-p", "entity=Kask", "--json", "--data", loaded]
    run("load", "--data", loaded, "--to", address)

    by_file, by_server = run(*question), run(*question, "--store", address)

    assert by_server.exit_code == 0, by_server.output
    assert json.loads(by_server.stdout) == json.loads(by_file.stdout)
    assert json.loads(by_server.stdout)["rows"]


@pytest.mark.neo4j
def test_the_environment_names_the_store(
    run: Run, workspace: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_STORE", address)

    loaded = run("load", "--data", workspace)
    counted = run("cypher", "MATCH (r:Release) RETURN count(r) AS n", "--json", "--data", workspace)

    assert loaded.exit_code == 0, loaded.output
    assert json.loads(counted.stdout) == [{"n": 3}]


@pytest.mark.neo4j
def test_a_release_is_taken_back_from_the_server(run: Run, workspace: Path, address: str) -> None:
    run("load", "--data", workspace, "--to", address)

    result = run("retract", "release-3", "--data", workspace, "--store", address)
    dates = run("cypher", "MATCH ()-[m:MEETS]->() RETURN m.date AS d", "--store", address, "--json")

    assert result.exit_code == 0, result.output
    assert json.loads(dates.stdout) == [{"d": "2024-05-03"}]


@pytest.mark.neo4j
def test_a_rebuild_makes_what_is_there_anew(run: Run, workspace: Path, address: str) -> None:
    run("load", "--data", workspace, "--to", address)

    result = run("load", "--rebuild", "--data", workspace, "--to", address)

    assert result.exit_code == 0, result.output
    assert "releases +3 ~0 -0" in result.output


@pytest.mark.neo4j
def test_a_wrong_password_is_no_store(
    run: Run, workspace: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_NEO4J_PASSWORD", "another-one")

    result = run("load", "--data", workspace, "--to", address)

    assert result.exit_code == 3
    assert "COMMUNIQUE_NEO4J_PASSWORD" in result.output
    assert "another-one" not in result.output


def test_no_server_is_no_store(run: Run, loaded: Path) -> None:
    result = run("query", "run", "who-met-whom", "--data", loaded, "--store", "bolt://127.0.0.1:9")

    assert result.exit_code == 3
    assert "no Neo4j server answers there" in result.output


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:7474", "neo4j://"),
        ("neo4j://anna:secret-8@127.0.0.1", "COMMUNIQUE_NEO4J_PASSWORD"),
    ],
    ids=["other-scheme", "password"],
)
def test_a_wrong_address_is_wrong_use(run: Run, loaded: Path, address: str, reason: str) -> None:
    result = run("load", "--data", loaded, "--to", address)

    assert result.exit_code == 2
    assert reason in result.output
    assert "secret-8" not in result.output
