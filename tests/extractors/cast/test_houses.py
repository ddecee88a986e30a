"""Bodies that are only ever where something is held are places."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

EVENT = "The Porto Conference was held at the National Harbour Academy on Friday."


def test_an_event_is_held_in_the_house_of_a_body(says: Says) -> None:
    assert ("Porto Conference", "HELD_IN", "National Harbour Academy") in says(EVENT)


DOING = {
    "does-something": "The National Harbour Academy organised the workshop.",
    "has-an-official": "Carl Berg, Director of the National Harbour Academy, spoke.",
}


@pytest.mark.parametrize("more", DOING.values(), ids=DOING)
def test_a_body_that_is_more_than_a_house_stays_a_body(says: Says, more: str) -> None:
    assert not [thing for _, relation, thing in says(f"{EVENT} {more}") if relation == "HELD_IN"]


@pytest.mark.parametrize(
    "house", ["Bank of Porto", "Peruvian Consulate General", "Ministry of Fish"]
)
def test_a_house_is_known_by_the_head_of_its_name(says: Says, house: str) -> None:
    found = says(f"The Porto Conference was held at the {house} on Friday.")

    assert ("Porto Conference", "HELD_IN", house) in found


def test_what_lies_on_the_grounds_of_a_house_leaves_it_a_body(says: Says) -> None:
    found = says("The Porto Conference was held at the University of Torsk's Harbour Campus.")

    assert not [t for t in found if t[1] == "HELD_IN" and t[2] == "University of Torsk"]
