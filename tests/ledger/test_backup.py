"""Copies of a ledger."""

import sqlite3
from pathlib import Path

import pytest

from communique.graph import LedgerError, Release, Statement
from communique.ledger import Ledger


@pytest.fixture
def recorded(ledger: Ledger, release: Release, statements: tuple[Statement, ...]) -> Ledger:
    ledger.record(release, statements, "1")
    return ledger


def test_a_copy_is_a_ledger_that_holds_the_same(recorded: Ledger, tmp_path: Path) -> None:
    copy = tmp_path / "backups" / "copy.sqlite"

    recorded.back_up(copy)

    assert list(copy.parent.iterdir()) == [copy]
    with Ledger.open(copy, create=False) as restored:
        assert restored.release_digests() == recorded.release_digests()
        assert list(restored.mismatches()) == []


def test_a_copy_taken_while_another_writes_holds_what_was_committed(
    recorded: Ledger, path: Path, tmp_path: Path, silent: Release
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM release")

    recorded.back_up(tmp_path / "copy.sqlite")

    other.execute("ROLLBACK")
    other.close()
    with Ledger.open(tmp_path / "copy.sqlite") as restored:
        assert list(restored.release_digests()) == ["r1"]


def test_a_file_of_that_name_is_overwritten_only_on_request(
    recorded: Ledger, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_text("older", encoding="utf-8")

    with pytest.raises(LedgerError, match="there is a file already"):
        recorded.back_up(copy)
    assert copy.read_text(encoding="utf-8") == "older"

    recorded.back_up(copy, overwrite=True)
    with Ledger.open(copy, create=False) as restored:
        assert list(restored.release_digests()) == ["r1"]


def test_a_damaged_ledger_never_replaces_a_good_copy(
    recorded: Ledger, path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    recorded.back_up(copy)
    before = copy.read_bytes()
    other = sqlite3.connect(path)
    other.execute("UPDATE release SET text = replace(text, 'Berg', 'Borg')")
    other.commit()
    other.close()

    with pytest.raises(LedgerError, match="not backed up"):
        recorded.back_up(copy, overwrite=True)

    assert copy.read_bytes() == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["copy.sqlite", "new folder"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("new folder/ledger.sqlite", "the ledger itself"),
        (".", "this is a folder"),
        ("other.sqlite", "in use"),
        ("new folder/ledger.sqlite/copy", "cannot be written"),
    ],
)
def test_a_place_that_can_hold_no_copy_is_refused(
    recorded: Ledger, tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "other.sqlite-wal").touch()

    with pytest.raises(LedgerError, match=message):
        recorded.back_up(tmp_path / name, overwrite=True)

    assert list(recorded.release_digests()) == ["r1"]
