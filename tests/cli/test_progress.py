"""How far a build has come, and how long it will take."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.cli.record.engines.expected import Expected
from communique.feeds import read_releases


@pytest.fixture
def feed(tmp_path: Path) -> str:
    """A folder of four files; the first holds two releases."""
    for number in range(4):
        text = f"Title {number}\n\nSource: Ministry\n\nThey met in hall {number}.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with (tmp_path / "0.txt").open("a", encoding="utf-8") as first:
        first.write("\nAnother\n\nSource: Ministry\n\nThey met again.\n")
    return str(tmp_path)


def test_the_number_of_releases_is_guessed_from_the_files_that_are_done(feed: str) -> None:
    expected = Expected.of([feed])

    inputs = expected.counting(read_releases([feed], begun=expected.begin))
    totals = [expected.total for _ in inputs]

    assert totals == [None, None, 6, 5, None]
    assert expected.total == 5


def test_nothing_is_guessed_about_standard_input() -> None:
    assert Expected.of(["-"]).total is None


def test_a_progress_bar_tells_rate_and_time_left() -> None:
    code = (
        "import time\n"
        "from communique.cli.console import progress\n"
        "with progress('reading releases') as meter:\n"
        "    for done in range(1, 9):\n"
        "        meter(done, 100)\n"
        "        time.sleep(0.1)\n"
    )
    ours, its = os.openpty()
    command = [sys.executable, "-c", code]
    subprocess.run(command, stderr=its, check=True, env={**os.environ, "COLUMNS": "120"})  # noqa: S603
    os.close(its)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)

    assert "8/100" in shown
    assert "/s" in shown
    assert "left" in shown
