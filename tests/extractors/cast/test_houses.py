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
