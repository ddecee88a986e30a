"""Whose turn it is to speak: by the labels of a transcript, or as a paragraph announces."""

import re

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_NEAR = 3
"""Characters before a name, and between it and a colon, that gives its bearer the word."""
_WORDS = 6
"""Words behind a name and a colon from which on they are said, not told of it."""
_LABEL = re.compile(r"\s*\**[A-Z][A-Z.’' -]{1,40}\**:")
_ASKER = re.compile(r"(?i)\s*\**(?:q|question|moderator|journalist|reporter|interviewer)\**:")
"""How the words of somebody without a name begin: "QUESTION:"."""
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
"""By what a paragraph is still somebody's own words."""


class Turns:
    """Remembers who has the word, block after block of a release."""

    def __init__(self) -> None:
        """Begin before the first block."""
        self._labelled = False
        self._asked = False
        self._turn: Figure | None = None
        self._announced: Figure | None = None
        self._first = self._last = -1

    def holds(self, scene: Scene) -> bool:
        """Whether a block is what one of several says in turn, or what was announced."""
        if scene.block.kind != BlockKind.PARAGRAPH:
            return False
        begins = _opener(scene) is not None or _ASKER.match(scene.block.text) is not None
        return self._labelled or begins or self._is_announced(scene)

    def speaker(self, scene: Scene) -> Figure | None:
        """Who has the word in a block: as it begins, else as in the one before."""
        if _LABEL.match(scene.block.text) or _ASKER.match(scene.block.text):
            return _opener(scene)
        return _opener(scene) or (self._announced if self._is_announced(scene) else self._turn)

    def is_asker(self, scene: Scene) -> bool:
        """Whether somebody has the word whom nobody speaks for: who asks or leads through it."""
        if _ASKER.match(scene.block.text):
            return True
        return self._asked and self.speaker(scene) is None and not _LABEL.match(scene.block.text)

    def note(self, scene: Scene) -> None:
        """Remember a block, of which any sentence may be the next to be read."""
        number, announced = scene.number, self._is_announced(scene)
        if announced and number == self._last and _FIRST.search(scene.block.text):
            self._last += 1
        if not announced:
            self._asked = self.is_asker(scene)
            self._turn = self.speaker(scene) if self.holds(scene) else None
            self._labelled = self.holds(scene)

    def announce(self, person: Figure, scene: Scene) -> None:
        """Give the word to somebody for what follows a block that ends "X said:"."""
        if scene.block.text.rstrip().endswith(":"):
            self._announced, self._first, self._last = person, scene.number + 1, scene.number + 1

    def _is_announced(self, scene: Scene) -> bool:
        return self._first <= scene.number <= self._last


def _opener(scene: Scene) -> Figure | None:
    """Who has the word in a block that begins with a name and a colon."""
    if not scene.mentions or scene.mentions[0].start > _NEAR:
        return None
    figure, end = scene.figures[0], scene.mentions[0].end
    gap, colon, said = scene.block.text[end:].partition(":")
    turn = colon and len(gap) < _NEAR and not gap.strip(" )*") and len(said.split()) >= _WORDS
    return figure if turn and figure and figure.type == EntityType.PERSON else None
