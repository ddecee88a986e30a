import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

COMPANIONS = """\
// question: Who keeps company with someone?
// ask: who keeps company with {person}
// param: person entity(Person) - whose company
// example: person="Anna Kask"
// column: person text - who
MATCH (:Entity {id: $person})-[:MEETS]-(other:Entity)
RETURN DISTINCT other.name AS person ORDER BY person
"""


@pytest.fixture
def loaded(run: Run, workspace: Path) -> Path:
    assert run("load", "--data", workspace).exit_code == 0
    return workspace


def test_an_answer_comes_with_what_was_understood_and_what_else_may_be_meant(
    run: Run, loaded: Path
) -> None:
    result = run("ask", "Who met Anna Kask in May 2024?", "--data", loaded)

    assert result.exit_code == 0
    assert "understood as who-met" in result.stdout
    assert "since = 2024-05-01, from “in May 2024”" in result.stdout
    assert "Oleg Reka" in result.stdout
    assert "or did you mean" in result.stdout


def test_the_command_that_it_tells_gives_the_same_answer(run: Run, loaded: Path) -> None:
    told = json.loads(run("ask", "meetings of reka", "--data", loaded, "--json").stdout)
    _, *command = shlex.split(told["reading"]["command"])

    again = json.loads(run(*command, "--json").stdout)

    assert again["rows"] == told["answer"]["rows"]
    assert len(again["rows"]) == 2


def test_the_commands_that_it_tells_find_questions_of_ones_own(
    run: Run, loaded: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "own questions"
    folder.mkdir()
    (folder / "companions.cypher").write_text(COMPANIONS, encoding="utf-8")
    options = ("--queries", folder, "--data", loaded)

    told = run("ask", "who keeps company with Kask", *options).stdout.splitlines()
    shown = run("query", "show", "companions", "--queries", folder).stdout.splitlines()
    commands = [line.strip() for line in told + shown if line.strip().startswith("communique ")]
    answers = [run(*shlex.split(command)[1:], "--data", loaded) for command in commands]

    assert len(answers) >= 3
    assert all("Oleg Reka" in answer.stdout for answer in answers)


def test_a_day_can_be_given_to_count_from(run: Run, loaded: Path) -> None:
    question = ("ask", "Who met Reka last month?", "--data", loaded, "--json")

    told = json.loads(run(*question, "--today", "2024-07-09").stdout)

    assert told["reading"]["parameters"]["since"] == "2024-06-01"
    assert len(told["answer"]["rows"]) == 1


def test_explaining_asks_nothing(run: Run, loaded: Path) -> None:
    result = run("ask", "who met kask", "--explain", "--data", loaded)

    assert result.exit_code == 0
    assert "understood as who-met" in result.stdout
    assert "Oleg Reka" not in result.stdout


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_only_the_answer_goes_into_a_file(run: Run, loaded: Path, form: str) -> None:
    result = run("ask", "who met kask", "--format", form, "--data", loaded)

    assert "Oleg Reka" in result.stdout
    assert "understood as" not in result.stdout
    assert "understood as who-met" in result.stderr


def test_what_is_not_understood_is_told_with_status_2(run: Run, loaded: Path) -> None:
    result = run("ask", "What is the weather in Tallinn?", "--data", loaded)

    assert result.exit_code == 2
    assert "no question of the catalogue asks that" in result.stderr


def test_a_refusal_in_json_has_its_reason(run: Run, loaded: Path) -> None:
    result = run("ask", "Who met Wolfeschlegel?", "--data", loaded, "--json")

    told = json.loads(result.stdout)
    assert result.exit_code == 2
    assert told["reading"] is None
    assert "'Wolfeschlegel'" in told["refusal"]


def test_a_day_that_is_none_is_wrong_use(run: Run, loaded: Path) -> None:
    result = run("ask", "who met kask", "--today", "soon", "--data", loaded)

    assert result.exit_code == 2
    assert "write 2023-11-20" in result.stderr


def test_the_year_that_was_taken_is_told(run: Run, loaded: Path) -> None:
    command = ("ask", "who met kask in May", "--today", "2090-06-01", "--data", loaded)

    told = run(*command, "--explain").stdout
    reading = json.loads(run(*command, "--explain", "--format", "json").stdout)["reading"]

    year = reading["years"]["in May"]
    assert year < 2090
    assert f"“in May” is taken to be in {year}" in told
