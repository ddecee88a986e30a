"""Lists of those who went along with somebody, or were beside one side of a meeting."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

TRIP = "Minister Ana Duran arrived in Estonia on Monday."
NAMES = "- Minister of Trade Carl Holt\n- Dan Reyes, chief executive of the Harbour Institute"
HEADS = (
    "The delegation comprises:",
    "In her entourage were",
    "With her go:",
    "Travelling with the Minister to Estonia:",
    "Also on the trip:",
    "She will be accompanied by the following:",
)
TALKS = "Minister Ana Duran held talks in Lisbon with the Foreign Minister of Estonia, Carl Berg."
SIDES = (
    "Present at the talks, on the Portuguese side:\nRui Gomes, State Secretary\n\n"
    "On the Estonian side:\nEva Tamm, Ambassador of Estonia to Portugal"
)


@pytest.mark.parametrize("head", HEADS)
def test_those_of_a_delegation_visit_what_is_visited(says: Says, head: str) -> None:
    assert says(f"{TRIP}\n\n{head}\n\n{NAMES}") >= {
        ("Ana Duran", "VISITS", "Estonia"),
        ("Carl Holt", "VISITS", "Estonia"),
        ("Dan Reyes", "VISITS", "Estonia"),
    }


@pytest.mark.parametrize("legs", ["travelled on to Finland", "also flew to Finland"])
def test_a_list_goes_along_on_all_legs_that_the_release_opens_with(says: Says, legs: str) -> None:
    opening = f"{TRIP}\n\nMinister Ana Duran {legs}."
    later = "Former Minister Eva Lund once travelled to Malta."
    stated = says(f"{opening}\n\n{later}\n\nThe delegation comprises:\n\n{NAMES}")

    assert {what for who, how, what in stated if (who, how) == ("Dan Reyes", "VISITS")} == {
        "Estonia",
        "Finland",
    }


def test_press_officers_below_a_trip_travel_nowhere(says: Says) -> None:
    stated = says(f"{TRIP}\n\nPress contacts:\n\n{NAMES}")

    assert {who for who, how, _ in stated if how == "VISITS"} == {"Ana Duran"}


def test_those_beside_one_side_of_a_meeting_met_the_other(says: Says) -> None:
    met = {triple for triple in says(f"{TALKS}\n\n{SIDES}") if triple[1] == "MEETS"}

    assert met == {
        ("Ana Duran", "MEETS", "Carl Berg"),
        ("Carl Berg", "MEETS", "Rui Gomes"),
        ("Ana Duran", "MEETS", "Eva Tamm"),
    }


def test_who_accompanied_somebody_was_not_met_by_them(says: Says) -> None:
    beside = "The Minister was accompanied at the meeting by:\n\n- Rui Gomes, State Secretary"
    stated = says(f"{TALKS}\n\n{beside}")

    assert ("Carl Berg", "MEETS", "Rui Gomes") in stated
    assert ("Ana Duran", "MEETS", "Rui Gomes") not in stated
