"""What tables and fact sheets without a word of their own speak of."""

import re
from collections.abc import Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.script import Scene
from communique.ontology import UNDERTAKINGS, EntityType

_GIVING = re.compile(
    r"(?i)\b(?:pledg\w+|donat\w+|donors?|contribut\w+|fund\w*|financ\w+|grants?|appeal|aid|help|"
    r"deliver\w+|equipment|handed|given|support\w*|assistance|relief|promised|paid|sums?)\b"
)
_JOINING = re.compile(
    r"(?i)\b(?:contribut\w+|participa\w+|taking part|takes? part|took part|contingents?|troops|"
    r"forces|nations|deployed|units|involved|joined|countries)\b"
)
_TAKERS = re.compile(r"(?i)\b(?:fund|trust|appeal|facility|programme|project|plan)\b")
_AIDED = re.compile(r"(?i)\b(?:to|for|in) (?:the )?$")
_GIVERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


class Wholes:
    """Finds what a table is of by the words above it and by what the release is about."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], main: Figure | None) -> None:
        """Take the figures and blocks of the release, and the event it is about."""
        self._cast = cast
        self._title = tuple(scenes[:1])
        self._main = main

    def event(self, above: Sequence[Scene]) -> Figure | None:
        """The event at which those of a table are: that of the release, else the last one above."""
        near = [f for scene in above for f in scene.figures if f and f.type == EntityType.EVENT]
        named = [figure for figure in near if figure.named]
        return self._main or next(reversed(named), None)

    def joined(self, above: Sequence[Scene]) -> Figure | None:
        """The operation to which states contribute by the words above a table of them."""
        around = (*self._title, *above)
        if not any(_JOINING.search(scene.block.text) for scene in around):
            return None
        near = [f for scene in around for f in scene.figures if f and f.type in UNDERTAKINGS]
        named = [f for f in near if f.named and f.type == EntityType.OPERATION]
        return next(reversed(named), None)

    def takers(self, above: Sequence[Scene]) -> list[Figure]:
        """What money goes to by the words above: a fund or programme, else the state aided."""
        around = (*self._title, *above)
        if not any(_GIVING.search(scene.block.text) for scene in around):
            return []
        figures = [f for scene in reversed(around) for f in reversed(scene.figures) if f]
        funds = [f for f in figures if f.type not in UNDERTAKINGS - {EntityType.OPERATION}]
        funds = [f for f in funds if f.named and (f.type == EntityType.OPERATION or _is_fund(f))]
        return funds[:1] or [f for scene in around for f in _aided(scene)][:1]

    def givers(self, above: Sequence[Scene]) -> list[Figure]:
        """Who gives by the words above: the first state or body before a word of giving."""
        for scene in (*reversed(above), *self._title):
            said = _GIVING.search(scene.block.text)
            for mention, figure in zip(scene.mentions, scene.figures, strict=True):
                if said and figure and figure.type in _GIVERS and mention.start < said.start():
                    return [figure]
        return [figure for figure in (self._cast.state or self._cast.issuer,) if figure]


def _is_fund(figure: Figure) -> bool:
    return figure.type == EntityType.ORGANISATION and _TAKERS.search(figure.name) is not None


def _aided(scene: Scene) -> list[Figure]:
    """The states to which the words of a block say that something goes."""
    return [
        figure
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if figure is not None and figure.type == EntityType.COUNTRY
        if _AIDED.search(scene.block.text, max(0, mention.start - len("for the ")), mention.start)
    ]
