"""Descriptions mean those of whom the text told what they say: hosts, parties, guests, sites."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

BALTIC = (
    "Minister Ana Duran met Minister Dan Holt of Estonia, Minister Eva Tamm of Latvia and "
    "Minister Nils Moe of Lithuania. She thanked the {} for their support of Ukraine."
)
CALL = (
    "Minister Ana Duran spoke today with Minister Dan Holt of Estonia and Minister Eva Tamm of "
    "Latvia. "
)

CASES = {
    "where-it-is-held": (
        "Exercise Iron Quay took place in Latvia in May. The host nation contributed to the "
        "exercise, which was led by Estonia.",
        {("Latvia", "SUPPORTS", "Exercise Iron Quay")},
    ),
    "where-it-brought-people": (
        "Some 900 rescuers spent the week in northern Latvia for “Storm Quay”, a field exercise of "
        "the Harbour Council. The cost of the exercise was borne by the host nation.",
        {("Latvia", "FUNDS", "Storm Quay")},
    ),
    "who-hosts-it": (
        "Latvia hosts Exercise Iron Quay in May. Troops from Estonia join the exercise. The host "
        "country funds the exercise.",
        {("Latvia", "FUNDS", "Exercise Iron Quay")},
    ),
    "states-of-a-group": (
        BALTIC.format("Baltic states"),
        {(state, "SUPPORTS", "Ukraine") for state in ("Estonia", "Latvia", "Lithuania")},
    ),
    "officials-of-a-group": (
        BALTIC.format("Baltic foreign ministers"),
        {(name, "SUPPORTS", "Ukraine") for name in ("Dan Holt", "Eva Tamm", "Nils Moe")},
    ),
    "those-of-a-call": (
        CALL + "Participants expressed their support for Ukraine.",
        {(name, "SUPPORTS", "Ukraine") for name in ("Ana Duran", "Dan Holt", "Eva Tamm")},
    ),
    "sides-of-a-call": (
        CALL + "The parties expressed their support for Ukraine.",
        {(name, "SUPPORTS", "Ukraine") for name in ("Ana Duran", "Dan Holt", "Eva Tamm")},
    ),
    "body-by-its-noun": (
        "Minister Ana Duran visited the Harbour Academy. The academy supports Ukraine.",
        {("Harbour Academy", "SUPPORTS", "Ukraine")},
    ),
    "two-bodies-by-their-noun": (
        "The Harbour Agency and the Coast Agency met on Monday. Both agencies support Ukraine.",
        {(body, "SUPPORTS", "Ukraine") for body in ("Harbour Agency", "Coast Agency")},
    ),
    "its-officer-after-a-passive": (
        "The plan is looked after by the Harbour Agency. Its experts support Ukraine.",
        {("Harbour Agency", "SUPPORTS", "Ukraine")},
    ),
    "government-of-a-transition": (
        "Minister Ana Duran travelled to Mali on Monday. She will meet officials of the transition "
        "government.",
        {("Ana Duran", "MEETS", "Mali")},
    ),
    "the-country": (
        "Minister Ana Duran met the President of Mali, Eva Tamm. Ms Duran will travel to the "
        "country in May.",
        {("Ana Duran", "VISITS", "Mali")},
    ),
    "states-of-two-ministers": (
        "Minister Ana Duran of Portugal met Minister Dan Holt of Estonia. Both countries support "
        "Ukraine.",
        {(state, "SUPPORTS", "Ukraine") for state in ("Portugal", "Estonia")},
    ),
    "governments-of-two-ministers": (
        "Minister Ana Duran of Portugal met Minister Dan Holt of Estonia. She then received Ms "
        "Eva Tamm. The two governments support Ukraine.",
        {(state, "SUPPORTS", "Ukraine") for state in ("Portugal", "Estonia")},
    ),
    "there-where-some-train": (
        "Latvia joined Operation HARBOUR on Monday. Norway and Estonia train there as well.",
        {("Operation HARBOUR", "INVOLVES", state) for state in ("Norway", "Estonia")},
    ),
    "those-who-teach-there": (
        "Latvia joined Operation HARBOUR on Monday. Norway and Estonia are among those teaching "
        "there.",
        {("Operation HARBOUR", "INVOLVES", state) for state in ("Norway", "Estonia")},
    ),
    "official-of-a-state": (
        CALL + "The Estonian diplomat will visit Porto.",
        {("Dan Holt", "VISITS", "Porto")},
    ),
    "high-guest": (
        "Minister Ana Duran spoke with Secretary General Nils Moe of the Harbour Council, who is "
        "on a two-day visit to Portugal. Earlier, the high guest had met Jo Abel.",
        {("Jo Abel", "MEETS", "Nils Moe")},
    ),
    "visiting-official": (
        "Minister Nils Moe of Latvia visited Portugal on Monday. Ana Duran spoke first. Then the "
        "visiting official met Jo Abel.",
        {("Jo Abel", "MEETS", "Nils Moe")},
    ),
    "rank-alone": (
        "Admiral Carl Berg opened the day. The Admiral then called on Minister Nils Moe of "
        "Latvia.\n\nFrom Lisbon he went on to Riga.",
        {("Carl Berg", "VISITS", "Riga")},
    ),
    "same-camp": (
        "Minister Ana Duran inspected troops at Camp Iron in Riga. Exercise Iron Quay was held at "
        "the same camp.",
        {("Exercise Iron Quay", "HELD_IN", "Camp Iron")},
    ),
    "in-the-city": (
        "Minister Ana Duran arrived in Riga on Monday. Minister Dan Holt, who was in the city on "
        "Tuesday, met Eva Tamm.",
        {("Dan Holt", "VISITS", "Riga")},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_a_description_means_whom_the_text_told_of(
    says: Says, body: str, expected: set[tuple[str, str, str]]
) -> None:
    assert says(body) >= expected


def test_the_guest_is_the_one_received_last(says: Says) -> None:
    body = (
        "Prime Minister Carl Berg of Norway visited Porto on Monday. On Friday Minister Ana Duran "
        "received Ambassador Nils Moe of Latvia. The distinguished guest then met Minister Jo Abel."
    )

    assert ("Carl Berg", "Jo Abel") not in {(s, o) for s, _, o in says(body)}


OTHERS = {
    "host-nation-support": "Exercise Iron Quay took place in Latvia in May. Peru gave host nation "
    "support to the exercise.",
    "two-hosts": "Exercise Iron Quay took place in Latvia and Estonia. The host nation contributed "
    "to the exercise.",
    "talked-of": "In Riga, Minister Ana Duran spoke about the Porto Summit. The host country "
    "contributed to the summit.",
    "not-all-named": CALL.replace("Latvia", "Peru")
    + "Ana Duran thanked the Baltic states for their support of Ukraine.",
    "of-another": CALL + "A seminar followed. The participants of the seminar support Ukraine.",
    "long-ago": CALL + "\n\nThe day was fine.\n\nParticipants support Ukraine.",
    "all-parties": CALL + "All parties support Ukraine.",
    "another": "Minister Ana Duran visited Latvia. A high-level official supports Ukraine.",
    "two-captains": "Captain Carl Berg met Captain Nils Moe. The captain supports Ukraine.",
    "no-officer": "General Carl Berg spoke. The general public supports Ukraine.",
    "of-a-ship": "Captain Carl Berg spoke. The captain of the Spanish frigate supports Ukraine.",
    "who-leads": "General Carl Berg spoke. The general who leads the brigade supports Ukraine.",
    "some-of-a-group": BALTIC.replace(
        "She thanked the {} for their support of", "Some Baltic states support"
    ),
    "two-of-a-group": BALTIC.replace(
        "She thanked the {} for their support of", "Two Baltic states support"
    ),
    "officials-of-a-group-not-all-named": CALL + "The Baltic ministers support Ukraine.",
    "other-officials-of-a-group": BALTIC.format("Baltic presidents"),
    "next-host": "Exercise Iron Quay took place in Latvia. The next host country supports Ukraine.",
    "host-of-another": "Exercise Iron Quay took place in Latvia. The host country of the World Cup "
    "supports Ukraine.",
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS.keys())
def test_other_words_mean_nobody(says: Says, body: str) -> None:
    backers = {subject for subject, relation, _ in says(body) if relation == "SUPPORTS"}

    assert backers <= {"Peru"}


def test_two_of_one_state_are_no_two_countries(says: Says) -> None:
    found = says(
        "Minister Ana Duran of Portugal met Minister Dan Holt of Portugal. Both countries support "
        "Ukraine."
    )

    assert not [triple for triple in found if triple[1] == "SUPPORTS"]


def test_there_after_another_place_is_no_exercise(says: Says) -> None:
    found = says(
        "Estonia joined Operation HARBOUR. Ms Ana Duran flew to Lisbon. Later, she visited Porto. "
        "Latvian customs officers train there."
    )

    assert ("Latvia", "PARTICIPATES_IN", "Operation HARBOUR") not in found


def test_there_that_opens_a_sentence_is_nothing(says: Says) -> None:
    found = says("Latvia joined Operation HARBOUR. There is a port in Estonia.")

    assert ("Operation HARBOUR", "INVOLVES", "Estonia") not in found


def test_two_countries_that_are_named_at_once_are_no_others(says: Says) -> None:
    found = says(
        "Minister Ana Duran of Portugal met Minister Dan Holt of Estonia. Both countries, Peru and "
        "Chile, support Ukraine."
    )

    assert ("Estonia", "SUPPORTS", "Ukraine") not in found


def test_the_authority_to_do_something_is_no_body(says: Says) -> None:
    found = says(
        "The authority to support Ukraine was given on Monday.", source="Harbour Authority"
    )

    assert found == set()


def test_a_noun_means_the_place_that_has_it_in_its_name(says: Says) -> None:
    found = says(
        "The drill ended at Torsk Air Base in Latvia. Sappers from Malta were there.\n\n"
        "Minister Ana Duran visited the base on Monday."
    )

    assert ("Ana Duran", "VISITS", "Torsk Air Base") in found


def test_what_a_state_in_points_leads_has_it_in_its_name(says: Says) -> None:
    found = says("Minister Ana Duran praised the U.S.-led mission in Torsk.")

    assert ("United States", "LEADS", "U.S.-led mission in Torsk") in found
