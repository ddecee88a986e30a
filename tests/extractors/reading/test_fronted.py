"""What stands before a clause is told from those who do something in it."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def of(relation: str, found: set[tuple[str, str, str]]) -> set[tuple[str, str]]:
    return {(a, b) for a, r, b in found if r == relation}


@pytest.mark.parametrize(
    "opening",
    ["According to the ministry", "In a joint effort", "In the margins of the session"],
)
def test_states_behind_an_opening_meet(says: Says, opening: str) -> None:
    found = says(f"{opening}, Estonia, Peru and Kenya held trilateral talks in Porto.")

    assert of("MEETS", found) == {("Estonia", "Kenya"), ("Estonia", "Peru"), ("Kenya", "Peru")}


@pytest.mark.parametrize("opening", ["Besides meeting", "Having met", "After meeting"])
def test_whom_somebody_met_before_goes_nowhere(says: Says, opening: str) -> None:
    found = says(f"{opening} Carl Berg, Minister Ana Duran visited Kenya.")

    assert of("VISITS", found) == {("Ana Duran", "Kenya")}
    assert of("MEETS", found) == {("Ana Duran", "Carl Berg")}


def test_what_is_done_in_addition_is_done_by_the_same(says: Says) -> None:
    found = says("In addition to meeting Carl Berg, Minister Ana Duran visited Kenya.")

    assert of("MEETS", found) == {("Ana Duran", "Carl Berg")}


def test_who_supports_is_not_of_those_who_act(says: Says) -> None:
    found = says("With support from Europol, Chile and Peru carried out Operation HARBOUR.")

    assert ("Europol", "Operation HARBOUR") in of("SUPPORTS", found)
    assert of("INVOLVES", found) == {("Operation HARBOUR", "Chile"), ("Operation HARBOUR", "Peru")}


def test_a_body_before_its_verb_is_no_time(says: Says) -> None:
    found = says("On Monday, Europol coordinated Operation HARBOUR, which was widely welcomed.")

    assert of("COORDINATES", found) == {("Europol", "Operation HARBOUR")}


def test_who_appoints_to_an_office_of_another_body_is_told(says: Says) -> None:
    found = says("Carl Berg was appointed Executive Director of Frontex by ASEAN.")

    assert of("APPOINTS", found) == {("ASEAN", "Carl Berg")}


@pytest.mark.parametrize(
    "end",
    ["with a view to closer ties", "with the aim of ending the war", "prior to the summit"],
)
def test_what_two_meet_for_is_no_other_side(says: Says, end: str) -> None:
    found = says(f"Minister Ana Duran and President Carl Berg of Estonia met {end}.")

    assert of("MEETS", found) == {("Ana Duran", "Carl Berg")}


@pytest.mark.parametrize("opening", ["Despite Peru", "With the help of Peru, Ghana and Malta"])
def test_those_of_an_opening_are_not_joined_to_the_list_behind_it(says: Says, opening: str) -> None:
    found = says(f"{opening}, Norway and Sweden joined NATO.")

    assert of("MEMBER_OF", found) == {("Norway", "NATO"), ("Sweden", "NATO")}
