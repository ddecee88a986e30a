"""Who is whom within a release, by names and offices alone: no language model."""

import pytest

from communique.extractors.cast import Cast, Figure, Office
from communique.extractors.mentions import Mention, Role, Span
from communique.gazetteer.territories import find_territory
from communique.ontology import EntityType


def mention(name: str, honorific: str = "", *titles: str) -> Mention:
    span = Span(0, len(name), EntityType.PERSON, name)
    roles = tuple(Role(0, 1, title, title.split()[0]) for title in titles)
    return Mention(0, len(name), EntityType.PERSON, span, roles, honorific)


def organisation(name: str, *aliases: str) -> Span:
    return Span(0, len(name), EntityType.ORGANISATION, name, aliases=aliases)


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.mark.parametrize(
    "again",
    ["Duran", "Ana Duran", "Ana María Duran", "ANA DURAN", "Ana Durán"],
    ids=["surname", "same", "fuller", "capitals", "diacritics"],
)
def test_another_form_of_a_name_is_the_same_person(cast: Cast, again: str) -> None:
    first = cast.person(mention("Ana Duran"), 0, [])

    assert cast.person(mention(again), 1, []) is first


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("TARVASTU", "Tarvastu"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("LA PLATA", "La Plata"),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("ST. JOHN'S", "St. John's"),
        ("NATO HQ", "NATO HQ"),
        ("NYC", "NYC"),
    ],
)
def test_a_town_in_capitals_is_named_in_small_letters(cast: Cast, form: str, name: str) -> None:
    """But for what may be an acronym; it is found again by either form."""
    town = cast.named(Span(0, len(form), EntityType.PLACE, form), form)

    assert town.name == name
    assert cast.named(Span(0, len(name), EntityType.PLACE, name), name) is town


@pytest.mark.parametrize("other", ["Eva Duran", "Ana Berg", "Berg"])
def test_another_name_is_another_person(cast: Cast, other: str) -> None:
    first = cast.person(mention("Ana Duran"), 0, [])

    assert cast.person(mention(other), 1, []) is not first


def test_the_fullest_form_is_the_name_and_the_rest_are_aliases(cast: Cast) -> None:
    cast.person(mention("Duran"), 0, [])
    figure = cast.person(mention("Ana Duran"), 0, [])

    assert (figure.name, figure.aliases) == ("Ana Duran", {"Duran"})


def test_a_surname_with_an_office_means_the_holder_of_the_office(cast: Cast) -> None:
    roles = mention("Ana Berg", "", "President").roles
    president = cast.person(
        mention("Ana Berg", "", "President"), 0, [Office(role, None, 0) for role in roles]
    )
    cast.person(mention("Carl Berg"), 0, [])

    assert cast.person(mention("Berg", "", "President"), 1, []) is president


def test_a_bare_surname_means_the_one_named_last(cast: Cast) -> None:
    cast.person(mention("Ana Berg"), 0, [])
    last = cast.person(mention("Carl Berg"), 0, [])

    assert cast.person(mention("Berg"), 1, []) is last


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("Ms", "f"),
        ("Mrs.", "f"),
        ("Mr", "m"),
        ("Mr.", "m"),
        ("Chairlady", "f"),
        ("Dr", ""),
        ("", ""),
    ],
)
def test_gender_is_what_titles_tell(words: str, gender: str) -> None:
    figure = Figure(0, EntityType.PERSON, "Ana Duran")
    figure.note_gender(words)

    assert figure.gender == gender


def test_gender_stays_once_told() -> None:
    figure = Figure(0, EntityType.PERSON, "Ana Duran")
    figure.note_gender("Ms")
    figure.note_gender("Mr")

    assert figure.gender == "f"


def test_a_body_is_known_by_its_acronym(cast: Cast) -> None:
    full = cast.named(organisation("Harbour Defence League", "HDL"))

    assert cast.named(organisation("HDL")) is full


def test_bodies_of_one_name_in_two_states_are_two(cast: Cast) -> None:
    latvia, estonia = (find_territory(name) for name in ("Latvia", "Estonia"))
    assert latvia
    assert estonia
    span = organisation("National Police")
    first, second = (
        Span(0, 1, EntityType.ORGANISATION, span.name, country=found[0])
        for found in (latvia, estonia)
    )

    assert cast.named(first) is not cast.named(second)


def test_an_operation_and_a_body_of_one_name_are_one(cast: Cast) -> None:
    body = cast.named(organisation("KFOR"))

    assert cast.named(Span(0, 4, EntityType.OPERATION, "KFOR")) is body


def described(cast: Cast, name: str, noun: str, definite: bool) -> Figure:
    span = Span(0, len(name), EntityType.OPERATION, name, named=False)
    return cast.described(span, noun, definite)


def test_the_training_is_the_training_named_before(cast: Cast) -> None:
    first = described(cast, "training for divers", "training", definite=False)

    assert described(cast, "training", "training", definite=True) is first


def test_another_training_is_new(cast: Cast) -> None:
    first = described(cast, "training for divers", "training", definite=False)

    assert described(cast, "training for sappers", "training", definite=False) is not first


def test_the_operation_of_the_opening_is_the_topic(cast: Cast) -> None:
    other = cast.named(Span(0, 1, EntityType.OPERATION, "Operation ANCHOR"))
    topic = cast.named(Span(0, 1, EntityType.OPERATION, "Operation HARBOUR"))
    topic.opening = True

    assert cast.topic() is topic
    assert other is not topic


def test_without_an_opening_there_is_no_topic(cast: Cast) -> None:
    cast.named(Span(0, 1, EntityType.OPERATION, "Operation HARBOUR"))

    assert cast.topic() is None
