"""Places whose names hold another, and names that end where somebody's begins."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, Mention, MentionFinder
from communique.gazetteer.sites import site_words
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]
People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It went on in western Tigray.", "western Tigray"),
        ("They went to Luxembourg City.", "Luxembourg City"),
        ("They went to Ostvia da Praia.", "Ostvia da Praia"),
        ("They met at the Torsk Konserthus today.", "Torsk Konserthus"),
        ("They met at the Fjord KongressCenter today.", "Fjord KongressCenter"),
        ("They met at the Hotel Ostvik today.", "Hotel Ostvik"),
        ("Ships trained off Torsk Gulf in June.", "Torsk Gulf"),
        ("They trade with the Arab Gulf states.", "Gulf"),
    ],
    ids=["direction", "city", "particle", "hall", "centre", "hotel", "gulf", "states-of-gulf"],
)
def test_a_place_is_taken_whole(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.PLACE)


@pytest.mark.parametrize("plural", sorted(site_words().plural_units))
def test_each_of_several_parts_of_a_state_is_a_place(named: Named, plural: str) -> None:
    text = f"Schools in the {plural} of Ostvia, Port Torsk and Rana open."

    assert named(text, EntityType.PLACE) == ["Ostvia", "Port Torsk", "Rana"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ambassador An Kwang-rok spoke.", "An Kwang-rok"),
        ("Captain (N) Aigar Rutki spoke.", "Aigar Rutki"),
        ("Prime Minister Siale 'Aka'ola-Moa spoke.", "Siale 'Aka'ola-Moa"),
        ("Secretary Ma. Clara Duran-Berg spoke.", "Ma. Clara Duran-Berg"),
    ],
    ids=["korean", "navy", "glottal", "maria"],
)
def test_a_rare_name_is_taken_whole(people: People, text: str, name: str) -> None:
    assert [found for found, _ in people(text)] == [name]


@pytest.mark.parametrize("charge", sorted(read_titles().charges))
def test_somebody_stands_behind_what_he_heads(people: People, charge: str) -> None:
    assert people(f"Acting Head of {charge} Marek Gajda spoke.")[0][0] == "Marek Gajda"


def _of_model(finder: MentionFinder, text: str, words: str, label: str) -> list[Mention]:
    """Mentions of a text of which the model labels some words."""
    start = text.index(words)
    knowledge, model = Knowledge(), [(start, start + len(words), label)]
    finder.learn(text, model, knowledge)
    return finder.find(text, model, knowledge)


def test_an_operation_ends_where_somebody_is_named(finder: MentionFinder) -> None:
    text = "The officials at Operation Quays Welcome Anna Berg spoke."

    found = _of_model(finder, text, "Anna Berg", "PERSON")

    assert [m.span.name for m in found if m.span] == ["Operation Quays Welcome", "Anna Berg"]


def test_a_town_that_the_model_takes_for_somebody_is_a_place(finder: MentionFinder) -> None:
    (town,) = _of_model(finder, "Ships lie off Puerto Ostvik.", "Puerto Ostvik", "PERSON")

    assert town.type == EntityType.PLACE


@pytest.mark.parametrize(
    ("text", "words", "label", "kind"),
    [
        ("The drill was held in Sidi Torsk.", "Sidi Torsk", "PERSON", EntityType.PLACE),
        ("Shops in Torsk and Sidi Ulver closed.", "Sidi Ulver", "PERSON", EntityType.PLACE),
        ("Torsk Ostvia, 8 May 2023", "Torsk Ostvia", "PERSON", EntityType.PLACE),
        ("Tram de Burgas, a firm, came.", "Tram de Burgas", "PERSON", EntityType.ORGANISATION),
        ("They have confidence in Ostvar Berg.", "Ostvar Berg", "PERSON", EntityType.PERSON),
        ("She met Anna and Ostvar Berg.", "Ostvar Berg", "PERSON", EntityType.PERSON),
        ("It ended in Anna Berg.", "Anna Berg", "PERSON", EntityType.PERSON),
        ("Shops in Torsk and Ulver closed.", "Torsk and Ulver", "ORG", EntityType.PLACE),
        ("Shops in Suva Torsk closed.", "Suva Torsk", "GPE", EntityType.PLACE),
    ],
    ids=["in", "second-in", "dateline", "body", "trust", "pair", "given-name", "two-as-one",
         "longer-than-a-capital"],
)  # fmt: skip
def test_what_stands_where_a_town_does_is_nobody(
    finder: MentionFinder, text: str, words: str, label: str, kind: EntityType
) -> None:
    last = _of_model(finder, text, words, label)[-1]

    assert (last.type, words.endswith(last.span.name if last.span else "-")) == (kind, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("General Anna Berg AO CSC spoke.", "CSC"),
        ("General Anna Berg AO RAN spoke.", "AO RAN"),
        ("They met on 16 Jumada Al-Ulver 1445.", "Jumada Al-Ulver"),
    ],
    ids=["honour", "honours", "month"],
)
def test_honours_and_months_name_nothing(finder: MentionFinder, text: str, words: str) -> None:
    label = "ORG" if words.isupper() else "PERSON"
    names = [m.span.name for m in _of_model(finder, text, words, label) if m.span]

    assert words not in names


KINDS = ("Gulf of Torsk", "Torsk Strait", "Cape Torsk", "Cap d’Ostrel")


@pytest.mark.parametrize("name", KINDS)
def test_waters_and_capes_are_named_by_their_kind(named: Named, name: str) -> None:
    assert named(f"Ships met off the {name} in May.", EntityType.PLACE) == [name]


@pytest.mark.parametrize("word", sorted(site_words().bearings))
def test_a_bearing_leads_to_a_place(named: Named, word: str) -> None:
    assert named(f"They met on the {word} of Torsk in May.", EntityType.PLACE) == ["Torsk"]


@pytest.mark.parametrize("word", sorted(site_words().off))
def test_what_lies_off_a_place_tells_it(named: Named, word: str) -> None:
    assert named(f"They met {word} Torsk in May.", EntityType.PLACE) == ["Torsk"]


@pytest.mark.parametrize("name", ["northern Torsk", "Eastern Pacific Ocean", "Torsk port of entry"])
def test_a_place_is_named_with_its_direction_and_kind(named: Named, name: str) -> None:
    assert named(f"Ships met in {name} in May.", EntityType.PLACE) == [name]


def test_a_direction_alone_is_no_place(named: Named) -> None:
    assert not named("Ships met in northern waters in May.", EntityType.PLACE)


@pytest.mark.parametrize(
    "name",
    ["RAAF Base Torsk", "Naval Air Station Torsk", "Joint Base Torsk-Ulver", "CFB Torsk",
     "Air Base 101", "Air Base No. 2", "RAF Torsk Norton", "Coast Guard Base Torsk",
     "Northern Bahr el Torsk",
     "Santa Torsk de la Ulver", "Torsk logistics hub", "Lešť training centre",
     "Torsk Parade Square"],
)  # fmt: skip
def test_a_base_or_region_keeps_what_its_name_goes_on_with(named: Named, name: str) -> None:
    assert named(f"They met in {name}.", EntityType.PLACE) == [name]


@pytest.mark.parametrize(
    "text",
    ["The Naval Station Commander spoke.", "They met the Air Base Wing.", "Anna Forest spoke."],
)
def test_who_serves_at_a_base_is_no_place(named: Named, text: str) -> None:
    assert not named(text, EntityType.PLACE)


@pytest.mark.parametrize("name", ["Bosnia and Herzegovina (BiH)", "Central African Republic (CAR)"])
def test_a_state_with_its_letters_is_no_body(find: Find, name: str) -> None:
    mentions = find(f"Officials from {name} met.")

    assert [(m.type, m.start, m.end) for m in mentions] == [
        (EntityType.COUNTRY, len("Officials from "), len("Officials from ") + len(name))
    ]


@pytest.mark.parametrize(
    ("charge", "body"),
    [("Mission's Field Office in Torsk", "Field Office in Torsk"),
     ("Agency's Cyber Unit", "Cyber Unit")],
)  # fmt: skip
def test_the_head_of_what_a_body_owns_is_of_that(people: People, charge: str, body: str) -> None:
    text = f"Anna Berg, Head of the {charge}, spoke."

    assert people(text) == [("Anna Berg", [("Head", body)])]


def test_a_training_exercise_is_one_operation(named: Named) -> None:
    text = "The Field Training Exercise off Torsk ended."

    assert not {"Training", "Field Training"} & set(named(text, EntityType.OPERATION))
