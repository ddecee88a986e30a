"""Pronouns, surnames and bare titles mean the person named before."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "she-over-two-sentences": (
        "Minister Ana Duran of Portugal and Mr Carl Berg arrived in Riga on Monday. She met "
        "Minister Dan Holt there. Later she spoke with Minister Eva Tamm.",
        {("Ana Duran", "MEETS", "Dan Holt"), ("Ana Duran", "MEETS", "Eva Tamm")},
    ),
    "he-is-the-man": (
        "Ms Ana Duran received Mr Carl Berg on Monday. He will visit Estonia in June.",
        {("Carl Berg", "VISITS", "Estonia")},
    ),
    "she-is-the-woman": (
        "Ms Ana Duran received Mr Carl Berg on Monday. She will attend the Porto Summit.",
        {("Ana Duran", "PARTICIPATES_IN", "Porto Summit")},
    ),
    "he-after-a-paragraph": (
        "Mr Carl Berg was received by Minister Nils Moe. The minister praised the plan.\n\n"
        "On Friday he travelled to Estonia.",
        {("Carl Berg", "VISITS", "Estonia")},
    ),
    "he-who-took-over": (
        "Minister Nils Moe opened the day. Mr Carl Berg then took the floor.\n\n"
        "He travelled to Estonia afterwards.",
        {("Carl Berg", "VISITS", "Estonia")},
    ),
    "he-who-spoke-last": (
        "Mr Carl Berg praised Minister Nils Moe. “We agree,” Mr Moe said.\n\n"
        "On Friday he travelled to Estonia.",
        {("Nils Moe", "VISITS", "Estonia")},
    ),
    "he-whom-others-joined": (
        "Mr Carl Berg signed the plan. The signing was attended by Mr Nils Moe. On Friday he "
        "travelled to Estonia.",
        {("Carl Berg", "VISITS", "Estonia")},
    ),
    "she-in-the-same-sentence": (
        "On 3 May, Ms Ana Duran met Mr Carl Berg, and on 4 May she met Ms Eva Tamm.",
        {("Ana Duran", "MEETS", "Carl Berg"), ("Ana Duran", "MEETS", "Eva Tamm")},
    ),
    "surname-alone": (
        "Prime Minister Ana Duran of Portugal opened the session. Duran will meet President "
        "Carl Berg of Estonia on Friday.",
        {("Ana Duran", "MEETS", "Carl Berg")},
    ),
    "honorific-and-surname": (
        "Prime Minister Ana Duran of Portugal opened the session. Ms Duran will visit Latvia.",
        {("Ana Duran", "VISITS", "Latvia")},
    ),
    "title-in-small-letters": (
        "Foreign Minister Ana Duran attended a forum. The minister also met Carl Berg.",
        {("Ana Duran", "MEETS", "Carl Berg")},
    ),
    "title-that-one-holds": (
        "Foreign Minister Ana Duran met President Carl Berg of Estonia. The president will visit "
        "Porto.",
        {("Carl Berg", "VISITS", "Porto")},
    ),
    "he-whose-visit-it-is": (
        "Prime Minister Dan Abel will meet Prime Minister Carl Berg of Estonia. During Prime "
        "Minister Berg's visit, he will meet Olga Rossi. Later, he is going to visit Porto.",
        {("Carl Berg", "MEETS", "Olga Rossi"), ("Carl Berg", "VISITS", "Porto")},
    ),
    "office-before-the-name": (
        "The current chairman of the OSCE, the Minister of Foreign Affairs of Finland, Carl Berg, "
        "will visit Estonia.",
        {("Carl Berg", "VISITS", "Estonia"), ("Carl Berg", "REPRESENTS", "OSCE")},
    ),
    "head-of-state": (
        "President Ana Duran opened the forum. The Head of State will visit Estonia.",
        {("Ana Duran", "VISITS", "Estonia")},
    ),
    "visitor-of-a-tomb": (
        "Minister Jean Abel visited the shrine of Imam Hussein in Porto. He held talks with Carl "
        "Berg.",
        {("Carl Berg", "MEETS", "Jean Abel")},
    ),
    "title-alone": (
        "The President of Estonia, Mr Carl Berg, arrived in Lisbon on Monday. The President met "
        "Minister Ana Duran on Tuesday.",
        {("Ana Duran", "MEETS", "Carl Berg")},
    ),
    "chair-alone": (
        "The Chair of the Harbour Committee, Admiral Carl Berg, opened the session. The Chair "
        "will visit Estonia.",
        {("Carl Berg", "VISITS", "Estonia")},
    ),
    "she-by-the-given-name": (
        "President Carl Berg of Estonia received Minister Monika Duran of Portugal on Monday. "
        "She will visit Latvia in June.",
        {("Monika Duran", "VISITS", "Latvia")},
    ),
    "he-with-whom-the-sentence-begins": (
        "Ms Ana Duran spoke of Mr Dan Holt. Carl Berg, a nominee for the Harbour Council at the "
        "Coast Bureau, where he will meet Ms Eva Tamm.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "his-before-the-subject": (
        "During his visit to Latvia, President Carl Berg of Estonia spoke.",
        {("Carl Berg", "VISITS", "Latvia")},
    ),
    "his-meeting": (
        "Minister Carl Berg of Estonia spoke on Monday. His meeting with Minister Ana Duran of "
        "Portugal lasted an hour.",
        {("Ana Duran", "MEETS", "Carl Berg")},
    ),
    "their-talks": (
        "Minister Carl Berg and Minister Ana Duran arrived on Monday. Their talks with Minister "
        "Dan Holt of Latvia lasted an hour.",
        {("Carl Berg", "MEETS", "Dan Holt"), ("Ana Duran", "MEETS", "Dan Holt")},
    ),
    "its-support": (
        "Estonia welcomed the decision. Its support for Ukraine will go on.",
        {("Estonia", "SUPPORTS", "Ukraine")},
    ),
    "its-members": (
        "The Harbour Council was founded in 1990. Its member states are Estonia, Latvia and "
        "Portugal.",
        {(state, "MEMBER_OF", "Harbour Council") for state in ("Estonia", "Latvia", "Portugal")},
    ),
    "it-is-what-a-sentence-ends-with": (
        "The second day began with lunch. Most of it went to Operation LANTERN. Conceived by "
        "Europol and carried out in May by the police of Latvia, it led to nine arrests.",
        {("Europol", "ORGANISES", "Operation LANTERN")},
    ),
    "it-is-what-a-sentence-explains": (
        "The Harbour Council met. The group told the assembly about LANTERN, a programme on "
        "fishing. It covers Estonia and Peru, and its secretariat was supplied by Latvia.",
        {("LANTERN", "INVOLVES", "Estonia"), ("LANTERN", "INVOLVES", "Peru")},
    ),
    "it-is-what-can-be-carried-out": (
        "Europol announced Operation LANTERN. It was carried out in Latvia.",
        {("Operation LANTERN", "INVOLVES", "Latvia")},
    ),
    "it-is-what-one-takes-part-in": (
        "The programme, called Cold Quay, will be run by Europol. Estonia will provide experts. "
        "Twenty officers from Peru will take part in it from May.",
        {("Peru", "PARTICIPATES_IN", "Cold Quay")},
    ),
    "him-whom-another-receives": (
        "Mr Carl Berg spoke on Monday. Minister Nils Moe received him in Porto.",
        {("Carl Berg", "MEETS", "Nils Moe"), ("Carl Berg", "VISITS", "Porto")},
    ),
    "her-whom-another-meets": (
        "Ms Eva Tamm arrived in Lisbon on Monday. Minister Ana Duran met with her on Tuesday.",
        {("Ana Duran", "MEETS", "Eva Tamm")},
    ),
    "it-is-what-somebody-opened": (
        "Minister Ana Duran of Portugal opened Exercise Iron Quay. It involves troops from Latvia.",
        {("Exercise Iron Quay", "INVOLVES", "Latvia")},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_a_reference_means_the_person_named_before(
    says: Says, body: str, expected: set[tuple[str, str, str]]
) -> None:
    assert says(body) >= expected


def test_a_pronoun_of_the_other_gender_means_nobody(says: Says) -> None:
    found = says("Mr Carl Berg smiled on Monday. She will visit Estonia.")

    assert found == set()


def test_a_pronoun_is_not_who_does_something_to_whom_it_means(says: Says) -> None:
    found = says("Minister Nils Moe received him in Porto.")

    assert ("Nils Moe", "VISITS", "Porto") not in found


def test_who_takes_somebody_along_may_be_meant_by_a_pronoun(says: Says) -> None:
    found = says("Minister Nils Moe will visit Estonia. He takes experts with him to Latvia.")

    assert ("Nils Moe", "VISITS", "Estonia") in found


def test_who_meets_somebody_while_he_does_a_thing_is_who_does_it(says: Says) -> None:
    found = says(
        "Prince Carl Berg received a letter from President Olga Rossi of Chile. The letter was "
        "taken by Minister Nils Moe when he met in Porto with Ambassador Ana Duran of Chile."
    )

    assert ("Ana Duran", "MEETS", "Nils Moe") in found
    assert ("Ana Duran", "MEETS", "Carl Berg") not in found


@pytest.mark.parametrize("mutual", ["between the two of them", "among themselves"])
def test_those_who_talk_by_themselves_talk_to_no_other_one(says: Says, mutual: str) -> None:
    found = says(
        "Ambassador Dan Holt of Latvia and Ambassador Olga Rossi of Peru were present. Minister "
        f"Carl Berg and Minister Ana Duran had a conversation {mutual}."
    )

    assert {t for t in found if t[1] == "MEETS"} == {("Ana Duran", "MEETS", "Carl Berg")}


def test_it_means_the_operation_named_before(says: Says) -> None:
    found = says("Operation HARBOUR ended on Friday. It was led by Europol.")

    assert ("Europol", "LEADS", "Operation HARBOUR") in found


def test_it_that_does_what_bodies_do_is_the_body(says: Says) -> None:
    found = says("The Harbour Council launched Operation LANTERN. It supports Ukraine.")

    assert ("Harbour Council", "SUPPORTS", "Ukraine") in found
    assert ("Operation LANTERN", "INVOLVES", "Ukraine") not in found


def test_its_office_is_no_office_of_an_event(says: Says) -> None:
    found = says(
        "The Harbour Council met. Peace was the topic of the Porto Summit. Its member states are "
        "Estonia and Latvia."
    )

    assert ("Estonia", "MEMBER_OF", "Harbour Council") in found


def test_it_that_is_hosted_is_no_lunch(says: Says) -> None:
    found = says("The ministers met for lunch on Friday. Latvia hosts it this year.")

    assert not [triple for triple in found if triple[1] == "HOSTS"]


def test_a_counterpart_is_not_the_one_whose_counterpart_it_is(says: Says) -> None:
    found = says("Estonia spoke on Monday. Its partners support Ukraine.")

    assert ("Estonia", "SUPPORTS", "Ukraine") not in found


def test_a_word_that_stands_beside_its_subject_leads_to_nobody_else(says: Says) -> None:
    said = says("The United States and Estonia both want to increase trade with each other.")

    assert said == set()


def test_a_title_that_two_hold_means_neither(
    says: Callable[..., set[tuple[str, str, str]]],
) -> None:
    found = says("Minister Ana Duran met Minister Carl Berg. The minister will visit Porto.")

    assert not [triple for triple in found if triple[1] == "VISITS"]


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran spoke with Minister Carl Berg of Estonia. Minister Duran stressed that "
        "Portugal and Estonia are close. They looked forward to meeting again.",
        "The current chairman of the OSCE, Minister Carl Berg, will meet Ana Duran.",
        "During my visit to Porto, Minister Ana Duran spoke with Minister Carl Berg of Estonia.",
    ],
    ids=["praised states", "explained office", "my visit"],
)
def test_no_other_one_meets_or_visits(
    says: Callable[..., set[tuple[str, str, str]]], body: str
) -> None:
    found = {(a, b) for a, r, b in says(body) if r in {"MEETS", "VISITS"}}

    assert found == {("Ana Duran", "Carl Berg")}


def test_their_trip_is_that_of_the_delegation(
    says: Callable[..., set[tuple[str, str, str]]],
) -> None:
    found = says(
        "In Lisbon, the delegation of Peru met with Ana Duran and Carl Berg. During their trip to "
        "Estonia, the delegation will meet Dan Holt."
    )

    assert not {triple for triple in found if triple[1:] == ("VISITS", "Estonia")}


def test_nine_who_do_it_are_not_whom_a_pronoun_means(says: Says) -> None:
    others = "Ana Duran, Carl Berg, Ole Dahl, Eva Lund, Ivan Petrov, Maria Rossi, Jan Novak, Hans"
    found = says(
        "Minister Laura Koch of Austria arrived in Lima. "
        f"{others} Weber and Laura Koch met her in Lima."
    )

    assert [triple for triple in found if "MEETS" in triple] == []


def test_a_pronoun_means_the_last_of_many_who_act(says: Says) -> None:
    states = "Norway Chile Spain Ghana Italy Japan France India".split()
    clauses = ", ".join(f"{state} supports Peru" for state in states)
    found = says(f"{clauses}, and Minister Ana Duran of Austria said that she would visit Lima.")

    assert ("Ana Duran", "VISITS", "Lima") in found


def test_he_is_an_official_without_name_and_not_whom_that_one_met(says: Says) -> None:
    found = says(
        "The Minister of Defence of Peru received General Carl Berg of Estonia, Chief of Defence "
        "of Estonia. The Peruvian Defence Minister praised the general's work. He later met Ana "
        "Duran."
    )

    assert ("Ana Duran", "MEETS", "Peru") in found
    assert ("Ana Duran", "MEETS", "Carl Berg") not in found


def test_he_is_the_person_named_last_who_may_hold_the_office(says: Says) -> None:
    found = says(
        "Carl Berg, Minister of Defence of Peru, arrived. The Peruvian delegate praised the work. "
        "He later met Ana Duran."
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in found


@pytest.mark.parametrize(
    "host",
    ["The Lebanese Prime Minister received him.", "The Lebanese Prime Minister praised Norway."],
    ids=["him", "nobody"],
)
def test_a_guest_stays_who_he_is_behind_a_host_without_a_name(says: Says, host: str) -> None:
    found = says(f"Minister Carl Berg of Norway visited Beirut. {host} He also visited Tripoli.")

    assert ("Carl Berg", "VISITS", "Tripoli") in found
