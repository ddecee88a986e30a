"""Checking a ledger against itself: every digest recomputed, every quote found again."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from communique.ledger.file.sketching import sketched
from communique.ledger.record import Cell, Record, Row

_TABLES = (
    (
        "SELECT id, title, source, text, body, published, url, truncated, text_digest, extractor "
        "FROM release WHERE number = ?"
    ),
    (
        "SELECT id, type, name, aliases, named, iso3, wikidata FROM entity "
        "WHERE release = ? ORDER BY id"
    ),
    (
        "SELECT number, subject, predicate, object, date, place, event, role, status, amount, "
        "confidence FROM statement WHERE release = ? ORDER BY number"
    ),
    (
        "SELECT statement, number, start_offset, end_offset, quote, rule FROM evidence "
        "WHERE release = ? ORDER BY statement, number"
    ),
)
_TEXT_COLUMN, _BODY_COLUMN, _TEXT_DIGEST_COLUMN = 3, 4, 8


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something in the ledger that is not as it was recorded.

    Attributes:
        release: Identifier of the release; empty if the file itself is damaged.
        reason: What does not agree, for the person at the terminal.
        start: Offset of the quote in code points, None if it is not about one quote.
        end: Offset after its last character.
    """

    release: str
    reason: str
    start: int | None = None
    end: int | None = None


def mismatches(connection: sqlite3.Connection) -> Iterator[Mismatch]:
    """What does not agree in an open ledger, by release id; nothing if all is well.

    Damage that makes a text no UTF-8 is a mismatch too, not an error.
    """
    damage = [problem for (problem,) in connection.execute("PRAGMA integrity_check(10)")]
    if damage != ["ok"]:  # rows of a damaged file cannot be relied on
        yield from (Mismatch("", f"the file is damaged: {problem}") for problem in damage)
        return
    for table, row, _, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Mismatch("", f"row {row} of table {table} belongs to no release")
    # SQLite decodes text strictly; as bytes a damaged one can be read and reported.
    connection.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
    try:
        releases = connection.execute(
            "SELECT number, id, reading, content FROM release ORDER BY id"
        )
        for number, id_, *digests in releases:
            record, hashes = _read(connection, number), _sketch(connection, number)
            yield from _release_mismatches(id_, digests, record, hashes)
    finally:
        connection.text_factory = str


def _read(connection: sqlite3.Connection, number: int) -> Record:
    release, entities, statements, evidence = (
        tuple(tuple(row) for row in connection.execute(query, (number,))) for query in _TABLES
    )
    return Record(release[0], entities, statements, evidence)


def _release_mismatches(
    id_: str, digests: list[str], record: Record, hashes: bytes | None
) -> Iterator[Mismatch]:
    text = str(record.release[_TEXT_COLUMN])
    if hashlib.sha256(text.encode()).hexdigest() != record.release[_TEXT_DIGEST_COLUMN]:
        yield Mismatch(id_, "its text is not the text that was read")
    elif hashes != sketched(text[int(record.release[_BODY_COLUMN] or 0) :]):
        yield Mismatch(id_, "its sketch is not that of its text")
    for row in record.evidence:
        if text[_offset(row, 2) : _offset(row, 3)] != row[4]:
            yield Mismatch(
                id_,
                f"the quote of rule {row[5]} is not at its offsets",
                _offset(row, 2),
                _offset(row, 3),
            )
    if [record.reading, record.content] != digests:
        yield Mismatch(id_, "its rows are not those that were recorded")


def _sketch(connection: sqlite3.Connection, number: int) -> bytes | None:
    query = "SELECT hashes FROM sketch WHERE release = ?"
    return next((hashes for (hashes,) in connection.execute(query, (number,))), None)


def _offset(row: Row, column: int) -> int:
    cell: Cell = row[column]
    return int(cell or 0)
