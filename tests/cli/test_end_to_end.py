"""From files to answers with the real extractor; where it matters, in a process of its own."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.vocab import Vocab
from typer.testing import Result

from communique.cli.late_extractor import LateExtractor

pytestmark = pytest.mark.model
Run = Callable[..., Result]

RELEASE = """Talks in Tallinn

Source: Ministry of Foreign Affairs of Estonia

On 3 May 2024, Foreign Minister Anna Kask met Latvian Foreign Minister Oļegs Reka.
"""


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``python -m communique`` with a workspace of its own."""
    environment = {name: value for name, value in os.environ.items() if "COMMUNIQUE" not in name}
    environment["COMMUNIQUE_DATA"] = str(tmp_path / "data")

    def run(*arguments: object, text: str = "") -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "communique", *map(str, arguments)]
        return subprocess.run(  # noqa: S603
            line,
            input=text,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=environment,
            cwd=tmp_path,
        )

    return run


@pytest.fixture
def feed() -> Path:
    """A folder for the files of a feed, in the current one."""
    folder = Path("feed")
    folder.mkdir()
    return folder


def _report(result: Result) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def _quotes(run: Run) -> Iterator[str]:
    for line in run("export", "statements").stdout.splitlines():
        yield from (item["text"] for item in json.loads(line)["evidence"])


def test_a_release_becomes_an_answer_with_its_words(
    process: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    built = process("build", "-", text=RELEASE)
    answer = process("query", "run", "who-met", "-p", "entity=Anna Kask", "--json")
    verified = process("verify")

    done = (built.returncode, answer.returncode, verified.returncode)
    assert done == (0, 0, 0), built.stderr + answer.stderr
    assert built.stderr == ""  # no progress where there is no terminal
    (row,) = json.loads(answer.stdout)["rows"]
    assert (row["met"], row["date"]) == ("Oļegs Reka", "2024-05-03")
    assert row["quote"] in RELEASE


def test_a_second_build_writes_nothing(run: Run) -> None:
    first = _report(run("build", "-", "--json", text=RELEASE))
    second = _report(run("build", "-", "--json", text=RELEASE))

    assert (first["new"], second["new"], second["unchanged"]) == (1, 0, 1)
    assert (second["writes"], second["store"]["writes"]) == (0, 0)


def test_the_sample_feed_is_built_without_a_skip(run: Run, root: Path) -> None:
    result = run("build", root / "examples" / "press-feed.txt", "--json")

    report = _report(result)
    assert result.exit_code == 0
    assert report["graph"]["facts"] > 0
    assert run("verify").exit_code == 0


def test_the_readme_has_each_meeting_that_the_demo_prints(run: Run, root: Path) -> None:
    run("build", root / "examples" / "press-feed.txt")
    answer = run("query", "run", "who-met", "-p", "entity=Henrik Solvang", "--json")

    readme = (root / "README.md").read_text(encoding="utf-8")
    head = "| date | status | met | place | support | published |\n|---|---|---|---|---|---|\n"
    _, _, after = readme.partition(head)
    shown = [
        tuple(cell.strip() for cell in line.split("|")[1:-1])
        for line in after.partition("\n\n")[0].splitlines()
    ]
    keys = ("date", "status", "met", "place", "support", "published")
    assert shown == [
        tuple(str(row[key] or "") for key in keys) for row in json.loads(answer.stdout)["rows"]
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 64),
        ("broken.pdf", b"%PDF-1.7\nno document"),
        ("one-line.txt", b"a" * 50 * 1024 * 1024),
    ],
    ids=["empty", "binary", "broken-pdf", "one-line-of-50-MB"],
)
def test_a_file_that_cannot_be_read_is_reported_and_the_rest_is_built(
    run: Run, feed: Path, name: str, content: bytes
) -> None:
    (feed / name).write_bytes(content)
    (feed / "release.txt").write_text(RELEASE, encoding="utf-8")

    result = run("build", feed, "--json")

    report = _report(result)
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert [Path(item["path"]).name for item in report["skipped"]] == [name]
    assert all(item["reason"] for item in report["skipped"])
    assert report["new"] == 1


def test_a_skipped_file_is_named_to_a_person_too(run: Run) -> None:
    Path("empty.txt").touch()

    result = run("build", "empty.txt")

    assert result.exit_code == 1
    assert "skipped   empty.txt" in result.stderr


def test_a_skipped_file_can_be_no_failure(run: Run) -> None:
    Path("empty.txt").touch()

    result = run("build", "empty.txt", "--accept-skipped")

    assert result.exit_code == 0
    assert "skipped   empty.txt" in result.stderr


def test_a_missing_path_is_wrong_use_and_nothing_is_made(run: Run) -> None:
    result = run("build", "nowhere.txt")

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "nowhere.txt" in result.stderr
    assert not Path("communique-data").exists()


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_other_encodings_lose_no_letter(run: Run, encoding: str) -> None:
    text = RELEASE.replace("Oļegs", "Jérôme")
    Path("release.txt").write_bytes(text.encode(encoding))

    result = run("build", "release.txt", "--json")

    assert result.exit_code == 0
    assert any("Jérôme Reka" in quote for quote in _quotes(run))


def test_a_ledger_that_is_none_is_wrong_use_and_left_alone(run: Run) -> None:
    path = Path("communique-data", "ledger.sqlite")
    path.parent.mkdir()
    path.write_bytes(b"something else, and long enough to be no SQLite file at all" * 100)
    before = path.read_bytes()

    result = run("build", "-", text=RELEASE)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert path.read_bytes() == before


def test_a_store_folder_that_is_no_store_leaves_the_ledger_built(run: Run) -> None:
    Path("store").mkdir()
    Path("store", "note.txt").write_text("not a store", encoding="utf-8")

    result = run("build", "-", "--store", "store", text=RELEASE)

    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert len(_report(run("releases", "--json"))) == 1
    assert Path("store", "note.txt").exists()


def test_a_day_that_is_none_is_wrong_use(run: Run) -> None:
    result = run("build", "-", "--published", "soon", text=RELEASE)

    assert result.exit_code == 2
    assert "'soon' is no day" in result.stderr


def test_the_scorer_extracts_what_it_scores(run: Run, root: Path) -> None:
    result = run("evaluate", root / "tests" / "gold" / "example", "--json")

    report = _report(result)
    assert result.exit_code == 0
    assert report["triples"]["tp"] > 0
    assert report["evidence"]["exact"]["accuracy"] == 1.0


def test_help_does_not_load_the_language_model() -> None:
    modules = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "communique", "--help"],
        capture_output=True,
        check=True,
        text=True,
    ).stderr

    assert "communique.cli" in modules
    for heavy in ("spacy", "kglite", "rdflib", "networkx", "numpy"):
        assert f" {heavy}\n" not in modules


def test_a_further_command_of_a_process_lets_go_of_the_language_model_of_the_first() -> None:
    def models() -> int:
        gc.unfreeze()
        return sum(isinstance(one, Vocab) for one in gc.get_objects())

    gc.collect()
    before = models()
    for _ in range(2):
        LateExtractor().load()
        kept = gc.get_freeze_count()

    assert kept > 0
    assert models() - before <= 1
