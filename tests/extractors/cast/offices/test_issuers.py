"""Offices of the issuer and of bodies that the release tells of, which their words do not name."""

from collections.abc import Callable

import pytest

from communique.extractors.press import PressExtractor
from communique.graph import Release

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

MINISTRY = "Ministry of Foreign Affairs of Portugal"


def _bodies(found: set[tuple[str, str, str]], person: str) -> set[str]:
    return {o for s, r, o in found if (s, r) == (person, "REPRESENTS")}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Executive Director of Europol, Ana Duran, spoke. Minister Carl Berg of Estonia saw "
         "the Torsk Institute, where he met Deputy Executive Director Eva Tamm.", {"Europol"}),
        ("Ana Duran spoke. Minister Carl Berg of Estonia saw the Torsk Institute, where he met "
         "Deputy Executive Director Eva Tamm.", set()),
        ("The Executive Director of Europol, Ana Duran, and the Executive Director of Frontex, "
         "Ole Holm, saw the Torsk Institute, where they met Deputy Executive Director Eva Tamm.",
         set()),
        ("The Executive Director of Europol, Ana Duran, saw Torsk. At the Torsk Institute "
         "Deputy Executive Director Eva Tamm met her.", set()),
    ],
    ids=["own-head", "no-head", "two-heads", "body-before"],
)  # fmt: skip
def test_a_deputy_is_of_the_body_whose_head_the_release_names(
    says: Says, body: str, expected: set[str]
) -> None:
    assert _bodies(says(body, source="Europol"), "Eva Tamm") == expected


@pytest.mark.parametrize(
    ("body", "source", "expected"),
    [
        ("The Director General of the Police, Eva Tamm, thanked all.", "Policía Nacional",
         {"Policía Nacional"}),
        ("Officers of the Torsk Police came. The Director General of the Police, Eva Tamm, "
         "thanked all.", MINISTRY, {"Torsk Police"}),
        ("The Director General of the Police, Eva Tamm, thanked all.", MINISTRY, set()),
    ],
    ids=["issuer", "named", "none"],
)  # fmt: skip
def test_the_police_in_an_office_is_the_force_at_hand(
    says: Says, body: str, source: str, expected: set[str]
) -> None:
    assert _bodies(says(body, source=source), "Eva Tamm") == expected


def test_a_national_member_is_of_the_body_not_of_the_state(says: Says) -> None:
    found = says("The National Member for Estonia, Eva Tamm, opened it.", source="Eurojust")

    assert _bodies(found, "Eva Tamm") == {"Eurojust"}


def test_affairs_of_a_body_are_a_field_of_work(says: Says) -> None:
    body = "Assistant Secretary for International Organization Affairs Eva Tamm opened the session."
    found = says(body, source="United States Department of State")

    assert _bodies(found, "Eva Tamm") == {"United States Department of State"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Eva Tamm spoke.", {MINISTRY, "Portugal"}),
        ("Deputy Minister Eva Tamm spoke.", {MINISTRY, "Portugal"}),
        ("The Minister of Finance, Eva Tamm, spoke. Minister Tamm thanked all.", {"Portugal"}),
        ("Prime Minister Eva Tamm spoke.", {"Portugal"}),
        ("Minister Eva Tamm of Estonia spoke.", {"Estonia"}),
    ],
    ids=["minister", "deputy", "of-another-field", "premier", "of-another-state"],
)
def test_a_minister_without_field_is_of_the_ministry_that_issues(
    says: Says, body: str, expected: set[str]
) -> None:
    assert _bodies(says(body), "Eva Tamm") == expected


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("On Friday Ambassador Tamm gave a million.", {"Estonia"}),
        ("On Friday former Ambassador Tamm gave a million.", {"Estonia", None}),
        ("On Friday Mayor Tamm gave a million.", {"Estonia", None}),
    ],
    ids=["shorter", "former", "another-office"],
)
def test_an_office_in_fewer_words_is_the_one_told_elsewhere(
    extractor: PressExtractor,
    release: Callable[..., Release],
    again: str,
    expected: set[str | None],
) -> None:
    body = f"Eva Tamm, Ambassador of Estonia to Chile, came on Monday. {again}"
    (person,) = extractor.parsed(release(body, source="Harbour Institute")).cast.people()

    assert {o.body.name if o.body else None for o in person.offices} == expected


@pytest.mark.parametrize(
    ("body", "source", "expected"),
    [
        ("Director-General Eva Tamm signed the plan in Porto.", "Torsk Customs", {"Torsk Customs"}),
        ("Carl Berg was named attaché to Peru by Administrator-General Eva Tamm.",
         "Torsk Customs Administration", {"Torsk Customs Administration"}),
        ("Deputy Commissioner Eva Tamm opened the course.", "Torsk Border Force",
         {"Torsk Border Force"}),
        ("Commissioner Eva Tamm opened the course.", MINISTRY, set()),
        ("The Peru Police and Commissioner Eva Tamm opened the course.", "Torsk Border Force",
         set()),
        ("Ana Duran met with Commissioner Eva Tamm.", "Torsk Border Force", set()),
    ],
    ids=["customs", "by", "deputy", "ministry", "other-body", "met"],
)  # fmt: skip
def test_a_body_of_a_kind_is_led_by_the_office_of_that_kind(
    says: Says, body: str, source: str, expected: set[str]
) -> None:
    assert _bodies(says(body, source=source), "Eva Tamm") == expected


