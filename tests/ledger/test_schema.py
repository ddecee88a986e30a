"""Ledgers of earlier schemas are brought up; what newer programs wrote is refused."""

import hashlib
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from communique.graph import LedgerError, Release, Statement
from communique.ledger import Ledger
from communique.ledger.file.schema import SCHEMA_VERSION

RELEASED = {1: "9754d34e39988f078f44ff7cae464e829437c1c4a4d77fa375eadfce269ea935"}
"""Digests of the scripts that released programs have run."""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A ledger as the program with schema version 1 wrote it."""
    path = tmp_path / "first.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


def tables(path: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(path)
    found = set(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL"))
    connection.close()
    return found


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(number)


def test_a_ledger_of_the_first_schema_keeps_all_it_holds(
    first: Path, release: Release, silent: Release, statements: tuple[Statement, ...]
) -> None:
    with Ledger.open(first, create=False) as ledger:
        assert list(ledger.releases()) == [silent, release]
        assert tuple(ledger.statements()) == statements
        assert [holding.release for holding in ledger.holdings()] == [silent.id, release.id]
        assert list(ledger.mismatches()) == []

    assert version(first) == SCHEMA_VERSION


def test_a_ledger_brought_up_has_the_tables_of_a_new_one(first: Path, path: Path) -> None:
    Ledger.open(first).close()
    Ledger.open(path).close()

    assert tables(first) == tables(path)


def test_a_ledger_that_cannot_be_brought_up_stays_as_it_was(first: Path) -> None:
    connection = sqlite3.connect(first)
    connection.execute("CREATE TABLE given_id (in_the_way TEXT)")
    connection.close()
    before = tables(first)

    with pytest.raises(LedgerError, match="cannot be used"):
        Ledger.open(first)

    assert (version(first), tables(first)) == (1, before)


def test_a_ledger_of_a_newer_schema_is_refused_and_left_alone(path: Path) -> None:
    Ledger.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()

    with pytest.raises(LedgerError, match="a newer communique wrote this ledger"):
        Ledger.open(path)

    assert version(path) == SCHEMA_VERSION + 1


@pytest.mark.parametrize("number", RELEASED)
def test_a_script_that_was_released_is_never_edited(number: int) -> None:
    script = files("communique.ledger").joinpath("schema", f"{number}.sql").read_bytes()

    assert hashlib.sha256(script).hexdigest() == RELEASED[number]  # add tables to the newest
