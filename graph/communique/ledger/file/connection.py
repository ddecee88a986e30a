"""Opening a ledger's file: what it must be, and what its errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.graph import LedgerError, WorkspaceBusyError
from communique.ledger.file.schema import bring_up_to_date, create_schema, is_blank

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PRIMARY_CODE = 0xFF


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an error of SQLite into one that says what happened to the ledger and what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code in _BUSY:
            busy = "another process is writing to it; try again when that has finished"
            raise WorkspaceBusyError(f"{path}: {busy}") from error
        if code == sqlite3.SQLITE_NOTADB:
            reason = "this file is no ledger; name another path"
        else:
            reason = f"the ledger cannot be used: {error}"
        raise LedgerError(f"{path}: {reason}") from error


def connect(path: Path, *, create: bool, busy_seconds: float) -> sqlite3.Connection:
    """Open a ledger's file, or make one where there is none; one of an older schema is brought up.

    Raises:
        LedgerError: The path holds no ledger, one of a newer schema, or cannot be opened; what it
            holds is left as it was.
    """
    if not path.exists():
        if not create:
            raise LedgerError(f"{path}: there is no ledger here; run a build first")
        _make_folder(path.parent)
    with explained(path):
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    try:
        with explained(path):
            _prepare(connection, path, create=create)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{folder}: the ledger's folder cannot be made: {error}") from error


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    if is_blank(connection):
        if not create:
            raise LedgerError(f"{path}: this file is empty, no ledger; run a build first")
        connection.execute("PRAGMA journal_mode = WAL")
        create_schema(connection)
    bring_up_to_date(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    # The ledger is the record: a commit must outlive a power cut, not only a killed process.
    connection.execute("PRAGMA synchronous = FULL")
