"""A sentence as its shape: the words, with one sign for each name or list of names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

SIGNS = {
    EntityType.COUNTRY: "\ue000",
    EntityType.ORGANISATION: "\ue001",
    EntityType.OPERATION: "\ue003",
    EntityType.EVENT: "\ue004",
    EntityType.PERSON: "\ue005",
    EntityType.PLACE: "\ue006",
}
"""Signs of lists of one type."""
MIXED = "\ue002"
"""Sign of a list of states and bodies."""
_PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_COUNT = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
    r"others?|more|another|\w+ty-\w+)"
)
_JOINT = re.compile(
    rf"(?:\s\([^()]{{1,80}}\)|\s{_COUNT})?"
    rf"(?:\s?[,;&/|]|,?\s(?:and|or|as well as|plus|along with|together with)\b)+"
    rf"(?:\s(?:and|also|then|both|finally))*"
    rf"(?:\s(?:by|of|with|(?:{_COUNT}\s){{0,2}}(?:in|from|by|of|across)))?"
    rf"(?:\s(?:the|its|their))?\s?|['’]s?\s"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence with signs for its names.

    Attributes:
        text: The words and signs.
        lists: Those that each sign stands for, by its place in the text.
        start: Where the sentence begins in the repaired text, in code points.
        end: Where it ends.
    """

    text: str
    lists: dict[int, list[Figure]]
    start: int
    end: int

    def near(self, place: int, kind: EntityType) -> Figure | None:
        """The figure of a type nearest before a place of the text, else the first after it."""
        at = [n for n, figures in self.lists.items() if figures and figures[0].type == kind]
        before = [n for n in at if n < place]
        return self.lists[before[-1]][-1] if before else self.lists[at[0]][0] if at else None


def shapes(scene: Scene) -> Iterator[Shape]:
    """The shapes of the sentences of a block; of the whole block if it is not parsed."""
    begin = scene.block.start
    spans = [scene.span(sentence) for sentence in scene.sentences()]
    for start, end in spans or [(begin, scene.block.end)]:
        yield _shape(scene, start - begin, end - begin)


def _shape(scene: Scene, start: int, end: int) -> Shape:
    text, parts, size, done = scene.block.text, [], 0, start
    lists: dict[int, list[Figure]] = {}
    for first, last, figures in _runs(scene, start, end):
        parts.append(text[done:first])
        size += first - done
        lists[size] = figures
        parts.append(_sign(figures))
        size, done = size + 1, last
    parts.append(text[done:end])
    begin = scene.block.start
    return Shape("".join(parts), lists, begin + start, begin + end)


def _runs(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int, list[Figure]]]:
    """Spans of the lists of a sentence and those that they name, in order."""
    first = last = start
    run: list[Figure] = []
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if figure is None or not start <= mention.start < end:
            continue
        gap = scene.block.text[last : mention.start]
        if run and _alike(run[-1], figure) and _JOINT.fullmatch(gap):
            run, last = [*run, figure], mention.end
            continue
        if run:
            yield first, last, run
        first, last, run = mention.start, mention.end, [figure]
    if run:
        yield first, last, run


def _alike(one: Figure, other: Figure) -> bool:
    return one.type == other.type or {one.type, other.type} <= _PARTIES


def _sign(figures: Sequence[Figure]) -> str:
    kinds = {figure.type for figure in figures}
    return SIGNS[kinds.pop()] if len(kinds) == 1 else MIXED
