"""The names and descriptions of a sentence with whom they stand for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.extractors.cast import Figure
from communique.extractors.mentions import Mention
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene


class Named(NamedTuple):
    """A word of a parse that stands for a mention, and who or what is meant."""

    token: Token
    mention: Mention
    figure: Figure


def named(scene: Scene, tokens: Iterable[Token]) -> Iterator[Named]:
    """Yield the mentions of a sentence, in text order."""
    for token in tokens:
        number = scene.parse.mention_of(token) if scene.parse else None
        figure = None if number is None else scene.figures[number]
        if number is not None and figure is not None:
            yield Named(token, scene.mentions[number], figure)
