"""A lock that one process holds at a time, and none after its end."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from communique.graph import LedgerError, WorkspaceBusyError
from communique.ledger import locked
from communique.workspace import Workspace

HOLDER = """
import sys
from pathlib import Path
from communique.ledger import locked

with locked(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until its standard input ends."""
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def never() -> None:
    raise AssertionError("nobody holds the lock")


def test_a_lock_that_is_free_is_taken_at_once_and_again(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "lock"

    for _ in range(2):
        with locked(path, never):
            assert list(path.parent.iterdir()) == [path]


def test_who_comes_second_is_told_once_and_waits_for_the_first_to_end(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    told = []

    with holder(path) as process:

        def release() -> None:
            told.append(process.poll())
            assert process.stdin is not None
            process.stdin.close()

        with locked(path, release):
            process.wait()

    assert told == [None]  # it was still running


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as process:
        process.kill()
        process.wait()

    with locked(path, never):
        pass


def test_a_lock_where_nothing_can_be_written_says_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(LedgerError, match="cannot be locked"), locked(file / "lock", never):
        pass


def test_who_does_not_want_to_wait_is_told_at_once(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, str(tmp_path / "store.kgl"))

    with holder(tmp_path / "ledger.lock") as process:
        with pytest.raises(WorkspaceBusyError, match="try again"), workspace.writing(wait=False):
            raise AssertionError("another process writes")
        assert process.stdin is not None
        process.stdin.close()
    with workspace.writing(wait=False):
        pass
