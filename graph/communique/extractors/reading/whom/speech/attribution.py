"""Where a text says whose the words of a quotation are."""

from collections.abc import Iterator

from communique.extractors.parse import Token
from communique.extractors.parse.quotation import quotation
from communique.extractors.reading.script import Scene


def attribution(scene: Scene, token: Token) -> Iterator[Token]:
    """Yield the words that may tell who says a quoted word, the nearest first.

    They are those of its sentence, then of those where the quotation begins and ends: "“We have
    met. We will meet again,” said X" tells in the second one whose the first is.
    """
    yield from token.sent
    span = quotation(scene.block.text, scene.offset(token))
    for mark in span or ():
        for sentence in scene.sentences():
            covers = scene.offset(sentence[0]) <= mark <= scene.offset(sentence[-1]) + 1
            if covers and sentence[0] != token.sent[0]:
                yield from sentence
