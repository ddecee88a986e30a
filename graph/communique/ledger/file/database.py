"""An open ledger file: rows out of it, whole transactions into it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from communique.ledger.file.connection import explained

_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
"""What begins, ends and takes back a transaction."""
_PART = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))
"""The same for a part of one."""


class Database:
    """What all that the ledger keeps is read from and written to.

    Belongs to the thread that opened it. Every method raises LedgerError if the file cannot be
    read or written.

    Attributes:
        path: The file.
        connection: To SQLite, in autocommit mode.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take a connection that ``connect`` has prepared."""
        self.path, self.connection = path, connection
        self._together = False

    def rows(self, query: str, values: Sequence[str | int] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one at a time."""
        with explained(self.path):
            # no `yield from`: it would close the cursor, an error once the ledger is closed
            for row in self.connection.execute(query, values):  # noqa: UP028
                yield row

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Within the block all writes are one transaction; an error takes them all back."""
        begin, end, undo = _PART if self._together else _WHOLE
        with explained(self.path):
            self.connection.execute(begin)
            try:
                yield self.connection
                self.connection.execute(end)
            except BaseException:
                if self.connection.in_transaction:  # some errors end it themselves
                    for command in undo:
                        self.connection.execute(command)
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Within the block several ``writing`` are one transaction; an error in one undoes that.

        An error that leaves the block takes all of them back.
        """
        with self.writing():
            self._together = True
            try:
                yield
            finally:
                self._together = False

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within the block every read sees one state, whatever others write; do not write in it.

        Within another such block the state is that one's.
        """
        if self.connection.in_transaction:
            yield
            return
        with explained(self.path):
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file. May be called twice."""
        self.connection.close()
