"""Whose officials are meant where a foreign guest, an owner, or a list of states stands before."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

OFFICES = {
    "receiving-host": (
        "The Estonian Minister for Trade Eva Tamm was received by the Deputy Foreign Minister, "
        "Ana Duran.",
        ("Ana Duran", "Portugal"),
    ),
    "source-of-the-news": (
        "President Ana Duran received Minister Carl Berg of Estonia, Foreign Minister Olga Rossi "
        "said.",
        ("Olga Rossi", "Portugal"),
    ),
    "after-the-guest": (
        "In her meeting with Minister Carl Berg, Minister Ana Duran thanked Estonia.",
        ("Ana Duran", "Portugal"),
    ),
    "head-of-a-delegation": (
        "A delegation of the Estonian Parliament, headed by Speaker Carl Berg, met with Foreign "
        "Minister Ana Duran.",
        ("Carl Berg", "Estonian Parliament"),
    ),
    "host-of-a-delegation": (
        "A delegation of the Estonian Parliament, headed by Speaker Carl Berg, met with Foreign "
        "Minister Ana Duran.",
        ("Ana Duran", "Portugal"),
    ),
    "host": (
        "Foreign Minister Eva Tamm of Estonia visited Lisbon. Minister Tamm called on Prime "
        "Minister Ana Duran.",
        ("Ana Duran", "Portugal"),
    ),
    "its": (
        "Ana Duran visited the Constitutional Court of Austria. She was received by its "
        "President, Carl Berg, and Vice-President Eva Holt.",
        ("Eva Holt", "Constitutional Court of Austria"),
    ),
    "counterparts": (
        "Minister Ana Duran met her counterparts from Estonia and Latvia, Eva Tamm and Carl Berg.",
        ("Eva Tamm", "Estonia"),
    ),
    "recipient": (
        "The flood in Latvia was discussed. Ana Duran sent a message of condolence to Prime "
        "Minister Carl Berg.",
        ("Carl Berg", "Latvia"),
    ),
    "received-there": (
        "Minister Ana Duran visits Latvia. In Riga, the Minister will be received by the President "
        "of the Republic, Carl Berg.",
        ("Carl Berg", "Latvia"),
    ),
    "listed-there": (
        "Minister Ana Duran visits Latvia. In Riga, she met President Carl Holm, Trade Minister "
        "Eva Tamm and Prime Minister Dan Holt.",
        ("Dan Holt", "Latvia"),
    ),
    "counterpart-there": (
        "Minister Ana Duran held talks in Riga with her counterpart Carl Berg.",
        ("Carl Berg", "Latvia"),
    ),
    "counterpart": (
        "Ana Duran met her counterpart from Estonia, Dan Holt.",
        ("Dan Holt", "Estonia"),
    ),
    "congratulated": (
        "She congratulated Eva Tamm on her appointment as Minister of Finance of Estonia.",
        ("Eva Tamm", "Estonia"),
    ),
    "owner-noun": (
        "The Harbour Safety Agency grew. She met the agency's Deputy Director, Carl Berg.",
        ("Carl Berg", "Harbour Safety Agency"),
    ),
    "line": (
        "Present were:\n\n- Eva Tamm, Minister of the Sea, Estonia",
        ("Eva Tamm", "Estonia"),
    ),
    "acronym": (
        "She received the Secretary General of the Council of Europe (CoE), Carl Berg.",
        ("Carl Berg", "Council of Europe"),
    ),
    "seat": (
        "He received the Resident Coordinator of the United Nations in Portugal Carl Berg.",
        ("Carl Berg", "United Nations"),
    ),
    "side-of-talks": (
        "On the Latvian side, the talks were attended by Prime Minister Carl Berg; Advisor to the "
        "King Dan Holt; and Minister of Trade Eva Tamm.",
        ("Eva Tamm", "Latvia"),
    ),
    "state-of-a-sentence": (
        "She called H.E. Dr. Carl Berg, Federal Minister for Foreign Affairs, Latvia. It rained.",
        ("Carl Berg", "Latvia"),
    ),
    "lower-case": (
        "Carl Berg, Latvia's external affairs minister, spoke.",
        ("Carl Berg", "Latvia"),
    ),
    "ambassador-for": (
        "She met the newly appointed Ambassador for the Republic of Latvia, Carl Berg.",
        ("Carl Berg", "Latvia"),
    ),
    "gapped-side": (
        "The Portuguese side was headed by Director Ana Duran, the Latvian side by Director Eva "
        "Tamm.",
        ("Eva Tamm", "Latvia"),
    ),
    "on-her-visit": (
        "During her visit to Riga on 3 May, Minister Ana Duran met Prime Minister Eva Tamm.",
        ("Ana Duran", "Portugal"),
    ),
    "met-on-a-visit": (
        "During her visit to Riga on 3 May, Minister Ana Duran met Prime Minister Eva Tamm.",
        ("Eva Tamm", "Latvia"),
    ),
    "state-beside": (
        "She received credentials from the Ambassadors of Estonia Dan Holt and Latvia Eva Tamm.",
        ("Eva Tamm", "Latvia"),
    ),
    "who-invites": (
        "At the invitation of Minister Ana Duran, the Foreign Minister of Latvia, Eva Tamm, will "
        "visit Portugal.",
        ("Ana Duran", "Portugal"),
    ),
    "host-of-the-unnamed": (
        "The Latvian Foreign Minister will pay courtesy calls on President Ana Duran and Prime "
        "Minister Carl Berg.",
        ("Carl Berg", "Portugal"),
    ),
    "president-called-on": (
        "The Latvian Foreign Minister will pay courtesy calls on President Ana Duran and Prime "
        "Minister Carl Berg.",
        ("Ana Duran", "Portugal"),
    ),
    "host-of-the-honoured": (
        "H.E. Mr. Dan Holt, Ambassador of Latvia, paid a call on Deputy Prime Minister Ana Duran.",
        ("Ana Duran", "Portugal"),
    ),
    "host-of-discussions": (
        "The Minister of Trade of Latvia will hold discussions with Foreign Minister Ana Duran.",
        ("Ana Duran", "Portugal"),
    ),
    "host-of-a-body-s-guest": (
        "General Carl Berg, Commander of Allied Air Command, paid a courtesy call on Minister of "
        "Defence Ana Duran.",
        ("Ana Duran", "Portugal"),
    ),
    "last-whom-a-body-s-guest-met": (
        "UN Resident Coordinator Eva Holt arrived. On Monday she had talks with Foreign Minister "
        "Ana Duran and with the Minister of Health, Carl Berg.",
        ("Carl Berg", "Portugal"),
    ),
    "host-in-her-meeting": (
        "The letter was handed over by the Ambassador of Latvia, Eva Tamm, during her meeting "
        "with the Deputy Foreign Minister, Ana Duran.",
        ("Ana Duran", "Portugal"),
    ),
    "beside-the-host": (
        "President Carl Berg received the Prime Minister of Latvia, Dan Holm. Among those who "
        "attended the meeting were the Minister of Trade, Ana Duran, and the Ambassador of Latvia, "
        "Eva Tamm.",
        ("Ana Duran", "Portugal"),
    ),
    "honours": ("Prime Minister the Hon. Ana Duran spoke.", ("Ana Duran", "Portugal")),
    "postnominals": (
        "Ms Eva Holt OBE has been appointed British Ambassador to Latvia.",
        ("Eva Holt", "United Kingdom"),
    ),
    "new": (
        "Ambassador Carl Berg, the new Permanent Representative of Latvia to NATO, arrived.",
        ("Carl Berg", "Latvia"),
    ),
}


@pytest.mark.parametrize(("body", "office"), OFFICES.values(), ids=OFFICES.keys())
def test_an_official_represents(says: Says, body: str, office: tuple[str, str]) -> None:
    assert office in {(s, o) for s, r, o in says(body) if r == "REPRESENTS"}


@pytest.mark.parametrize(
    ("source", "state"),
    [("Embassy of Latvia in Lisbon", {"Latvia"}), ("Ministry of Culture of Portugal", set())],
    ids=["embassy", "ministry"],
)
def test_an_embassy_calls_its_own_ambassador_no_more_than_so(
    says: Says, source: str, state: set[str]
) -> None:
    found = says("Ambassador Carl Berg spoke on Monday.", source=source)

    assert {o for s, r, o in found if r == "REPRESENTS"} == state


def test_a_head_of_state_is_the_president(says: Says) -> None:
    found = says("President Ana Duran of Latvia spoke. Carl Berg met the Latvian head of state.")

    assert ("Ana Duran", "MEETS", "Carl Berg") in found


def test_a_republic_has_no_king(says: Says) -> None:
    assert not {t for t in says("Ana Duran saw King Harald.") if t[1] == "REPRESENTS"}


def test_an_organisation_with_a_president_has_vice_presidents(says: Says) -> None:
    body = (
        "African Development Bank President Ana Duran opened the forum. Vice President Carl Berg "
        "spoke of Nigeria."
    )
    found = says(body, source="African Development Bank")

    assert ("Carl Berg", "REPRESENTS", "African Development Bank") in found


def test_a_surname_may_be_an_adjective_of_a_state(says: Says) -> None:
    found = says("Ana Duran met Prime Minister Mohammed Sudani of Iraq.")

    assert ("Mohammed Sudani", "REPRESENTS", "Iraq") in found


def test_who_receives_an_official_abroad_is_of_the_state_there(says: Says) -> None:
    found = says("In Riga, President Carl Holm received Minister Ana Duran.")

    assert ("Carl Holm", "REPRESENTS", "Latvia") in found
    assert ("Ana Duran", "REPRESENTS", "Portugal") in found


def test_who_receives_a_guest_of_another_state_may_be_the_own(says: Says) -> None:
    found = says("In Riga, Prime Minister Carl Holm welcomed the Danish minister.")

    assert ("Carl Holm", "REPRESENTS", "Latvia") not in found


APART = {
    "guest-of-a-body-abroad": (
        "NATO Secretary General Eva Holt visited Latvia, where she met Prime Minister Carl Holm.",
        ("Carl Holm", "REPRESENTS", "Portugal"),
    ),
    "own-counterpart": (
        "Minister Ana Duran held talks with her counterpart Carl Berg.",
        ("Carl Berg", "REPRESENTS", "Portugal"),
    ),
    "own-minister-there": (
        "In Riga, during the talks, Foreign Minister Ana Duran thanked the hosts.",
        ("Ana Duran", "REPRESENTS", "Latvia"),
    ),
    "gathering-behind": (
        "In Riga, the Minister will be received by the President of the Republic, Carl Holm, on "
        "the margins of the Harbour Conference.",
        ("Carl Holm", "REPRESENTS", "Latvia"),
    ),
    "visiting-counterpart": (
        "Minister Ana Duran held talks in Riga with visiting counterpart Carl Holm.",
        ("Carl Holm", "REPRESENTS", "Latvia"),
    ),
    "guest-of-a-summit": (
        "In Riga, on the margins of the summit, Minister Ana Duran met President Carl Berg.",
        ("Carl Berg", "REPRESENTS", "Latvia"),
    ),
    "official-of-another": (
        "In Riga, Minister Ana Duran met the Estonian ambassador and President Carl Berg.",
        ("Carl Berg", "REPRESENTS", "Latvia"),
    ),
    "after-an-opening": (
        "After the visit of Latvian Minister Carl Berg, Minister Ana Duran welcomed Eva Tamm.",
        ("Ana Duran", "REPRESENTS", "Latvia"),
    ),
    "next-clause": (
        "Dan Holt conveyed the greetings of Latvian President Carl Berg, and Minister Ana Duran "
        "thanked him.",
        ("Ana Duran", "REPRESENTS", "Latvia"),
    ),
    "sent-to-the-issuer": (
        "The team includes Carl Berg, High Commissioner to Portugal.",
        ("Carl Berg", "REPRESENTS", "Portugal"),
    ),
    "in-charge": (
        "Carl Berg, Minister of State in charge of the Council of Europe, spoke.",
        ("Carl Berg", "REPRESENTS", "Council of Europe"),
    ),
    "custodian": (
        "The Custodian of the Two Holy Mosques King Karim spoke.",
        ("Karim", "REPRESENTS", "Two Holy Mosques"),
    ),
}


@pytest.mark.parametrize(("body", "office"), APART.values(), ids=APART.keys())
def test_an_official_does_not_represent(
    says: Says, body: str, office: tuple[str, str, str]
) -> None:
    assert office not in says(body)


def test_somebody_in_charge_of_a_body_represents_the_own_state(says: Says) -> None:
    found = says("Carl Berg, Latvia's Minister of State in charge of the Council of Europe, spoke.")

    assert ("Carl Berg", "REPRESENTS", "Latvia") in found


def test_the_title_calls_the_first_officer_of_a_body_by_an_office(says: Says) -> None:
    found = says(
        "Rear Admiral Carl Berg of the Icelandic Coast Guard met Admiral Ana Duran.",
        title="Icelandic Coast Guard Director visits Northwood",
        source="NATO",
    )

    assert ("Carl Berg", "VISITS", "Northwood") in found
    assert ("Icelandic Coast Guard", "VISITS", "Northwood") not in found


@pytest.mark.model
def test_a_minister_listed_behind_ambassadors_of_two_states_is_of_neither(says: Says) -> None:
    found = says(
        "Estonian Ambassador Eva Tamm, Latvian Ambassador Ilze Kalna and Minister of the Interior "
        "Ana Duran attended the Porto Conference."
    )

    assert ("Ana Duran", "REPRESENTS", "Latvia") not in found


@pytest.mark.model
def test_the_president_of_a_release_without_state_is_the_one_of_its_title(says: Says) -> None:
    found = says(
        "Lisbon, 9 May 2024. The President of Estonia, Carl Berg, came on Wednesday at the "
        "invitation of President Rui Alves.\n\nOn Thursday President Alves gave a dinner.\n\n"
        "On Friday, the President will visit Coimbra.",
        title="President Berg begins state visit to Portugal",
        source=None,
    )

    assert ("Carl Berg", "VISITS", "Coimbra") in found
    assert ("Rui Alves", "VISITS", "Coimbra") not in found
