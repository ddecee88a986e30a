"""Whose office it is where its words do not say, by the setting of a release."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

WHITE_HOUSE = "White House"
STATE = "U.S. Department of State"

KNOWN = {
    "minister-of-the-dateline": (
        "Ministry of Foreign Affairs",
        "LISBON, 3 May 2024: Foreign Minister Ana Duran will travel to Estonia. Minister Duran "
        "will meet Estonian Foreign Minister Carl Berg.",
        {("Ana Duran", "Portugal"), ("Carl Berg", "Estonia")},
    ),
    "minister-at-a-counted-day": (
        "Ministry of Foreign Affairs",
        "LISBON, 3rd May, 2024 (WAM) -- Ana Duran, Minister of Foreign Affairs, has received a "
        "written message from Carl Berg, President of Estonia.",
        {("Ana Duran", "Portugal"), ("Carl Berg", "Estonia")},
    ),
    "hosts-at-the-dateline": (
        "Ministry of Foreign Affairs",
        "LISBON, May 3 - Foreign Minister Carl Berg of Estonia met Prime Minister Ana Duran.",
        {("Ana Duran", "Portugal"), ("Carl Berg", "Estonia")},
    ),
    "listed-guests-at-the-dateline": (
        "Ministry of Foreign Affairs",
        "LISBON, 3 May 2024: Minister Ana Duran is to meet Estonia's Prime Minister Carl Berg, "
        "Foreign Minister Eva Tamm and Defence Minister Olga Rossi.",
        {("Ana Duran", "Portugal"), ("Olga Rossi", "Estonia")},
    ),
    "monarch-at-the-dateline": (
        "Ministry of Foreign Affairs",
        "MUSCAT, 3 May 2024 - HM Sultan Carl Berg met Foreign Minister Eva Tamm of Estonia.",
        {("Carl Berg", "Oman"), ("Eva Tamm", "Estonia")},
    ),
    "president-who-receives-at-the-dateline": (
        "Ministry of Foreign Affairs",
        "LUSAKA, 3 May 2024 - President Carl Berg received Foreign Minister Eva Tamm of Estonia.",
        {("Carl Berg", "Zambia"), ("Eva Tamm", "Estonia")},
    ),
    "own-president-beside-a-foreign-one": (
        WHITE_HOUSE,
        "President Duran spoke today with President Carl Berg of Estonia. President Duran "
        "reaffirmed the support of the United States for Estonia.",
        {("Duran", "United States"), ("Carl Berg", "Estonia")},
    ),
    "president-of-the-only-foreign-state": (
        WHITE_HOUSE,
        "President Duran welcomed Foreign Minister Eva Tamm of Estonia today. President Duran "
        "will soon meet with President Berg.",
        {("Duran", "United States"), ("Berg", "Estonia"), ("Eva Tamm", "Estonia")},
    ),
    "foreign-secretary": (
        STATE,
        "Secretary Duran met in Lima, Peru with Foreign Secretary Carl Berg on Monday.",
        {("Carl Berg", "Peru")},
    ),
    "body-worded-elsewhere": (
        STATE,
        "Secretary Berg thanked the hosts. Carl Berg, Secretary of the Harbour Committee, "
        "opened the session.",
        {("Carl Berg", "Harbour Committee")},
    ),
    "whose-spokesman-says-so": (
        "News",
        "President Carl Berg of Estonia will meet his Peruvian counterpart Dan Holt, his spokesman "
        "Nils Moe said.",
        {("Carl Berg", "Estonia"), ("Dan Holt", "Peru"), ("Nils Moe", "Estonia")},
    ),
    "whose-spokesman-says-so-behind-an-abbreviation": (
        "News",
        "Director Olga Rossi met Jan Lind. President Eva Tamm of Peru will meet the U.S. envoy and "
        "Premier Ana Duran of Estonia, her spokesman Carl Berg said.",
        {("Eva Tamm", "Peru"), ("Ana Duran", "Estonia"), ("Carl Berg", "Peru")},
    ),
    "who-leads-is-not-where-people-are": (
        "Ministry of Defence of Portugal",
        "Forty soldiers will serve with the Italian-led Harbour Command. The ceremony was attended "
        "by Minister Ana Duran and Italian Ambassador Carl Berg.",
        {("Ana Duran", "Portugal"), ("Carl Berg", "Italy")},
    ),
    "host-who-invites": (
        "Ministry of Foreign Affairs of Portugal",
        "The Minister of Foreign Affairs of Angola, Carl Berg, will pay a visit to Lisbon on "
        "4 May, at the invitation of Minister Eva Tamm.",
        {("Eva Tamm", "Portugal"), ("Carl Berg", "Angola")},
    ),
    "at-a-meeting-of-the-issuer": (
        "Harbour Council",
        "The meeting was attended by Dr. Carl Berg, Assistant Secretary General for Fishery.",
        {("Carl Berg", "Harbour Council")},
    ),
    "envoy-of-a-state-with-article": (
        "Harbour Council",
        "It was chaired by Eva Tamm, Permanent Representative of The Gambia to the United Nations.",
        {("Eva Tamm", "Gambia")},
    ),
    "group-of-a-body-with-acronym": (
        "News",
        "The President of the Torsk Development Bank (TDB) Group, H.E. Dr. Carl Berg, spoke.",
        {("Carl Berg", "Torsk Development Bank")},
    ),
    "companions-of-a-guest": (
        "Ministry of Foreign Affairs of Portugal",
        "The President of Angola, Carl Berg, is on a visit to Portugal. He is accompanied by a "
        "delegation comprising Eva Tamm, Minister of Fishery, and Dan Holt, Minister of Ports.",
        {("Carl Berg", "Angola"), ("Eva Tamm", "Angola"), ("Dan Holt", "Angola")},
    ),
    "companion-of-the-traveller": (
        "Ministry of Foreign Affairs of Portugal",
        "Minister Ana Duran called on President Carl Berg of Angola. She was accompanied by "
        "State Minister Eva Tamm.",
        {("Carl Berg", "Angola"), ("Eva Tamm", "Portugal")},
    ),
    "companions-of-an-office": (
        "Ministry of Foreign Affairs of Portugal",
        "Prime Minister Ana Duran left for Luanda, Angola. The Prime Minister is accompanied by "
        "Defence Minister Eva Tamm and Finance Minister Dan Holt.",
        {("Ana Duran", "Portugal"), ("Eva Tamm", "Portugal"), ("Dan Holt", "Portugal")},
    ),
    "companion-in-capitals": (
        "Ministry of Foreign Affairs of Portugal",
        "Prime Minister Ana Duran left for Luanda, Angola. THE PRIME MINISTER IS ACCOMPANIED BY "
        "Defence Minister Eva Tamm.",
        {("Ana Duran", "Portugal")},
    ),
    "own-minister-named-alone": (
        "Ministry of Foreign Affairs of Portugal",
        "Minister Ana Duran arrived in Riga. She spoke of trade. Energy Minister Eva Tamm "
        "remains in Lisbon.",
        {("Eva Tamm", "Portugal")},
    ),
    "minister-by-a-title-of-the-land": (
        "Press Office of the Government of India",
        "Raksha Mantri Shri Carl Berg met Minister Eva Tamm of Estonia.",
        {("Carl Berg", "India"), ("Eva Tamm", "Estonia")},
    ),
    "president-of-a-bank": (
        "Torsk Development Bank",
        "Vice President Ana Duran visited Mauritania and met President Carl Berg of Mauritania.",
        {("Ana Duran", "Torsk Development Bank"), ("Carl Berg", "Mauritania")},
    ),
    "president-of-a-parliament": (
        "European Parliament",
        "President Duran told Prime Minister Carl Berg of Iceland that Europe stands by it. "
        "“Iceland alone will decide,” President Duran said.",
        {("Duran", "European Parliament"), ("Carl Berg", "Iceland")},
    ),
    "premier-whom-a-guest-calls-on": (
        "Office of the Prime Minister of Saint Lucia",
        "Her Excellency Ana Duran, who lives in Bridgetown, Barbados, paid her first call on "
        "Prime Minister Carl Berg.",
        {("Carl Berg", "Saint Lucia")},
    ),
    "its-head-behind-where-a-body-lies": (
        "Ministry of Foreign Affairs of Portugal",
        "The delegation visited the headquarters of Europol in The Hague, the Netherlands, and met "
        "its Executive Director, Mr Carl Berg.",
        {("Carl Berg", "Europol")},
    ),
}


@pytest.mark.parametrize(("source", "body", "expected"), KNOWN.values(), ids=KNOWN.keys())
def test_the_setting_tells_the_body(
    says: Says, source: str, body: str, expected: set[tuple[str, str]]
) -> None:
    found = {(s, o) for s, relation, o in says(body, source=source) if relation == "REPRESENTS"}

    assert found >= expected


UNSURE = {
    "two-states-one-by-its-government": (
        "Harbour Bank",
        "The Harbour Bank and the Government of Malawi signed an agreement. Finance Minister "
        "Carl Berg thanked Norway.",
    ),
    "two-states-one-by-its-police": (
        "UNMISS",
        "The course for the South Sudan National Police Service was paid by Norway. State "
        "Minister Carl Berg opened it.",
    ),
    "president-who-comes": (
        "Ministry of Foreign Affairs of Portugal",
        "The consultations precede the visit of President Carl Berg to Portugal in July.",
    ),
    "former-president": (WHITE_HOUSE, "Former President Carl Berg founded a school."),
    "native-of-a-region-nobody-knows": (
        "Ministry of Foreign Affairs of Portugal",
        "The Mordorian Minister Carl Berg gave a reception.",
    ),
    "president-who-receives-a-body": (
        "Torsk Development Bank",
        "On the evening before, President Carl Berg had received both co-chairs.",
    ),
    "president-whom-an-officer-sees": (
        "Torsk Development Bank",
        "The Vice-Chair had an audience with H.E. President Carl Berg.",
    ),
    "defence-secretary-in-a-release-of-an-alliance": (
        "NATO",
        "A press point with Defence Secretary Carl Berg is planned.",
    ),
    "on-a-visit-to-a-town": (
        "News",
        "On a visit to RIGA, Minister of Ports Carl Berg promised three ships.",
    ),
    "monarch-who-comes": ("News", "MUSCAT, 3 May 2024 - Sultan Carl Berg arrived on Friday."),
    "president-who-meets-at-the-dateline": (
        "News",
        "LUSAKA, 3 May 2024 - President Carl Berg met the crews.",
    ),
    "speaking-on-a-visit": (
        "News",
        "Speaking in LISBON on the last day of his visit, Minister Carl Berg praised the crews.",
    ),
    "consul-in-a-release-of-an-agency": ("Europol", "Consul General Carl Berg was present."),
    "mayor-in-a-release-of-an-agency": ("Europol", "Mayor Carl Berg was present."),
}


def test_a_body_under_a_chair_has_no_president(says: Says) -> None:
    found = says(
        "The Chairperson of the Torsk Commission, Ann Lee, thanked President Carl Berg.",
        source="Torsk Commission",
    )

    assert ("Ann Lee", "REPRESENTS", "Torsk Commission") in found
    assert ("Carl Berg", "REPRESENTS", "Torsk Commission") not in found


@pytest.mark.parametrize(("source", "body"), UNSURE.values(), ids=UNSURE.keys())
def test_an_unsure_setting_tells_no_body(says: Says, source: str, body: str) -> None:
    found = [triple for triple in says(body, source=source) if triple[1] == "REPRESENTS"]

    assert found == []


@pytest.mark.parametrize(
    "body",
    [
        "Minister Carl Berg met Deputy Minister of Ports Ana Duran of Estonia on Monday.",
        "Minister Carl Berg received the Ambassador of Estonia, Ana Duran, on Monday.",
        "The Estonian Special Envoy Ana Duran met Foreign Minister Carl Berg on Monday.",
        "The Estonian Special Envoy Ana Duran was received by Foreign Minister Carl Berg.",
    ],
    ids=["meets", "receives", "is-met", "is-received"],
)
def test_who_meets_an_official_of_the_only_state_is_not_of_it(says: Says, body: str) -> None:
    found = {(s, o) for s, relation, o in says(body, source="News") if relation == "REPRESENTS"}

    assert found == {("Ana Duran", "Estonia")}


def test_the_state_of_an_ambassador_alone_is_no_minister_s(says: Says) -> None:
    found = says(
        "10:00 Meeting with the Ambassador of Estonia\n12:00 Minister Carl Berg opens the port",
        source="News",
        title="Meetings of the week",
    )

    assert ("Carl Berg", "REPRESENTS", "Estonia") not in found


def test_who_is_met_on_the_way_is_no_companion(says: Says) -> None:
    found = says(
        "Prime Minister Ana Duran left for Luanda, Angola. The Prime Minister is accompanied by "
        "Trade Minister Eva Tamm. In Luanda she will meet Foreign Minister Carl Berg.",
        source="Ministry of Foreign Affairs of Portugal",
    )

    assert ("Eva Tamm", "REPRESENTS", "Portugal") in found
    assert ("Carl Berg", "REPRESENTS", "Portugal") not in found


@pytest.mark.parametrize(
    "body",
    [
        "The Director met Prime Minister Carl Berg of Estonia and Prime Minister Eva Tamm.",
        "Prime Minister Eva Tamm spoke today with Prime Minister Carl Berg of Estonia.",
        "Foreign Minister Eva Tamm spoke with Estonian Foreign Minister Carl Berg. Minister Tamm "
        "also thanked the High Representative.",
    ],
    ids=["named-behind", "named-before", "called-minister-later"],
)
def test_two_holders_of_one_office_are_not_of_one_state(says: Says, body: str) -> None:
    found = says(body, source="NATO")

    assert ("Carl Berg", "REPRESENTS", "Estonia") in found
    assert ("Eva Tamm", "REPRESENTS", "Estonia") not in found


TITLES = {
    "who-comes": (
        "Estonian foreign minister visits Porto",
        "Foreign Minister Carl Berg met President Ana Duran in Porto today. Foreign Minister Berg "
        "said Peru is a partner.",
        "Carl Berg",
    ),
    "by-a-possessive": (
        "Estonia's defence minister to attend summit",
        "Minister of Defence Carl Berg will attend the Harbour Summit in Lima, Peru, on Monday.",
        "Carl Berg",
    ),
    "a-counterpart": (
        "Estonian foreign minister visits Porto",
        "Foreign Minister Dan Holt received his Estonian counterpart Carl Berg today.",
        "Carl Berg",
    ),
}


@pytest.mark.parametrize(("title", "body", "name"), TITLES.values(), ids=TITLES.keys())
def test_a_title_tells_whose_state_an_office_is_of(
    says: Says, title: str, body: str, name: str
) -> None:
    found = says(body, title=title, source="News")

    assert {s for s, relation, o in found if (relation, o) == ("REPRESENTS", "Estonia")} == {name}


def test_a_title_does_not_tell_which_of_two_it_means(says: Says) -> None:
    found = says(
        "In Peru, Foreign Minister Nils Moe received Foreign Minister Carl Berg on Monday.",
        title="Estonian foreign minister visits Porto",
        source="News",
    )

    assert ("Nils Moe", "REPRESENTS", "Estonia") not in found


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Estonian foreign minister visits Porto",
            "Foreign Minister Dan Holt received the Estonian Minister of Foreign Affairs, Carl "
            "Berg, today.",
        ),
        (
            "Estonian minister visits Porto",
            "Minister Dan Holt received Carl Berg, Minister of Economy of Estonia, today.",
        ),
        (
            "Estonian minister condemns attack",
            "Secretary General Ana Duran met Minister Dan Holt in Lima, Peru. The Estonian "
            "minister, Carl Berg, condemned the attack.",
        ),
        (
            "Estonian foreign minister visits Porto",
            "Foreign Minister Dan Holt received Estonia's minister, Carl Berg, today.",
        ),
    ],
    ids=["other-words", "by-the-head", "apposed", "called-minister"],
)
def test_a_title_means_whom_the_text_gives_its_state(says: Says, title: str, body: str) -> None:
    found = says(body, title=title, source="News")

    assert {s for s, relation, o in found if (relation, o) == ("REPRESENTS", "Estonia")} == {
        "Carl Berg"
    }
    assert not any(s == "Dan Holt" and relation == "VISITS" for s, relation, _ in found)


def test_a_state_labels_every_line_of_a_list(says: Says) -> None:
    found = says(
        "Those present:\n\nEstonia: Commissioner Carl Berg, Border Guard\n"
        "Latvia: Ms Eva Tamm, Deputy Director\nPeru: Mr Dan Holt",
        source="Europol",
    )

    assert found >= {
        ("Carl Berg", "REPRESENTS", "Estonia"),
        ("Eva Tamm", "REPRESENTS", "Latvia"),
        ("Dan Holt", "REPRESENTS", "Peru"),
    }


@pytest.mark.model
@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Under-Secretary-General for Harbours", "United Nations"),
        ("European Commissioner for Harbours", "European Commission"),
    ],
)
def test_an_office_that_one_body_alone_has_is_in_that_body(
    says: Says, office: str, body: str
) -> None:
    assert ("Carl Berg", "REPRESENTS", body) in says(f"{office} Carl Berg will visit Latvia.")


@pytest.mark.model
def test_the_state_that_an_ambassador_goes_to_is_not_the_president_s(says: Says) -> None:
    found = says("President Carl Berg appointed Eva Tamm ambassador to Latvia.", source="News")

    assert ("Carl Berg", "REPRESENTS", "Latvia") not in found


@pytest.mark.parametrize(
    ("source", "body", "issuer"),
    [
        (
            "United Nations",
            "The Secretary-General met Minister Ana Duran of Chile.",
            "United Nations",
        ),
        (WHITE_HOUSE, "The Vice President met Minister Ana Duran of Chile.", "United States"),
        ("Harbour News", "The Secretary-General met Minister Ana Duran of Chile.", None),
        ("United Nations", "A Secretary-General met Minister Ana Duran of Chile.", None),
    ],
)
def test_an_official_of_the_issuer_without_a_name_stands_for_it(
    says: Says, source: str, body: str, issuer: str | None
) -> None:
    met = {triple for triple in says(body, source=source) if triple[1] == "MEETS"}

    assert met == ({("Ana Duran", "MEETS", issuer)} if issuer else set())


def test_the_full_name_of_a_state_is_no_body(says: Says) -> None:
    body = "Minister Ana Duran of the Commonwealth of Australia met Minister Eva Tamm of Chile."

    assert ("Ana Duran", "REPRESENTS", "Australia") in says(body)


@pytest.mark.model
def test_a_president_without_a_first_name_is_not_that_of_a_state_with_ministers(says: Says) -> None:
    found = says(
        "Minister Ana Duran spoke. President Berg wants more.", source="Portuguese Foreign Ministry"
    )

    assert ("Berg", "REPRESENTS", "Portugal") not in found


def test_one_of_several_states_has_no_claim_to_an_official(says: Says) -> None:
    found = says(
        "Officers of Frontex work in Latvia. Boats come from Malta and Cyprus. Later, Ms Ana Duran "
        "toured the port of Riga with Interior Minister Carl Berg.",
        source="Frontex",
    )

    assert [state for who, _, state in found if who == "Carl Berg"] == ["Latvia"]
