"""Names of bodies with lists, owners, seats and other bodies inside."""

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
        ("The Subcommittee on Bridges, Canals, and Harbour Law met.",
         "Subcommittee on Bridges, Canals, and Harbour Law"),
        ("It asked the Ministry of Labour, Social Affairs and Family.",
         "Ministry of Labour, Social Affairs and Family"),
        ("The Agency for Hydrology, Geology and Forestry agreed.",
         "Agency for Hydrology, Geology and Forestry"),
        ("The Institute for Justice and the Rule of Law agreed.",
         "Institute for Justice and the Rule of Law"),
        ("The Norwegian Border and Coast Guard Academy agreed.",
         "Norwegian Border and Coast Guard Academy"),
        ("The Torsk City Prosecutor’s Office agreed.", "Torsk City Prosecutor’s Office"),
        ("The Children's Rights Council agreed.", "Children's Rights Council"),
        ("The Global Coalition to Save Rivers agreed.", "Global Coalition to Save Rivers"),
        ("The Legal Section of the Peru Revenue Authority agreed.",
         "Legal Section of the Peru Revenue Authority"),
    ],
    ids=["topics", "portfolios", "sciences", "rule", "compound", "office", "owner", "to", "state"],
)  # fmt: skip
def test_a_long_name_is_taken_whole(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Peruvian Border Guard Service and National Police agreed.",
         ["Peruvian Border Guard Service", "National Police"]),
        ("the U.S. Departments of Energy, Labor, and the Treasury",
         ["United States Department of Energy", "United States Department of Labor",
          "United States Department of the Treasury"]),
        ("the Ministries of Health and Education",
         ["Ministry of Health", "Ministry of Education"]),
        ("the Criminal Divisions Harbour Fraud Section", ["Criminal Division",
                                                          "Harbour Fraud Section"]),
    ],
    ids=["joined", "departments", "ministries", "lost-apostrophe"],
)  # fmt: skip
def test_several_bodies_are_several(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.ORGANISATION) == names


def test_a_body_beside_one_of_a_state_belongs_to_it(find: Find) -> None:
    _, police = find("The Peruvian Border Guard Service and National Police agreed.")

    assert police.span
    assert "National Police of Peru" in police.span.aliases


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Dutch Customs agreed.", "Dutch Customs", "customs of Netherlands"),
        ("The police of Latvia agreed.", "police of Latvia", ""),
        ("U.S. forces withdrew.", "U.S. forces", "United States armed forces"),
        ("U.S. Embassy Lima agreed.", "U.S. Embassy Lima",
         "Embassy of United States in Lima"),
        ("The port authority of Sandvik agreed.", "Port authority of Sandvik",
         "Sandvik port authority"),
        ("It is run by the association Nordlys.", "Nordlys", ""),
    ],
    ids=["demonym", "of", "forces", "embassy", "of-town", "apposed"],
)  # fmt: skip
def test_a_common_noun_makes_a_body(find: Find, text: str, name: str, alias: str) -> None:
    (body,) = find(text)

    assert body.span
    assert body.type == EntityType.ORGANISATION
    assert body.span.name == name
    assert not alias or alias in body.span.aliases


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The Legal Office of the Harbour Revenue Authority", ["Harbour Revenue Authority"]),
        ("The Norwegian Embassy in Lima", ["Norway", "Lima"]),
        ("The Norsk Diving Centre in Gravendal closed.", ["Gravendal"]),
        ("UNICEF Chad", ["UNICEF", "Chad"]),
    ],
    ids=["body", "state", "town", "branch"],
)
def test_a_name_keeps_the_names_inside(find: Find, text: str, parts: list[str]) -> None:
    (body,) = find(text)

    assert body.span
    assert [part.name for part in body.span.within] == parts


def test_a_military_base_is_not_the_military(named: Named) -> None:
    assert named("The Peruvian military base closed.", EntityType.ORGANISATION) == []


@pytest.mark.parametrize("word", sorted(body_words().compounds))
def test_two_words_share_the_head_behind_them(named: Named, word: str) -> None:
    names = named(f"It asked the Torsk {word} and Relief Agency.", EntityType.ORGANISATION)

    assert names == [f"Torsk {word} and Relief Agency"]


@pytest.mark.parametrize(
    "text",
    [
        "Officers at Torsk Airport and Customs Service officers met.",
        "The Torsk Stock Exchange and Financial Services Authority agreed.",
        "Torsk Harbour and Police Directorate agreed.",
    ],
)
def test_what_ends_the_name_of_a_site_shares_no_head(named: Named, text: str) -> None:
    assert [name for name in named(text, EntityType.ORGANISATION) if " and " in name] == []


@pytest.mark.parametrize(
    "title",
    [
        "New laboratory opens",
        "Modern border hospital for Torsk",
        "Third training centre inaugurated",
    ],
)
def test_a_word_with_which_a_title_begins_owns_no_body(find: Find, title: str) -> None:
    assert [m for m in find(title) if m.type == EntityType.ORGANISATION] == []
