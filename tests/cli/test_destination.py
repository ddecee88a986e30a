"""Where exports may go."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from communique.graph import KnowledgeGraph, UnwritableFileError
from communique.workspace.destination import destination
from communique.workspace.exports import Format, export


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


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFileError, match="is a folder"), destination(tmp_path) as out:
        out.write(b"an export")


def test_a_full_device_is_told() -> None:
    with (
        pytest.raises(UnwritableFileError, match="cannot be written: No space left"),
        destination(Path("/dev/full")) as out,
    ):
        out.write(b"an export")


@pytest.mark.parametrize(
    ("name", "error", "reason"),
    [
        ("tables.gz", ValueError, "is not compressed"),
        ("a file", UnwritableFileError, "is a file"),
    ],
)
def test_tables_go_to_a_folder(
    tmp_path: Path, name: str, error: type[Exception], reason: str
) -> None:
    (tmp_path / "a file").write_bytes(b"kept")

    with pytest.raises(error, match=reason):
        export(KnowledgeGraph((), (), ()), Format.CSV, tmp_path / name)

    assert [path.name for path in tmp_path.iterdir()] == ["a file"]
    assert (tmp_path / "a file").read_bytes() == b"kept"
