"""Whom an official serves, whose offices "and" joins, and which bodies are none."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def test_whom_an_official_serves_is_not_met(says: Says) -> None:
    body = "Ana Duran met Carl Berg, Chief of Staff to Prime Minister Eva Tamm of Estonia."
    meetings = {(a, b) for a, r, b in says(body) if r == "MEETS"}

    assert meetings == {("Ana Duran", "Carl Berg")}


def test_joined_offices_share_the_body_behind_them(says: Says) -> None:
    found = says(
        "She spoke with Carl Berg, Spokesperson and Chief Adviser of the Council of Europe."
    )

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == {
        "Council of Europe"
    }


@pytest.mark.parametrize(
    "body",
    ["Eva Holt of Harbour News asked about it.", "Representative Eva Holt (NY-08) spoke."],
    ids=["journalist", "seat"],
)
def test_media_and_seats_are_not_represented(says: Says, body: str) -> None:
    assert not {o for s, r, o in says(body) if r == "REPRESENTS" and ("News" in o or "-" in o)}


def test_the_agency_in_an_office_is_the_one_named_last(says: Says) -> None:
    found = says(
        "Peru was represented by the Torsk Harbour Agency. The First Deputy Chairman of the "
        "Agency, Mr Carl Berg, thanked all."
    )

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == {
        "Torsk Harbour Agency"
    }


def test_federal_prosecutors_are_of_the_one_office_that_a_release_names(says: Says) -> None:
    office = "U.S. Attorney’s Office for the Southern District of Ohio"
    found = says(
        f"The {office} led the case. Assistant U.S. Attorney Carl Berg is in charge.",
        source="U.S. Department of Justice",
    )

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == {office}


PROSECUTED = "U.S. Attorney’s Office for the Middle District of Torsk"


@pytest.mark.parametrize(
    ("body", "offices"),
    [
        ("Assistant U.S. Attorneys Ana Duran and Carl Berg tried the case.", {PROSECUTED}),
        ("Acting U.S. Attorney Ana Duran announced the sentence.", {PROSECUTED}),
        ("Assistant U.S. Attorney Ana Duran of Alaska tried the case.", set()),
        ("The former Assistant U.S. Attorney Ana Duran defended him.", set()),
        ("Assistant U.S. Attorneys Ana Duran and Carl Berg of the District of Kelda helped.",
         {"U.S. Attorney’s Office for the District of Kelda"}),
    ],
    ids=["assistants", "head", "elsewhere", "former", "other-district"],
)  # fmt: skip
def test_federal_prosecutors_are_of_the_office_that_issues_or_that_they_are_called_by(
    says: Says, body: str, offices: set[str]
) -> None:
    found = says(body, source="U.S. Attorney's Office, Middle District of Torsk")

    assert {o for s, r, o in found if r == "REPRESENTS"} == offices


def test_prosecutors_of_a_district_are_not_of_the_only_office_a_release_names(says: Says) -> None:
    found = says(
        "Assistant U.S. Attorneys Ana Duran and Carl Berg for the Middle District of Torsk tried "
        "the case. The U.S. Attorney’s Office for the District of Kelda helped.",
        source="U.S. Department of Justice",
    )

    assert {(s, o) for s, r, o in found if r == "REPRESENTS"} == {
        ("Ana Duran", PROSECUTED), ("Carl Berg", PROSECUTED),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("source", "body", "owner"),
    [
        ("Council of Europe", "Carl Berg, Secretary General of the Organisation, spoke.",
         {"Council of Europe"}),
        ("Frontex", "The Agency's Director, Carl Berg, spoke.", {"Frontex"}),
        ("Council of Europe", "Carl Berg, Director of the Bank, spoke.", set()),
        ("Ministry of Finance of Peru", "Carl Berg, Director of the Agency, spoke.", set()),
    ],
    ids=["organisation", "agency", "other-noun", "agency-of-a-state"],
)  # fmt: skip
def test_an_international_body_is_called_by_a_noun_that_its_name_has_not(
    says: Says, source: str, body: str, owner: set[str]
) -> None:
    found = says(body, source=source)

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == owner


@pytest.mark.parametrize(
    ("body", "owner"),
    [
        ("Director Carl Berg of the boat museum spoke.", set()),
        ("Prosecutor Carl Berg (Milan) spoke.", set()),
        ("Director Carl Berg spoke.", {"Torsk Council"}),
    ],
    ids=["of-something", "town", "alone"],
)
def test_an_office_that_words_behind_the_name_place_elsewhere_is_not_the_issuers(
    says: Says, body: str, owner: set[str]
) -> None:
    found = says(body, source="Torsk Council")

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == owner


@pytest.mark.parametrize(
    ("source", "body", "owner"),
    [
        ("Government of Denmark", "President Carl Berg spoke.", set()),
        ("Government of Denmark", "King Carl Berg spoke.", {"Denmark"}),
        ("Government of Spain", "President Carl Berg spoke.", {"Spain"}),
        ("Government of Peru", "President Carl Berg spoke.", {"Peru"}),
        ("Government of Peru", "Shadow Minister Carl Berg spoke.", set()),
        ("Government of Peru", "The self-proclaimed President Carl Berg spoke.", set()),
        ("Torsk Council", "The opposition spokesman Carl Berg spoke.", set()),
        ("Torsk Council", "The spokesman Carl Berg spoke.", {"Torsk Council"}),
        ("U.S. Department of State", "Secretary of State Carl Berg of Ohio spoke.", set()),
        ("U.S. Department of Justice", "Ohio Attorney General Carl Berg spoke.", set()),
        ("U.S. Department of Justice", "In Ohio Attorney General Carl Berg spoke.",
         {"United States Department of Justice"}),
        ("Torsk Council", "Africa Director Carl Berg spoke.", {"Torsk Council"}),
        ("Torsk Council", "Secretary of Defense Carl Berg spoke.", set()),
        ("Torsk Police", "Police and Crime Commissioner Carl Berg spoke.", set()),
    ],
    ids=[
        "president-in-a-kingdom", "king", "president-of-a-government", "president", "shadow",
        "self-proclaimed", "voice-of-others", "own-voice", "secretary-of-a-region",
        "attorney-of-a-region", "attorney-in-a-region", "field", "department",
        "commissioner-beside",
    ],
)  # fmt: skip
def test_an_office_without_body_is_the_issuers_only_if_it_may_be(
    says: Says, source: str, body: str, owner: set[str]
) -> None:
    found = says(body, source=source)

    assert {o for s, r, o in found if (s, r) == ("Carl Berg", "REPRESENTS")} == owner


@pytest.mark.parametrize(
    "body",
    [
        "The NATO Secretary General’s younger brother, Carl Berg, was in Oslo.",
        "The World Bank President’s husband, Carl Berg, spoke.",
        "Ambassador Carl Berg to Kenya spoke.",
    ],
    ids=["brother", "husband", "ambassador-to"],
)
def test_who_belongs_to_an_official_or_is_sent_to_a_state_is_not_of_the_body_or_state(
    says: Says, body: str
) -> None:
    assert not [o for s, r, o in says(body) if (s, r) == ("Carl Berg", "REPRESENTS")]
