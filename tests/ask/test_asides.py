from datetime import date

import pytest

from communique.loaders.store import Store
from communique.queries.ask import Asker, Reading
from communique.queries.catalogue import catalogue
from communique.queries.names import Names

TODAY = date(2024, 12, 15)


@pytest.fixture(scope="module")
def asker(store: Store, names: Names) -> Asker:
    return Asker(store, catalogue(), names)


def reading(asker: Asker, question: str) -> Reading:
    found = asker.ask(question, TODAY).reading
    assert found is not None, question
    return found


@pytest.mark.parametrize(
    ("question", "template", "unused"),
    [
        ("Whom did Kask meet in Riga?", "who-met", "in Riga"),
        ("Whom did Kask meet in Latvia?", "who-met", "in Latvia"),
        ("Whom will Kask meet in Riga?", "planned-meetings", "in Riga"),
    ],
)
def test_where_somebody_met_others_is_told_as_not_used(
    asker: Asker, question: str, template: str, unused: str
) -> None:
    found = reading(asker, question)

    assert (found.template, found.unused) == (template, (unused,))
    assert found.parameters == {"entity": "person-triin-kask"}


def test_where_two_met_is_told_as_not_used(asker: Asker) -> None:
    found = reading(asker, "Did Kask meet Tamm in Riga?")

    assert (found.template, found.unused) == ("evidence", ("in Riga",))


def test_a_place_that_somebody_was_in_is_asked_for(asker: Asker) -> None:
    found = reading(asker, "When was Kask in Riga?")

    assert found.parameters == {"first": "person-triin-kask", "second": "place-riga"}


@pytest.mark.parametrize(
    ("question", "template", "entity", "unused"),
    [
        ("Which Ukrainian officials met Kask?", "who-met", "person-triin-kask", "Ukrainian"),
        ("Latvian ministers who met Kask", "who-met", "person-triin-kask", "Latvian"),
        ("Which US officials travelled to Riga?", "visits-to", "place-riga", "US"),
    ],
)
def test_whose_officials_are_meant_is_told_as_not_used(
    asker: Asker, question: str, template: str, entity: str, unused: str
) -> None:
    found = reading(asker, question)

    assert (found.template, found.parameters) == (template, {"entity": entity})
    assert found.unused == (unused,)


def test_whose_officials_are_meant_is_used_where_it_can_be(asker: Asker) -> None:
    found = reading(asker, "Which Latvian officials met NATO?")

    assert (found.template, found.unused) == ("officials-and-organisation", ())
