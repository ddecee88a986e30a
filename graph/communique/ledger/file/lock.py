"""One writer at a time: a lock that lasts for a whole command and ends with its process."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from communique.graph import LedgerError

PATIENCE = 0.5
"""Seconds between two looks whether the lock is free; Ctrl-C is heeded as often."""
_PRIMARY_CODE = 0xFF


@contextmanager
def locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Within the block no other process is within its own; waits until that is so.

    SQLite's lock on an empty file of its own: the system lets go of it when the process ends,
    however it does, on every platform. The file stays; it never says that somebody holds it.

    Args:
        path: The file; made if there is none.
        waiting: Called once if another process holds the lock.

    Raises:
        LedgerError: The file cannot be made or locked.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _unlockable(path, error) from error
    with closing(connection):
        if not _take(connection, path):
            waiting()
            connection.execute(f"PRAGMA busy_timeout = {round(PATIENCE * 1000)}")
            while not _take(connection, path):
                pass
        yield


def _take(connection: sqlite3.Connection, path: Path) -> bool:
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")  # no second file beside it
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE == sqlite3.SQLITE_BUSY:
            return False
        raise _unlockable(path, error) from error
    return True


def _unlockable(path: Path, error: Exception) -> LedgerError:
    return LedgerError(
        f"{path}: the workspace cannot be locked ({error}); it must be a folder that can be written"
    )
