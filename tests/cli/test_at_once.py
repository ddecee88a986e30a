"""Two commands that write to one workspace, in processes of their own."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from communique.ledger import Ledger, locked


def nobody() -> None:
    raise AssertionError("nobody holds the lock")


@pytest.mark.parametrize(
    ("command", "status"),
    [(("build", "empty.jsonl"), 1), (("load",), 0), (("retract", "release-3"), 0)],
    ids=["build", "load", "retract"],
)
def test_a_second_writer_says_that_it_waits_and_goes_on_when_the_first_has_ended(
    workspace: Path, tmp_path: Path, command: tuple[str, ...], status: int
) -> None:
    (tmp_path / "empty.jsonl").touch()
    line = [sys.executable, "-m", "communique", *command, "--data", str(workspace)]
    with ExitStack() as first:
        first.enter_context(locked(workspace / "ledger.lock", nobody))
        second = subprocess.Popen(  # noqa: S603
            line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
        )
        assert second.stderr is not None
        told = second.stderr.readline()
        with Ledger.open(workspace / "ledger.sqlite") as ledger:
            before = len(ledger.release_digests())

        first.close()
        second.communicate()

    assert "another communique writes to this workspace; waiting" in told
    assert before == 3
    assert second.returncode == status


def test_who_only_reads_does_not_wait(workspace: Path) -> None:
    line = [sys.executable, "-m", "communique", "releases", "--data", str(workspace)]
    with locked(workspace / "ledger.lock", nobody):
        result = subprocess.run(line, capture_output=True, text=True, check=False)  # noqa: S603

    assert (result.returncode, result.stderr) == (0, "")
