"""Towns and sites by the words around their names."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The drill was held in Gravendal on Friday.", ["Gravendal"]),
        ("She travelled to Gravendal with two aides.", ["Gravendal"]),
        ("He visited Gravendal before noon.", ["Gravendal"]),
        ("Offices opened in Gravendal, Torsk and Ulverby.", ["Gravendal", "Torsk", "Ulverby"]),
        ("Tuesday, 3 May – Gravendal, Norway", ["Gravendal"]),
        ("Gravendal, Norway", ["Gravendal"]),
        ("GRAVENDAL, Norway – Police met.", ["Gravendal"]),
        ("GRAVEN-DAL (Norway), 5 May 2023", ["Graven-Dal"]),
        ("Raids took place near Torsk-sur-Mer.", ["Torsk-sur-Mer"]),
        ("In Gravendal, where it began, he stayed.", ["Gravendal"]),
        ("It rained. At Gravendal, she stayed.", ["Gravendal"]),
        ("The course was held at Gravendal.", ["Gravendal"]),
        ("A woman from Gravendal, who left, called.", ["Gravendal"]),
        ("They left yesterday for Gravendal.", ["Gravendal"]),
        ("Venue: Gravendal", ["Gravendal"]),
        ("Builders of Gravendal, Nova Scotia, came.", ["Gravendal", "Nova Scotia"]),
        ("Shops in Torsk and Gravendal together closed.", ["Torsk", "Gravendal"]),
        ("They called in Gravendal/Torsk.", ["Gravendal/Torsk"]),
        ("She opened the water intake at Gravendal for Norway.", ["Gravendal"]),
        ("Boats left bases at Torsk and Ulver Dal respectively.", ["Torsk", "Ulver Dal"]),
        ("Courses go on at As Torskah.", ["As Torskah"]),
        ("She had been to Gravendal, where it rained.", ["Gravendal"]),
        ("He spoke on Sunday to Gravendal, where many live.", ["Gravendal"]),
        ("Jets operate out of Gravendal.", ["Gravendal"]),
        ("Goods were seized in the ports of Torsk and Gravendal.", ["Torsk", "Gravendal"]),
        ("The road between Torsk and Gravendal is open.", ["Torsk", "Gravendal"]),
        ("In Gravendal I shall speak.", ["Gravendal"]),
        ("He came from Mons for the day.", ["Mons"]),
    ],
    ids=["in", "to", "visited", "list", "dash", "line", "capitals", "capitals-in-brackets",
         "hyphens", "opening", "sentence", "held", "from", "left-for", "label", "province", "pair",
         "slash", "any-at", "two-at", "article", "been-to", "where", "out-of", "several-of",
         "link", "before-I", "as-an-address"],
)  # fmt: skip
def test_the_words_around_tell_a_town(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.PLACE) == names


def test_who_is_named_in_brackets_behind_a_state_is_no_town(named: Named) -> None:
    text = "She met her counterparts from Sweden (Carl Holm) and Peru (Lima, Torsk and Cusco)."

    assert named(text, EntityType.PLACE) == ["Lima", "Torsk", "Cusco"]


def test_any_preposition_leads_to_a_large_city(named: Named) -> None:
    text = "A letter from Rotterdam told of searches of 4 May at Burgas and of mail from Torsk."

    assert named(text, EntityType.PLACE) == ["Rotterdam", "Burgas"]


@pytest.mark.parametrize(
    "text",
    [
        "He gave the speech in Arabic.",
        "They marched in Support of the strike.",
        "It is laid down in Schedule 4.",
        "She holds a degree in Hydrology.",
        "It is written in Norsk v. Dahl.",
        "The plant lies in Norsk-controlled waters.",
        "A note went to Gravendal and Torsk.com.",
        "He glanced at Torsk and waited for Norsk.",
        "A letter from Torsk came.",
        "Talks between Torsk and Norsk began.",
        "She is a professor at Torsk.",
        "Goods are shown at IndoTorsk.",
    ],
    ids=["language", "support", "number", "degree", "case", "compound", "no-way", "at-and-for",
         "letter", "between", "employer", "brand"],
)  # fmt: skip
def test_other_capitals_after_a_preposition_are_no_town(named: Named, text: str) -> None:
    assert [name for name in named(text, EntityType.PLACE) if name != "Gravendal"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met at the Sandvik training ground.", "Sandvik training ground"),
        ("It landed at Sandvik Air Base.", "Sandvik Air Base"),
        ("The Tor-Hal camp was full.", "Tor-Hal camp"),
        ("He toured the naval base of Sandvik.", "Sandvik naval base"),
        ("It is in the county of Sandvik.", "Sandvik"),
        ("It lies in Sandvik, Western Province.", "Western Province"),
        ("They met in the Sandvik National Exhibition Centre.",
         "Sandvik National Exhibition Centre"),
        ("They toured the Sandvik Temple.", "Sandvik Temple"),
        ("They guard the Sandvik base of the mission.", "Sandvik base"),
        ("It was handed over at Oslo airport.", "Oslo airport"),
        ("They fished in Oslo Bay.", "Oslo Bay"),
        ("They toured Torsk la Ulver Prison.", "Torsk la Ulver Prison"),
        ("It left for Sandvik Province of Norway.", "Sandvik Province"),
        ("Venue: Serena Hotel", "Serena Hotel"),
        ("Target area: Oslo Valley", "Oslo Valley"),
        ("They met at the China House.", "China House"),
        ("They toured the naval base at Sandvik.", "naval base at Sandvik"),
        ("They met in Conference Room 4.", "Conference Room 4"),
        ("They patrol the Sandvik–Torsk road.", "Sandvik–Torsk road"),
        ("It lies in Greater Oslo.", "Greater Oslo"),
        ("It has sites in towns such as Sandvik, Ulver and Torsk.", "Ulver"),
        ("Lars Berg (Sector 2, Sandvik, Norway) spoke.", "Sandvik"),
        ("They live in Sheikh Sandvik now.", "Sheikh Sandvik"),
        ("Ministers at Sandvik Town Hall spoke.", "Sandvik Town Hall"),
        ("Raids went on between Piedmont and Norway.", "Piedmont"),
    ],
    ids=["ground", "capitals", "camp", "of-town", "unit", "points", "venue", "temple", "base",
         "of-capital", "bay", "particle", "of-state", "label", "capital-and-valley", "house",
         "at-town", "room", "road", "greater", "such-as", "brackets", "sheikh", "behind-office",
         "between"],
)  # fmt: skip
def test_a_noun_tells_a_site(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "Two bridge workers left.",
        "Speaker: Anna Hall",
        "The Upper House adopted it.",
        "They met at his house.",
        "He has trust in Sheikh Berg.",
    ],
    ids=["count", "person", "chamber", "common-noun", "trust"],
)
def test_a_noun_alone_is_no_site(named: Named, text: str) -> None:
    assert not named(text, EntityType.PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "Firms such as Kestrel, Meta and Orbis came.",
        "Firms such as Kestrel, Meta, Orbis and Lumen came.",
        "It pleased Kestrel, Santander and the Orbis.",
    ],
    ids=["and", "comma", "article"],
)
def test_a_list_that_goes_on_names_no_province(named: Named, text: str) -> None:
    assert not {"Meta", "Santander"} & set(named(text, EntityType.PLACE))


def test_two_regions_share_their_noun(named: Named) -> None:
    text = "Aid reached the Sandvik and Ulver Dal regions."

    assert named(text, EntityType.PLACE) == ["Sandvik", "Ulver Dal"]


@pytest.mark.parametrize(
    "text",
    [
        "The Port Authority replied.",
        "He sat on the Sandvik district court.",
        "Ms Anna Castle replied.",
        "Ms Anna Hall replied.",
        "It joined the Lake Ostvik Trust Fund.",
    ],
    ids=["authority", "court", "surname", "surname-hall", "fund"],
)
def test_a_longer_name_or_a_surname_is_no_site(named: Named, text: str) -> None:
    assert named(text, EntityType.PLACE) == []


def test_the_bare_name_stands_for_a_site_but_not_for_the_base_of_a_town(find: Find) -> None:
    (camp,) = find("The Tor-Hal camp was full.")
    (base,) = find("The Sandvik naval base was full.")

    assert camp.span
    assert base.span
    assert "Tor-Hal" in camp.span.aliases
    assert "Sandvik" not in base.span.aliases


def test_a_region_inside_the_name_of_a_state_is_no_place(named: Named) -> None:
    text = "They flew to South Africa."

    assert named(text, EntityType.COUNTRY) == ["South Africa"]
    assert named(text, EntityType.PLACE) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("St. Vincent & the Grenadines agreed.", "VCT"),
        ("Trinidad & Tobago agreed.", "TTO"),
    ],
    ids=["saint", "two"],
)
def test_an_ampersand_stands_inside_the_name_of_a_state(find: Find, text: str, code: str) -> None:
    (state,) = find(text)

    assert state.span
    assert state.span.territory
    assert state.span.territory.iso3 == code


def test_a_region_that_ends_like_a_body_is_a_place(named: Named) -> None:
    text = "She will travel to Jordan, the West Bank and Egypt in June."

    assert named(text, EntityType.PLACE) == ["West Bank"]


def test_days_in_brackets_behind_a_state_are_no_town(named: Named) -> None:
    text = "Visit to Oman and Bahrain (December 10-13, 2023)"

    assert named(text, EntityType.PLACE) == []
