"""Where an export is written to."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from communique.graph import UnwritableFileError

_SQLITE = b"SQLite format 3\0"


@contextmanager
def destination(path: Path | None) -> Iterator[IO[bytes]]:
    """A stream to a file, which replaces an older one whole at the end, or to standard output.

    After an error the older file is as it was. A link is followed; a device or a pipe is written
    to as it is.

    Raises:
        UnwritableFileError: The file cannot be written, or is a ledger or a store.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = path.resolve()
    if path.is_dir():
        raise UnwritableFileError(f"{path}: is a folder; name a file in it")
    device = path.exists() and not path.is_file()
    if not device and _is_record(path):
        raise UnwritableFileError(f"{path}: is a database or a store; an export would destroy it")
    try:
        if device:
            with path.open("wb") as out:
                yield out
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".partial-") as folder:
            partial = Path(folder) / "file"
            with partial.open("wb") as out:
                yield out
            partial.replace(path)
    except OSError as error:
        raise UnwritableFileError(
            f"{path}: cannot be written: {error.strerror or error}"
        ) from error


def _is_record(path: Path) -> bool:
    """Whether a file is a database or a store of a graph, which no export may replace."""
    if path.suffix == ".kgl":
        return path.exists()
    try:
        with path.open("rb") as content:
            return content.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
