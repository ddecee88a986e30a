"""Fact sheets: lines in a row that each label what they name, about one event, journey or talk."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, product

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_attended, is_of_many, is_private
from communique.extractors.layout.labels import COMMANDED, of_whole
from communique.extractors.layout.listing import heads
from communique.extractors.layout.outline import Outline, protagonist
from communique.extractors.layout.tables.grid import Cell, labelled_cells
from communique.extractors.layout.tables.keys import MARKS, Key, key_of
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import SIGNATURES, UNDERTAKINGS, EntityType, Relation

_FEWEST = 3
"""Lines in a row that make a fact sheet; two do if both labels are known."""
_KNOWN = 2
"""Lines of it at least whose labels are known."""
_EVERY = 3
"""People of whom every two meet; of more the first meets the others."""
_TALKING = re.compile(
    r"(?i)\b(?:calls?|talks|conversations?|meets?|met|meetings?|confer\w*|receiv\w+|audience|"
    r"discussions?|spoke|speaks?|bilateral|t[êe]te|consultations?|encounter|visits?|hosts)\b"
)
_BODY = EntityType.ORGANISATION
_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})

Said = tuple[Figure, Relation, Figure, Cell]


def sheets(
    cast: Cast,
    scenes: Sequence[Scene],
    outline: Outline,
    labels: Mapping[Relation, re.Pattern[str]],
) -> Iterator[Finding]:
    """Yield what the fact sheets of a release state.

    Args:
        cast: Its figures.
        scenes: Its blocks.
        outline: What it is about.
        labels: Patterns of labels by the relation that they state of an event or operation.
    """
    title = scenes[0].block.text if scenes else ""
    lines = ((list(labelled_cells(scene)), scene) for scene in scenes[1:])
    for is_labelled, group in groupby(lines, lambda line: bool(line[0])):
        cells = [cell for line, _ in group for cell in line] if is_labelled else []
        sheet = _Sheet(tuple(cells), _about(cast, outline), protagonist(scenes), title, labels)
        for subject, relation, thing, cell in sheet.statements() if sheet.is_one() else ():
            start = cell.scene.block.start
            yield Finding(
                subject, relation, thing, start, start + cell.end, "sheet/line", 0.85
            )  # fmt: skip


def _about(cast: Cast, outline: Outline) -> Figure | None:
    """What a sheet is about that does not name it: the event or operation of the release."""
    topic, main = cast.topic(), outline.main
    named = [figure for figure in (main, topic) if figure is not None and figure.named]
    return next(iter((*named, *filter(None, (topic, main)))), None)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A fact sheet while it is read.

    Attributes:
        cells: Its labels with what they label.
        about: What the release is about.
        owner: Whose doings the release tells, or None.
        title: Of the release.
        labels: Patterns of labels by the relation that they state.
    """

    cells: Sequence[tuple[str, Cell]]
    about: Figure | None
    owner: Figure | None
    title: str
    labels: Mapping[Relation, re.Pattern[str]]

    def is_one(self) -> bool:
        """Whether enough lines have labels that are known."""
        names = {label for label, _ in self.cells}
        known = [name for name in names if self._relation(name) or key_of(name)]
        told = len(known) >= _KNOWN or _TALKING.search(self.title) is not None
        return bool(known) and told and len(names) + len(known) > _FEWEST

    def statements(self) -> Iterator[Said]:
        """Yield what it states."""
        whole = self._whole()
        if whole is not None and not is_private(whole) and not is_of_many(whole):
            yield from self._of_whole(whole)
        yield from self._meetings()
        yield from self._journey(whole)

    def _relation(self, label: str) -> Relation | None:
        return next(
            (r for r, pattern in self.labels.items() if pattern.fullmatch(label.strip(MARKS))), None
        )

    def _of(self, *keys: Key) -> list[tuple[Figure, Cell]]:
        """The figures that lines of some kinds name, with their lines."""
        cells = [cell for label, cell in self.cells if key_of(label) in keys]
        return [(figure, cell) for cell in cells for figure in _heads(cell)]

    def _people(self, *keys: Key) -> list[tuple[Figure, Cell]]:
        return [(f, cell) for f, cell in self._of(*keys) if f.type == EntityType.PERSON]

    def _whole(self) -> Figure | None:
        """The event or operation that a line names, else what the release is about."""
        named = [f for f, _ in self._of(Key.WHOLE) if f.type in UNDERTAKINGS or f.type == _BODY]
        named = [f for f in named if f.named or not f.name.endswith("s")]  # not "Events"
        return next(iter(sorted(named, key=lambda figure: not figure.named)), self.about)

    def _of_whole(self, whole: Figure) -> Iterator[Said]:
        """Yield what its lines say of an event or operation."""
        for label, cell in self.cells:
            relation = self._relation(label)
            if whole.type == EntityType.EVENT and _is_of_units(label, relation):
                continue
            figures = _heads(cell) if relation is not None else []
            for figure in figures[:1] if relation == Relation.HELD_IN else figures:
                if relation is not None and figure.type not in UNDERTAKINGS and figure is not whole:
                    said = _told(relation, figure, whole)
                    yield from ((subject, told, thing, cell) for subject, told, thing in said)

    def _meetings(self) -> Iterator[Said]:
        """Yield who talks to whom."""
        others = self._people(Key.OTHER)
        owners = [(self.owner, cell) for _, cell in others[:1] if self.owner is not None]
        pairs = [
            *product(self._people(Key.HOST), self._people(Key.VISITOR)),
            *product(self._people(Key.CALLER) or owners, others),
        ]
        sides = self._people(Key.SIDES) if _TALKING.search(self.title) else []
        if self._whole_is_talk():
            every = list(combinations(sides, 2))
            pairs += every if len(sides) <= _EVERY else every[: len(sides) - 1]
        for (left, _), (right, cell) in pairs:
            yield left, Relation.MEETS, right, cell

    def _whole_is_talk(self) -> bool:
        """Whether no event or operation is named of which those of a sheet are participants."""
        whole = self._whole()
        return whole is None or is_private(whole) or not whole.named

    def _journey(self, whole: Figure | None) -> Iterator[Said]:
        """Yield where a visitor goes, with whom, and to which event."""
        sites = [(f, cell) for f, cell in self._sites() if f.type in _SITES]
        visitors = self._people(Key.VISITOR)
        owner = [(self.owner, cell) for _, cell in sites[:1] if self.owner is not None]
        travellers = [*(visitors or owner), *self._people(Key.COMPANY)]
        for (person, _), (site, cell) in product(travellers if sites else (), sites):
            yield person, Relation.VISITS, site, cell
        event = whole is not None and whole.type == EntityType.EVENT and is_attended(whole)
        for person, cell in visitors if event and self._of(Key.WHOLE) else ():
            if whole is not None and whole.named:
                yield person, Relation.PARTICIPATES_IN, whole, cell

    def _sites(self) -> Iterator[tuple[Figure, Cell]]:
        """Yield the places and states that lines of destinations name, the state of a town too."""
        for label, cell in self.cells:
            if key_of(label) == Key.DESTINATION:
                for number in cell.scene.numbers(cell.start, cell.end):
                    figure = cell.scene.figures[number]
                    if figure is not None:
                        yield figure, cell


def _is_of_units(label: str, relation: Relation | None) -> bool:
    """Whether a label tells whose an operation or body is, or who commands it."""
    return relation == Relation.PART_OF or COMMANDED.match(label.strip(MARKS)) is not None


def _told(
    relation: Relation, figure: Figure, whole: Figure
) -> Iterator[tuple[Figure, Relation, Figure]]:
    """Yield what a label says of a figure and what the sheet is of; a body has members."""
    if whole.type != _BODY or relation != Relation.MEMBER_OF:
        yield from of_whole(relation, figure, whole)
    elif figure.type in SIGNATURES[relation].subjects:
        yield figure, relation, whole


def _heads(cell: Cell) -> list[Figure]:
    return heads(cell.scene, cell.start, cell.end)
