"""Numbered units, staffs, headquarters that command, and branches of bodies in a state."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize("head", sorted(body_words().numbered_units))
def test_a_number_may_begin_a_unit(named: Named, head: str) -> None:
    names = named(f"It asked 3 Torsk Harbour {head}.", EntityType.ORGANISATION)

    assert names == [f"3 Torsk Harbour {head}"]


@pytest.mark.parametrize("word", sorted(body_words().staffs))
def test_a_staff_is_a_body(named: Named, word: str) -> None:
    assert named(f"It asked the {word} Staff.", EntityType.ORGANISATION) == [f"{word} Staff"]


@pytest.mark.parametrize("word", sorted(body_words().headquartered))
def test_a_headquarters_that_commands_is_a_body(named: Named, word: str) -> None:
    names = named(f"It asked the Torsk {word} Headquarters.", EntityType.ORGANISATION)

    assert names == [f"Torsk {word} Headquarters"]


@pytest.mark.parametrize("body", sorted(body_words().branching))
def test_a_state_behind_a_body_makes_its_branch(named: Named, body: str) -> None:
    assert named(f"It asked {body} Georgia.", EntityType.ORGANISATION) == [f"{body} Georgia"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It asked the Criminal Court No. 5.", "Criminal Court No. 5"),
        ("It asked Criminal Court number 3 of Torsk.", "Criminal Court number 3 of Torsk"),
        ("Men of His Majesty's Armed Forces came.", "His Majesty's Armed Forces"),
        ("It thanked U.S. Embassy Kyiv for that.", "U.S. Embassy Kyiv"),
        ("It thanked U.S. Mission Torsk for that.", "U.S. Mission Torsk"),
        ("They serve in Multinational Corps Northeast.", "Multinational Corps Northeast"),
        ("A grant went to the University of Fort Torsk.", "University of Fort Torsk"),
    ],
    ids=["court", "court-of", "majesty", "capital", "town", "state", "fort"],
)
def test_a_name_is_taken_whole(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "They thanked the U.S. Embassy and Fjord Mission.",
        "They went to the OSTV and Harbour Conference.",
        "They met the Harbour Council and Fjord Summit.",
    ],
    ids=["seat", "acronym", "body"],
)
def test_the_name_of_an_undertaking_holds_no_other_name(find: Find, text: str) -> None:
    kinds = {EntityType.EVENT, EntityType.OPERATION}
    names = [m.span.name for m in find(text) if m.type in kinds and m.span]

    assert not any(" and " in name for name in names)


def test_a_person_stands_behind_a_body_of_an_office_in_lower_case(find: Find) -> None:
    (official,) = find("The head of the National Council of Human Rights Mona Berg spoke.")

    assert official.span is not None
    assert official.span.name == "Mona Berg"


def test_a_body_has_the_whole_name_of_its_state(named: Named) -> None:
    name = "Trinidad and Tobago Coast Guard"

    assert named(f"It asked the {name}.", EntityType.ORGANISATION) == [name]
