"""Officials without a name stand for the state or body they are said to be of."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "two-states": (
        "Minister Ana Duran will meet with Estonian and Latvian officials.",
        {("Ana Duran", "MEETS", "Estonia"), ("Ana Duran", "MEETS", "Latvia")},
    ),
    "representing": (
        "Delegations representing Estonia and Latvia met on Monday.",
        {("Estonia", "MEETS", "Latvia")},
    ),
    "in-the-capital": (
        "In Bangkok, Minister Ana Duran will meet with senior officials.",
        {("Ana Duran", "MEETS", "Thailand")},
    ),
    "counterparts-in-capitals": (
        "Minister Ana Duran spoke by telephone with her counterparts in Tallinn and Riga.",
        {("Ana Duran", "MEETS", "Estonia"), ("Ana Duran", "MEETS", "Latvia")},
    ),
    "while-there": (
        "While in Brazil, Minister Ana Duran will consult with other government leaders.",
        {("Ana Duran", "MEETS", "Brazil")},
    ),
    "travelling-to-meet": (
        "Minister Ana Duran will travel to Ankara to engage with government officials.",
        {("Ana Duran", "MEETS", "Türkiye")},
    ),
    "offices-in-capitals": (
        "Minister Ana Duran spoke with Defence Ministers from Estonia, Latvia and the Netherlands.",
        {("Ana Duran", "MEETS", "Estonia"), ("Ana Duran", "MEETS", "Netherlands")},
    ),
    "ambassadors-received": (
        "Minister Ana Duran received ambassadors of Estonia and Latvia.",
        {("Ana Duran", "MEETS", "Estonia"), ("Ana Duran", "MEETS", "Latvia")},
    ),
    "said-before": (
        "Minister Ana Duran will visit Brazil on Monday. She will meet with government officials.",
        {("Ana Duran", "MEETS", "Brazil")},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_officials_stand_for_their_state(
    says: Says, body: str, expected: set[tuple[str, str, str]]
) -> None:
    assert says(body) >= expected


@pytest.mark.parametrize(
    "body",
    [
        "In Brazil, Minister Ana Duran will meet with business leaders.",
        "In Brazil, Minister Ana Duran will meet with leaders from across the region.",
        "In Lisbon, Minister Ana Duran will meet with senior officials.",
        "In Brussels, Minister Ana Duran will meet with senior officials.",
        "Minister Ana Duran met representatives of the Brazilian business community.",
    ],
    ids=["business", "region", "at-home", "seat-of-bodies", "community"],
)
def test_leaders_who_are_not_of_the_state_do_not_stand_for_it(says: Says, body: str) -> None:
    assert not [found for found in says(body) if found[1] == "MEETS"]


ORDERS = {
    "directed": "Minister Ana Duran directed the National Police of Estonia to open an inquiry.",
    "commanded": "President Ana Duran commanded the Estonian Navy to withdraw.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", ORDERS.values(), ids=ORDERS)
def test_who_orders_a_body_to_do_something_is_not_its_head(says: Says, body: str) -> None:
    bodies = {thing for _, relation, thing in says(body) if relation == "REPRESENTS"}

    assert bodies <= {"Portugal", "Ministry of Foreign Affairs of Portugal"}


@pytest.mark.model
def test_who_commands_a_body_is_its_head(says: Says) -> None:
    found = says("Admiral Ana Duran, who commands the Estonian Navy, spoke.")

    assert ("Ana Duran", "REPRESENTS", "Estonian Navy") in found


HEADED = "Ana Duran, Director of Europol, was in Estonia. {} met Mayor Carl Berg. "


@pytest.mark.parametrize("head", ["The head of Europol", "Europol’s head", "The Europol chief"])
def test_the_head_of_a_body_is_the_only_one_with_an_office_there(says: Says, head: str) -> None:
    met = {(s, o) for s, r, o in says(HEADED.format(head)) if r == "MEETS"}

    assert met == {("Ana Duran", "Carl Berg")}


@pytest.mark.parametrize(
    "further",
    [
        "Eva Tamm, Director of Operations at Europol, spoke.",
        "Eva Tamm, Director of Europol, spoke.",
    ],
)
def test_the_head_of_a_body_with_several_officials_is_the_body(says: Says, further: str) -> None:
    found = says(HEADED.format("The head of Europol") + further)

    assert ("Ana Duran", "MEETS", "Carl Berg") not in found


def test_a_spokesperson_is_not_the_head_of_a_body(says: Says) -> None:
    found = says(HEADED.format("The head of Europol").replace("Director", "Spokesperson"))

    assert ("Ana Duran", "MEETS", "Carl Berg") not in found
