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
