"""Ids that entities once had."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from communique.graph import Entity, Release, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType

EARLY, LATE = "person-ada-lind", "person-ada-marie-lind"


@pytest.fixture
def twice(ledger: Ledger, release: Release, statements: tuple[Statement, ...]) -> Ledger:
    """Two releases that speak of the same, ``r1`` published before ``r2``."""
    ledger.record(release, statements, "1")
    later = replace(release, id="r2", published="2024-06-01")
    ledger.record(later, [_of_release(statement, "r2") for statement in statements], "1")
    return ledger


def _of_release(statement: Statement, release: str) -> Statement:
    def moved(entity: Entity) -> Entity:
        return replace(entity, id=entity.id.replace("r1", release))

    return replace(
        statement,
        subject=moved(statement.subject),
        object=moved(statement.object),
        evidence=tuple(replace(quote, release=release) for quote in statement.evidence),
    )


def test_an_id_means_itself_as_long_as_it_is_given(twice: Ledger) -> None:
    twice.given_ids.note({"r1#1": EARLY, "r2#1": EARLY})

    assert twice.given_ids.current(EARLY) == EARLY
    assert twice.given_ids.current("person-nobody") is None


def test_an_old_id_leads_to_the_new_one(twice: Ledger) -> None:
    twice.given_ids.note({"r1#1": EARLY, "r2#1": EARLY})
    twice.given_ids.note({"r1#1": LATE, "r2#1": LATE})
    twice.given_ids.note({"r1#1": "person-3", "r2#1": "person-3"})

    assert [twice.given_ids.current(id_) for id_ in (EARLY, LATE)] == ["person-3"] * 2
    assert twice.given_ids.former("person-3") == (EARLY, LATE)
    assert twice.given_ids.in_release("r2") == {"r2#1": "person-3"}


def test_of_two_that_were_one_the_earliest_release_tells_which_is_meant(twice: Ledger) -> None:
    twice.given_ids.note({"r1#1": EARLY, "r2#1": EARLY})
    twice.given_ids.note({"r1#1": "person-a", "r2#1": "person-b"})

    assert twice.given_ids.current(EARLY) == "person-a"
    assert twice.given_ids.former("person-a") == (EARLY,)
    assert twice.given_ids.former("person-b") == ()


def test_a_part_that_keeps_the_id_is_what_is_meant(twice: Ledger) -> None:
    twice.given_ids.note({"r1#1": EARLY, "r2#1": EARLY})
    twice.given_ids.note({"r1#1": "person-a", "r2#1": EARLY})

    assert twice.given_ids.current(EARLY) == EARLY


def test_the_ids_of_a_release_leave_with_it(twice: Ledger) -> None:
    twice.given_ids.note({"r1#1": EARLY, "r2#1": EARLY, "r2#2": "person-jon-berg"})
    twice.given_ids.note({"r1#1": LATE, "r2#1": LATE, "r2#2": "person-jon-berg"})

    twice.remove("r2")

    assert twice.given_ids.current(EARLY) == LATE
    assert twice.given_ids.current("person-jon-berg") is None


def test_an_entity_that_another_reading_counts_anew_keeps_its_old_id(
    ledger: Ledger, release: Release, statements: tuple[Statement, ...]
) -> None:
    ledger.record(release, statements, "1")
    ledger.given_ids.note({"r1#1": EARLY, "r1#2": "person-jon-berg"})
    (meeting, *_) = statements
    swapped = replace(
        meeting,
        subject=replace(meeting.subject, id="r1#2"),
        object=Entity("r1#1", EntityType.PERSON, "Jon Berg"),
    )

    ledger.record(release, [swapped], "2")
    ledger.given_ids.note({"r1#2": LATE, "r1#1": "person-jon-berg"})

    assert ledger.given_ids.current(EARLY) == LATE
    assert ledger.given_ids.current("person-jon-berg") == "person-jon-berg"


def test_noting_the_same_again_writes_nothing(path: Path, twice: Ledger) -> None:
    given = {"r1#1": EARLY, "r2#1": EARLY}
    twice.given_ids.note(given)
    other = sqlite3.connect(path)
    (before,) = other.execute("PRAGMA data_version").fetchone()

    written = twice.given_ids.note(given)

    (after,) = other.execute("PRAGMA data_version").fetchone()
    other.close()
    assert written == 0
    assert before == after
