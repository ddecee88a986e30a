"""What the scorer alone states no more."""

from collections.abc import Callable

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.echoes import is_of_another
from communique.extractors.scoring.references import Kind
from communique.graph import Release

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
