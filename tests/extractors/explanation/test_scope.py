"""How an explanation is narrowed."""

import pytest

from communique.extractors.cast import Figure
from communique.extractors.explanation.scope import Scope
from communique.ontology import EntityType, Relation

STANESCU = Figure(0, EntityType.PERSON, "Bogdan Stănescu", {"Minister Stănescu"})
LATVIA = Figure(1, EntityType.COUNTRY, "Latvia")


@pytest.mark.parametrize(
    "about", ["Stănescu", "stanescu", "BOGDAN", "minister"], ids=["word", "plain", "case", "alias"]
)
def test_a_name_is_found_by_any_of_its_words(about: str) -> None:
    assert Scope(about=about).names([LATVIA, STANESCU])
    assert not Scope(about=about).names([LATVIA])


def test_a_scope_that_asks_for_nothing_takes_all() -> None:
    assert Scope().takes(Relation.MEETS, STANESCU, LATVIA)
    assert not Scope().narrow


def test_a_relation_and_a_name_must_both_fit() -> None:
    scope = Scope("Latvia", Relation.VISITS)

    assert scope.takes(Relation.VISITS, STANESCU, LATVIA)
    assert not scope.takes(Relation.MEETS, STANESCU, LATVIA)
    assert not scope.takes(Relation.VISITS, STANESCU)
