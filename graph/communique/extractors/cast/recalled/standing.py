"""Stand-ins made mentions, so that all that reads names reads them."""

from collections.abc import Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.recalled.nationals import nationals
from communique.extractors.cast.recalled.ordered import Ordered
from communique.extractors.cast.recalled.word import Word
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene


def recall(cast: Cast, scenes: Sequence[Scene]) -> None:
    """Bring in what stands for one of several just named, or for somebody by the own state.

    Args:
        cast: The figures of the release.
        scenes: Its blocks, in order, whose mentions have their figures.
    """
    ordered = Ordered()
    for scene in scenes:
        for word in sorted((*ordered.read(scene), *nationals(cast, scenes, scene)), key=_start):
            _bring_in(scene, word)


def _start(word: Word) -> int:
    return word.start


def _bring_in(scene: Scene, word: Word) -> None:
    """Take a word in among the mentions of its block, for those that lie in it."""
    span = Span(word.start, word.end, word.figure.type, word.figure.name)
    kept = [n for n, m in enumerate(scene.mentions) if m.end <= word.start or word.end <= m.start]
    place = sum(scene.mentions[number].end <= word.start for number in kept)
    mentions = [scene.mentions[number] for number in kept]
    figures = [scene.figures[number] for number in kept]
    bodies = [scene.bodies[number] for number in kept]
    mentions.insert(place, Mention(word.start, word.end, word.figure.type, span))
    figures.insert(place, word.figure)
    bodies.insert(place, None)
    scene.mentions, scene.figures, scene.bodies = mentions, figures, bodies
