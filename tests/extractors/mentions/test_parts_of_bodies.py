"""Bodies by common nouns with an owner, parts by possessives, and groups of states."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It asked the Torsk cantonal police.", "Torsk cantonal police"),
        ("It asked Kenya's national disaster operations centre.",
         "Kenya national disaster operations centre"),
        ("It asked UNICEF's regional office for East and Horn of Africa.",
         "UNICEF regional office for East and Horn of Africa"),
        ("It asked the gendarmerie's judicial sub-directorate.",
         "gendarmerie judicial sub-directorate"),
        ("It toured the regional training centre of the border police.",
         "regional training centre of the border police"),
        ("A Nordic air operations centre opened.", "Nordic air operations centre"),
    ],
    ids=["town", "state", "area", "plain-owner", "of", "region"],
)  # fmt: skip
def test_a_common_noun_with_a_modifier_names_a_body(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION)[-1] == name


@pytest.mark.parametrize(
    "text",
    ["It asked the regional office.", "It asked the Torsk police officers.",
     "On Monday national police officers met."],
    ids=["no-owner", "no-modifier", "officers"],
)  # fmt: skip
def test_a_common_noun_alone_names_none(named: Named, text: str) -> None:
    assert named(text, EntityType.ORGANISATION) == []


@pytest.mark.parametrize("head", sorted(body_words().part_heads))
def test_every_head_of_a_part_names_a_body(named: Named, head: str) -> None:
    assert named(f"It asked Torsk's regional {head}.", EntityType.ORGANISATION) == [
        f"Torsk regional {head}"
    ]


@pytest.mark.parametrize("modifier", sorted(body_words().part_modifiers))
def test_every_modifier_makes_a_part(named: Named, modifier: str) -> None:
    names = named(f"It asked Torsk's {modifier} directorate.", EntityType.ORGANISATION)

    assert names == [f"Torsk {modifier} directorate"]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("The African Union's Commission agreed.", "Commission of the African Union"),
        ("The Barents Council's Secretariat agreed.", "Barents Council Secretariat"),
        ("The Harbour Council's Legal Affairs Committee agreed.",
         "Legal Affairs Committee of the Harbour Council"),
    ],
    ids=["listed", "shaped", "part-with-name"],
)  # fmt: skip
def test_a_part_has_the_name_of_its_owner(find: Find, text: str, alias: str) -> None:
    owned = [m.span for m in find(text) if m.type == EntityType.ORGANISATION and m.span][-1]

    assert alias in {owned.name, *owned.aliases}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("As members of the Friends of Freedonia, they agreed.", "Friends of Freedonia"),
        ("The Torsk Process began.", "Torsk Process"),
        ("The D4+1 will meet.", "D4+1"),
        ("The 4+1 mechanism met.", "4+1 mechanism"),
        ("A grant to KU Torsk is planned.", "KU Torsk"),
        ("FIU Torsk agreed.", "FIU Torsk"),
        ("The warning came from CERT.XY.", "CERT.XY"),
        ("It asked the Freedonian Episcopal Conference.", "Freedonian Episcopal Conference"),
        ("Members of the Commonwealth met.", "Commonwealth of Nations"),
    ],
    ids=[
        "friends",
        "process",
        "states-and-one",
        "mechanism",
        "university",
        "unit",
        "domain",
        "bishops",
        "commonwealth",
    ],
)
def test_a_group_is_told_by_the_make_of_its_name(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Commonwealth of Freedonia agreed.",
        "The Commonwealth Harbour Fair began.",
        "The Commonwealth presented its evidence.",
        "The Commonwealth will fund it with the member councils of Victoria.",
    ],
    ids=["state", "games", "prosecution", "part-of-a-state"],
)
def test_another_commonwealth_is_not_that_of_nations(named: Named, text: str) -> None:
    assert "Commonwealth of Nations" not in named(text, EntityType.ORGANISATION)


def test_a_unit_belongs_to_the_state_in_its_name(find: Find) -> None:
    (unit,) = [m.span for m in find("FIU Latvia agreed.") if m.span]

    assert (unit.name, unit.country and unit.country.iso3) == ("FIU Latvia", "LVA")


@pytest.mark.parametrize("noun", ["Officers", "Network"])
def test_those_in_units_of_a_kind_are_no_unit(named: Named, noun: str) -> None:
    assert f"CSIRT {noun}" not in named(f"The CSIRT {noun} met.", EntityType.ORGANISATION)


@pytest.mark.parametrize("behind", [" Tuesday she agreed", " Minister Ana Duran agreed"])
def test_an_office_abroad_ends_with_its_town(find: Find, behind: str) -> None:
    spans = [m.span for m in find(f"At UNICEF's office in Torsk{behind}.") if m.span]

    assert "UNICEF office in Torsk" in {
        alias for span in spans for alias in (span.name, *span.aliases)
    }


def test_an_office_abroad_has_the_name_of_its_town(find: Find) -> None:
    (office,) = [m.span for m in find("It thanked UNICEF's office in Torsk for that.") if m.span]

    assert (office.name, "UNICEF office in Torsk" in office.aliases) == (
        "UNICEF office in Torsk", True,
    )  # fmt: skip


@pytest.mark.parametrize("word", sorted(body_words().plain_processes))
def test_a_common_process_is_no_group(named: Named, word: str) -> None:
    assert named(f"The {word} Process began.", EntityType.ORGANISATION) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Danish delegation to NATO hosted it.", "Danish delegation to NATO"),
        ("Peru's Permanent Mission to the United Nations hosted it.",
         "Permanent Mission to the United Nations"),
    ],
    ids=["demonym", "owner"],
)  # fmt: skip
def test_a_mission_of_a_state_to_a_body_is_a_body(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize("event", ["Summit", "Peace Conference", "General Assembly"])
def test_a_delegation_to_the_event_of_a_body_is_none(named: Named, event: str) -> None:
    text = f"She leads the Danish delegation to the NATO {event} in Torsk."

    assert "Danish delegation to the NATO" not in named(text, EntityType.ORGANISATION)


def test_a_delegation_to_a_town_is_none(named: Named) -> None:
    assert named("The Danish delegation to Torsk met.", EntityType.ORGANISATION) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Agency has nine members. Its Secretariat is small.",
         "Secretariat of the Harbour Agency"),
        ("They met the Harbour Agency, whose standing secretariat is small.",
         "standing secretariat of the Harbour Agency"),
    ],
    ids=["its", "whose"],
)  # fmt: skip
def test_a_secretariat_is_that_of_the_body_before_its_pronoun(
    named: Named, text: str, name: str
) -> None:
    assert name in named(text, EntityType.ORGANISATION)
