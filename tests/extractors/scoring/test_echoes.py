"""What the scorer alone states no more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.echoes import (
    is_asked_of_others,
    is_beside,
    is_bilateral_talk,
    is_of_another,
    is_of_named,
    is_post,
)
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


def test_what_others_are_asked_for_nobody_has_done(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = "We urge all donors to support Chile. We support Peru."
    reading = extractor.read(extractor.parsed(release(body)))
    asked = {
        reference.figure.name: is_asked_of_others(reference)
        for passage in reading.passages
        for reference in passage.references
        if reference.token is not None and reference.figure.name in {"Chile", "Peru"}
    }

    assert asked == {"Chile": True, "Peru": False}


@pytest.mark.parametrize(
    ("body", "posted"),
    [
        ("Ana Duran worked at the Latvian Embassy in Santiago, Chile.", True),
        ("Ana Duran was the ambassador to Chile.", True),
        ("Ana Duran spoke for Chile.", False),
    ],
    ids=["embassy", "ambassador-to", "speaks-for"],
)
def test_where_somebody_is_posted_is_not_whom_they_represent(
    extractor: PressExtractor, release: Callable[..., Release], body: str, posted: bool
) -> None:
    reading = extractor.read(extractor.parsed(release(body)))
    (passage,) = [p for p in reading.passages if "Duran" in p.words]
    person = next(r.figure for r in passage.references if r.figure.name == "Ana Duran")
    state = next(r for r in passage.references if r.figure.name == "Chile" and r.token is not None)

    assert is_post(person, state, passage.scene) is posted


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
