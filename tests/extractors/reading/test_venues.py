"""Where events are held, in many words."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

HELD = ("Porto Conference", "HELD_IN", "Lisbon")


@pytest.mark.parametrize(
    "body",
    [
        "Ms Ana Duran leaves for Lisbon, where she is to take part in the Porto Conference.",
        "Ms Ana Duran, who is visiting Lisbon to attend the Porto Conference, met Mr Carl Berg.",
        "Ms Ana Duran is in Lisbon this week to take part in the Porto Conference.",
        "Ms Ana Duran spoke at the Porto Conference, held on Monday in Lisbon, and left.",
        "The Porto Conference is due to take place in Lisbon.",
        "The Porto Conference is expected to open in Lisbon.",
        "Lisbon, 3 May 2024 – The Porto Conference opened today.",
        "Lisbon, 3 May 2024 – The Porto Conference was opened by Ms Ana Duran.",
        "The ministers gathered in Lisbon on Monday for the Porto Conference.",
        "Ms Ana Duran travels to Lisbon on Monday. There she will attend the Porto Conference.",
    ],
)
def test_an_event_is_held_where_its_guests_come(says: Says, body: str) -> None:
    assert HELD in says(body)


@pytest.mark.parametrize(
    "body",
    [
        "Lisbon, 3 May 2024 – The Porto Conference will open in June.",
        "Lisbon, 3 May 2024 – The Porto Conference opened in Madrid.",
        "Lisbon, 3 May 2024 – The Porto Conference was held by video.",
        "Lisbon, 3 May 2024 – Ms Ana Duran spoke at the Porto Conference.",
    ],
    ids=["ahead", "elsewhere", "nowhere", "spoken-of"],
)
def test_a_dateline_is_no_venue_of_other_events(says: Says, body: str) -> None:
    assert HELD not in says(body)


def test_the_next_event_is_another_one(says: Says) -> None:
    found = says("The Porto Conference ended. The next conference will be held in Lisbon.")

    assert HELD not in found


def test_a_partner_of_a_press_conference_takes_part(says: Says) -> None:
    found = says("Ms Ana Duran spoke in Lisbon at a press conference with Mr Carl Berg.")

    assert ("Carl Berg", "PARTICIPATES_IN", "press conference with Mr Carl Berg") in found


def test_whom_a_host_of_an_event_is_praised_by_visits_nothing(says: Says) -> None:
    body = (
        "Minister Ana Duran praised Carl Berg for the Porto Conference, hosted by Norway in Oslo."
    )

    assert ("Ana Duran", "VISITS", "Oslo") not in says(body)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The ministers held their 48th session in Lisbon on Monday.", "48th session"),
        ("They spoke of the forthcoming fish meeting, to be held in Lisbon.", "fish meeting"),
    ],
    ids=["place-behind-it", "ahead"],
)
def test_an_event_is_not_called_by_where_and_when_it_is(says: Says, body: str, name: str) -> None:
    assert (name, "HELD_IN", "Lisbon") in says(body)
