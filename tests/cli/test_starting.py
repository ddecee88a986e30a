"""What commands load before they do anything; they run one after the other in one process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.extractors.version import reading_version
from communique.feeds import read_releases
from communique.graph import Release
from communique.ledger import Ledger

PROGRAM = """
import sys
from communique.cli import main

for line in sys.stdin:
    sys.argv[1:] = line.split()
    try:
        main()
    except SystemExit as end:
        loaded = "spacy" in sys.modules or "communique.extractors.reading" in sys.modules
        print(f"{line.strip()}: {end.code or 0}, {loaded}", file=sys.stderr)
"""
COMMANDS = (
    "--help",
    "query list",
    "load",
    "releases",
    "query run who-met-whom -p since=2024-05",
    "cypher RETURN(1)",
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
            ledger.record(release, [], reading_version())
    return tmp_path


def test_commands_that_read_no_text_load_no_language_model(known: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if "COMMUNIQUE" not in name}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PROGRAM],
        input="\n".join(COMMANDS),
        capture_output=True,
        check=True,
        text=True,
        cwd=known,
        env=environment,
    )

    said = [line for line in done.stderr.splitlines() if line.endswith((", True", ", False"))]
    assert said == [f"{command}: 0, False" for command in COMMANDS], done.stderr
