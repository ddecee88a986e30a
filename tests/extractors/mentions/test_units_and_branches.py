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


@pytest.mark.parametrize("head", sorted(body_words().numbered_behind))
def test_a_number_may_end_a_unit(named: Named, head: str) -> None:
    names = named(f"It asked Torsk Harbour {head} 4.", EntityType.ORGANISATION)

    assert names == [f"Torsk Harbour {head} 4"]


@pytest.mark.parametrize("head", sorted(body_words().numbered_alone))
def test_a_number_alone_names_a_unit(named: Named, head: str) -> None:
    assert named(f"It asked 84 {head}.", EntityType.ORGANISATION) == [f"84 {head}"]


@pytest.mark.parametrize("head", sorted(body_words().local_heads))
def test_a_local_authority_has_its_town_behind_it(named: Named, head: str) -> None:
    names = named(f"It asked the Harbour Theft {head} Torsk.", EntityType.ORGANISATION)

    assert names == [f"Harbour Theft {head} Torsk"]


@pytest.mark.parametrize("head", sorted(body_words().chief_heads))
def test_a_chief_authority_is_no_chief(named: Named, head: str) -> None:
    names = named(f"It asked the Chief {head} of Border Police.", EntityType.ORGANISATION)

    assert names == [f"Chief {head} of Border Police"]


def test_a_chief_authority_may_begin_a_text(named: Named) -> None:
    found = named("Chief Directorate of Border Police agreed.", EntityType.ORGANISATION)

    assert found == ["Chief Directorate of Border Police"]


@pytest.mark.parametrize("noun", sorted(body_words().section_nouns))
def test_capitals_before_a_common_noun_name_a_unit(named: Named, noun: str) -> None:
    names = named(f"It asked the Boat Theft {noun} for help.", EntityType.ORGANISATION)

    assert names == [f"Boat Theft {noun}"]


@pytest.mark.parametrize(
    "text",
    [
        "It asked the Danish Police team for help.",
        "It asked the Anna Berg team for help.",
        "It asked the Danish Kenyan team for help.",
    ],
    ids=["body", "person", "states"],
)
def test_a_noun_behind_another_name_adds_nothing(named: Named, text: str) -> None:
    assert not [name for name in named(text, EntityType.ORGANISATION) if "team" in name]


@pytest.mark.parametrize(
    "text",
    [
        "It asked the Torsk Harbour Police RTSP for help.",
        "It asked the Torsk Harbour Police Anna swiftly.",
        "Torsk Harbour Police Searches Cargo Vessels",
    ],
    ids=["capitals", "given-name", "headline"],
)
def test_what_follows_a_local_authority_may_be_no_town(named: Named, text: str) -> None:
    assert "Torsk Harbour Police" in named(text, EntityType.ORGANISATION)


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
        ("It asked the Court of Appeal number 3 of Torsk.", "Court of Appeal number 3 of Torsk"),
        ("It asked No. 5 Squadron.", "No. 5 Squadron"),
        ("It asked the e-Harbour Academy.", "e-Harbour Academy"),
        ("It asked the Trade and Labour Department.", "Trade and Labour Department"),
        ("It asked the Trade, Labour and Health Office.", "Trade, Labour and Health Office"),
        ("It asked the Office of the Special Prosecutor.", "Office of the Special Prosecutor"),
        (
            "It asked the Police Component of the Torsk Mission.",
            "Police Component of the Torsk Mission",
        ),
        ("Men of His Majesty's Armed Forces came.", "His Majesty's Armed Forces"),
        ("It thanked U.S. Embassy Kyiv for that.", "U.S. Embassy Kyiv"),
        ("It thanked U.S. Mission Torsk for that.", "U.S. Mission Torsk"),
        ("They serve in Multinational Corps Northeast.", "Multinational Corps Northeast"),
        ("A grant went to the University of Fort Torsk.", "University of Fort Torsk"),
    ],
    ids=[
        *(
            "court",
            "court-of",
            "appeal",
            "numbered",
            "electronic",
            "two-portfolios",
            "three-portfolios",
        ),
        *("special", "component", "majesty", "capital", "town", "state", "fort"),
    ],
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


@pytest.mark.parametrize("head", sorted(body_words().dedicated))
def test_a_name_in_quotes_belongs_to_a_unit_or_school(named: Named, head: str) -> None:
    names = named(
        f'It asked the Torsk Harbour {head} "Quiet Fjord" in May.', EntityType.ORGANISATION
    )

    assert f'Torsk Harbour {head} "Quiet Fjord"' in names


def test_a_programme_in_quotes_is_no_name_of_a_school(named: Named) -> None:
    text = 'It asked the Torsk Harbour School "Quiet Fjord" programme for help.'

    assert named(text, EntityType.ORGANISATION) == ["Torsk Harbour School"]


@pytest.mark.parametrize("head", sorted(body_words().seated_units))
def test_a_state_right_behind_a_body_tells_its_branch(named: Named, head: str) -> None:
    names = named(f"It asked the Torsk Harbour {head} Peru in May.", EntityType.ORGANISATION)

    assert names == [f"Torsk Harbour {head} Peru"]


@pytest.mark.parametrize("head", sorted(body_words().seated))
def test_a_body_is_also_called_by_where_it_is(find: Find, head: str) -> None:
    (body, *_) = find(f"It asked the Torsk Harbour {head} in Peru.")

    assert body.span is not None
    forms = (body.span.name, *body.span.aliases)
    assert f"Torsk Harbour {head} in Peru" in forms


@pytest.mark.parametrize("joined", sorted(body_words().joined_heads))
def test_two_heads_make_one_name(named: Named, joined: str) -> None:
    names = named(f"It asked the Torsk {joined} Service in May.", EntityType.ORGANISATION)

    assert names == [f"Torsk {joined} Service"]


def test_a_district_of_a_body_has_a_number(named: Named) -> None:
    names = named("It asked the Torsk Coast Guard District 16 in May.", EntityType.ORGANISATION)

    assert names == ["Torsk Coast Guard District 16"]


@pytest.mark.parametrize(
    "name",
    [
        "Torsk Coast Guard District Nine",
        "Torsk Coast Guard Sector Ostvik",
        "Command of the Guardia di Finanza of Ostvik",
        "Harbour Office in Ostvik nad Torsk",
        "Torsk Special Prosecution",
    ],
)
def test_a_body_has_all_of_its_district_owner_or_town(named: Named, name: str) -> None:
    names = named(f"It asked the {name} in May.", EntityType.ORGANISATION)

    assert name in names
    assert all(name == other or not name.startswith(other) for other in names)


def test_a_person_behind_a_district_is_no_part_of_it(named: Named) -> None:
    text = "It asked Torsk Coast Guard District Commander Anna Berg."

    assert "Anna Berg" not in " ".join(named(text, EntityType.ORGANISATION))


def test_the_form_of_a_state_begins_the_name_of_its_body(named: Named) -> None:
    names = named("It asked the Republic of Peru Naval Academy in May.", EntityType.ORGANISATION)

    assert names == ["Republic of Peru Naval Academy"]
