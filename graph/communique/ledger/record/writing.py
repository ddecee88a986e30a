"""Writing the rows of a release into the tables of an open ledger."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from communique.ledger.record.record import RELEASE_COLUMNS, Record

_UNWRITABLE = (
    TypeError,
    OverflowError,
    sqlite3.DataError,
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
)
"""What is wrong with values, and not with the file that they are to be written to."""


@contextmanager
def writable() -> Iterator[None]:
    """Within the block, a value that no row can hold raises ValueError."""
    try:
        yield
    except _UNWRITABLE as error:
        raise ValueError(f"the ledger cannot hold what was read in it ({error})") from error


def forget_reading(connection: sqlite3.Connection, release_id: str) -> int | None:
    """Delete what a release said, not the release; its number, None if it is not held."""
    query = "SELECT number FROM release WHERE id = ?"
    number: int | None = None
    for (number,) in connection.execute(query, (release_id,)):
        for table in ("statement", "entity"):
            connection.execute(f"DELETE FROM {table} WHERE release = ?", (number,))  # noqa: S608
    return number


def insert(connection: sqlite3.Connection, record: Record, number: int | None) -> int:
    """Write a release with what it says, in the row of its number if it has one; the number."""
    release = (*record.release, record.reading, record.content)
    if number is None:
        query = f"INSERT INTO release VALUES (NULL, {_marks(len(release))}) RETURNING number"  # noqa: S608
        ((number,),) = connection.execute(query, release)
    else:
        query = (
            f"UPDATE release SET ({RELEASE_COLUMNS}) = ({_marks(len(release))}) WHERE number = ?"  # noqa: S608
        )
        connection.execute(query, (*release, number))
    for table, rows in (
        ("entity", record.entities),
        ("statement", record.statements),
        ("evidence", record.evidence),
    ):
        if rows:
            query = f"INSERT INTO {table} VALUES (?, {_marks(len(rows[0]))})"  # noqa: S608
            connection.executemany(query, ((number, *row) for row in rows))
    return number


def _marks(number: int) -> str:
    return ", ".join("?" * number)
