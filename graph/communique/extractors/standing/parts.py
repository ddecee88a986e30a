"""Sessions and panels of the event that a release is about."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.ontology import EntityType, Relation

_REACH = 60
"""Characters behind a session within which its event may stand."""
_PARTS = frozenset("panel plenary finale session segment".split())
_PLACED = frozenset(
    "opening closing final concluding plenary finale first second third fourth fifth last "
    "high-level ministerial working".split()
)
"""Words that say which part of an event it is."""
_WHOSE = re.compile(rf"\b(?:{'|'.join(sorted(_PARTS))}) of (?P<whose>[^,.;:()]{{1,60}})")
_WORD = re.compile(r"\b(?!(?:the|and|for|this)\b)[^\W\d_]{3,}")
_ANY_EVENT = frozenset({"event", "day", "days", "gathering", "programme", "proceedings"})
"""Nouns behind "session of the" that may mean any event."""


def parts(scenes: Sequence[Scene], main: Figure | None) -> Iterator[Finding]:
    """Yield that sessions without name are part of the event that a release is about.

    Left out are those of sentences that name another event, whose they may be.

    Args:
        scenes: The blocks.
        main: That event, or None.
    """
    if main is None or not main.named:
        return
    for scene in scenes:
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is None or not _is_part(figure):
                continue
            if _is_of_another(scene, mention, figure, main):
                continue
            start, end = sentence_around(scene, mention.start, mention.end)
            first, last = start - scene.block.start, end - scene.block.start
            others = (
                other
                for near, other in zip(scene.mentions, scene.figures, strict=True)
                if other is not None and first <= near.start < last and other.named
            )
            if not any(o.type == EntityType.EVENT and o is not main for o in others):
                yield Finding(figure, Relation.PART_OF, main, start, end, "part-of/session", 0.65)


def _is_of_another(scene: Scene, mention: Mention, figure: Figure, main: Figure) -> bool:
    """Whether words behind a session say whose it is, and mean another event: "of the trial"."""
    ahead = scene.block.text[mention.start : mention.end + _REACH]
    told = _WHOSE.search(figure.name.lower()) or _WHOSE.search(ahead.lower())
    if told is None:
        return False
    own = {*_WORD.findall(f"{main.name} {main.noun}".lower()), *_ANY_EVENT}
    return own.isdisjoint(_WORD.findall(told["whose"]))


def _is_part(figure: Figure) -> bool:
    if figure.type != EntityType.EVENT or figure.named or figure.name.endswith("s"):
        return False
    told = not _PLACED.isdisjoint(figure.name.lower().split())
    return told and figure.noun.rsplit(" ", 1)[-1] in _PARTS
