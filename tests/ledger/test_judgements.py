"""Judgements are kept beside the releases."""

from pathlib import Path

import pytest

from communique.graph import Anchor, Judgement, LedgerError, Ruling, Side
from communique.ledger import Ledger
from communique.ontology import EntityType


def side(name: str, *releases: str) -> Side:
    return Side(EntityType.PERSON, name, tuple(Anchor(release, name) for release in releases))


SAME = Judgement(
    Ruling.SAME,
    side("Ada Lind", "a", "b"),
    side("A. Lind", "c"),
    "one office",
    "Rosa",
    "2024-05-02",
)
DIFFERENT = Judgement(Ruling.DIFFERENT, side("Jon Smith", "a"), side("Jon Smith", "c"))


def test_judgements_are_read_as_they_were_made_and_in_their_order(path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert ledger.judgements.add([SAME, DIFFERENT]).written == 2

    with Ledger.open(path) as ledger:
        assert ledger.judgements.all() == (SAME, DIFFERENT)


def test_a_judgement_that_is_held_is_not_written_again(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.judgements.add([SAME])

        assert ledger.judgements.add([SAME]).written == 0


def test_a_judgement_takes_the_place_of_those_about_the_same_two(path: Path) -> None:
    later = Judgement(Ruling.DIFFERENT, side("Ada Lind", "b", "d"), side("A. Lind", "c"))

    with Ledger.open(path) as ledger:
        ledger.judgements.add([SAME, DIFFERENT])

        assert ledger.judgements.add([later]).replaced == (SAME,)
        assert ledger.judgements.all() == (DIFFERENT, later)


def test_judgements_are_withdrawn_all_or_none(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.judgements.add([SAME, DIFFERENT])

        with pytest.raises(LedgerError, match="no judgement none"):
            ledger.judgements.withdraw([SAME.key, "none"])
        assert len(ledger.judgements.all()) == 2

        assert ledger.judgements.withdraw([SAME.key]) == 1
        assert ledger.judgements.all() == (DIFFERENT,)


def test_a_judgement_survives_its_way_through_a_file() -> None:
    assert Judgement.of(SAME.as_dict()) == SAME


@pytest.mark.parametrize(
    "change",
    [
        {"ruling": "perhaps"},
        {"type": "Ship"},
        {"one": {"name": "Ada Lind", "anchors": []}},
        {"one": {"name": "Ada Lind", "anchors": [["a"]]}},
        {"other": None},
        {"reason": 5},
    ],
)
def test_a_line_that_is_no_judgement_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"side|is one of|texts"):
        Judgement.of(SAME.as_dict() | change)
