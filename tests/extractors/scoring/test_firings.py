"""Findings of a pair by their place."""

import pytest

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding
from communique.extractors.scoring.features.firings import Firings
from communique.ontology import EntityType, Relation

ANNA = Figure(0, EntityType.PERSON, "Anna Berg")
LATVIA = Figure(1, EntityType.COUNTRY, "Latvia")


def finding(relation: Relation, start: int, end: int) -> Finding:
    return Finding(ANNA, relation, LATVIA, start, end, f"{relation}/{start}")


FOUND = (
    finding(Relation.VISITS, 40, 60),
    finding(Relation.REPRESENTS, 0, 90),
    finding(Relation.VISITS, 10, 20),
)


@pytest.mark.parametrize(
    ("span", "rules"),
    [
        ((0, 5), ["REPRESENTS/0"]),
        ((15, 45), ["REPRESENTS/0", "VISITS/10", "VISITS/40"]),
        ((20, 40), ["REPRESENTS/0"]),
        ((90, 99), []),
    ],
)
def test_what_overlaps_a_sentence_is_found_there(span: tuple[int, int], rules: list[str]) -> None:
    assert [found.rule for found in Firings(FOUND).within(*span)] == rules


def test_a_relation_found_here_and_elsewhere_is_beyond_too() -> None:
    firings = Firings(FOUND)

    assert set(firings.beyond(firings.within(15, 18))) == {"VISITS"}
    assert set(firings.beyond(())) == {"VISITS", "REPRESENTS"}