def test_an_assistant_office_is_of_the_international_body_whose_head_is_named(says: Says) -> None:
    found = says(
        "NATO Secretary General Carl Berg received Minister Ana Duran. The Assistant Secretary "
        "General for Operations, Eva Tamm, was there.",
        source=MINISTRY,
    )

    assert _bodies(found, "Eva Tamm") == {"NATO"}


def test_a_special_representative_for_another_state_is_of_the_department(says: Says) -> None:
    found = says(
        "In separate calls, Special Representative for Peru Eva Tamm spoke.", source=MINISTRY
    )

    assert _bodies(found, "Eva Tamm") == {MINISTRY}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Ana Duran met Commissioner for Enlargement Eva Tamm at the seat of the EU.",
         {"EU"}),
        ("Minister Ana Duran met Commissioner for Competition Eva Tamm and others of the "
         "European Commission; the EU lends a loan.", {"European Commission"}),
        ("Minister Ana Duran met the High Representative, Eva Tamm, as the EU had wished.", {"EU"}),
        ("Minister Ana Duran met the High Representative, Eva Tamm. The EU pays for roads in "
         "Bosnia and Herzegovina.", set()),
        ("Minister Ana Duran met Commissioner for Enlargement Eva Tamm.", set()),
        ("The African Union and the EU met. Minister Ana Duran met Commissioner for International "
         "Cooperation Eva Tamm.", set()),
        ("In Sarajevo Minister Ana Duran met the High Representative, Eva Tamm, and thanked the "
         "EU.", set()),
        ("Minister Ana Duran met Commissioner for Health Eva Tamm, as the EU had wished.", set()),
        ("As the EU had wished, Minister Ana Duran met Peru's Commissioner for Competition, "
         "Eva Tamm.",
         {"Peru"}),
    ],
    ids=[
        "union-named", "commission-named", "high-representative", "another-high-representative",
        "neither-named", "rival-named", "high-representative-elsewhere", "other-portfolio",
        "worded",
    ],
)  # fmt: skip
def test_offices_of_the_european_union_are_its_own_where_it_is_named(
    says: Says, body: str, expected: set[str]
) -> None:
    assert _bodies(says(body, source=MINISTRY), "Eva Tamm") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Ana Duran visited EUTM Mali and met the mission's commander, General Eva Tamm.",
         {"EUTM Mali"}),
        ("Minister Ana Duran spoke of Operation Irini. She visited EUTM Mali and met the mission's "
         "commander, General Eva Tamm.", set()),
        ("Minister Ana Duran met the mission's commander, General Eva Tamm.", set()),
        ("Minister Ana Duran spoke of EUTM Mali. At the Embassy of Peru she met the mission's "
         "head, Eva Tamm.", set()),
    ],
    ids=["one", "two", "none", "embassy"],
)  # fmt: skip
def test_who_commands_the_mission_leads_the_one_operation_named_before(
    says: Says, body: str, expected: set[str]
) -> None:
    found = says(body, source=MINISTRY)

    assert {o for s, r, o in found if (s, r) == ("Eva Tamm", "LEADS")} == expected


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("Embassy of Japan in Estonia", "Ambassador Eva Tamm thanked Minister Carl Berg."),
        ("U.S. Embassy in Estonia", "The Minister of Defense, Carl Berg, thanked the Embassy."),
        ("British High Commission", "In Estonia, Minister Carl Berg met the High Commissioner."),
        ("Embassy of Japan in Estonia", "Ambassador Eva Tamm met President Carl Berg."),
    ],
    ids=["envoy-ahead", "embassy-behind", "opening", "chief"],
)
def test_whom_an_embassy_meets_is_of_its_host(says: Says, source: str, body: str) -> None:
    assert _bodies(says(body, source=source), "Carl Berg") == {"Estonia"}


@pytest.mark.parametrize(
    "body",
    [
        "Foreign Minister Carl Berg visited Tallinn and met the Ambassador.",
        "On his visit to Estonia, Minister Carl Berg met Ambassador Eva Tamm.",
        "Defence Minister Carl Berg sent his condolences.",
        "Prime Minister Carl Berg thanked the Ambassador.",
    ],
    ids=["visits", "on-a-visit", "no-envoy", "chief"],
)
def test_who_travels_or_speaks_from_home_is_not_of_an_embassy_s_host(says: Says, body: str) -> None:
    found = _bodies(says(body, source="Embassy of Japan in Estonia"), "Carl Berg")

    assert "Estonia" not in found


