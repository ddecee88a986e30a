"""The schema of a ledger's file, and how an older one is brought up to it.

``schema/N.sql`` brings version N - 1 to version N; a new ledger runs all of them, so that an old
file and a new one have the same tables. A script that was released is never edited.
"""

import logging
import sqlite3
from importlib.resources import files
from pathlib import Path

from communique.graph import LedgerError
from communique.ledger.file.sketching import sketched

APPLICATION_ID = 0x434D5145
"""Marks a SQLite file as a ledger ("CMQE")."""
SCHEMA_VERSION = 2
"""Number of the last script, kept in the file's ``user_version``."""

_log = logging.getLogger(__name__)


def is_blank(connection: sqlite3.Connection) -> bool:
    """Whether a file is empty, no ledger and nothing else."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return not tables and not _number(connection, "PRAGMA application_id")


def create_schema(connection: sqlite3.Connection) -> None:
    """Make a blank file a ledger; one that another process made meanwhile stays as it is."""
    connection.execute("BEGIN IMMEDIATE")
    if is_blank(connection):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _run_scripts(connection, 0)
    connection.execute("COMMIT")


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a ledger of an older schema to this one, in one transaction.

    A process killed in it leaves the older ledger whole.

    Raises:
        LedgerError: The file is no ledger, or one of a newer version; it is left as it was.
    """
    if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise LedgerError(f"{path}: this database is no ledger; name another path")
    version = _version(connection, path)
    if version == SCHEMA_VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    _run_scripts(connection, _version(connection, path))  # another may have done it meanwhile
    connection.execute("COMMIT")
    _log.info("%s brought from schema version %d to %d", path, version, SCHEMA_VERSION)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version = _number(connection, "PRAGMA user_version")
    if version > SCHEMA_VERSION:
        raise LedgerError(
            f"{path}: a newer communique wrote this ledger (schema version {version}; this program "
            f"reads up to {SCHEMA_VERSION}); install that one, or build in another folder"
        )
    if version < 1:
        raise LedgerError(f"{path}: the ledger has no schema version; restore a backup of it")
    return version


def _run_scripts(connection: sqlite3.Connection, held: int) -> None:
    connection.create_function("sketch", 2, _sketch, deterministic=True)  # scripts call it
    folder = files("communique.ledger").joinpath("schema")
    for number in range(held + 1, SCHEMA_VERSION + 1):
        script = folder.joinpath(f"{number}.sql").read_text(encoding="utf-8")
        for command in script.split(";\n"):
            connection.execute(command)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _sketch(text: str, body: int) -> bytes:
    return sketched(text[body:])


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (value,) = connection.execute(pragma).fetchone()
    return int(value)
