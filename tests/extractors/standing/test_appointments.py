"""Who is appointed by lists."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]

LEAD = "President Ana Duran announced her intent to nominate the following individuals:"

LISTS = {
    "intent": (
        "Today, President Ana Duran announced her intent to nominate the following individuals:\n\n"
        "• Carl Berg, Nominee for Ambassador to Estonia\n\n• Eva Tamm, Nominee for Director"
    ),
    "following-appointments": (
        "President Ana Duran announced the following diplomatic appointments:\n\n"
        "Carl Berg becomes Ambassador to Estonia.\n\nEva Tamm becomes Consul General in Riga."
    ),
    "elected-by": ("Elected by President Ana Duran were:\n\nChair: Carl Berg\nTreasurer: Eva Tamm"),
    "office-before-dash": (
        "President Ana Duran appointed her new cabinet:\n\n"
        "Head of Europol – Carl Berg – from 1 July\nMinister of Health – Eva Tamm – until 2026"
    ),
    "numbers": (
        "President Ana Duran has appointed the following persons:\n\n"
        "1. Mr Carl Berg – Ambassador to Estonia\n\n2. Ms Eva Tamm – Ambassador to Peru"
    ),
}


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS.keys())
def test_every_line_of_a_list_of_appointments_appoints(says: Says, body: str) -> None:
    appointed = {(s, o) for s, relation, o in says(body) if relation == "APPOINTS"}

    assert appointed >= {("Ana Duran", "Carl Berg"), ("Ana Duran", "Eva Tamm")}


OTHERS = {
    "met": (
        "President Ana Duran met with the following leaders:\n\n• Carl Berg, Mayor\n\n• Eva Tamm"
    ),
    "sanctioned": "The State Department designated Carl Berg as a terrorist.",
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS.keys())
def test_other_lists_and_designations_appoint_nobody(says: Says, body: str) -> None:
    assert not {triple for triple in says(body) if triple[1] == "APPOINTS"}


def test_a_decree_appoints_those_of_whom_it_says_so(says: Says) -> None:
    stated = says(
        "By decrees of President Ana Duran:\n\nCarl Berg has been appointed Minister of Health;\n"
        "Eva Tamm has been relieved of the post of Minister of Health;\n"
        "Dan Holt received a medal."
    )

    assert {o for _, relation, o in stated if relation == "APPOINTS"} == {"Carl Berg"}


def test_a_list_of_appointments_ends_with_the_first_other_line(says: Says) -> None:
    found = says(
        "President Ana Duran announced the following appointments:\n\n• Carl Berg, Ambassador\n\n"
        "The Minister thanked them.\n\n• Eva Tamm, Mayor"
    )

    assert ("Ana Duran", "APPOINTS", "Eva Tamm") not in found


def appointed(statements: tuple[Statement, ...]) -> set[tuple[str, str, str | None]]:
    return {
        (s.subject.name, s.object.name, s.qualifiers.role)
        for s in statements
        if s.predicate == Relation.APPOINTS
    }


@pytest.mark.parametrize(
    ("item", "role"),
    [
        ("• Carl Berg, Nominee for Ambassador to Malta", "Ambassador to Malta"),
        ("• Carl Berg for Ambassador to Malta", "Ambassador to Malta"),
        ("1. Mr. Carl Berg – High Commissioner to Kenya", "High Commissioner to Kenya"),
        ("- Carl Berg, of Ohio, to be Ambassador to Malta, vice Eva Tamm", "Ambassador to Malta"),
        ("Ambassador in Riga: Mr Carl Berg", "Ambassador in Riga"),
        ("- Mr Carl Berg", None),
    ],
    ids=["nominee", "for", "dash", "to-be", "label", "none"],
)
def test_a_line_of_a_list_says_to_what_office(read: Read, item: str, role: str | None) -> None:
    assert appointed(read(f"{LEAD}\n\n{item}\n")) == {("Ana Duran", "Carl Berg", role)}


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("President Ana Duran nominated Carl Berg to be Ambassador to Malta.",
         "Ambassador to Malta"),
        ("President Ana Duran announced the appointment of Carl Berg as High Commissioner to Niue.",
         "High Commissioner to Niue"),
        ("President Ana Duran appointed Carl Berg as Latvia's next Special Envoy for Haiti for two "
         "years.", "Special Envoy for Haiti"),
        ("President Ana Duran elected Carl Berg as Vice-Chair for its 2031 session.",
         "Vice-Chair"),
        ("President Ana Duran appointed Carl Berg Director of Mines as of 1 July 2024.",
         "Director of Mines"),
        ("President Ana Duran appointed Carl Berg as Harbour Envoy (HE) for the Western Ports.",
         "Harbour Envoy (HE) for the Western Ports"),
        ("President Ana Duran has appointed Carl Berg.", None),
        ("President Ana Duran appointed Carl Berg, who had served as Ambassador to Peru.", None),
    ],
    ids=["to be", "appointment", "possessor and term", "cut by a number", "begun on a day",
         "initials", "none", "a former one"],
)  # fmt: skip
def test_a_sentence_says_to_what_office(read: Read, body: str, role: str | None) -> None:
    assert appointed(read(body)) == {("Ana Duran", "Carl Berg", role)}


def test_who_was_elected_has_the_office_behind_the_verb(read: Read) -> None:
    found = appointed(read("Carl Berg was elected Chair of the Board by the Council of Europe."))

    assert {role for _, _, role in found} == {"Chair of the Board"}


def test_an_appointment_by_a_list_quotes_the_sentence_above_it_too(read: Read) -> None:
    statements = read(f"The talks ended. {LEAD}\n\n• Mr Carl Berg\n")
    (found,) = [s for s in statements if s.predicate == Relation.APPOINTS]

    assert {quote.text for quote in found.evidence} == {"Mr Carl Berg", LEAD}


def test_a_quote_under_a_list_is_no_item(read: Read) -> None:
    assert appointed(read(f"{LEAD}\n\n– I know Mr Carl Berg well, she said.\n")) == set()


def test_a_decree_appoints_for_who_issues_it(says: Says) -> None:
    found = says("President Ana Duran issued a decree appointing Carl Berg as Ambassador to Chad.")

    assert ("Ana Duran", "APPOINTS", "Carl Berg") in found


def test_a_list_of_appointments_goes_on_after_a_line_without_name(says: Says) -> None:
    body = (
        "Minister Ana Duran announced the following appointments:\n\n1. Carl Berg, Ambassador to "
        "Chad\n\n2. vacant, Lima\n\n3. Dan Holt, Ambassador to Peru"
    )

    assert ("Ana Duran", "APPOINTS", "Dan Holt") in says(body)


@pytest.mark.parametrize("as_what", ["", " due to his part in corruption"])
def test_who_is_designated_as_nothing_is_not_appointed(says: Says, as_what: str) -> None:
    found = says(f"President Ana Duran announced the designation of Carl Berg{as_what}.")

    assert not {triple for triple in found if triple[1] == "APPOINTS"}


ANNOUNCED = {
    "passive": (
        "Minister Ana Duran today announced the appointment of two new ambassadors.\n\nCarl Berg, "
        "the head of the Asia Department, has been appointed Ambassador to Peru. He speaks "
        "Spanish.\n\nEva Tamm is to become High Commissioner to Kenya."
    ),
    "future": (
        "Minister Ana Duran announced several appointments on Friday.\n\nMr Carl Berg will replace "
        "Dan Holt as Ambassador to Peru. Eva Tamm will serve as Consul General in Lima."
    ),
    "heads": (
        "Minister Ana Duran appoints new heads of delegations.\n\nCarl Berg was named "
        "head of the delegation to Peru.\n\nEva Tamm was named head of the delegation to Chile."
    ),
    "offices-first": (
        "Minister Ana Duran announced the appointment of Heads of Missions. The appointments are "
        "as follows: Consul General to Porto, Mr Carl Berg; and Ambassador to Peru, Eva Tamm."
    ),
    "included": (
        "Minister Ana Duran announced several appointments. The other appointments include Carl "
        "Berg as ambassador to Peru and Eva Tamm as consul in Lima."
    ),
}


@pytest.mark.parametrize("body", ANNOUNCED.values(), ids=ANNOUNCED.keys())
def test_who_takes_office_after_an_announcement_of_several_is_appointed(
    says: Says, body: str
) -> None:
    appointed = {(s, o) for s, relation, o in says(body) if relation == "APPOINTS"}

    assert appointed >= {("Ana Duran", "Carl Berg"), ("Ana Duran", "Eva Tamm")}


EARLIER = {
    "before": "In April 2019, Eva Tamm was appointed head of the archive.",
    "of-another": "Mr Berg replaces Eva Tamm, who has been appointed Ambassador to Chile.",
    "by-another": "Eva Tamm was appointed Judge by the Council of Europe.",
    "no-office": "Eva Tamm will be in Lima on Monday.",
}


@pytest.mark.parametrize("sentence", EARLIER.values(), ids=EARLIER.keys())
def test_an_announcement_appoints_nobody_who_took_office_otherwise(
    says: Says, sentence: str
) -> None:
    found = says(f"Minister Ana Duran announced two appointments on Friday. {sentence}")

    assert ("Ana Duran", "APPOINTS", "Eva Tamm") not in found


FURTHER = {
    "semicolons": (
        "President Ana Duran will nominate Carl Berg for Ambassador to Peru; Eva L. Tamm for "
        "Ambassador to Chile; and Dr. Dan Holt for Ambassador to Chad."
    ),
    "as": (
        "President Ana Duran appointed Carl Berg as Ambassador to Peru, Eva Tamm as Consul General "
        "in Lima and Dan Holt to be her adviser."
    ),
}


@pytest.mark.parametrize("body", FURTHER.values(), ids=FURTHER.keys())
def test_a_sentence_appoints_all_whom_it_lists_with_their_offices(says: Says, body: str) -> None:
    appointed = {o for s, relation, o in says(body) if relation == "APPOINTS" and s == "Ana Duran"}

    assert {"Carl Berg", "Dan Holt"} <= appointed
    assert len(appointed) == 3


def test_who_is_named_without_office_behind_an_appointment_is_not_appointed(says: Says) -> None:
    found = says("President Ana Duran appointed Carl Berg as envoy and met Eva Tamm for talks.")

    assert ("Ana Duran", "APPOINTS", "Eva Tamm") not in found
