"""Operations, events and places."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Operation Silent Harbour 2023 began.", "Operation Silent Harbour 2023"),
        ("The exercise “Long Bridge” began.", "Long Bridge"),
        ("The “Long Bridge” drill began.", "Long Bridge"),
        ("The Ostvik Harbour Patrol left.", "Ostvik Harbour Patrol"),
        ("It is part of the Clear Water Ways programme.", "Clear Water Ways"),
        ("Long Bridge, a yearly exercise, began.", "Long Bridge"),
        ("The drill Kite Runner 24 began.", "Kite Runner 24"),
    ],
    ids=["prefixed", "quoted", "quoted-before", "headed", "noun-after", "apposed", "numbered"],
)
def test_an_operation_is_named(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.OPERATION)


def test_an_operation_is_also_known_without_its_kind_and_year(find: Find) -> None:
    (mention,) = find("Operation Silent Harbour 2023 began.")

    assert mention.span
    assert set(mention.span.aliases) >= {"Silent Harbour", "Silent Harbour 2023"}


@pytest.mark.parametrize(
    "text",
    ["Over 50 suspects were held in the raid.", "In May 12 people joined the exercise."],
    ids=["number", "month"],
)
def test_a_number_at_the_start_of_a_sentence_names_nothing(named: Named, text: str) -> None:
    assert named(text, EntityType.OPERATION) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They went to the Ostvik Summit on Friday.", "Ostvik Summit"),
        ("They went to the Third Ostvik Conference on Migration.",
         "Third Ostvik Conference on Migration"),
        ("They went to the Ostvik Forum 2024.", "Ostvik Forum 2024"),
        ("They went to the Defence Ministers’ Meeting.", "Defence Ministers’ Meeting"),
    ],
    ids=["weekday-left-out", "topic", "year", "plural-possessive"],
)  # fmt: skip
def test_an_event_is_named(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.EVENT) == [name]


def test_an_event_in_a_headline_does_not_swallow_the_headline(named: Named) -> None:
    events = named("Minister Liepa Visits Oman for Talks on Border Security", EntityType.EVENT)

    assert events == ["Talks on Border Security"]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The joint training on field repairs", EntityType.OPERATION,
         "joint training on field repairs"),
        ("a second round table with shipowners", EntityType.EVENT,
         "second round table with shipowners"),
    ],
    ids=["operation", "event"],
)  # fmt: skip
def test_a_description_is_named_by_its_phrase(
    find: Find, text: str, kind: EntityType, name: str
) -> None:
    (mention,) = find(text)

    assert mention.span
    assert (mention.type, mention.span.name, mention.span.named) == (kind, name, False)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They searched flats in Czechia (Brno, Plzen and Zlin).", ["Brno", "Plzen", "Zlin"]),
        ("They toured Camp Oak Ridge.", ["Camp Oak Ridge"]),
        ("They toured Ostvik Naval Headquarters.", ["Ostvik Naval Headquarters"]),
        ("They discussed the Western Balkans.", ["Western Balkans"]),
        ("They landed in Riga.", ["Riga"]),
        ("They landed in Washington, D.C. at noon.", ["Washington, D.C."]),
    ],
    ids=["brackets", "camp", "headquarters", "region", "capital", "district"],
)
def test_places_are_named(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.PLACE) == names
