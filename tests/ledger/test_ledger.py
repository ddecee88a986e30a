"""What a ledger keeps."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from communique.graph import Entity, LedgerError, Particulars, Release, Statement
from communique.ledger import Change, Ledger, Totals
from communique.ontology import EntityType, Relation

Statements = tuple[Statement, ...]


def test_a_release_comes_back_as_it_was_recorded(
    ledger: Ledger, release: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")

    assert ledger.release("r1") == release
    assert tuple(ledger.statements("r1")) == statements


def test_what_was_recorded_is_there_after_opening_again(
    path: Path, release: Release, statements: Statements
) -> None:
    with Ledger.open(path) as first:
        first.record(release, statements, "1")

    with Ledger.open(path, create=False) as second:
        assert list(second.releases()) == [release]
        assert tuple(second.statements()) == statements


def test_releases_and_statements_come_ordered_by_release_id(
    ledger: Ledger, release: Release, silent: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")
    ledger.record(silent, (), "1")

    assert [item.id for item in ledger.releases()] == ["r0", "r1"]
    assert list(ledger.statements_by_release()) == [("r0", ()), ("r1", statements)]


def test_what_is_known_of_releases_comes_without_their_texts(
    ledger: Ledger, release: Release, silent: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")
    ledger.record(silent, (), "1")

    assert list(ledger.particulars()) == [Particulars.of(silent), Particulars.of(release)]


def test_quotes_and_rules_that_come_again_are_held_once(
    ledger: Ledger, release: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")

    first, second = (
        [
            word
            for found in ledger.statements("r1")
            for item in found.evidence
            for word in (item.text, item.rule)
        ]
        for _ in range(2)
    )

    assert all(one is other for one, other in zip(first, second, strict=True))


def test_recording_the_same_again_writes_nothing(
    path: Path, ledger: Ledger, release: Release, statements: Statements
) -> None:
    first = ledger.record(release, statements, "1")
    other = sqlite3.connect(path)
    (before,) = other.execute("PRAGMA data_version").fetchone()  # grows with others' commits

    second = ledger.record(release, statements, "1")

    (after,) = other.execute("PRAGMA data_version").fetchone()
    other.close()
    assert (first, second) == (Change.NEW, Change.UNCHANGED)
    assert before == after


CHANGES: dict[str, Callable[[Release, Statements], tuple[Release, Statements, str]]] = {
    "text": lambda r, s: (replace(r, text=r.text + " "), s, "1"),
    "metadata": lambda r, s: (replace(r, published="2024-05-05"), s, "1"),
    "statements": lambda r, s: (r, s[:1], "1"),
    "order of statements": lambda r, s: (r, s[::-1], "1"),
    "extractor": lambda r, s: (r, s, "2"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_release_that_differs_replaces_the_earlier_one_whole(
    ledger: Ledger,
    release: Release,
    statements: Statements,
    change: Callable[[Release, Statements], tuple[Release, Statements, str]],
) -> None:
    ledger.record(release, statements, "1")
    later, said, version = change(release, statements)

    assert ledger.record(later, said, version) is Change.CHANGED
    assert list(ledger.releases()) == [later]
    assert tuple(ledger.statements()) == said


def test_a_release_that_is_recorded_again_keeps_its_place_in_the_order_of_loading(
    path: Path, ledger: Ledger, release: Release, silent: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")
    ledger.record(silent, (), "1")

    ledger.record(release, statements, "2")

    other = sqlite3.connect(path)
    order = other.execute("SELECT id FROM release ORDER BY number").fetchall()
    other.close()
    assert order == [("r1",), ("r0",)]
    assert list(ledger.mismatches()) == []


def test_a_ledger_knows_which_version_read_a_release(
    ledger: Ledger, release: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")

    assert ledger.holds(release, "1")
    assert not ledger.holds(release, "2")
    assert not ledger.holds(replace(release, text=release.text + "!"), "1")
    assert not ledger.holds(replace(release, published=None), "1")


def test_the_digest_of_a_release_follows_what_it_says(
    ledger: Ledger, release: Release, silent: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")
    ledger.record(silent, (), "1")
    before = ledger.release_digests()

    ledger.record(release, statements[:1], "1")

    after = ledger.release_digests()
    assert before["r0"] == after["r0"]
    assert before["r1"] != after["r1"]


def test_removing_a_release_removes_all_it_said_and_nothing_else(
    ledger: Ledger, release: Release, silent: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")
    ledger.record(silent, (), "1")

    assert ledger.remove("r1")
    assert ledger.totals() == Totals(1, 1, 1, 0, {}, {})
    assert list(ledger.mismatches()) == []
    assert not ledger.remove("r1")


def test_totals_count_by_relation_and_type(
    ledger: Ledger, release: Release, silent: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")
    ledger.record(silent, (), "1")

    assert ledger.totals() == Totals(
        releases=2,
        truncated=1,
        silent=1,
        evidence=4,
        statements={Relation.MEETS: 1, Relation.PARTICIPATES_IN: 1, Relation.REPRESENTS: 1},
        entities={EntityType.COUNTRY: 1, EntityType.EVENT: 1, EntityType.PERSON: 2},
    )


@pytest.mark.parametrize("ask", ["release", "statements"])
def test_asking_for_a_release_that_is_not_held_says_so(ledger: Ledger, ask: str) -> None:
    with pytest.raises(LedgerError, match="holds no release 'r9'"):
        list(getattr(ledger, ask)("r9"))


def test_a_statement_of_another_release_is_refused(
    ledger: Ledger, silent: Release, statements: Statements
) -> None:
    with pytest.raises(ValueError, match="rests on release r1"):
        ledger.record(silent, statements, "1")


def test_a_quote_that_is_not_in_the_text_is_refused(
    ledger: Ledger, release: Release, statements: Statements
) -> None:
    moved = replace(release, text="x" + release.text)

    with pytest.raises(ValueError, match="is not in the text of r1"):
        ledger.record(moved, statements, "1")


def test_two_entities_with_one_id_are_refused(
    ledger: Ledger, release: Release, statements: Statements
) -> None:
    other = Entity("r1#1", EntityType.PERSON, "Somebody Else")

    with pytest.raises(ValueError, match="id r1#1"):
        ledger.record(release, (*statements, replace(statements[0], subject=other)), "1")


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(date(2024, 5, 3), id="a day in place of text"),
        pytest.param(1 << 70, id="a number beyond those of the file"),
    ],
)
def test_a_value_that_no_row_can_hold_is_refused_and_leaves_what_was_held(
    ledger: Ledger, release: Release, statements: Statements, value: object
) -> None:
    ledger.record(release, statements, "1")
    entity = replace(statements[0].subject, wikidata=value)  # type: ignore[arg-type]

    with pytest.raises(ValueError, match="the ledger cannot hold what was read in it"):
        ledger.record(release, (replace(statements[0], subject=entity),), "1")

    assert tuple(ledger.statements()) == statements


def test_a_refused_release_leaves_what_was_held(
    ledger: Ledger, release: Release, statements: Statements
) -> None:
    ledger.record(release, statements, "1")

    with pytest.raises(ValueError, match="is not in the text"):
        ledger.record(replace(release, text="x" + release.text), statements, "1")

    assert tuple(ledger.statements()) == statements
