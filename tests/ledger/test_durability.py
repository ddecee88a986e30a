"""Files that are no ledger, other writers, and processes that die."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from communique.graph import LedgerError, Release
from communique.ledger import Ledger

WRITER = """
import sys
from pathlib import Path
from communique.graph import Entity, Evidence, Release, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation

def said(number):
    text = f"Release {number}\\n" + "Ada Lind visited Norway. " * 400
    release = Release(f"r{number:06}", f"Release {number}", "", text)
    ada = Entity(f"{release.id}#1", EntityType.PERSON, "Ada Lind")
    norway = Entity(f"{release.id}#2", EntityType.COUNTRY, "Norway")
    quotes = (Evidence(release.id, at, at + 8, text[at:at + 8], "r") for at in range(400))
    return release, [Statement(ada, Relation.VISITS, norway, (quote,)) for quote in quotes]

with Ledger.open(Path(sys.argv[1])) as ledger:
    for number in range(1, 1_000_000):
        ledger.record(*said(number), "1")
        print(f"r{number:06}", flush=True)
"""


def test_a_process_killed_while_it_writes_leaves_every_earlier_release_whole(path: Path) -> None:
    path.parent.mkdir()
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(5)]
        writer.kill()  # SIGKILL: nothing is flushed or rolled back
        told += writer.stdout.read().split()

    with Ledger.open(path, create=False) as ledger:
        held = [release.id for release in ledger.releases()]
        assert held[: len(told)] == told
        assert len(held) <= len(told) + 1  # the last may be recorded and not yet told
        assert [len(said) for _, said in ledger.statements_by_release()] == [400] * len(held)
        assert list(ledger.mismatches()) == []


def test_what_is_recorded_together_is_there_whole_or_not_at_all(
    path: Path, silent: Release
) -> None:
    later = replace(silent, id="later")
    with Ledger.open(path) as ledger, Ledger.open(path) as reader:
        with suppress(KeyboardInterrupt), ledger.together():
            ledger.record(silent, (), "1")
            raise KeyboardInterrupt
        stopped = list(reader.releases())
        with ledger.together():
            ledger.record(silent, (), "1")
            within = list(reader.releases())
            assert ledger.holds(silent, "1")
            ledger.record(later, (), "1")

        assert stopped == within == []
        assert list(reader.releases()) == [later, silent]


def test_a_release_refused_among_others_takes_none_of_them_back(
    path: Path, silent: Release
) -> None:
    with Ledger.open(path) as ledger:
        with ledger.together():
            ledger.record(silent, (), "1")
            with pytest.raises(ValueError, match="NOT NULL"):
                ledger.record(replace(silent, id="later", title=None), (), "1")  # type: ignore[arg-type]

        assert list(ledger.releases()) == [silent]


def test_a_second_writer_is_told_that_another_is_writing(path: Path, silent: Release) -> None:
    with Ledger.open(path), Ledger.open(path, busy_seconds=0) as second:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(LedgerError, match="another process is writing"):
            second.record(silent, (), "1")

        other.execute("ROLLBACK")
        other.close()
        second.record(silent, (), "1")
        assert second.holds(silent, "1")


def test_a_reader_sees_one_state_while_another_writes(path: Path, silent: Release) -> None:
    with Ledger.open(path) as reader, Ledger.open(path) as writer:
        with reader.snapshot():
            before = list(reader.releases())
            writer.record(silent, (), "1")
            within = list(reader.releases())

        assert before == within == []
        assert list(reader.releases()) == [silent]


def test_a_state_that_is_read_within_another_is_that_one(path: Path, silent: Release) -> None:
    with Ledger.open(path) as reader, Ledger.open(path) as writer:
        with reader.snapshot():
            before = list(reader.releases())
            writer.record(silent, (), "1")
            with reader.snapshot():
                within = list(reader.releases())
            after = list(reader.releases())

        assert before == within == after == []
        assert list(reader.releases()) == [silent]


def test_a_missing_ledger_is_made_only_on_request(path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger here"):
        Ledger.open(path, create=False)

    assert not path.parent.exists()


def no_database(path: Path) -> None:
    path.write_text("A list of things to buy, far longer than the header of a database. " * 20)


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE stamps (country TEXT)")
    connection.close()


def other_version(path: Path) -> None:
    Ledger.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def folder(path: Path) -> None:
    path.mkdir()


FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "no database": (no_database, "is no ledger"),
    "another database": (other_database, "is no ledger"),
    "another version": (other_version, "schema version 99; this program reads"),
    "a folder": (folder, "cannot be used"),
}


@pytest.mark.parametrize(("make", "message"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("create", [True, False], ids=["create", "open"])
def test_what_is_no_ledger_is_refused(
    tmp_path: Path, make: Callable[[Path], None], message: str, create: bool
) -> None:
    path = tmp_path / "ledger.sqlite"
    make(path)

    with pytest.raises(LedgerError, match=message):
        Ledger.open(path, create=create)


def test_a_file_that_is_refused_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    other_database(path)
    before = path.read_bytes()

    with pytest.raises(LedgerError):
        Ledger.open(path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_file_becomes_a_ledger_on_request(tmp_path: Path, silent: Release) -> None:
    path = tmp_path / "ledger.sqlite"
    path.touch()
    with pytest.raises(LedgerError, match="empty"):
        Ledger.open(path, create=False)

    with Ledger.open(path) as ledger:
        ledger.record(silent, (), "1")
        assert ledger.release("r0") == silent
