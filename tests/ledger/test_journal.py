"""What runs changed."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from communique.ledger import Item, ItemChange, Kind, Ledger, Run, State

ADA, BEN = (Kind.ENTITY, "person-ada-lind"), (Kind.ENTITY, "person-ben-vale")
MEETING = (Kind.FACT, "k1")
Items = Sequence[tuple[Item, State]]

FIRST: Items = [(ADA, {"name": "Ada Lind"}), (MEETING, {"support": 1})]
SECOND: Items = [
    (ADA, {"name": "Ada Lind"}),
    (MEETING, {"support": 2}),
    (BEN, {"name": "Ben Vale"}),
]


@pytest.fixture
def noted(ledger: Ledger) -> Ledger:
    """A ledger with two runs."""
    ledger.journal.note("build", "2024-05-03T10:00:00+00:00", FIRST)
    ledger.journal.note("build", "2024-05-04T10:00:00+00:00", SECOND)
    return ledger


def test_the_first_run_adds_all_there_is(ledger: Ledger) -> None:
    run = ledger.journal.note("build", "2024-05-03T10:00:00+00:00", FIRST)

    assert run == Run(1, "build", "2024-05-03T10:00:00+00:00", 2)
    assert list(ledger.journal.changes()) == [
        ItemChange(*ADA, None, {"name": "Ada Lind"}),
        ItemChange(*MEETING, None, {"support": 1}),
    ]


def test_a_run_holds_only_what_differs_from_the_last(noted: Ledger) -> None:
    assert [run.changes for run in noted.journal.runs()] == [2, 2]
    assert list(noted.journal.changes(after=1)) == [
        ItemChange(*BEN, None, {"name": "Ben Vale"}),
        ItemChange(*MEETING, {"support": 1}, {"support": 2}),
    ]


def test_where_nothing_changed_nothing_is_written(path: Path, noted: Ledger) -> None:
    other = sqlite3.connect(path)
    (before,) = other.execute("PRAGMA data_version").fetchone()

    run = noted.journal.note("build", "2024-05-05T10:00:00+00:00", list(reversed(SECOND)))

    (after,) = other.execute("PRAGMA data_version").fetchone()
    other.close()
    assert run is None
    assert before == after
    assert len(noted.journal.runs()) == 2


def test_what_is_gone_was_removed_and_may_come_again(noted: Ledger) -> None:
    noted.journal.note("retract", "2024-05-05T10:00:00+00:00", FIRST)

    assert list(noted.journal.changes(after=2)) == [
        ItemChange(*BEN, {"name": "Ben Vale"}, None),
        ItemChange(*MEETING, {"support": 2}, {"support": 1}),
    ]
    again = noted.journal.note("build", "2024-05-06T10:00:00+00:00", SECOND)
    assert again is not None
    assert again.changes == 2


def test_what_came_and_went_again_is_no_change(noted: Ledger) -> None:
    noted.journal.note("retract", "2024-05-05T10:00:00+00:00", FIRST)

    assert list(noted.journal.changes(after=1)) == []


def test_an_entity_that_is_gone_keeps_its_name(noted: Ledger) -> None:
    noted.journal.note("retract", "2024-05-05T10:00:00+00:00", FIRST)

    assert noted.journal.entity_names([BEN[1], "person-nobody"]) == {BEN[1]: "Ben Vale"}


def test_a_release_that_was_taken_back_and_comes_again_is_told(ledger: Ledger) -> None:
    news: Items = [((Kind.RELEASE, "news"), {"title": "News"})]
    for command, items in (("build", news), ("retract", []), ("build", FIRST), ("build", news)):
        ledger.journal.note(command, "2024-05-03T10:00:00+00:00", items)
        expected = ["news"] if len(ledger.journal.runs()) == 4 else []
        assert ledger.journal.returned("retract") == expected
