"""Whom an office represents."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "office-of-several": (
        "Portugal",
        "The Foreign Ministers of Malta, Ana Duran, and of Chile, Carl Berg, met in Riga.",
        {("Ana Duran", "Malta", "Foreign Minister"), ("Carl Berg", "Chile", "Foreign Minister")},
    ),
    "office-of-two-states": (
        "Portugal",
        "The presidents of Peru and Kenya, Ana Duran and Carl Berg, met in Riga.",
        {("Ana Duran", "Peru", "president"), ("Carl Berg", "Kenya", "president")},
    ),
    "office-of-several-with-honorifics": (
        "Portugal",
        "The Foreign Ministers of Malta, Ms. Ana Duran, and of Chile, Mr. Carl Berg, met in Riga.",
        {("Ana Duran", "Malta", "Foreign Minister"), ("Carl Berg", "Chile", "Foreign Minister")},
    ),
    "directors-of-two-states": (
        "Portugal",
        "He saw the Peruvian and the Kenyan political directors, Ana Duran and Carl Berg.",
        {("Ana Duran", "Peru", None), ("Carl Berg", "Kenya", None)},
    ),
    "office-of-that-state": (
        "Portugal",
        "He went to Peru and met the Minister of Health of that country, Ana Duran, on Monday.",
        {("Ana Duran", "Peru", "Minister of Health")},
    ),
    "office-of-that-body": (
        "Portugal",
        "He saw Europol. The Executive Director of the same agency, Ana Duran, praised him.",
        {("Ana Duran", "Europol", "Executive Director")},
    ),
    "office-of-a-state": (
        "Portugal",
        "The President of Estonia, Mr Carl Berg, met Ms Ana Duran.",
        {("Carl Berg", "Estonia", "President")},
    ),
    "two-offices-of-one-state": (
        "Portugal",
        "Ms Ana Duran had meetings with the President of Estonia, Mr Carl Berg, and the Prime "
        "Minister, Ms Eva Tamm.",
        {("Carl Berg", "Estonia", "President"), ("Eva Tamm", "Estonia", "Prime Minister")},
    ),
    "ambassador-of-a-to-b": (
        "Portugal",
        "The Ambassador of Estonia to Portugal, Carl Berg, met Ms Ana Duran on Monday.",
        {("Carl Berg", "Estonia", "Ambassador")},
    ),
    "envoy-for-a-country": (
        "NATO",
        "The UN Special Envoy for Syria, Carl Berg, met Ms Ana Duran on Monday.",
        {("Carl Berg", "UN", "Special Envoy for Syria")},
    ),
    "envoy-of-the-issuing-ministry": (
        "Ministry of Foreign Affairs of Portugal",
        "The Special Envoy for Syria, Mr Carl Berg, met Ms Ana Duran on Monday.",
        {("Carl Berg", "Ministry of Foreign Affairs of Portugal", "Special Envoy for Syria")},
    ),
    "office-without-body-is-the-issuer's": (
        "NATO",
        "The Deputy Secretary General, Ms Ana Duran, met Mr Carl Berg on Monday.",
        {("Ana Duran", "NATO", "Deputy Secretary General")},
    ),
    "minister-of-the-issuing-ministry's-state": (
        "Ministry of Foreign Affairs of Portugal",
        "Foreign Minister Ana Duran met Mr Carl Berg on Monday.",
        {("Ana Duran", "Portugal", "Foreign Minister")},
    ),
    "body-behind-a-possessive": (
        "NATO",
        "Deputy Director Carl Berg of the FBI’s Riga Field Office met Ms Ana Duran.",
        {("Carl Berg", "Riga Field Office", "Deputy Director")},
    ),
    "in-charge": (
        "NATO",
        "Assistant Director in Charge Carl Berg of the FBI met Ms Ana Duran.",
        {("Carl Berg", "FBI", "Assistant Director in Charge")},
    ),
    "prosecutor-of-a-district": (
        "NATO",
        "U.S. Attorney Carl Berg of the Western District of Texas met Ms Ana Duran.",
        {
            (
                "Carl Berg",
                "U.S. Attorney’s Office for the Western District of Texas",
                "U.S. Attorney",
            )
        },
    ),
    "no-office": ("NATO", "Ms Ana Duran met Mr Carl Berg on Monday.", set()),
    "country-after-a-name-is-no-office": (
        "NATO",
        "Ms Ana Duran of Portugal met Mr Carl Berg on Monday.",
        set(),
    ),
}


@pytest.mark.parametrize(("source", "body", "expected"), CASES.values(), ids=CASES.keys())
def test_an_official_represents_the_body_of_the_office(
    read: Read, source: str, body: str, expected: set[tuple[str, str, str]]
) -> None:
    found = {
        (s.subject.name, s.object.name, s.qualifiers.role)
        for s in read(body, source=source)
        if s.predicate == Relation.REPRESENTS
    }

    assert found == expected


def test_a_commander_leads_the_force(read: Read) -> None:
    statements = read(
        "The Commander of Operation HARBOUR, Major General Carl Berg, met Ms Ana Duran.",
        source="NATO",
    )

    led = {(s.subject.name, s.object.name) for s in statements if s.predicate == Relation.LEADS}
    assert led == {("Carl Berg", "Operation HARBOUR")}


def test_a_short_title_takes_the_role_that_the_release_words_fully(read: Read) -> None:
    statements = read(
        "Director Ana Duran of Europol arrived. Ana Duran, Director for Harbour Affairs of "
        "Europol, will visit Latvia.",
        source="NATO",
    )

    roles = {s.qualifiers.role for s in statements if s.predicate == Relation.REPRESENTS}
    assert roles == {"Director for Harbour Affairs"}


def test_a_short_title_takes_the_role_told_without_a_state(read: Read) -> None:
    statements = read(
        "Foreign Minister Ana Duran opened the port. Minister Duran of Peru met Mr Carl Berg.",
        source="News",
    )

    roles = {s.qualifiers.role for s in statements if s.predicate == Relation.REPRESENTS}
    assert roles == {"Foreign Minister"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "First Deputy Prime Minister Ana Duran was appointed on Monday. Prime Minister Ana "
            "Duran of Peru later met Mr Carl Berg.",
            "Prime Minister",
        ),
        (
            "President Ana Duran of Peru met Mr Carl Berg. Ana Duran, Senior Vice President until "
            "May, spoke.",
            "President",
        ),
        (
            "Ana Duran, Senior Vice President, spoke. Vice President Ana Duran of Peru met Mr Carl "
            "Berg.",
            "Senior Vice President",
        ),
    ],
    ids=["first-deputy", "senior-vice", "of-one-rank"],
)
def test_no_title_is_worded_fully_by_a_lower_office(read: Read, text: str, role: str) -> None:
    statements = read(text, source="News")

    roles = {s.qualifiers.role for s in statements if s.predicate == Relation.REPRESENTS}
    assert roles == {role}


def test_a_place_in_a_body_has_no_role(read: Read) -> None:
    statements = read("Ms Ana Duran of Europol visited Latvia.", source="NATO")

    (standing,) = [s for s in statements if s.predicate == Relation.REPRESENTS]
    assert (standing.object.name, standing.qualifiers.role) == ("Europol", None)


def test_the_body_of_an_office_is_part_of_the_body_whose_it_is(read: Read) -> None:
    text = "Deputy Director Carl Berg of the FBI’s Riga Field Office met Ms Ana Duran."
    parts = [s for s in read(text, source="NATO") if s.predicate == Relation.PART_OF]
    assert [(s.subject.name, s.object.name) for s in parts] == [("Riga Field Office", "FBI")]


def test_an_office_on_a_line_of_its_own_is_that_of_the_name_above_it(read: Read) -> None:
    statements = read(
        "The new envoys are:\n\n1. Dr. Carl Berg\n\nAmbassador of Estonia based in Riga\n\n"
        "2. Ms Ana Duran\n\nHigh Commissioner of Malta\n\nThe Ambassador of Chad sent a letter.",
        source="NATO",
    )

    held = [s for s in statements if s.predicate == Relation.REPRESENTS]
    assert [(s.subject.name, s.object.name) for s in held] == [
        ("Carl Berg", "Estonia"),
        ("Ana Duran", "Malta"),
    ]


@pytest.mark.parametrize("gap", [", ", " – "], ids=["comma", "dash"])
def test_the_ministers_of_some_states_represent_them_in_order(
    says: Callable[..., set[tuple[str, str, str]]], gap: str
) -> None:
    people = "Jaan Torsk, Ilze Ostvik and Ana Duran"
    found = says(f"The Foreign Ministers of Latvia, Estonia and Peru{gap}{people}{gap}met.")

    assert found >= {
        ("Jaan Torsk", "REPRESENTS", "Latvia"),
        ("Ilze Ostvik", "REPRESENTS", "Estonia"),
        ("Ana Duran", "REPRESENTS", "Peru"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "Media enquiries: Ana Duran, Director of the Harbour Institute",
        "For more information, please contact Ana Duran, Director of the Harbour Institute.",
    ],
    ids=["label", "sentence"],
)
def test_whom_a_reader_may_call_represents_nobody(read: Read, line: str) -> None:
    found = read(f"The Porto Conference ended on Friday.\n\n{line}")

    assert not [s for s in found if s.predicate == Relation.REPRESENTS]


def test_an_officer_who_speaks_by_rank_alone_is_of_the_force_that_issues(read: Read) -> None:
    text = "“It works,” said Inspector Ana Duran."
    own = read(text, source="Torsk Police Service")
    other = read(f"{text} Europol helped.", source="Torsk Police Service")

    assert [s.object.name for s in own if s.predicate == Relation.REPRESENTS] == [
        "Torsk Police Service"
    ]
    assert not [s for s in other if s.predicate == Relation.REPRESENTS]


@pytest.mark.parametrize(
    "text",
    [
        "Council Inspector Ana Duran said so.",
        "Former Sergeant Ana Duran said so.",
        "“It works,” said Inspector Ana Duran of the town’s fire brigade.",
        "KRPA Inspector Ana Duran said so.",
        "“It works,” said Fire Commander Ana Duran.",
    ],
    ids=["council", "former", "behind", "acronym", "office"],
)
def test_an_officer_of_another_service_is_not_of_the_police_that_issue(
    read: Read, text: str
) -> None:
    found = read(text, source="Torsk Police Service")

    assert "Torsk Police Service" not in {s.object.name for s in found}


def test_an_officer_called_by_the_initials_of_the_force_is_of_it(read: Read) -> None:
    text = "12 March 2024 - GTP Inspector Joe Stone said they ask for witnesses."
    found = read(text, source="Greater Torsk Police")

    assert [s.object.name for s in found if s.predicate == Relation.REPRESENTS] == [
        "Greater Torsk Police"
    ]


def test_a_state_behind_one_name_of_a_list_is_not_that_of_the_next(read: Read) -> None:
    found = read("They met Permanent Representatives Ana Duran of Peru, Carl Berg and Eva Tamm.")

    assert {
        (s.subject.name, s.object.name) for s in found if s.predicate == Relation.REPRESENTS
    } == {("Ana Duran", "Peru")}


def test_the_head_of_mission_leads_the_one_mission_told_of(says: Says) -> None:
    found = says(
        "The Executive Director of Europol, Ana Duran, visited EUPOL Torsk. She was received by "
        "the Head of Mission, Carl Berg, and the Deputy Force Commander, Colonel Dan Holt.",
        source="Europol",
    )

    assert ("Carl Berg", "LEADS", "EUPOL Torsk") in found
    assert not [t for t in found if t[1] == "REPRESENTS" and t[0] in {"Carl Berg", "Dan Holt"}]
    assert ("Dan Holt", "LEADS", "EUPOL Torsk") not in found


@pytest.mark.parametrize(
    "words",
    [
        "The Forum's president, Ana Duran, thanked the sponsors.",
        "The President of the Forum, Ana Duran, thanked the sponsors.",
        "Ana Duran, the Forum's coordinator, thanked the sponsors.",
        "Ana Duran, President of the Porto Forum, thanked the sponsors.",
    ],
)
def test_who_holds_an_office_of_an_event_leads_it(says: Says, words: str) -> None:
    found = says(f"The Porto Forum was held on Monday. {words}", source="Europol")

    assert ("Ana Duran", "LEADS", "Porto Forum") in found


@pytest.mark.parametrize(
    "words",
    [
        "Ana Duran, a deputy chair of the Forum, spoke before Carl Berg.",
        "The President of the Committee, Ana Duran, thanked the sponsors.",
        "The deputy coordinator of the Forum, Ana Duran, spoke before Carl Berg.",
    ],
)
def test_a_deputy_or_an_officer_of_another_body_leads_no_event(says: Says, words: str) -> None:
    found = says(f"The Porto Forum was held on Monday. {words}", source="Europol")

    assert not [t for t in found if t[1] == "LEADS"]


def test_the_countrys_minister_is_of_the_state_told_last(says: Says) -> None:
    found = says(
        "Ana Duran and Carl Berg visited Ghana on Monday. The country's Interior Minister, "
        "Dan Holt, received them.",
        source="Ministry of Foreign Affairs of Norway",
    )

    assert {t for t in found if t[:2] == ("Dan Holt", "REPRESENTS")} == {
        ("Dan Holt", "REPRESENTS", "Ghana")
    }
