"""Who travels where: joined stops, companions, home, and what "our country" means."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


JOURNEYS = {
    "second-stop": (
        "Ana Duran will pay a visit to Estonia on 3 May and to Latvia on 5 May.",
        ("Ana Duran", "Latvia"),
    ),
    "our-country": (
        "Minister Eva Tamm of Estonia, who is on a visit to our country, met Ana Duran.",
        ("Eva Tamm", "Portugal"),
    ),
    "leaving": ("Ana Duran will depart the island for Tallinn.", ("Ana Duran", "Tallinn")),
    "companion": (
        "Foreign Minister Ana Duran visited Estonia. State Secretary Carl Berg accompanied her.",
        ("Carl Berg", "Estonia"),
    ),
    "companion-of-a-cardinal": (
        "Cardinal Ana Duran will visit Estonia. Archbishop Carl Berg will accompany the Cardinal.",
        ("Carl Berg", "Estonia"),
    ),
    "with-a-companion": (
        "Minister Ana Duran visited Camp Harbour with Ambassador Carl Berg.",
        ("Carl Berg", "Camp Harbour"),
    ),
    "at-the-end": (
        "Ana Duran praised the plan at the end of a three-day visit to Estonia.",
        ("Ana Duran", "Estonia"),
    ),
    "said-at-the-end": (
        "“This is a start,” said Ana Duran at the end of a visit to Estonia.",
        ("Ana Duran", "Estonia"),
    ),
    "in-the-course": (
        "In the course of a mission to Latvia and Estonia, Ana Duran gave an interview.",
        ("Ana Duran", "Estonia"),
    ),
    "ending": (
        "Ending a mission to Estonia, Ana Duran urged the world not to look away.",
        ("Ana Duran", "Estonia"),
    ),
    "in-the-company-of": (
        "Minister Ana Duran travelled on to Estonia in the company of Ambassador Carl Berg.",
        ("Carl Berg", "Estonia"),
    ),
}


@pytest.mark.parametrize(("body", "visit"), JOURNEYS.values(), ids=JOURNEYS.keys())
def test_a_journey_is_a_visit(says: Says, body: str, visit: tuple[str, str]) -> None:
    assert visit in {(s, o) for s, r, o in says(body) if r == "VISITS"}


def test_nobody_visits_the_own_state(says: Says) -> None:
    body = (
        "Eva Tamm, Minister of Justice of Estonia, received Carl Berg, Minister of Justice of "
        "Latvia, during his visit to Estonia."
    )

    assert ("Eva Tamm", "VISITS", "Estonia") not in says(body)


def test_who_invites_to_the_own_state_does_not_visit_it(says: Says) -> None:
    found = says(
        "At the invitation of the President of Oman, Carl Berg, the President of Estonia, "
        "Eva Tamm is on a State Visit to Oman from 4-6 May 2024."
    )

    assert {s for s, r, o in found if (r, o) == ("VISITS", "Oman")} == {"Eva Tamm"}


@pytest.mark.parametrize(
    "body",
    [
        "Ana Duran is active in Estonia.",
        "In Estonia, Ana Duran was Director of the Harbour Council.",
        "Ana Duran moved to Estonia for work.",
    ],
    ids=["active", "was-director", "moved"],
)
def test_a_life_is_no_journey(says: Says, body: str) -> None:
    assert not {t for t in says(body) if t[1] == "VISITS"}


def test_who_is_received_during_a_visit_is_the_visitor(says: Says) -> None:
    found = says("Ana Duran received Carl Berg, a banker, during his first visit to Mongolia.")

    assert {s for s, r, o in found if (r, o) == ("VISITS", "Mongolia")} == {"Carl Berg"}


FORMAL = {
    "state-visit": ("Ana Duran is on a State Visit to Oman.", "VISITS", "Oman"),
    "official-working-visit": (
        "Ana Duran will undertake an Official Working Visit to Oman.", "VISITS", "Oman",
    ),
    "courtesy-call": ("Ana Duran paid a Courtesy Call on Carl Berg.", "MEETS", "Carl Berg"),
    "bilateral-meeting": (
        "Ana Duran held a Bilateral Meeting with Carl Berg.", "MEETS", "Carl Berg",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "relation", "end"), FORMAL.values(), ids=FORMAL.keys())
def test_formal_capitals_hide_no_deed(says: Says, body: str, relation: str, end: str) -> None:
    assert ("Ana Duran", relation, end) in says(body)


def test_the_body_of_a_traveller_does_not_travel_by_its_acronym(says: Says) -> None:
    found = says("Ms Ana Duran, Director of the Harbour Agency (HA), visited Estonia.")

    assert ("Ana Duran", "VISITS", "Estonia") in found
    assert ("Harbour Agency", "VISITS", "Estonia") not in found


NO_VISITS = {
    "by-video": "Minister Ana Duran gave a lecture at Brenna University by video.",
    "online": "Minister Ana Duran gave an online lecture at Brenna University.",
    "in-a-letter": "Minister Ana Duran addressed students at Brenna University in a letter.",
    "for-years": "Ana Duran held lectures at Brenna University from 1999 to 2003.",
    "young": "Minister Ana Duran met students at Brenna University when she was young.",
    "as-a-student": "Minister Ana Duran spent two years in Estonia as a student.",
    "as-a-child": "Ana Duran had spent ten weeks in Estonia as a child.",
    "career": "Ana Duran came to Europol in 1998.",
    "post": "Ana Duran went to Europol as a lawyer.",
    "invited": "Carl Berg invited Minister Ana Duran to visit Estonia.",
    "invited-to-pay": "Minister Ana Duran accepted an invitation to pay a visit to Estonia.",
    "invitation-handed-over": "Minister Ana Duran handed an invitation to a king to visit Riga.",
    "invited-for": "Minister Ana Duran accepted an invitation for a visit to Estonia.",
}


@pytest.mark.parametrize("body", NO_VISITS.values(), ids=NO_VISITS)
def test_a_career_youth_invitation_or_voice_from_afar_is_no_visit(says: Says, body: str) -> None:
    assert not [t for t in says(body) if t[1] == "VISITS"]


def test_who_joins_one_leg_of_a_journey_is_not_on_the_others(says: Says) -> None:
    found = says(
        "On Monday Minister Ana Duran will travel to Berlin for talks.\n\n"
        "On Tuesday, the Minister will travel to Riga, joined by Judge Carl Berg, for a concert."
    )

    assert {t for t in found if t[:2] == ("Carl Berg", "VISITS")} == {
        ("Carl Berg", "VISITS", "Riga")
    }


def test_companions_go_where_their_block_says(says: Says) -> None:
    found = says(
        "Minister Ana Duran arrived in Riga yesterday.\n\nThe Minister is on a State Visit to "
        "Latvia. She is accompanied by Judge Carl Berg."
    )

    assert ("Carl Berg", "VISITS", "Latvia") in found


ACCOMPANIED = {
    "pronoun": "Minister Ana Duran yesterday visited the roadworks in Ostvik. She was accompanied "
    "by Judge Carl Berg and the Mayor of Ostvik, Dan Holt.",
    "who": "Minister Ana Duran yesterday visited the roadworks in Ostvik. Minister Duran, who was "
    "accompanied by Judge Carl Berg and Mayor Dan Holt, thanked the men.",
}


@pytest.mark.parametrize("body", ACCOMPANIED.values(), ids=ACCOMPANIED)
def test_who_accompanies_a_visitor_visits_the_same(says: Says, body: str) -> None:
    visitors = {s for s, r, o in says(body) if (r, o) == ("VISITS", "Ostvik")}

    assert visitors == {"Ana Duran", "Carl Berg", "Dan Holt"}


def test_who_accompanies_another_visits_nothing(says: Says) -> None:
    found = says(
        "Minister Ana Duran yesterday visited the roadworks in Ostvik. Minister Eva Tamm was "
        "accompanied by Judge Carl Berg."
    )

    assert not {t for t in found if t[:2] == ("Carl Berg", "VISITS")}


RETURNED = (
    "President Ana Duran returned to Tallinn this evening from Riga, where she attended the Baltic "
    "Summit. She thanked all the other leaders.\n\n"
)


def test_who_accompanies_a_traveller_was_where_the_release_begins(says: Says) -> None:
    found = says(RETURNED + "The President was accompanied by Judge Carl Berg and Mayor Dan Holt.")

    assert {s for s, r, o in found if (r, o) == ("VISITS", "Riga")} == {
        "Ana Duran", "Carl Berg", "Dan Holt",
    }  # fmt: skip


def test_who_is_beside_a_traveller_at_something_else_was_not_there(says: Says) -> None:
    found = says(
        RETURNED + "Later the President opened, accompanied by Judge Carl Berg, the new archive."
    )

    assert not {t for t in found if t[:2] == ("Carl Berg", "VISITS")}


def test_who_has_a_visit_together_with_others_is_not_alone(says: Says) -> None:
    found = says("Minister Ana Duran, together with Judge Carl Berg, had a working visit to Riga.")

    assert {s for s, r, o in found if (r, o) == ("VISITS", "Riga")} == {"Ana Duran", "Carl Berg"}
