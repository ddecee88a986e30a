"""Who faces whom where several people are named beside each other."""

from collections.abc import Callable

import pytest

Says = Callable[..., set[tuple[str, str, str]]]
pytestmark = pytest.mark.model

MEETING = {
    "pronoun": (
        "Minister Ana Duran arrived on Monday. She also met senior officials, including Judge "
        "Dan Holt, who had come by sea, and Carl Berg.",
        {"Dan Holt", "Carl Berg"},
    ),
    "companion-first": (
        "With Minister Eva Tamm, Minister Ana Duran met with Minister Carl Berg.",
        {"Carl Berg"},
    ),
    "serving-somewhere": (
        "Minister Ana Duran will interact with General Carl Berg, General Officer Commanding, "
        "Southern Command.",
        {"Carl Berg"},
    ),
    "officer-of-a-body": (
        "Minister Ana Duran held a meeting with the representative of Frontex, Carl Berg.",
        {"Carl Berg"},
    ),
    "lower-office": (
        "The Assistant Secretary-General for Trade, Ana Duran, came after a request to Eva Tamm, "
        "the Secretary-General. The Assistant Secretary-General met Minister Carl Berg.",
        {"Carl Berg"},
    ),
    "later-holder": (
        "Secretary-General Ana Duran visited Porto. On Saturday the Secretary-General held talks "
        "with Carl Berg, Secretary-General of Frontex.",
        {"Carl Berg"},
    ),
}


@pytest.mark.parametrize(("body", "met"), MEETING.values(), ids=MEETING)
def test_somebody_meets_whom_they_face_and_nobody_beside(
    says: Says, body: str, met: set[str]
) -> None:
    meetings = [{s, o} for s, relation, o in says(body) if relation == "MEETS"]

    assert set().union(*(pair - {"Ana Duran"} for pair in meetings if "Ana Duran" in pair)) == met


def test_an_office_with_a_field_is_held_by_the_name_behind_it(says: Says) -> None:
    found = says(
        "The UN Assistant Secretary-General (ASG) for Peace, Carl Berg, who is visiting Estonia, "
        "has called on Minister Ana Duran."
    )

    assert ("UN", "MEETS", "Ana Duran") not in found
    assert {("Carl Berg", "MEETS", "Ana Duran"), ("Ana Duran", "MEETS", "Carl Berg")} & found


def test_those_in_whose_presence_others_meet_face_the_other_side(says: Says) -> None:
    found = says(
        "Minister Ana Duran of Estonia received Minister Carl Berg of Latvia in the presence of "
        "Ambassador Eva Tamm of Latvia."
    )

    assert {("Eva Tamm", "MEETS", "Ana Duran"), ("Ana Duran", "MEETS", "Eva Tamm")} & found


def test_two_who_also_spoke_at_an_event_do_not_meet(says: Says) -> None:
    found = says("Minister Ana Duran opened the seminar; Carl Berg and Eva Tamm also spoke.")

    assert not [triple for triple in found if triple[1] == "MEETS"]


def test_nobody_takes_part_in_a_visit(says: Says) -> None:
    found = says("Minister Ana Duran concluded a two-day visit to Porto, where she met Carl Berg.")

    assert not [triple for triple in found if triple[1] == "PARTICIPATES_IN"]


def test_nobody_meets_whom_a_prize_is_named_after(says: Says) -> None:
    found = says(
        "Minister Ana Duran spoke on Monday. She received the 2016 Carl B. Holt, Jr. Award for "
        "Trade, two letters and a medal."
    )

    assert not {end for end in found if end[1] == "MEETS"}
