"""``communique why``: what was understood, for a sentence, a file and a release of the ledger."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

MET = "Minister Ana Duran met Minister Carl Berg in Lisbon."
WIDEST = 100
FILE = f"""Talks in Lisbon

Source: Ministry of Foreign Affairs of Portugal

{MET}
Europol did not support Operation Silent Harbour.
"""


@pytest.mark.model
def test_a_sentence_shows_whom_it_means_what_fired_and_what_it_states(run: Run) -> None:
    result = run("why", MET)

    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == MET
    assert lines[1].startswith("  means    Minister Ana Duran = Ana Duran (Person); ")
    assert "  rules    meets/meet: Ana Duran MEETS Carl Berg" in lines
    assert any(
        line.startswith("  states   Ana Duran MEETS Carl Berg, place Lisbon, status held (")
        for line in lines
    )
    assert max(map(len, lines)) <= WIDEST


@pytest.mark.model
def test_a_denied_sentence_says_that_it_is_denied(run: Run) -> None:
    result = run(
        "why", "Minister Ana Duran did not meet Minister Carl Berg.", "--relation", "meets"
    )

    assert result.exit_code == 0
    assert "“meet” says no MEETS, negated (meets/meet" in result.stdout


@pytest.mark.model
def test_a_date_of_publication_dates_the_sentence(run: Run) -> None:
    sentence = "Minister Ana Duran met Minister Carl Berg in Lisbon today."

    assert "date 2024-09-12" in run("why", sentence, "--published", "2024-09-12").stdout


@pytest.mark.model
def test_a_sentence_without_anybody_says_so(run: Run) -> None:
    result = run("why", "Rain fell all day.")

    assert result.exit_code == 0
    assert "nothing to tell" in result.stdout


@pytest.mark.model
def test_json_has_the_same_in_fields(run: Run) -> None:
    (told,) = json.loads(run("why", MET, "--json").stdout)

    (sentence,) = told["sentences"]
    assert sentence["text"] == MET
    assert sentence["means"][2] == {
        "text": "Lisbon", "start": 54, "end": 60, "how": "name", "type": "Place",
        "figures": [{"name": "Lisbon", "type": "Place"}],
    }  # fmt: skip
    assert [
        (s["subject"]["name"], s["predicate"], s["object"]["name"]) for s in sentence["states"]
    ] == [("Ana Duran", "MEETS", "Carl Berg")]
    assert sentence["states"][0]["qualifiers"] == {"place": "Lisbon", "status": "held"}


@pytest.mark.model
def test_a_file_is_explained_as_a_build_reads_it(run: Run) -> None:
    Path("release.txt").write_text(FILE, encoding="utf-8")

    result = run("why", "release.txt", "--about", "europol")

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Talks in Lisbon (")
    assert "“support” says no SUPPORTS, negated" in result.stdout
    assert "Ana Duran" not in result.stdout


@pytest.mark.model
@pytest.mark.parametrize("name", ["release-1", "talks NUMBER 1", "number 1"])
def test_a_release_of_the_ledger_is_found_by_identifier_or_title(
    run: Run, workspace: Path, name: str
) -> None:
    result = run("why", "--release", name, "--data", workspace)

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Talks number 1 (release-1)")
    assert "Anna Kask MEETS Oleg Reka" in result.stdout


@pytest.mark.model
def test_no_control_character_of_a_sentence_reaches_the_terminal(run: Run) -> None:
    result = run("why", "Minister Ana Duran\x1b]52;c;aGk=\x07 met Minister Carl\x9b Berg.")

    assert not {"\x1b", "\x07", "\x9b"} & set(result.stdout)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give a sentence, a path or --release"),
        ([MET, "--release", "x"], "give a sentence, a path or --release"),
        ([""], "the text is empty"),
        (["   "], "the text is empty"),
        (["relaese.txt"], "relaese.txt is no file, and too short for a sentence"),
        ([MET, "--relation", "LIKES"], "no relation 'LIKES'; there are APPOINTS, "),
        ([MET, "--published", "soon"], "'soon' is no day"),
        (["--release", "release-1"], "run a build first"),
    ],
    ids=[
        "nothing", "both", "empty", "blank", "no-file", "no-relation", "no-day", "no-ledger",
    ],
)  # fmt: skip
def test_wrong_use_says_in_one_line_what_to_do(
    run: Run, arguments: list[str], message: str
) -> None:
    result = run("why", *arguments)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert message in result.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("release-9", "the ledger holds no release 'release-9'; `communique releases` lists"),
        ("talks", "3 releases fit 'talks': release-1, release-2, release-3"),
        (" ", "--release needs an identifier or a title"),
    ],
    ids=["unknown", "several", "blank"],
)
def test_a_release_that_is_not_clear_says_which_there_are(
    run: Run, workspace: Path, name: str, message: str
) -> None:
    result = run("why", "--release", name, "--data", workspace)

    assert result.exit_code == 2
    assert message in result.stderr


def test_an_empty_file_is_skipped_with_its_reason(run: Run) -> None:
    Path("empty.txt").touch()

    result = run("why", "empty.txt")

    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
