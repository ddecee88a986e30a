"""What the scorer alone would state that words do not bear out."""

from collections.abc import Callable

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.mistakes import (
    is_absent,
    is_asked_of_others,
    is_mistaken,
    is_of_another,
    is_post,
    tells_where,
)
from communique.extractors.scoring.references import Kind
from communique.graph import Release
from communique.ontology import EntityType, Relation

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


@pytest.mark.parametrize(
    ("body", "absent"),
    [
        ("Filling in for Minister Ana Duran, Carl Berg met Eva Tamm.", {"Ana Duran"}),
        ("Carl Berg met Eva Tamm in the absence of Ambassador Ana Duran.", {"Ana Duran"}),
        ("Carl Berg waited for Minister Ana Duran and met Eva Tamm.", set()),
    ],
)
def test_who_is_stood_in_for_was_not_there(
    extractor: PressExtractor, release: Callable[..., Release], body: str, absent: set[str]
) -> None:
    reading = extractor.read(extractor.parsed(release(body)))
    found = {
        reference.figure.name
        for passage in reading.passages
        for reference in passage.references
        if is_absent(reference, passage.scene)
    }

    assert found == absent


@pytest.mark.parametrize(
    ("body", "wrote"),
    [
        ("Ana Duran received a written message from President Carl Berg.", True),
        ("Ana Duran received a cable of congratulations from Carl Berg.", True),
        ("Ana Duran received a call from President Carl Berg.", False),
        ("Ana Duran received Carl Berg, who brought a letter.", False),
    ],
    ids=["message", "cable", "call", "bearer"],
)
def test_who_wrote_to_somebody_is_not_met(
    extractor: PressExtractor, release: Callable[..., Release], body: str, wrote: bool
) -> None:
    reading = extractor.read(extractor.parsed(release(body)))
    (passage,) = [p for p in reading.passages if "Duran" in p.words]
    named = {r.figure.name: r for r in passage.references if r.kind == Kind.NAME}
    pair = named["Ana Duran"], named["Carl Berg"]

    assert is_mistaken(Relation.MEETS, *pair, passage) is wrote


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


def test_who_is_a_member_is_told_by_a_word_of_membership(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = (
        "Estonia asked the European Union for grain. "
        "Latvia joined the European Union. Peru thanked members of the European Union. "
        "The European Union comprises Malta."
    )
    reading = extractor.read(extractor.parsed(release(body)))
    found = {
        state.figure.name: is_mistaken(Relation.MEMBER_OF, state, union, passage)
        for passage in reading.passages
        for state in passage.references
        for union in passage.references
        if state.kind == union.kind == Kind.NAME and union.figure.name == "European Union"
        if state.figure.type == EntityType.COUNTRY
    }

    assert found == {"Estonia": True, "Latvia": False, "Peru": False, "Malta": False}


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("Ana Duran will leave for Lima, Peru, to attend the Porto Conference.", True),
        ("Ana Duran will leave for Lima, and Peru will attend the Porto Conference.", False),
        ("Chile, Peru, and Ana Duran will attend the Porto Conference.", False),
        ("After talks in Riga, Peru, Chile and Ana Duran will attend the Conference.", False),
    ],
    ids=["town-state", "town-then-state", "state-state", "list"],
)
def test_a_state_may_only_tell_where_a_town_lies(
    extractor: PressExtractor, release: Callable[..., Release], body: str, where: bool
) -> None:
    reading = extractor.read(extractor.parsed(release(body)))
    (passage,) = [p for p in reading.passages if "Duran" in p.words]
    named = (r for r in passage.references if r.kind == Kind.NAME)
    state = next(r for r in named if r.figure.name == "Peru")

    assert tells_where(state, passage.scene) is where
