"""Where exports may go."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from communique.graph import UnwritableFileError
from communique.workspace.destination import destination


def test_an_export_never_replaces_a_database(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    with sqlite3.connect(ledger) as connection:
        connection.execute("CREATE TABLE kept (id INTEGER)")
    connection.close()
    before = ledger.read_bytes()

    with pytest.raises(UnwritableFileError, match="would destroy it"), destination(ledger) as out:
        out.write(b"an export")

    assert ledger.read_bytes() == before


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    with destination(link) as out:
        out.write(b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    with destination(pipe) as out:
        out.write(b"through")
    reader.join()

    assert read == [b"through"]
    assert pipe.is_fifo()
