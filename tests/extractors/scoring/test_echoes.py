"""What the scorer alone states no more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.echoes import is_beside, is_bilateral_talk, is_of_named
from communique.graph import Release
from communique.ontology import Relation

pytestmark = pytest.mark.model


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


def test_a_counterpart_whom_the_release_names_stands_for_no_state(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = (
        "Minister Ana Duran met her Estonian counterpart. Minister Ana Duran met Minister Carl "
        "Berg of Estonia in Riga."
    )
    reading = extractor.read(extractor.parsed(release(body)))
    state, person = (f for f in reading.found if f.relation == Relation.MEETS)

    assert is_of_named(state, "Minister Ana Duran met her Estonian counterpart.", [state, person])
    assert not is_of_named(state, "Minister Ana Duran met her Estonian counterpart.", [state])
    assert not is_of_named(state, "Minister Ana Duran met Estonian officials.", [state, person])


def test_guests_of_a_host_do_not_meet_by_another_sentence(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = "Minister Ana Duran met Carl Berg. Minister Ana Duran met Olga Rossi."
    reading = extractor.read(extractor.parsed(release(body)))
    one, other = (f for f in reading.found if f.relation == Relation.MEETS)
    guests = replace(one, subject=one.object, object=other.object, confidence=0.6)

    assert is_beside(guests, [one, other, guests])


def test_nobody_takes_part_in_the_meeting_that_they_hold(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = "Minister Ana Duran met Carl Berg of Estonia. Ana Duran attended the meeting."
    reading = extractor.read(extractor.parsed(release(body)))
    (met,) = (f for f in reading.found if f.relation == Relation.MEETS)
    (attended,) = (f for f in reading.found if f.relation == Relation.PARTICIPATES_IN)

    assert is_bilateral_talk(attended, [met, attended])
    assert not is_bilateral_talk(attended, [attended])