def test_who_chairs_a_body_of_several_states_is_not_of_the_state_where_he_is(says: Says) -> None:
    body = (
        "ASTANA – OSCE Chairperson-in-Office and Foreign Minister Carl Berg ended a visit to "
        "Central Asia in Astana, where he met Minister Aset Nurlan of Kazakhstan."
    )

    assert _bodies(says(body, source="OSCE"), "Carl Berg") == {"OSCE"}


def test_an_official_named_beside_an_ambassador_is_not_of_the_ambassador_s_state(
    says: Says,
) -> None:
    found = says(
        "German Ambassador Eva Tamm and the Permanent Secretary for Northern Province, Carl Berg, "
        "opened the ward.",
        source="Ministry of Health of Zambia",
    )

    assert _bodies(found, "Eva Tamm") == {"Germany"}
    assert "Germany" not in _bodies(found, "Carl Berg")


@pytest.mark.parametrize(
    "body",
    [
        "Joint Secretary (Eurasia) Carl Berg met Minister Eva Tamm of Estonia in Torsk.",
        "Carl Berg, Secretary (East and West), Ministry of Foreign Affairs of Portugal, met "
        "Minister Eva Tamm of Estonia.",
        "The Director General (Asia-Pacific) of the Ministry of Foreign Affairs of Portugal, Carl "
        "Berg, met Minister Eva Tamm of Estonia.",
    ],
    ids=["before-the-name", "before-the-body", "with-its-body"],
)
def test_an_office_may_have_its_field_in_brackets(says: Says, body: str) -> None:
    found = says(body, source=MINISTRY)

    assert ("Carl Berg", "MEETS", "Eva Tamm") in found
    assert MINISTRY in _bodies(found, "Carl Berg")


@pytest.mark.parametrize("name", ["Carl Berg", "Mr Carl Berg"])
def test_brackets_behind_an_office_may_name_who_holds_it(says: Says, name: str) -> None:
    found = says(f"The Foreign Minister ({name}) met Ambassador Eva Lind of Latvia.")

    assert ("Carl Berg", "MEETS", "Eva Lind") in found


@pytest.mark.parametrize(
    ("office", "source", "expected"),
    [
        ("Finance Secretary", "Europol", set()),
        ("Director of Public Prosecutions", "Eurojust", set()),
        ("Commissioner of Police", "Europol", set()),
        ("Undersecretary of the Interior", "Investigations Police of Chile", {"Chile"}),
        ("State Secretary for Agriculture", "Ministry of Foreign Affairs of Chile", {"Chile"}),
        ("Deputy Executive Director", "Europol", {"Europol"}),
    ],
)
def test_an_office_that_only_states_have_is_not_the_issuers(
    says: Says, office: str, source: str, expected: set[str]
) -> None:
    found = says(f"The forum was opened by the {office}, Eva Tamm, in March.", source=source)
    assert _bodies(found, "Eva Tamm") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary of State Eva Tamm spoke in Oslo.", {"United States Department of State"}),
        ("Eva Tamm, Secretary of State for Sport, spoke in Oslo.", set()),
        ("Agriculture Secretary Eva Tamm spoke in Oslo.",
         {"United States Department of Agriculture"}),
    ],
    ids=["own", "for-a-field", "field-before"],
)  # fmt: skip
def test_a_secretary_of_state_for_a_field_is_a_foreign_one(
    says: Says, text: str, expected: set[str]
) -> None:
    assert _bodies(says(text, source="U.S. Department of State"), "Eva Tamm") == expected


def test_an_attorney_general_whom_the_justice_department_meets_is_a_foreign_one(
    says: Says,
) -> None:
    found = says(
        "Deputy Attorney General Carl Berg met with Attorney General Eva Tamm in Torsk.",
        source="U.S. Department of Justice",
    )
    assert "United States Department of Justice" not in _bodies(found, "Eva Tamm")


@pytest.mark.parametrize(
    ("calling", "expected"),
    [("welcomed to the White House", "Norway"), ("prepared for the White House", "White House")],
    ids=["welcomed", "of-it"],
)
def test_whoever_is_welcomed_to_a_house_is_not_of_it(
    says: Says, calling: str, expected: str
) -> None:
    found = says(f"The room was {calling} Chancellor Eva Tamm of Norway.", source="Reuters")
    assert _bodies(found, "Eva Tamm") == {expected}


def test_a_head_of_mission_is_of_the_mission_that_issues_the_release(says: Says) -> None:
    body = "The course was the third of Project TORSK. Head of Mission Ana Duran closed it."

    assert _bodies(says(body, source="EUCAP Somalia"), "Ana Duran") == {"EUCAP Somalia"}


def test_a_head_of_mission_leads_no_project(says: Says) -> None:
    body = "The course was the third of Project TORSK. Head of Mission Ana Duran closed it."

    assert ("Ana Duran", "LEADS", "Project TORSK") not in says(body, source="Torsk Gazette")
