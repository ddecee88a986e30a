"""Items of a list that begin with a doing of their own: "- the search in Riga"."""

import re
from collections.abc import Sequence

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.pointing import ARTICLES, CALENDAR, words_of
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Span
from communique.extractors.reading.script import Scene

_REACH = 80
"""Characters behind a description that may tell it from others."""
_BEHIND = re.compile(
    r" (?:of|on|for|about|against|to|off|in|at|near) "
    r"((?!which\b|whom\b|this\b|that\b|\d)[\w’'-]+"
    r"(?: (?!(?:is|was|were|are|will|has|have)\b)[\w’'-]+){0,3})"
)
"""What stands behind the noun of a doing and tells it from others."""


def begins_own(scenes: Sequence[Scene], scene: Scene, number: int, figure: Figure) -> bool:
    """Whether an item of a list begins with a doing of its own, not with that of another.

    Args:
        scenes: The blocks of the release, in order.
        scene: The item.
        number: The number of its mention.
        figure: What the mention would mean, by what was told before.
    """
    text, mention = scene.block.text, scene.mentions[number]
    if scene.block.kind != BlockKind.BULLET or number or mention.span is None:
        return False
    above = scenes[: scene.number]
    first = next((other for other in above if figure in other.figures), None)
    told = first is not None and first.block.kind == BlockKind.BULLET
    return told and _tells_own(mention.span, text[mention.end :][:_REACH], figure)


def _tells_own(span: Span, rest: str, figure: Figure) -> bool:
    """Whether a description says of what or where it is, and no name of a figure tells that."""
    behind = _BEHIND.match(rest) or _BEHIND.search(span.name)
    words = words_of(behind[1]) - CALENDAR - ARTICLES if behind else set()
    return bool(words) and words.isdisjoint(words_of(" ".join((figure.name, *figure.aliases))))
