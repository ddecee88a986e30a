"""Help that does not say to whom it goes, in releases of a disaster."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

TITLES = {
    "floods in a state": "Neighbours respond to floods in northern Peru",
    "a state that is hit": "Help for flood-hit Peru",
    "the floods of a state": "Peru's floods: more teams arrive",
    "aid for a state": "More emergency aid for Peru",
    "a state that receives": "Peru receives humanitarian aid",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_what_is_sent_without_saying_where_goes_to_the_stricken_state(
    says: Says, title: str
) -> None:
    said = says("Chile and Kenya have sent two helicopters and a rescue team.", title=title)

    assert ("Chile", "SUPPORTS", "Peru") in said
    assert ("Kenya", "SUPPORTS", "Peru") in said


@pytest.mark.parametrize(
    "asked",
    [
        "Following a request by Peru, Kenya has sent two helicopters.",
        "Kenya sent two helicopters after Peru's appeal for international help.",
        "Peru has requested assistance. Kenya sent two helicopters.",
        "Peru activated the Civil Protection Mechanism. Kenya sent two helicopters.",
    ],
    ids=["by", "possessive", "requested", "activated"],
)
def test_help_goes_to_the_state_that_has_asked_for_it(says: Says, asked: str) -> None:
    assert ("Kenya", "SUPPORTS", "Peru") in says(asked, title="Helicopters fight forest fire")


def test_a_request_for_something_else_is_none_for_relief(says: Says) -> None:
    asked = "Following a request by Peru, a course began. Kenya sent two helicopters."

    assert ("Kenya", "SUPPORTS", "Peru") not in says(asked, title="Pilots learn")


def test_who_sends_is_also_read_in_the_passive(says: Says) -> None:
    said = says("A field hospital was flown in by Kenya.", title="Earthquake in Peru")

    assert ("Kenya", "SUPPORTS", "Peru") in said


def test_the_state_whose_release_it_is_may_be_the_stricken_one(says: Says) -> None:
    body = "A relief flight for those hit by the floods landed today. Kenya has sent tents."

    assert ("Kenya", "SUPPORTS", "Portugal") in says(body)


ELSEWHERE = {
    "for another state": ("Kenya sent tents to Nepal.", "Floods in Peru"),
    "for an operation": ("Kenya provided two boats to Operation HARBOUR.", "Floods in Peru"),
    "two are stricken": ("Kenya has sent tents.", "Floods in Peru and floods in Chile"),
    "nobody is stricken": ("Kenya has sent two boats.", "Exercise in Peru ends"),
    "nothing is sent": ("Kenya sent an invitation.", "Floods in Peru"),
}


@pytest.mark.parametrize(("body", "title"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_nothing_is_said_of_the_stricken_state_otherwise(says: Says, body: str, title: str) -> None:
    said = says(body, title=title)

    assert not {("Kenya", "SUPPORTS", state) for state in ("Peru", "Chile")} & said
