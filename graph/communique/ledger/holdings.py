"""What the ledger knows of releases without their texts, to tell editions and copies."""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.graph import Release
from communique.ledger.file import Database
from communique.ledger.file.sketching import sketched

if TYPE_CHECKING:
    from communique.editions import Holding


def note_sketch(connection: sqlite3.Connection, number: int, release: Release) -> None:
    """Keep the sketch of the release of a number, in the transaction that writes the release."""
    hashes = sketched(release.text[release.body :])
    connection.execute("INSERT OR REPLACE INTO sketch VALUES (?, ?)", (number, hashes))


def holdings(database: Database) -> "Iterator[Holding]":
    """Every release, ordered by id."""
    from communique.editions import Holding, from_bytes

    query = (
        "SELECT id, number, title, source, published, url, hashes "
        "FROM release JOIN sketch ON sketch.release = release.number ORDER BY id"
    )
    for id_, number, title, source, published, url, hashes in database.rows(query):
        yield Holding(id_, number, title, source, published, url, from_bytes(hashes))
