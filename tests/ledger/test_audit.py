"""One changed byte anywhere is found."""

import sqlite3
from pathlib import Path

import pytest

from communique.graph import Release, Statement
from communique.ledger import Ledger, Mismatch

TAMPERED = {
    "text": (
        "UPDATE release SET text = replace(text, 'Berg', 'Borg')",
        ["its text", "quote of rule meets/meet-with", "its rows"],
    ),
    "text outside quotes": ("UPDATE release SET text = text || '.'", ["its text", "its rows"]),
    "quote": (
        "UPDATE evidence SET quote = replace(quote, 'May', 'Mai') WHERE statement = 0",
        ["quote of rule meets/meet-with", "its rows"],
    ),
    "offset": (
        "UPDATE evidence SET start_offset = 1, end_offset = 13 WHERE rule = 'title'",
        ["quote of rule title", "quote of rule title", "its rows"],
    ),
    "name": ("UPDATE entity SET name = 'Ada Land' WHERE name = 'Ada Lind'", ["its rows"]),
    "date": ("UPDATE statement SET date = '2024-05-04' WHERE date NOT NULL", ["its rows"]),
    "title": ("UPDATE release SET title = 'Lind in Rome'", ["its rows"]),
    "version": ("UPDATE release SET extractor = '2'", ["its rows"]),
    "lost evidence": ("DELETE FROM evidence WHERE number = 1", ["its rows"]),
    "no UTF-8": (
        "UPDATE release SET text = CAST(X'FF' || CAST(text AS BLOB) AS TEXT)",
        ["its text", *["quote of rule"] * 4, "its rows"],
    ),
    "sketch": ("UPDATE sketch SET hashes = X'00000000'", ["its sketch"]),
    "lost sketch": ("DELETE FROM sketch", ["its sketch"]),
    "orphan": ("DELETE FROM entity WHERE name = 'Norway'", ["belongs to no release", "its rows"]),
}


@pytest.fixture
def recorded(path: Path, release: Release, statements: tuple[Statement, ...]) -> Path:
    with Ledger.open(path) as ledger:
        ledger.record(release, statements, "1")
    return path


def test_a_ledger_as_it_was_recorded_has_no_mismatch(recorded: Path) -> None:
    with Ledger.open(recorded) as ledger:
        assert list(ledger.mismatches()) == []


@pytest.mark.parametrize(("command", "reasons"), TAMPERED.values(), ids=TAMPERED)
def test_a_changed_byte_is_found(recorded: Path, command: str, reasons: list[str]) -> None:
    connection = sqlite3.connect(recorded)
    assert connection.execute(command).rowcount > 0
    connection.commit()
    connection.close()

    with Ledger.open(recorded) as ledger:
        found = list(ledger.mismatches())

    assert len(found) == len(reasons)
    assert all(part in item.reason for item, part in zip(found, reasons, strict=True))


def test_a_mismatch_names_release_and_offsets(recorded: Path) -> None:
    connection = sqlite3.connect(recorded)
    connection.execute("UPDATE evidence SET quote = 'Lind in Rome' WHERE statement = 2")
    connection.commit()
    connection.close()

    with Ledger.open(recorded) as ledger:
        first = next(iter(ledger.mismatches()))

    assert first == Mismatch("r1", "the quote of rule title is not at its offsets", 0, 12)


def test_a_damaged_page_is_found(recorded: Path) -> None:
    content = bytearray(recorded.read_bytes())
    content[4096 + 5] ^= 0xFF  # within the header of the second page
    recorded.write_bytes(content)

    with Ledger.open(recorded) as ledger:
        first = next(iter(ledger.mismatches()))

    assert "damaged" in first.reason
