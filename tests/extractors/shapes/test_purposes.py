"""A meeting and what it is for."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

EXERCISE = "Exercise Iron Meadow"


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        (f"A planning conference for {EXERCISE} was hosted by Latvia in Riga.", "HOSTS"),
        (f"A conference to plan {EXERCISE} was held in Riga.", "HELD_IN"),
        (f"The meeting to prepare for {EXERCISE} was organised by Latvia.", "ORGANISES"),
        (f"The last meeting ahead of {EXERCISE} was chaired by Captain Carl Berg.", "LEADS"),
    ],
    ids=["hosted", "held", "organised", "chaired"],
)
def test_what_a_meeting_is_for_is_not_what_is_held(says: Says, body: str, relation: str) -> None:
    ends = [{one, other} for one, told, other in says(body) if told == relation]

    assert len(ends) == 1
    assert EXERCISE not in ends[0]


@pytest.mark.parametrize(
    "body",
    [
        f"The seminar discussed {EXERCISE}, which is led by Latvia.",
        f"After a meeting on {EXERCISE}, Latvia agreed to lead {EXERCISE}.",
        f"{EXERCISE} is led by Latvia.",
    ],
    ids=["of-its-own", "again", "alone"],
)
def test_what_is_told_of_the_purpose_itself_stays(says: Says, body: str) -> None:
    assert ("Latvia", "LEADS", EXERCISE) in says(body)
