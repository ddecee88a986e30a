"""What names side by side state."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ms Ana Duran arrived in Tallinn, Estonia, on Monday.",
            {("Tallinn", "LOCATED_IN", "Estonia")},
        ),
        (
            "Searches were carried out in Estonia (Tallinn and Tartu) during Operation HARBOUR.",
            {("Tallinn", "LOCATED_IN", "Estonia"), ("Tartu", "LOCATED_IN", "Estonia")},
        ),
        (
            "Ms Ana Duran attended the Porto Conference in Lisbon.",
            {("Porto Conference", "HELD_IN", "Lisbon")},
        ),
        (
            "Europol’s Operation HARBOUR ended on Friday.",
            {("Operation HARBOUR", "PART_OF", "Europol")},
        ),
        (
            "Estonia welcomed a Danish-led battlegroup.",
            {("Denmark", "LEADS", "Danish-led battlegroup")},
        ),
        (
            "Ms Ana Duran will visit Tallinn and Tartu, Estonia; and Porto, Portugal.",
            {
                ("Tallinn", "LOCATED_IN", "Estonia"),
                ("Tartu", "LOCATED_IN", "Estonia"),
                ("Porto", "LOCATED_IN", "Portugal"),
            },
        ),
        (
            "The loan comes from FERBANK (Estonia) and TRADEX (Portugal).",
            {("FERBANK", "LOCATED_IN", "Estonia"), ("TRADEX", "LOCATED_IN", "Portugal")},
        ),
        (
            "TARTU, Estonia – Ms Ana Duran met Mr Carl Berg.",
            {("Tartu", "LOCATED_IN", "Estonia")},
        ),
        (
            "(Freiburg, Thuringia) – Ms Ana Duran met Mr Carl Berg.",
            {("Freiburg", "LOCATED_IN", "Thuringia")},
        ),
        (
            "Ms Ana Duran spoke at Camp Harbour in Tallinn.",
            {("Camp Harbour", "LOCATED_IN", "Tallinn")},
        ),
        (
            "May 5, 2024 – Ottawa, Ontario – Ms Ana Duran met Mr Carl Berg.",
            {("Ottawa", "LOCATED_IN", "Ontario")},
        ),
        (
            "Ms Ana Duran spoke at the Jakarta Convention Centre in Jakarta.",
            {("Jakarta Convention Centre", "LOCATED_IN", "Jakarta")},
        ),
        (
            "The plan was lent by the Harbour Inspectorate in Tallinn.",
            {("Harbour Inspectorate", "LOCATED_IN", "Tallinn")},
        ),
        (
            "Ms Ana Duran, Director of the Harbour Institute in Tallinn, spoke.",
            {("Harbour Institute", "LOCATED_IN", "Tallinn")},
        ),
        (
            "Ms Ana Duran thanked the Harbour Agency, a body headquartered in Tallinn.",
            {("Harbour Agency", "LOCATED_IN", "Tallinn")},
        ),
        (
            "Ms Ana Duran spoke of the Harbour Agency, Tartu, Estonia.",
            {("Harbour Agency", "LOCATED_IN", "Tartu")},
        ),
    ],
    ids=[
        *("town-and-country", "towns-in-brackets", "event-in-town", "possessive", "led"),
        *("joined-towns", "homes-in-brackets", "dateline", "opening", "site-in-town"),
        *("capital-and-province", "hall-named-after-its-town"),
        *("body-in-town", "body-of-office-in-town", "headquartered", "body-town-state"),
    ],
)
def test_names_side_by_side_state_a_relation(
    says: Says, body: str, expected: set[tuple[str, str, str]]
) -> None:
    assert says(body, source="Europol") >= expected


def test_a_town_does_not_lie_in_a_site(says: Says) -> None:
    found = says("Carl Berg met Eva Tamm in Porto at Harbour Restaurant in Porto.")

    assert ("Porto", "LOCATED_IN", "Harbour Restaurant") not in found


@pytest.mark.parametrize(
    "told",
    [
        "Portugal (Mr Carl Berg, resident in Tallinn)",
        "Portugal (based in Tallinn)",
        "Portugal (corrected; an earlier version named Tallinn)",
        "Portugal (Tallinn, where he resides)",
        "Portugal (Tallinn office)",
    ],
)
def test_a_town_among_other_words_in_the_bracket_is_not_in_the_country(
    says: Says, told: str
) -> None:
    found = says(f"Letters of credence were presented by the Ambassador of {told}.")

    assert ("Tallinn", "LOCATED_IN", "Portugal") not in found


@pytest.mark.parametrize("visit", ["Working Visit", "Farewell Call", "Official Visit"])
def test_a_visit_in_capitals_lies_nowhere(says: Says, visit: str) -> None:
    found = says(f"Carl Berg met Eva Tamm as part of the former's {visit} in Porto.")

    assert visit not in {end for s, _, o in found for end in (s, o)}


def test_towns_after_the_bracket_are_not_in_the_country(says: Says) -> None:
    found = says("Searches were carried out in Estonia (Tallinn) and near Braga.")

    assert {triple for triple in found if triple[1] == "LOCATED_IN"} == {
        ("Tallinn", "LOCATED_IN", "Estonia")
    }


@pytest.mark.parametrize(
    "body",
    [
        "They spoke of the Middle East, Ukraine and trade.",
        "Minister Ana Duran began her tour of Latin America in Santiago.",
    ],
    ids=["state", "town"],
)
def test_a_region_of_the_world_is_in_no_state_and_no_town(says: Says, body: str) -> None:
    found = says(body)

    assert [triple for triple in found if triple[1] == "LOCATED_IN"] == []


def test_a_body_does_not_lie_where_it_has_a_representative(says: Says) -> None:
    found = says("She thanked Europol's Liaison Officer in Riga.")

    assert not [triple for triple in found if triple[1] == "LOCATED_IN"]


def test_where_something_is_held_for_a_body_is_not_where_the_body_sits(says: Says) -> None:
    found = says("They held the first meeting for the heads of the Harbour Institute, in Porto.")

    assert ("Harbour Institute", "LOCATED_IN", "Porto") not in found


@pytest.mark.parametrize(
    ("body", "part", "whole"),
    [
        ("Estonia: Harbour Police – Torsk Branch", "Torsk Branch", "Harbour Police"),
        ("It thanked the US Department of State, Bureau of Harbours.", "Bureau of Harbours",
         "United States Department of State"),
        ("It thanked the Department of Harbours, Ministry of Trade.", "Department of Harbours",
         "Ministry of Trade"),
        ("It thanked the Ministry of Trade, Bureau of Harbours, and its staff.",
         "Bureau of Harbours", "Ministry of Trade"),
        ("It thanked the Harbour Police, whose Diving Unit came.", "Diving Unit", "Harbour Police"),
        ("It thanked the Harbour Police and its Diving Unit.", "Diving Unit", "Harbour Police"),
    ],
    ids=["dash", "whole-first", "part-first", "before-a-clause", "whose", "its"],
)  # fmt: skip
def test_a_part_stands_beside_its_body(says: Says, body: str, part: str, whole: str) -> None:
    assert (part, "PART_OF", whole) in says(body)


@pytest.mark.parametrize(
    "body",
    [
        "It thanked the Ministry of Trade, Bureau of Harbours and Harbour Police.",
        "It thanked the Ministry of Trade, Bureau of Harbours, Harbour Police and Europol.",
        "It thanked the General Inspectorate of Border Police.",
        "It thanked the Federal Office of Police.",
    ],
    ids=["list", "longer-list", "field-of-a-force", "field"],
)
def test_what_a_body_is_for_is_no_body_over_it(says: Says, body: str) -> None:
    assert not [triple for triple in says(body) if triple[1] == "PART_OF"]


OWNED = {
    "head": ("The Coast Bank’s Harbour Institute met.", True),
    "acronym": ("The Coast Bank’s QRST met in Porto.", True),
    "no-head": ("NATO’s Strategic Concept was read aloud.", False),
}


@pytest.mark.model
@pytest.mark.parametrize(("body", "part"), OWNED.values(), ids=OWNED.keys())
def test_what_a_body_owns_is_part_of_it_if_it_is_called_like_a_body(
    says: Says, body: str, part: bool
) -> None:
    assert bool({triple for triple in says(body) if triple[1] == "PART_OF"}) is part


@pytest.mark.parametrize(
    "body",
    [
        "Ms Ana Duran led a delegation to Hawaii, Samoa, Tonga and Vanuatu.",
        "Ms Ana Duran will travel to California, Mexico, and Panama.",
    ],
)
def test_a_place_that_begins_a_list_of_states_lies_in_none_of_them(says: Says, body: str) -> None:
    assert "LOCATED_IN" not in {relation for _, relation, _ in says(body)}


@pytest.mark.parametrize(
    ("body", "town", "state"),
    [
        ("Ms Ana Duran visited Paris, France, and Germany.", "Paris", "France"),
        ("It was held in Tartu, Estonia, and Latvia sent a team.", "Tartu", "Estonia"),
    ],
    ids=["capital", "clause"],
)
def test_a_town_stays_in_its_state_though_another_state_follows(
    says: Says, body: str, town: str, state: str
) -> None:
    assert (town, "LOCATED_IN", state) in says(body)


def test_a_division_with_the_possessive_of_a_mission_is_part_of_it_alone(says: Says) -> None:
    found = says(
        "The workshop was held by the Mission’s Political Affairs Division and Estonia’s police.",
        source="United Nations Mission in Peru (UNMIP)",
    )

    assert [t[0] for t in found if t[1] == "PART_OF"] == ["Political Affairs Division"]


@pytest.mark.parametrize(
    "body",
    [
        "The Danish presidency of the Council of the European Union ended on Friday.",
        "The National Police of Latvia under the European Union held a drill.",
    ],
    ids=["presiding", "acting under"],
)
def test_nobody_is_part_of_what_stands_beside_by_chance(says: Says, body: str) -> None:
    wholes = {"Council of the European Union", "European Union"}

    assert not {t for t in says(body) if t[1] == "PART_OF" and t[2] in wholes}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Harbour Patrol Unit within the Ministry of Justice's Harbour Division met judges.",
            ("Harbour Patrol Unit", "PART_OF", "Harbour Division"),
        ),
        (
            "The State Border Guard Service under the Ministry of the Interior of Latvia helped.",
            ("State Border Guard Service", "PART_OF", "Ministry of the Interior of Latvia"),
        ),
        (
            "The second workshop of the SafeHarbours project was held in Tallinn.",
            ("second workshop of the SafeHarbours project", "PART_OF", "SafeHarbours project"),
        ),
    ],
    ids=["what-is-owned", "under", "project"],
)
def test_the_part_is_of_what_joins_it(
    says: Says, body: str, expected: tuple[str, str, str]
) -> None:
    assert expected in says(body)


@pytest.mark.model
def test_a_truce_is_not_held_where_it_is_kept(says: Says) -> None:
    found = says("The ceasefire in Porto, brokered by Norway, entered into force on Sunday.")

    assert not [a for a, relation, _ in found if relation == "HELD_IN"]
