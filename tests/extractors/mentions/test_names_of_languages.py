"""Names of bodies, events and operations in French, Spanish and other languages."""

from collections.abc import Callable

import pytest

from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]
WORDS = body_words()

BODIES = {
    "adjective": "Agence nationale du port de Torsk",
    "noun behind a particle": "Autorité de sûreté maritime et de radioprotection",
    "elided": "Direction générale de l'environnement",
    "compound noun": "Brigade des sapeurs-pompiers",
    "ordinal": "3e Région militaire",
}
EVENTS = {
    "ordinal": "IV Encuentro de Puertos del Norte",
    "lower case": "Séminaire interarmées de la mer",
    "capital": "Congreso Naval de Torsk",
}


@pytest.mark.parametrize("name", BODIES.values(), ids=BODIES)
def test_a_body_goes_on_in_its_language(named: Named, name: str) -> None:
    assert name in named(f"Officers of the {name} spoke in May.", EntityType.ORGANISATION)


@pytest.mark.parametrize("name", EVENTS.values(), ids=EVENTS)
def test_an_event_goes_on_in_its_language(named: Named, name: str) -> None:
    assert named(f"Officers spoke at the {name} in May.", EntityType.EVENT) == [name]


@pytest.mark.parametrize("head", sorted(WORDS.shared_heads))
def test_a_head_that_english_has_too_goes_on_in_its_language(named: Named, head: str) -> None:
    names = named(f"It asked the {head} nationale de Torsk in May.", EntityType.ORGANISATION)

    assert f"{head} nationale de Torsk" in names


@pytest.mark.parametrize("particle", sorted(WORDS.foreign_licences))
def test_a_noun_without_capital_belongs_to_the_name(named: Named, particle: str) -> None:
    names = named(f"It asked the Autorité {particle} torskes in May.", EntityType.ORGANISATION)

    assert names == [f"Autorité {particle} torskes"]


@pytest.mark.parametrize("noun", sorted(WORDS.foreign_events))
def test_a_noun_of_another_language_begins_an_event(named: Named, noun: str) -> None:
    names = named(f"It spoke at the {noun} de la Torsk in May.", EntityType.EVENT)

    assert names == [f"{noun} de la Torsk"]


@pytest.mark.parametrize("noun", sorted(WORDS.foreign_operations))
def test_a_noun_of_another_language_begins_an_operation(named: Named, noun: str) -> None:
    names = named(f"It paid for the {noun} de la Torsk in May.", EntityType.OPERATION)

    assert f"{noun} de la Torsk" in names


def test_english_goes_on_behind_a_foreign_body(named: Named) -> None:
    names = named("The Guardia Civil and the police met.", EntityType.ORGANISATION)

    assert "Guardia Civil" in names


def test_the_number_of_an_annex_counts_no_body(named: Named) -> None:
    names = named("It is told in Annex I Empresa Nacional de Torsk.", EntityType.ORGANISATION)

    assert "Empresa Nacional de Torsk" in names


def test_two_bodies_of_a_language_are_two(named: Named) -> None:
    names = named("The Policía Nacional y Guardia Civil met in May.", EntityType.ORGANISATION)

    assert names == ["Policía Nacional", "Guardia Civil"]
