"""Whom an official serves, whose offices "and" joins, and which bodies are none."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def test_whom_an_official_serves_is_not_met(says: Says) -> None:
    body = "Ana Duran met Carl Berg, Chief of Staff to Prime Minister Eva Tamm of Estonia."
    meetings = {(a, b) for a, r, b in says(body) if r == "MEETS"}

    assert meetings == {("Ana Duran", "Carl Berg")}


def test_joined_offices_share_the_body_behind_them(says: Says) -> None:
    found = says(
        "She spoke with Carl Berg, Spokesperson and Chief Adviser of the Council of Europe."
    )

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == {
        "Council of Europe"
    }


@pytest.mark.parametrize(
    "body",
    ["Eva Holt of Harbour News asked about it.", "Representative Eva Holt (NY-08) spoke."],
    ids=["journalist", "seat"],
)
def test_media_and_seats_are_not_represented(says: Says, body: str) -> None:
    assert not {o for s, r, o in says(body) if r == "REPRESENTS" and ("News" in o or "-" in o)}


def test_the_agency_in_an_office_is_the_one_named_last(says: Says) -> None:
    found = says(
        "Peru was represented by the Torsk Harbour Agency. The First Deputy Chairman of the "
        "Agency, Mr Carl Berg, thanked all."
    )

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == {
        "Torsk Harbour Agency"
    }


def test_federal_prosecutors_are_of_the_one_office_that_a_release_names(says: Says) -> None:
    office = "U.S. Attorney’s Office for the Southern District of Ohio"
    found = says(
        f"The {office} led the case. Assistant U.S. Attorney Carl Berg is in charge.",
        source="U.S. Department of Justice",
    )

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == {office}
