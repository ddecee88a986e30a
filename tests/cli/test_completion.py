"""What a shell offers while a command is typed."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.application import app
from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.ontology import EntityType, Relation
from communique.workspace import names
from communique.workspace.workspace import Workspace

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """The words offered for the last of the words typed."""
    monkeypatch.setenv("COMMUNIQUE_DATA", str(loaded))

    def complete(*words: str) -> list[str]:
        environment = {
            "_COMMUNIQUE_COMPLETE": "complete_bash",
            "COMP_WORDS": " ".join(["communique", *words]),
            "COMP_CWORD": str(len(words)),
        }
        result = CliRunner().invoke(app, [], env=environment, prog_name="communique")
        assert result.exit_code == 0, result.output
        return result.stdout.split("\n")[:-1] if result.stdout.strip() else []

    return complete


def test_names_of_questions_are_offered(complete: Complete) -> None:
    assert complete("query", "run", "who-") == ["who-met", "who-met-whom"]
    assert complete("query", "show", "most-m") == ["most-met"]


def test_groups_are_offered(complete: Complete) -> None:
    assert complete("query", "list", "--group", "o") == ["organisations", "operations", "own"]


def test_parameters_of_the_question_are_offered_as_options(complete: Complete) -> None:
    offered = complete("query", "run", "who-met", "--")

    assert {"--entity", "--since", "--until", "--limit", "--format"} <= set(offered)
    assert "--country" not in offered
    assert complete("query", "run", "who-met", "--en") == ["--entity"]
    assert complete("query", "run", "nothing", "--en") == []


def test_names_of_entities_are_offered(complete: Complete) -> None:
    assert complete("query", "run", "who-met", "--entity", "Kas") == ["Kask"]
    assert complete("query", "run", "who-met", "--since", "2024", "--entity", "ann") == [
        "anna-kask"
    ]


def test_only_entities_that_a_parameter_takes_are_offered(complete: Complete) -> None:
    assert complete("query", "run", "representatives", "--entity", "Kas") == []


def test_a_date_has_no_completion(complete: Complete) -> None:
    assert complete("query", "run", "who-met", "--since", "20") == []


def test_where_there_is_no_store_nothing_is_offered(
    complete: Complete, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path / "nowhere"))

    assert complete("query", "run", "who-met", "--entity", "Kas") == []


def test_questions_of_ones_own_are_offered(
    complete: Complete, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "who-else.cypher").write_text(
        "// question: Who?\n// param: whom entity - x\n// column: x text - x\nRETURN $whom AS x",
        encoding="utf-8",
    )
    monkeypatch.setenv("COMMUNIQUE_QUERIES", str(tmp_path))

    assert "who-else" in complete("query", "run", "who")
    assert complete("query", "run", "who-else", "--w") == ["--whom"]


def large(people: int) -> KnowledgeGraph:
    release = Release("r", "T", "S", "They met.", published="2024-05-03")
    evidence = (Evidence("r", 0, 9, "They met.", "by-hand"),)
    entities = [Entity(f"person-{n}", EntityType.PERSON, f"Person{n} Berg") for n in range(people)]
    facts = [
        Fact(one, Relation.MEETS, other, Qualifiers(), evidence, 1.0)
        for one, other in pairwise(entities)
    ]
    return KnowledgeGraph.of([release], facts)


def test_the_names_of_a_large_store_are_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "KEPT_FROM", 10)
    workspace = Workspace(tmp_path, str(tmp_path / "store.kgl"))
    workspace.load(large(20))
    kept = tmp_path / "store.kgl.names"

    (tmp_path / "store.kgl").chmod(0)
    offered = names.names_like(workspace, "person1").completions("person1")
    (tmp_path / "store.kgl").chmod(0o600)
    workspace.load(large(5))

    assert [item.value for item in offered][:2] == ["person1-berg", "person10-berg"]
    assert not kept.exists()


def test_kept_names_of_another_state_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "KEPT_FROM", 10)
    workspace = Workspace(tmp_path, str(tmp_path / "store.kgl"))
    workspace.load(large(20))
    old = (tmp_path / "store.kgl.names").read_text(encoding="utf-8")
    workspace.load(large(30))
    (tmp_path / "store.kgl.names").write_text(old, encoding="utf-8")

    offered = names.names_like(workspace, "person29").completions("person29")

    assert [item.value for item in offered] == ["person29-berg"]


def test_scripts_for_shells_are_shown() -> None:
    shown = CliRunner().invoke(app, ["--show-completion", "bash"], prog_name="communique")

    assert shown.exit_code == 0
    assert "_COMMUNIQUE_COMPLETE=complete_bash" in shown.stdout


def test_the_middle_of_a_page_is_completed(complete: Complete) -> None:
    assert complete("export", "html", "--focus", "Kas") == ["Kask"]
