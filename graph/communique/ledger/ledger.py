"""The ledger: every release with every statement read in it."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from communique.graph import Arrival, LedgerError, Particulars, Release, Statement
from communique.ledger.audit import Mismatch, mismatches
from communique.ledger.backup import back_up
from communique.ledger.file import Database, connect
from communique.ledger.file.connection import explained
from communique.ledger.given_ids import GivenIds
from communique.ledger.holdings import holdings, note_sketch
from communique.ledger.journal import Journal
from communique.ledger.judgements import Judgements
from communique.ledger.record import (
    PARTICULARS,
    RELEASE,
    Entry,
    content_of,
    entity_of,
    entries,
    evidence_of,
    forget_reading,
    insert,
    particulars_of,
    reading,
    record_of,
    release_of,
    rows_of,
    statement_of,
    writable,
)
from communique.ledger.totals import Totals, count

if TYPE_CHECKING:
    from communique.editions import Holding

BUSY_SECONDS = 5.0
"""How long a write waits for another process's."""

_log = logging.getLogger(__name__)


class Change(StrEnum):
    """What recording a release changed."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Ledger:
    """A SQLite file that is the source of truth; each release is replaced whole or not at all.

    Several processes may read while one writes. The object belongs to the thread that opened it.
    Every method raises LedgerError if the file cannot be read or written.

    Attributes:
        path: The file.
        judgements: What people have said about who is who.
        journal: What each run changed in the graph.
        given_ids: What ids that were once given mean now.
    """

    def __init__(self, database: Database) -> None:
        """Take an open file; use ``Ledger.open``."""
        self.path = database.path
        self.judgements = Judgements(database)
        self.journal = Journal(database)
        self.given_ids = GivenIds(database)
        self._database = database

    @classmethod
    def open(cls, path: Path, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Open the ledger at a path; by default make one where there is none.

        Raises:
            LedgerError: The path holds something else, or a ledger of a newer schema version, or
                nothing and ``create`` is false.
        """
        connection = connect(path, create=create, busy_seconds=busy_seconds)
        return cls(Database(path, connection))

    def __enter__(self) -> Self:
        """Itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it; what was recorded stays."""
        self.close()

    def close(self) -> None:
        """Close the file. May be called twice."""
        self._database.close()

    def record(
        self, release: Release, statements: Sequence[Statement], extractor_version: str
    ) -> Change:
        """Put a release and its statements in place of what the ledger held of it.

        One transaction: a process killed in it leaves the earlier state. Nothing is written if
        text, metadata, version and statements are what the ledger holds. A release that is
        recorded again keeps its number, the order in which releases came.

        Raises:
            ValueError: The statements do not belong to the release (see ``record_of``), or hold
                what no ledger can, such as a day in place of its text.
            LedgerError: Another process keeps writing, or the file cannot be written.
        """
        with writable():
            record = record_of(release, statements, extractor_version)
            content = record.content
        held = self._column("content", release.id)
        if held == content:
            return Change.UNCHANGED
        with self._database.writing() as connection, writable():
            number = insert(connection, record, forget_reading(connection, release.id))
            note_sketch(connection, number, release)
        _log.debug("recorded %s with %d statements", release.id, len(statements))
        return Change.NEW if held is None else Change.CHANGED

    def together(self) -> AbstractContextManager[None]:
        """Within the block what is recorded is one transaction: a kill leaves all of it or none.

        A release that is refused in it takes back nothing else.
        """
        return self._database.together()

    def remove(self, *release_ids: str) -> int:
        """Take releases back with all they said, all or none; how many the ledger held."""
        with self._database.writing() as connection:
            return sum(
                connection.execute("DELETE FROM release WHERE id = ?", (id_,)).rowcount
                for id_ in release_ids
            )

    def holds(self, release: Release, extractor_version: str) -> bool:
        """Whether this release, text and metadata, was read by this version of the extractor."""
        return self._column("reading", release.id) == reading(release, extractor_version)

    def release_digests(self) -> dict[str, str]:
        """For each release id a digest of all that the ledger holds of it, in order of id."""
        return dict(self._database.rows("SELECT id, content FROM release ORDER BY id"))

    def extractors(self) -> dict[str, str]:
        """Version of the extractor that read each release, by release id."""
        return dict(self._database.rows("SELECT id, extractor FROM release ORDER BY id"))

    def arrivals(self) -> dict[str, Arrival]:
        """When each release came out and in and who issued it, by release id."""
        query = "SELECT id, published, number, source FROM release ORDER BY id"
        return {id_: Arrival(*rest) for id_, *rest in self._database.rows(query)}

    def holdings(self) -> "Iterator[Holding]":
        """Every release without its text, as ``editions`` needs it, ordered by id."""
        return holdings(self._database)

    def releases(self) -> Iterator[Release]:
        """Every release, ordered by id."""
        for row in self._database.rows(f"SELECT {RELEASE} FROM release ORDER BY id"):  # noqa: S608
            with self._decoding(str(row[0])):
                release = release_of(row)
            yield release

    def particulars(self) -> Iterator[Particulars]:
        """What is known of every release beside its words, ordered by id; no text is read."""
        query = f"SELECT {PARTICULARS} FROM release ORDER BY id"  # noqa: S608
        return map(particulars_of, self._database.rows(query))

    def release(self, release_id: str) -> Release:
        """The release of an id.

        Raises:
            LedgerError: The ledger does not hold it.
        """
        query = f"SELECT {RELEASE} FROM release WHERE id = ?"  # noqa: S608
        for row in self._database.rows(query, (release_id,)):
            with self._decoding(release_id):
                return release_of(row)
        raise LedgerError(f"{self.path}: the ledger holds no release {release_id!r}")

    def statements(self, release_id: str | None = None) -> Iterator[Statement]:
        """Statements of one release or of all, by release id and then as the extractor gave them.

        Raises:
            LedgerError: The ledger does not hold the release asked for.
        """
        query = "SELECT number, id FROM release ORDER BY id"
        values: tuple[str, ...] = ()
        if release_id is not None:
            self.release(release_id)
            query, values = "SELECT number, id FROM release WHERE id = ?", (release_id,)
        for number, id_ in self._database.rows(query, values):
            with self._decoding(id_):
                statements = self._statements_of(number, id_)
            yield from statements

    def statements_by_release(self) -> Iterator[tuple[str, tuple[Statement, ...]]]:
        """Each release id with its statements, ordered by id; one release in memory at a time."""
        for number, id_ in self._database.rows("SELECT number, id FROM release ORDER BY id"):
            with self._decoding(id_):
                statements = self._statements_of(number, id_)
            yield id_, statements

    def entries(self) -> Iterator[Entry]:
        """Every release with all that the ledger holds of it, ordered by id; for another ledger."""
        return entries(self._database)

    def restore(self, entry: Entry) -> Change:
        """Record what another ledger held; releases come in the order in which they are restored.

        Raises:
            ValueError: The record makes no release, or not just this one.
        """
        release, statements = content_of(entry.record)
        change = self.record(release, statements, str(entry.record.release[-1]))
        self.given_ids.restore(release.id, entry.former)
        return change

    def totals(self) -> Totals:
        """How much the ledger holds, before resolution."""
        with explained(self.path):
            return count(self._database.connection)

    def mismatches(self) -> Iterator[Mismatch]:
        """What is not as it was recorded: damaged rows, and quotes not at their offsets."""
        with explained(self.path):
            yield from mismatches(self._database.connection)

    def back_up(self, path: Path, *, overwrite: bool = False) -> None:
        """Copy it to a file, checked before it is put in place (see ``backup.back_up``).

        Raises:
            LedgerError: The file exists and is not to be overwritten, or cannot be written, or the
                ledger is not as it was recorded.
        """
        with explained(self.path):
            back_up(self._database, path, overwrite=overwrite)

    def snapshot(self) -> AbstractContextManager[None]:
        """Within the block every read sees one state, whatever others write; do not write in it."""
        return self._database.snapshot()

    def _statements_of(self, number: int, id_: str) -> tuple[Statement, ...]:
        rows = rows_of(self._database, number, "evidence")
        evidence = {
            place: tuple(evidence_of(id_, row) for row in group)
            for place, group in groupby(rows, key=lambda row: row[0])
        }
        rows = rows_of(self._database, number, "entity")
        entities = {str(row[0]): entity_of(row) for row in rows}
        return tuple(
            statement_of(row, entities, evidence[row[0]])
            for row in rows_of(self._database, number, "statement")
        )

    def _column(self, name: str, release_id: str) -> str | None:
        query = f"SELECT {name} FROM release WHERE id = ?"  # noqa: S608
        return next((str(value) for (value,) in self._database.rows(query, (release_id,))), None)

    @contextmanager
    def _decoding(self, release_id: str) -> Iterator[None]:
        """Within the block, rows that make no release or statement raise LedgerError."""
        try:
            yield
        except (LookupError, RecursionError, TypeError, ValueError) as error:
            raise LedgerError(
                f"{self.path}: {release_id} is not as it was recorded ({error}); "
                "`communique verify` lists what was changed"
            ) from error
