"""What the scorer alone states no more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.echoes import is_beside, is_of_another
from communique.extractors.scoring.references import Kind
from communique.graph import Release
from communique.ontology import Relation

pytestmark = pytest.mark.model


def test_a_possessive_may_say_only_whose_the_doer_is(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = (
        "Director Ana Duran spoke. Her deputy Carl Berg will travel to Estonia. "
        "Her visit to Latvia ended."
    )
    reading = extractor.read(extractor.parsed(release(body)))
    found = [
        is_of_another(reference, passage.scene)
        for passage in reading.passages
        for reference in passage.references
        if reference.kind == Kind.PRONOUN and reference.token is not None
    ]

    assert found == [True, False]


def test_those_who_meet_the_same_third_are_beside_each_other(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = "Minister Ana Duran met Carl Berg and Olga Rossi."
    reading = extractor.read(extractor.parsed(release(body)))
    one, other = (f for f in reading.found if f.relation == Relation.MEETS)
    guests = replace(one, subject=one.object, object=other.object, confidence=0.6)

    assert is_beside(guests, [one, other, guests])
    assert not is_beside(guests, [one, guests])
    assert not is_beside(one, [one, other, guests])
