"""Lists and lines that belong to the event of their own paragraph or line."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def test_a_label_speaks_of_the_event_of_its_paragraph(says: Says) -> None:
    body = (
        "The Porto Summit ended. Speakers: Ms Ana Duran and Mr Carl Berg.\n\n"
        "The Ostvik Seminar began. Speakers: Mr Dan Holt and Ms Eva Tamm."
    )

    found = {triple for triple in says(body) if triple[1] == "PARTICIPATES_IN"}

    assert found == {
        ("Ana Duran", "PARTICIPATES_IN", "Porto Summit"),
        ("Carl Berg", "PARTICIPATES_IN", "Porto Summit"),
        ("Dan Holt", "PARTICIPATES_IN", "Ostvik Seminar"),
        ("Eva Tamm", "PARTICIPATES_IN", "Ostvik Seminar"),
    }


def test_a_line_of_a_schedule_names_the_venue_behind_the_event(says: Says) -> None:
    body = (
        "Monday, 13 May 2024\n\n"
        "14:00 Minister Ana Duran opens the Ostvik Water Conference, Hotel Metropole\n"
        "16:00 Ms Eva Tamm speaks at the Porto Seminar"
    )

    assert ("Ostvik Water Conference", "HELD_IN", "Hotel Metropole") in says(body)


@pytest.mark.parametrize(
    ("event", "there"),
    [("meeting of the Clear Rivers Group", True), ("meeting with Mr Dan Holt", False)],
    ids=["of-a-group", "with-somebody"],
)
def test_a_list_of_participants_is_one_of_a_meeting_of_many(
    says: Says, event: str, there: bool
) -> None:
    body = (
        f"Ms Ana Duran chaired a {event} on Monday. Participants included:\n\n"
        "- Mr Carl Berg, Prime Minister of Malta"
    )

    found = [t for t in says(body) if t[:2] == ("Carl Berg", "PARTICIPATES_IN")]
    assert bool(found) is there


def test_those_of_a_list_come_along_on_a_visit(says: Says) -> None:
    body = (
        "Officials who participated in the visit:\n\n"
        "- Mr Carl Berg, Minister of Health\n- Ms Eva Tamm, Minister of Justice"
    )

    found = says(body, title="Visit to the Border Region by Senior Officials")

    assert {s for s, r, _ in found if r == "PARTICIPATES_IN"} == {"Carl Berg", "Eva Tamm"}


def test_nobody_is_at_an_anniversary_that_is_marked(says: Says) -> None:
    body = (
        "They marked the 30th Anniversary of Independence. Also present were Mr Carl Berg and "
        "Ms Eva Tamm."
    )

    assert not [triple for triple in says(body) if triple[1] == "PARTICIPATES_IN"]
