"""Judging at the terminal who is who."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from communique.graph import Release, Statement
from communique.ledger import Ledger

Run = Callable[..., Result]
Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]

LEAGUE = "body Harbour League"


@pytest.fixture
def data(tmp_path: Path, tell: Tell) -> Path:
    """Two of one surname, and a third who is called by it alone."""
    folder = tmp_path / "data"
    releases = [
        tell("a", ("person Rosa Hammerstein", "REPRESENTS", LEAGUE, {"role": "Speaker"})),
        tell("b", ("person Karl Hammerstein", "REPRESENTS", LEAGUE, {"role": "Clerk"})),
        tell("c", ("person Hammerstein", "REPRESENTS", LEAGUE)),
    ]
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        for release, statements in releases:
            ledger.record(release, statements, "test")
    return folder


def people(run: Run, data: Path) -> list[list[str]]:
    """Names of each person of the exported facts, sorted."""
    lines = run("export", "statements", "--data", data).stdout.splitlines()
    ends = [json.loads(line)[end] for line in lines for end in ("subject", "object")]
    found = {e["id"]: sorted([e["name"], *e["aliases"]]) for e in ends if e["type"] == "Person"}
    return sorted(found.values())


def test_open_pairs_are_listed_with_the_reason(run: Run, data: Path) -> None:
    listed = json.loads(run("review", "list", "--json", "--data", data).stdout)

    pairs = {frozenset((q["one"]["name"], q["other"]["name"])) for q in listed}
    assert frozenset(("Hammerstein", "Rosa Hammerstein")) in pairs
    assert all(0 < question["score"] < 1 and question["reason"] for question in listed)


def test_the_evidence_of_both_stands_side_by_side(run: Run, data: Path) -> None:
    shown = run("review", "--data", data, text="q\n").stdout

    assert "Hammerstein REPRESENTS Harbour League" in shown
    assert "Speaker, Harbour League" in shown or "Clerk, Harbour League" in shown


def test_an_answer_is_kept_and_changes_the_graph(run: Run, data: Path) -> None:
    asked = json.loads(run("review", "list", "--json", "--data", data).stdout)
    answers = [
        "same" if {"Rosa Hammerstein", "Hammerstein"} == {q["one"]["name"], q["other"]["name"]}
        else "d"
        for q in asked
    ]  # fmt: skip

    done = run("review", "--author", "Ada", "--data", data, text="\n".join(answers) + "\n")

    assert done.exit_code == 0, done.output
    assert people(run, data) == [["Hammerstein", "Rosa Hammerstein"], ["Karl Hammerstein"]]
    held = json.loads(run("review", "judgements", "--json", "--data", data).stdout)
    assert {judgement["author"] for judgement in held} == {"Ada"}


def test_what_was_answered_is_not_asked_again(run: Run, data: Path) -> None:
    before = json.loads(run("review", "list", "--json", "--data", data).stdout)
    run("review", "--data", data, text="u\n" * len(before))

    assert json.loads(run("review", "list", "--json", "--data", data).stdout) == []
    again = json.loads(run("review", "list", "--again", "--json", "--data", data).stdout)
    assert len(again) == len(before)


def test_end_of_input_ends_the_review_and_keeps_the_answers(run: Run, data: Path) -> None:
    done = run("review", "--data", data, text="d\n")

    assert done.exit_code == 0
    assert len(json.loads(run("review", "judgements", "--json", "--data", data).stdout)) == 1


def test_a_judgement_can_be_undone(run: Run, data: Path) -> None:
    before = people(run, data)
    run("review", "same", "Rosa Hammerstein", "Karl Hammerstein", "--data", data)
    assert people(run, data) != before
    (held,) = json.loads(run("review", "judgements", "--json", "--data", data).stdout)

    undone = run("review", "undo", held["key"], "--data", data)

    assert undone.exit_code == 0
    assert people(run, data) == before


def test_judgements_go_from_one_ledger_to_another(run: Run, data: Path, tmp_path: Path) -> None:
    run("review", "same", "Rosa Hammerstein", "Karl Hammerstein", "--reason", "é", "--data", data)
    file, other = tmp_path / "judgements.jsonl", tmp_path / "other"
    run("review", "export", "-o", file, "--data", data)
    Ledger.open(other / "ledger.sqlite").close()

    first = run("review", "import", file, "--data", other)
    second = run("review", "import", file, "--data", other)

    assert "1 judgement taken of 1" in first.stdout
    assert "1 of releases that the ledger does not hold" in first.stdout
    assert "0 judgements taken of 1" in second.stdout
    copy = tmp_path / "copy.jsonl"
    run("review", "export", "-o", copy, "--data", other)
    assert copy.read_bytes() == file.read_bytes()


def test_one_entity_is_parted_by_naming_a_release(run: Run, data: Path, tell: Tell) -> None:
    with Ledger.open(data / "ledger.sqlite") as ledger:
        release, said = tell("d", ("person Rosa Hammerstein", "REPRESENTS", LEAGUE))
        ledger.record(release, said, "test")
    assert len(people(run, data)) == 3

    done = run("review", "different", "Rosa Hammerstein@d", "Rosa Hammerstein", "--data", data)

    assert done.exit_code == 0, done.output
    assert people(run, data).count(["Rosa Hammerstein"]) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("same", "Rosa Hammerstein", "Harbour League"), "different types"),
        (("different", "Rosa Hammerstein", "Rosa Hammerstein"), "name one release"),
        (("same", "Rosa Hammerstein@a", "Rosa Hammerstein@z"), "holds no release 'z'"),
        (("same", "Nobody Known", "Rosa Hammerstein"), "Nobody Known"),
        (("undo", "nokey"), "no judgement nokey"),
    ],
)
def test_what_cannot_be_judged_is_told(
    run: Run, data: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = run("review", *arguments, "--data", data)

    assert done.exit_code == 2
    assert told in done.output


def test_a_file_with_a_bad_line_gives_nothing(run: Run, data: Path, tmp_path: Path) -> None:
    run("review", "same", "Rosa Hammerstein", "Karl Hammerstein", "--data", data)
    file = tmp_path / "judgements.jsonl"
    run("review", "export", "-o", file, "--data", data)
    file.write_text(file.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")

    done = run("review", "import", file, "--data", tmp_path / "other")

    assert done.exit_code == 2
    assert f"{file.name}:2" in done.output


def test_an_entity_is_explained_by_what_made_it_one(run: Run, data: Path, tell: Tell) -> None:
    with Ledger.open(data / "ledger.sqlite") as ledger:
        release, said = tell("d", ("person Rosa Hammerstein", "REPRESENTS", LEAGUE))
        ledger.record(release, said, "test")

    told = json.loads(run("review", "explain", "Rosa Hammerstein", "--json", "--data", data).stdout)

    assert {mention["release"] for mention in told["mentions"]} == {"a", "d"}
    assert any(decision["kind"] == "merge" for decision in told["decisions"])


def test_a_release_tells_which_of_two_namesakes_is_meant(run: Run, data: Path, tell: Tell) -> None:
    with Ledger.open(data / "ledger.sqlite") as ledger:
        for name, state in (("d", "Canada/CAN"), ("e", "Australia/AUS")):
            release, said = tell(name, ("person John Smith", "REPRESENTS", f"country {state}"))
            ledger.record(release, said, "test")

    told = run("review", "explain", "John Smith@e", "--json", "--data", data)

    assert json.loads(told.stdout)["posts"] == ["Australia"]


def test_who_was_judged_one_is_told_how_to_undo_that(run: Run, data: Path) -> None:
    both = "Rosa Hammerstein", "Karl Hammerstein"
    run("review", "same", *both, "--data", data)
    (held,) = json.loads(run("review", "judgements", "--json", "--data", data).stdout)

    done = run("review", "different", *both, "--data", data)

    assert f"review undo {held['key']}" in done.output


def test_an_earlier_judgement_that_is_overruled_is_told(
    run: Run, data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "judgements.jsonl"
    run("review", "same", "Rosa Hammerstein", "Karl Hammerstein", "--data", data)
    run("review", "export", "-o", file, "--data", data)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"same"', '"different"'), encoding="utf-8")

    done = run("review", "import", file, "--data", data)

    assert "overruled same" in done.output


def test_the_difference_tells_into_whom_somebody_was_merged(run: Run, data: Path) -> None:
    run("load", "--data", data)
    run("review", "same", "Rosa Hammerstein", "Karl Hammerstein", "--data", data)

    told = json.loads(run("diff", "--json", "--data", data).stdout)

    gone = {entity["id"]: entity["now"] for entity in told["entities"]["removed"]}
    (left,) = {"person-rosa-hammerstein", "person-karl-hammerstein"} - gone.keys()
    assert set(gone.values()) == {left}
    assert f"now {left}" in run("diff", "--data", data).stdout
