"""Visits, meetings and attendance that a noun states."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The visit of Minister Ana Duran to Estonia ended on Friday.",
            ("Ana Duran", "VISITS", "Estonia"),
        ),
        (
            "The visit by Ms Ana Duran to Estonia ended on Friday.",
            ("Ana Duran", "VISITS", "Estonia"),
        ),
        ("Ms Ana Duran's trip to Estonia ended on Friday.", ("Ana Duran", "VISITS", "Estonia")),
        (
            "The participation of Minister Ana Duran in the Porto Summit was announced.",
            ("Ana Duran", "PARTICIPATES_IN", "Porto Summit"),
        ),
        (
            "The meeting of Minister Ana Duran with Minister Carl Berg took place on Friday.",
            ("Ana Duran", "MEETS", "Carl Berg"),
        ),
    ],
    ids=["visit-of", "visit-by", "possessor", "participation-of", "meeting-of-with"],
)
def test_a_noun_states_a_relation(says: Says, body: str, expected: tuple[str, str, str]) -> None:
    assert expected in says(body)


def test_a_passive_appointment_is_by_whom_appointed_before(says: Says) -> None:
    found = says(
        "President Ana Duran of Estonia appointed a panel on fisheries. Mr Carl Berg was "
        "appointed as its chair."
    )

    assert ("Ana Duran", "APPOINTS", "Carl Berg") in found


def test_a_passive_appointment_with_nobody_before_is_by_nobody(says: Says) -> None:
    found = says("President Ana Duran of Estonia spoke. Mr Carl Berg was appointed as chair.")

    assert [triple for triple in found if triple[1] == "APPOINTS"] == []


def test_a_kind_of_body_means_an_issuer_that_is_called_so(says: Says) -> None:
    text = "The Council met Minister Carl Berg of Estonia on Friday."

    assert not [t for t in says(text, source="Harbour Commission") if t[1] == "MEETS"]
    assert ("Carl Berg", "MEETS", "Harbour Council") in says(text, source="Harbour Council")
