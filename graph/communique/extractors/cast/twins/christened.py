"""What is told by a noun and has its name where that comes again: "a drill", "the drill, X"."""

from collections.abc import Iterator, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.kinds import kinds_of
from communique.extractors.cast.pointing import points_back, sets_apart
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Scene, undertakings
from communique.ontology import EntityType

_NEAR = 4
"""Mentions from a noun to the name beside it."""


def christened(_: Cast, scenes: Sequence[Scene]) -> Iterator[tuple[Figure, Figure]]:
    """Yield a name that comes first beside "the NOUN", and what was told last by that noun."""
    told: dict[Figure, None] = {}
    names: set[Figure] = set()
    for scene, number, figure in undertakings(scenes):
        mention = scene.mentions[number]
        if _is_name(mention):
            names.add(figure)
        elif figure.named and figure not in names and _is_named_here(scene, number):
            known = next((f for f in reversed(told) if _may_mean(scene, mention, f)), None)
            if known is not None:
                yield figure, known
        told.pop(figure, None)
        told[figure] = None


def _is_name(mention: Mention) -> bool:
    return mention.span is not None and mention.span.named


def _is_named_here(scene: Scene, number: int) -> bool:
    """Whether a noun that points back stands for a figure whose name follows."""
    if not points_back(scene.block.text, scene.mentions[number]):
        return False
    following = zip(
        scene.mentions[number + 1 : number + _NEAR],
        scene.figures[number + 1 : number + _NEAR],
        strict=True,
    )
    figure = scene.figures[number]
    return any(f is figure and _is_name(m) for m, f in following)


def _may_mean(scene: Scene, mention: Mention, figure: Figure) -> bool:
    """Whether a noun may stand for an undertaking that has no name so far."""
    assert mention.span is not None  # noqa: S101  # descriptions have a span
    if figure.named or figure.type != mention.type or sets_apart(mention.span, figure):
        return False
    noun = scene.block.text[mention.start : mention.end].lower().rstrip("s")
    if noun == figure.noun.rsplit(" ", 1)[-1]:
        return True
    alike = mention.type == EntityType.OPERATION and kinds_of(noun) & kinds_of(figure.noun)
    return bool(alike)
