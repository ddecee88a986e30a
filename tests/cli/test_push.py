"""The command that brings a SPARQL server up to date."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import Result

Run = Callable[..., Result]

SECRET = "harbour-watch-24"  # noqa: S105  # as the fixture's server has it


class Server(Protocol):
    """A running SPARQL server."""

    store: str
    update: str

    def empty(self) -> None: ...

    def rows(self, query: str) -> list[tuple[str, ...]]: ...


@pytest.fixture
def store(oxigraph: Server) -> str:
    """The Graph Store of a server without graphs."""
    oxigraph.empty()
    return oxigraph.store


def size(server: Server) -> int:
    """The number of named graphs of a server."""
    return int(server.rows("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }")[0][0])


def test_a_push_is_told_and_a_second_one_sends_nothing(
    run: Run, workspace: Path, store: str, oxigraph: Server
) -> None:
    planned = run("push", store, "--data", workspace, "--dry-run")
    before = size(oxigraph)
    first = run("push", store, "--data", workspace)
    second = run("push", store, "--data", workspace, "--json")

    assert "would send releases +3 ~0 -0, and 2 graphs" in planned.output
    assert (before, size(oxigraph)) == (0, 5)
    assert f"{store}: releases +3 ~0 -0, and 2 graphs of entities and description" in first.output
    assert json.loads(second.stdout)["writes"] == 0
    assert "up to date with 3 releases" in run("push", store, "--data", workspace).output
    assert "releases +0 ~3 -0" in run("push", store, "--data", workspace, "--all").output


def test_a_release_taken_back_goes_from_the_server_too(
    run: Run, loaded: Path, oxigraph: Server, store: str
) -> None:
    run("push", oxigraph.update, "--by", "update", "--data", loaded)
    run("retract", "release-3", "--data", loaded)

    result = run("push", oxigraph.update, "--by", "update", "--data", loaded)

    assert "releases +0 ~0 -1" in result.output
    assert size(oxigraph) == 4


def test_offsets_go_without_words_under_a_base_of_ones_own(
    run: Run, workspace: Path, store: str, oxigraph: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_PUSH_URL", store)

    run("push", "--data", workspace, "--base", "https://data.example.org/", "--no-evidence-text")

    graphs = [graph for (graph,) in oxigraph.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")]
    assert all(graph.startswith("https://data.example.org/graph/") for graph in graphs)
    assert not oxigraph.rows('SELECT ?o { ?s ?p ?o FILTER(CONTAINS(STR(?o), "Reka in Tallinn")) }')


@pytest.mark.jena
def test_the_login_comes_from_environment_or_a_file_and_is_not_told(
    run: Run, workspace: Path, fuseki: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fuseki.empty()
    asked = ("push", fuseki.store, "--data", workspace)
    monkeypatch.setenv("COMMUNIQUE_PUSH_USER", "communique")
    monkeypatch.setenv("COMMUNIQUE_PUSH_PASSWORD", "not-the-password")
    wrong = run(*asked)
    monkeypatch.delenv("COMMUNIQUE_PUSH_PASSWORD")
    (tmp_path / "password").write_text(f"{SECRET}\n")
    monkeypatch.setenv("COMMUNIQUE_PUSH_PASSWORD_FILE", str(tmp_path / "password"))

    right = run("--debug", *asked)

    assert (wrong.exit_code, right.exit_code) == (3, 0), right.output
    assert "refuses the login of communique, shown by basic" in wrong.output
    assert "COMMUNIQUE_PUSH_PASSWORD" in wrong.output
    assert "releases +3 ~0 -0" in right.output
    assert "not-the-password" not in wrong.output
    assert SECRET not in right.output
    assert size(fuseki) == 5
    assert SECRET not in "".join(file.read_text() for file in workspace.glob("pushed/*.jsonl"))


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ((), 2, "COMMUNIQUE_PUSH_URL"),
        (("ftp://127.0.0.1/store",), 2, "no address"),
        (("http://me:secret@127.0.0.1/store",), 2, "COMMUNIQUE_PUSH_USER"),
        (("https://sparql.example.org/store",), 2, "--base"),
        (("http://127.0.0.1/store", "--base", "nonsense"), 2, "no absolute IRI"),
        (("http://127.0.0.1:9/store",), 3, "no server answers there"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_sent(
    run: Run, workspace: Path, arguments: tuple[str, ...], status: int, told: str
) -> None:
    result = run("push", *arguments, "--data", workspace)

    assert result.exit_code == status
    assert told in result.output


def test_a_password_that_goes_unencrypted_is_warned_of(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_PUSH_TOKEN", "geheim")
    monkeypatch.setenv("COMMUNIQUE_BASE", "https://data.example.org/")

    result = run("push", "http://sparql.example.org/store", "--dry-run", "--data", workspace)

    assert result.exit_code == 0, result.output
    assert "unencrypted" in result.output
    assert "geheim" not in result.output
