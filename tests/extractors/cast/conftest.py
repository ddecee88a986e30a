"""A release cast from its texts, without language model."""

from collections.abc import Callable

import pytest

from communique.extractors.cast import Cast
from communique.extractors.cast.casting import Casting
from communique.extractors.layout.blocks import Block, BlockKind
from communique.extractors.mentions import Knowledge, MentionFinder
from communique.extractors.reading.script import Scene
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.titles import read_titles

Read = Callable[..., tuple[Cast, list[Scene]]]


@pytest.fixture(scope="module")
def cast() -> Read:
    """The cast and scenes of a release; the first text is its title."""
    finder = MentionFinder(read_organisations(), read_nouns(), read_titles())

    def cast(*texts: str) -> tuple[Cast, list[Scene]]:
        scenes = [
            Scene(
                number,
                Block(BlockKind.PARAGRAPH if number else BlockKind.TITLE, 0, text),
                finder.find(text, [], Knowledge()),
            )
            for number, text in enumerate(texts)
        ]
        found = Cast()
        Casting(found, scenes).fill()
        return found, scenes

    return cast
