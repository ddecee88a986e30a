"""What a sentence adds: further objects, lost subjects, programmes of a visit, short titles."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

MEETINGS = {
    "second-object": (
        "Ana Duran had an audience with Carl Berg, and a working session with Dan Holt.",
        ("Ana Duran", "Dan Holt"),
    ),
    "third-with": (
        "Ana Duran will have meetings with Carl Berg, with Dan Holt, and with Eva Tamm.",
        ("Ana Duran", "Eva Tamm"),
    ),
    "counterpart": (
        "Foreign Minister Ana Duran visited Riga. Foreign Minister Carl Berg of Latvia praised it. "
        "Minister Duran also held talks with her counterpart.",
        ("Ana Duran", "Carl Berg"),
    ),
    "initials": (
        "External Affairs Minister Ana Duran flew to Riga. EAM met Carl Berg.",
        ("Ana Duran", "Carl Berg"),
    ),
    "initials-beside-another": (
        "External Affairs Minister Ana Duran flew to Riga. EAM and Minister Carl Berg held talks.",
        ("Ana Duran", "Carl Berg"),
    ),
    "courtesy-visit": (
        "Ana Duran paid a courtesy visit to President Carl Berg of Estonia.",
        ("Ana Duran", "Carl Berg"),
    ),
    "in-her-honour": (
        "Ana Duran arrived in Riga. Ambassador Carl Berg of Latvia hosted a dinner in her honour.",
        ("Ana Duran", "Carl Berg"),
    ),
    "short-title": (
        "Hans Falk, Executive Director of Frontex, was there. The Director met Dan Holt.",
        ("Dan Holt", "Hans Falk"),
    ),
    "hosted-to-a-meal": (
        "Minister Ana Duran called on Premier Carl Berg and was hosted to dinner by Dan Holt.",
        ("Ana Duran", "Dan Holt"),
    ),
    "lost-behind-an-opening": (
        "Reaffirming the partnership, Minister Carl Berg of Estonia met Ana Duran in Lisbon.",
        ("Ana Duran", "Carl Berg"),
    ),
    "talks-held": (
        "Minister Ana Duran met Dan Holt. Talks were also held with Minister Carl Berg of Estonia.",
        ("Ana Duran", "Carl Berg"),
    ),
    "some-of-many": (
        "Ana Duran met senior leaders of the Estonian Defence Forces, including General Carl Berg; "
        "Admiral Dan Holt; and Eva Tamm.",
        ("Ana Duran", "Eva Tamm"),
    ),
    "programme": (
        "Ana Duran will visit Estonia. The programme includes talks with President Carl Berg.",
        ("Ana Duran", "Carl Berg"),
    ),
}


@pytest.mark.parametrize(("body", "ends"), MEETINGS.values(), ids=MEETINGS.keys())
def test_a_meeting_is_read(says: Says, body: str, ends: tuple[str, str]) -> None:
    assert ends in {(a, b) for a, r, b in says(body) if r == "MEETS"}


def test_officials_who_are_named_do_not_stand_for_their_state(says: Says) -> None:
    found = says("Ana Duran met senior Estonian officials including Minister Eva Tamm.")

    assert {b for a, r, b in found if (a, r) == ("Ana Duran", "MEETS")} == {"Eva Tamm"}


def test_a_journey_goes_on_with_its_programme(says: Says) -> None:
    found = says("Ana Duran will visit Estonia. The programme includes stops in Tartu and Narva.")

    assert {("Ana Duran", "VISITS", "Tartu"), ("Ana Duran", "VISITS", "Narva")} <= found


def test_who_takes_part_in_the_trip_visits(says: Says) -> None:
    found = says("Ana Duran visited Estonia. Carl Berg took part in the trip.")

    assert ("Carl Berg", "VISITS", "Estonia") in found


def test_a_body_is_met_with_the_officials_who_are_named(says: Says) -> None:
    found = says("Ana Duran met officials from Europol, including Director Carl Berg.")

    assert ("Ana Duran", "MEETS", "Europol") in found
