"""Where something is held: houses, seats of bodies, slots of programmes, parts of states."""

from collections.abc import Callable

import pytest

from communique.gazetteer.sites import site_words
from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in the Palace of the Senate.", ["Palace of the Senate"]),
        ("They met in the Palace of Peace.", ["Palace of Peace"]),
        ("Boxes were opened at the Port of Torsk.", ["Port of Torsk"]),
        ("They met in the Sala della Fontana.", ["Sala della Fontana"]),
        ("They met at the headquarters of the Fish Council.", ["headquarters of the Fish Council"]),
        ("They met at the Fish Council's premises.", ["Fish Council's premises"]),
        ("It stopped at the transit point in Torsk.", ["transit point in Torsk"]),
        ("It left the old operations base at Torsk Airport.",
         ["operations base at Torsk Airport"]),
        ("15.00 Press briefing, Torsk", ["Torsk"]),
        ("Thursday 31: closing act, Torsk.", ["Torsk"]),
        ("(OSTV Secretariat, Fairfield, Torsk, Norway) They met.", ["Fairfield", "Torsk"]),
        ("They fled to Cox's Bazar and stayed.", ["Cox's Bazar"]),
        ("They went to Torsk'alofa.", ["Torsk'alofa"]),
        ("Location: Torsk Province, including Ulver, Sandvik, and Rana",
         ["Torsk Province", "Ulver", "Sandvik", "Rana"]),
        ("They met at the Istana.", ["Istana"]),
        ("Marrakech will host the talks.", ["Marrakech"]),
        ("It stops in Bamako, Torsk, Oslo and Ulver.", ["Bamako", "Torsk", "Oslo", "Ulver"]),
        ("Men in the hospitals of Torsk and Ulver left.", ["Torsk", "Ulver"]),
        ("They met at the crossing point “Torsk”.", ["Torsk"]),
        ("He spoke at Berg Barracks, Torsk, on Friday.", ["Berg Barracks", "Torsk"]),
        ("Lars Berg, 31, of Torsk, was fined.", ["Torsk"]),
        ("They reached the Torsk and Ulver border posts.", ["Torsk", "Ulver"]),
        ("GRAVEN DAL, N.M. – Police met.", ["Graven Dal", "New Mexico"]),
    ],
    ids=["palace-of-the", "palace-of", "port-of", "particle", "headquarters-of", "premises",
         "point-in", "base-at", "slot", "day", "address", "cox", "glottal", "including",
         "residence", "subject", "list-of-capitals", "several-houses", "quotes", "house-and-town",
         "age", "two-posts", "dateline"],
)  # fmt: skip
def test_where_something_is_held_is_a_place(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.PLACE) == names


@pytest.mark.parametrize(
    "text",
    [
        "She is Executive Director, Port of Torsk.",
        "They visited the headquarters of the Fish Council.",
        "He was received at the Fish Council's premises.",
        "14:10 Talks with the minister, Karim.",
        "It praised the Fish Council's work at sea.",
        "A member of the Torsk Institute, Karim, spoke.",
        "Mr Marrakech spoke.",
    ],
    ids=["employer", "visited", "received", "somebody", "work", "member", "namesake"],
)
def test_who_runs_or_has_a_place_is_none(named: Named, text: str) -> None:
    assert not named(text, EntityType.PLACE)


@pytest.mark.parametrize(("code", "state"), sorted(site_words().american_codes.items()))
def test_a_part_of_a_state_is_told_by_its_code(named: Named, code: str, state: str) -> None:
    text = f"The FBI met them in Gravendal, {code}, on Friday."

    assert named(text, EntityType.PLACE) == ["Gravendal", state]


def test_a_code_is_of_no_american_state_where_nothing_is_american(named: Named) -> None:
    assert named("They met in Gravendal, AL, on Friday.", EntityType.PLACE) == ["Gravendal"]


def test_a_degree_behind_somebody_is_no_part_of_a_state(named: Named) -> None:
    assert not named("Anna Berg, MD, spoke.", EntityType.PLACE)


def test_what_a_programme_is_at_is_no_operation(named: Named) -> None:
    text = "The programme for repair in the yards at Torsk and Ulver Dal began."

    assert named(text, EntityType.OPERATION) == []
