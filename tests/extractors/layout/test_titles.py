"""Titles that say who met, without a verb."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

BODY = "Remarks were made to the press on Monday."


@pytest.mark.parametrize(
    "title",
    [
        "Minister Ana Duran And Estonian Foreign Minister Carl Berg Before Their Meeting",
        "Minister Ana Duran With Estonian Foreign Minister Carl Berg After Their Working Lunch",
        "Minister Ana Duran and Estonian Foreign Minister Carl Berg at a Joint Press Availability",
    ],
    ids=["before", "after", "press"],
)
def test_the_people_of_a_title_about_a_meeting_met(says: Says, title: str) -> None:
    assert ("Ana Duran", "MEETS", "Carl Berg") in says(BODY, title=title)


def test_people_of_one_side_did_not_meet_each_other(says: Says) -> None:
    title = (
        "Estonian Minister Ana Duran, Estonian Minister Eva Tamm and Latvian Minister Carl Berg "
        "Before Their Meeting"
    )

    found = says(BODY, title=title)

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert ("Ana Duran", "MEETS", "Eva Tamm") not in found


ATTENDING = """\
Today, President Ana Duran met with three leaders of industry on the plan.

Meeting participants:

• Carl Berg, Chief Executive of Nordholm Steel
• Eva Tamm, Chair of the Harbour Trust
"""


def test_those_listed_as_attending_the_meeting_of_the_title_met_its_holder(says: Says) -> None:
    found = says(ATTENDING, title="Readout of President Duran’s Meeting with Leaders of Industry")

    assert {("Ana Duran", "MEETS", "Carl Berg"), ("Ana Duran", "MEETS", "Eva Tamm")} <= found


def test_those_listed_as_attending_anything_else_did_not_meet(says: Says) -> None:
    found = says(ATTENDING, title="President Duran Opens the Porto Summit")

    assert not [triple for triple in found if triple[1] == "MEETS"]


RECEIVED = """\
On Tuesday, Prime Minister Carl Berg and Minister of Trade Ana Duran met with leaders of industry.

The following took part in the meeting:

• Eva Tamm, Chair of the Harbour Trust
"""


def test_whoever_held_the_meeting_beside_the_one_of_the_title_met_those_listed(says: Says) -> None:
    found = says(RECEIVED, title="Minister Duran meets leaders of industry")

    assert {("Ana Duran", "MEETS", "Eva Tamm"), ("Carl Berg", "MEETS", "Eva Tamm")} <= found


def test_those_listed_below_a_meeting_of_two_are_of_either_side(says: Says) -> None:
    body = "Minister Ana Duran met Minister Carl Berg on Monday.\n\nPresent were:\n\n• Eva Tamm\n"

    found = says(body, title="Minister Ana Duran meets Minister Carl Berg")

    assert ("Ana Duran", "MEETS", "Eva Tamm") not in found


@pytest.mark.parametrize(
    ("title", "visits"),
    [
        (
            "Minister Ana Duran in Peru and Chile",
            {("Ana Duran", "VISITS", "Peru"), ("Ana Duran", "VISITS", "Chile")},
        ),
        (
            "Minister Ana Duran in Lima, Deputy Minister Carl Berg in Tallinn",
            {("Ana Duran", "VISITS", "Lima"), ("Carl Berg", "VISITS", "Tallinn")},
        ),
        ("Minister of Ports in Peru – 3 May 2024", {("Ana Duran", "VISITS", "Peru")}),
        ("Talks with Minister Ana Duran in Peru", set()),
        ("Minister Ana Duran in Peruvian waters", set()),
    ],
    ids=["states", "two", "office", "guest", "adjective"],
)
def test_an_official_in_a_place_by_a_title_goes_there(
    says: Says, title: str, visits: set[tuple[str, str, str]]
) -> None:
    body = "Minister Ana Duran spoke. Deputy Minister Carl Berg was silent."

    assert {triple for triple in says(body, title=title) if triple[1] == "VISITS"} == visits
