"""A workspace with three releases about two invented people, and the command line in a process."""

import os
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.application import app
from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation, Status

Run = Callable[..., Result]
Install = Callable[..., None]

SENTENCE = "Minister Anna Kask met Oleg Reka in Tallinn on 3 May 2024."


def _release(number: int, sentence: str) -> Release:
    title = f"Talks number {number}"
    text = f"{title}\n\nSource: Ministry\n\n{sentence}\n"
    return Release(f"release-{number}", title, "Ministry", text, text.index(sentence), "2024-05-03")


def _meeting(release: Release, date: str) -> Statement:
    people = [
        Entity(f"{release.id}#{number}", EntityType.PERSON, name)
        for number, name in enumerate(("Anna Kask", "Oleg Reka"), 1)
    ]
    start = release.body
    quote = release.text[start:].rstrip("\n")
    evidence = Evidence(release.id, start, start + len(quote), quote, "meets/meet")
    qualifiers = Qualifiers(date=date, status=Status.HELD)
    return Statement(people[0], Relation.MEETS, people[1], (evidence,), qualifiers)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two releases that state one meeting, and a third that states another; no store yet."""
    folder = tmp_path / "data"
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        for number, date in ((1, "2024-05-03"), (2, "2024-05-03"), (3, "2024-06-01")):
            release = _release(number, SENTENCE)
            ledger.record(release, [_meeting(release, date)], "test")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command line in an empty folder without settings."""
    for name in [name for name in os.environ if name.startswith("COMMUNIQUE_")]:
        if name != "COMMUNIQUE_GOLD":  # says where tests find annotated releases
            monkeypatch.delenv(name)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    def invoke(*arguments: object, text: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=text)

    return invoke


@pytest.fixture
def loaded(workspace: Path, run: Run) -> Path:
    """The workspace with its store."""
    result = run("load", "--data", workspace)
    assert result.exit_code == 0, result.output
    return workspace


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a package with one module and one entry point; each has a path of its own."""

    def install(module: str, source: str, name: str, target: str = "Extractor") -> None:
        folder = tmp_path / "site" / module
        metadata = folder / f"{module}-1.0.dist-info"
        metadata.mkdir(parents=True)
        (folder / f"{module}.py").write_text(textwrap.dedent(source), encoding="utf-8")
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8"
        )
        (metadata / "entry_points.txt").write_text(
            f"[communique.extractors]\n{name} = {module}:{target}\n", encoding="utf-8"
        )
        monkeypatch.syspath_prepend(folder)

    return install
