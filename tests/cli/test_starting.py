"""What commands load before they do anything; they run one after the other in one process."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from communique.extractors.encoder.file import encoder_digest
from communique.extractors.version import reading_version
from communique.feeds import read_releases
from communique.graph import Release
from communique.ledger import Ledger

PROGRAM = """
import sys
from communique.cli import main

heavy = set(sys.argv[1:])
for line in sys.stdin:
    sys.argv[1:] = line.split()
    try:
        main()
    except SystemExit as end:
        loaded = sorted(heavy & sys.modules.keys())
        print(f"ended: {line.strip()}: {end.code or 0} {loaded}", file=sys.stderr)
"""
QUESTIONS = (
    "--help",
    "query list",
    "query run who-met-whom -p since=2024-05",
    "cypher RETURN(1)",
)
COMMANDS = (
    "load",
    *QUESTIONS,
    "releases",
    "review",
    "diff --since 2024-05-01",
    "export statements -o statements.jsonl",
    "export nquads -o graph.nq",
    "export csv -o tables",
    "verify",
    "build feed.txt",
    "watch feed.txt --once",
)
FEED = """Talks in Tallinn

Source: Ministry of Foreign Affairs of Estonia

On 3 May 2024, Foreign Minister Anna Kask visited Estonia.
"""


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """A folder with a file of one release, which the workspace in it holds."""
    feed = tmp_path / "feed.txt"
    feed.write_text(FEED, encoding="utf-8")
    with Ledger.open(tmp_path / "communique-data" / "ledger.sqlite") as ledger:
        for release in read_releases([str(feed)]):
            assert isinstance(release, Release)
            ledger.record(release, [], reading_version(encoder=encoder_digest()))
    return tmp_path


def run(commands: Sequence[str], heavy: Sequence[str], folder: Path) -> None:
    """Run commands in one process: each ends well and leaves none of the modules loaded."""
    environment = {name: value for name, value in os.environ.items() if "COMMUNIQUE" not in name}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PROGRAM, *heavy],
        input="\n".join(commands),
        capture_output=True,
        check=True,
        text=True,
        cwd=folder,
        env=environment,
    )

    said = [line for line in done.stderr.splitlines() if line.startswith("ended: ")]
    assert said == [f"ended: {command}: 0 []" for command in commands], done.stderr


def test_commands_that_read_no_text_load_no_language_model(known: Path) -> None:
    run(COMMANDS, ("spacy", "communique.extractors.reading"), known)


def test_questions_load_neither_readers_nor_what_compares_texts(known: Path) -> None:
    run(["load"], (), known)

    run(QUESTIONS, ("spacy", "numpy", "pypdf", "communique.feeds", "communique.editions"), known)
