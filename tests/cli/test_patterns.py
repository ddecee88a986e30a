"""``communique patterns check``, and builds that read a user's patterns."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Write = Callable[..., Path]

PHRASE = {
    "name": "desk/caucus",
    "relation": "MEETS",
    "verbs": ["caucus"],
    "subject": ["subject"],
    "object": ["with"],
    "example": "Minister Ana Duran caucused with Minister Carl Berg in Lisbon.",
    "expects": ["Ana Duran", "Carl Berg"],
}
RELEASE = """Talks in Tallinn

Source: Ministry of Foreign Affairs of Estonia

Minister Anna Kask caucused with Minister Oļegs Reka of Latvia.
"""


@pytest.fixture
def patterns() -> Write:
    """A folder of phrases in the current one, changed field by field."""

    def patterns(*changes: dict[str, object]) -> Path:
        folder = Path("patterns")
        folder.mkdir(exist_ok=True)
        lines = [json.dumps(PHRASE | change, ensure_ascii=False) for change in changes]
        (folder / "own.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return folder

    return patterns


def meetings(run: Run) -> list[str]:
    exported = run("export", "statements").stdout.splitlines()
    return [fact["predicate"] for fact in map(json.loads, exported) if fact["predicate"] == "MEETS"]


@pytest.mark.model
def test_a_good_folder_is_counted(run: Run, patterns: Write) -> None:
    result = run("patterns", "check", patterns({}))

    assert result.exit_code == 0
    assert result.stdout == "1 phrase, 0 organisations; 1 example, none failing\n"
    assert result.stderr == ""


@pytest.mark.model
def test_an_example_that_is_not_read_fails_with_its_line(run: Run, patterns: Write) -> None:
    folder = patterns({}, {"name": "desk/other", "example": "It rained in Lisbon."})

    told = run("patterns", "check", folder)
    as_json = run("patterns", "check", folder, "--json")

    assert (told.exit_code, as_json.exit_code) == (1, 1)
    assert "own.jsonl:2 (desk/other): its example should say Ana Duran MEETS" in told.stderr
    report = json.loads(as_json.stdout)
    assert (report["phrases"], report["examples"], report["remarks"]) == (2, 2, [])
    assert [item["place"] for item in report["failures"]] == ["own.jsonl:2"]


@pytest.mark.model
def test_an_example_that_another_phrase_reads_too_is_remarked_on(run: Run, patterns: Write) -> None:
    folder = patterns({"example": "Minister Ana Duran met Minister Carl Berg."})

    told = run("patterns", "check", folder)

    assert told.exit_code == 0
    assert "meets/meet reads Ana Duran MEETS Carl Berg in its example as well" in told.stderr


def test_every_fault_is_told_a_line_each(run: Run, patterns: Write) -> None:
    folder = patterns({"relation": "MEET"}, {"verbs": ["Caucus"]})

    told = run("patterns", "check", folder)
    as_json = run("patterns", "check", folder, "--json")

    assert (told.exit_code, as_json.exit_code) == (2, 2)
    *faults, last = told.stderr.splitlines()
    assert [fault.split(": ")[0] for fault in faults] == ["own.jsonl:1", "own.jsonl:2"]
    assert last == "communique: patterns: 2 faults"
    assert json.loads(as_json.stdout) == {"faults": faults}


def test_a_folder_that_is_not_there_is_told_in_one_line(run: Run) -> None:
    told = run("patterns", "check", "nowhere")
    as_json = run("patterns", "check", "nowhere", "--json")

    assert (told.exit_code, as_json.exit_code) == (2, 2)
    assert told.stderr == "communique: nowhere: no such directory\n"
    assert json.loads(as_json.stdout) == {"faults": ["nowhere: no such directory"]}


@pytest.mark.model
def test_a_build_reads_the_phrases_of_a_folder_and_reads_releases_again_for_them(
    run: Run, patterns: Write
) -> None:
    run("build", "-", text=RELEASE)
    before = meetings(run)

    again = run("build", "-", "--patterns", patterns({}), "--json", text=RELEASE)
    same = run("build", "-", "--patterns", "patterns", "--json", text=RELEASE)

    assert (before, meetings(run)) == ([], ["MEETS"])
    assert (again.exit_code, json.loads(again.stdout)["changed"]) == (0, 1)
    assert json.loads(again.stdout)["remarks"] == []
    assert json.loads(same.stdout)["unchanged"] == 1


@pytest.mark.model
@pytest.mark.parametrize("by", ["environment", "file", "option"])
def test_environment_file_or_option_names_the_folder(
    run: Run, patterns: Write, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    folder = patterns({})
    options = {"option": ("--patterns", folder)}.get(by, ())
    if by == "environment":
        monkeypatch.setenv("COMMUNIQUE_PATTERNS", str(folder))
    if by == "file":
        Path("communique.toml").write_text(f'patterns = "{folder}"\n', encoding="utf-8")

    built = run("build", "-", *options, text=RELEASE)

    assert built.exit_code == 0
    assert meetings(run) == ["MEETS"]


@pytest.mark.model
def test_a_build_goes_on_and_tells_which_example_is_not_read(run: Run, patterns: Write) -> None:
    folder = patterns({"example": "It rained in Lisbon."})

    built = run("build", "-", "--patterns", folder, text=RELEASE)

    assert built.exit_code == 0
    assert "remark    own.jsonl:1 (desk/caucus): its example should say" in built.stderr
    assert meetings(run) == ["MEETS"]


def test_a_build_with_wrong_patterns_ends_before_anything_is_made(
    run: Run, patterns: Write
) -> None:
    built = run("build", "-", "--patterns", patterns({"relation": "MEET"}), text=RELEASE)

    assert built.exit_code == 2
    assert built.stderr.startswith("communique: patterns: own.jsonl:1: ")
    assert built.stderr.count("\n") == 1
    assert not Path("communique-data").exists()
