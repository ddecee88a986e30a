"""Whose the lines under a heading or in the row of a table are, told before anybody is cast."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.rolls.roll import is_total
from communique.extractors.layout.tables.columns import PEOPLE, Column
from communique.extractors.layout.tables.grid import Cell, Row, find_tables, labelled_cells
from communique.extractors.layout.tables.keys import Key, key_of
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_MARKS = " \t=*_#•·:.,–—-()0123456789"
_FOR = re.compile(r"(?i)(?:for|on behalf of|from)(?: (?:the|its))?$|the$")
"""What may stand before the state or body whose heading or line it is."""
_TOWN = re.compile(r" ?[,(/–—-] ?$")
_STOP = re.compile(r"[a-z\d)”\"][.!?][\"”]?$")
_WORD = r"[^\W\da-z_][\w’'-]*\.?"
_SMALL = r"(?:(?:al|bin|de|del|di|da|van|von|der|den|el|la|le|ten|ter)[ -])*"
_NAME = re.compile(rf"{_WORD}(?: {_SMALL}{_WORD}){{1,4}}")
"""A name of two words or more, as a cell of people has it."""
_BODY = re.compile(rf"[A-Z]{{2,8}}|{_WORD}(?: (?:(?:of|for|the|and|de|di) )*{_WORD}){{1,6}}")
_PARTING = re.compile(r"(?:[,;/]| and ) ?|\Z")
"""What stands between the places of a list."""
_LONGEST_LINE = 110
_FEWEST = 2
"""Lines that a state or body labels, or sections that are of states, in a release that has any."""
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
_OWNERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


def settle_rows(scenes: Sequence[Scene]) -> None:
    """Note for lines whose they are: the state or body of their row, or the state above them.

    A cell among people is somebody's name, one among states and bodies a body's, though no rule
    for names has found any.
    """
    for table in find_tables(scenes):
        for row in table.rows:
            _settle(row)
    for scene in scenes[1:]:
        for label, cell in labelled_cells(scene) if ":" in scene.block.text else ():
            if key_of(label) == Key.DESTINATION:
                _name_sites(cell)
    _settle_headed(scenes)


def _settle(row: Row) -> None:
    """Name what a row leaves unnamed, and label its lines; the row of a sum of all names nobody."""
    if row and is_total(row[0][1].text):
        return
    for column, cell in row:
        if column in PEOPLE:
            _name(cell, EntityType.PERSON, _NAME)
        elif column == Column.SITE:
            _name_sites(cell)
        elif column in {Column.PARTY, Column.DONOR, Column.TAKER}:
            _name(cell, EntityType.ORGANISATION, _BODY)
    parties = [cell for column, cell in row if column == Column.PARTY]
    owner = _opening(parties[0]) if parties else None
    if owner is not None and any(column in PEOPLE for column, _ in row):
        for _, cell in row:
            cell.scene.label = owner


def _opening(cell: Cell) -> Span | None:
    """The state or body that a cell names."""
    inside = [cell.scene.mentions[number] for number in cell.scene.numbers(cell.start, cell.end)]
    spans = (mention.span for mention in inside if mention.type in _OWNERS)
    return next(filter(None, spans), None)


def _name(cell: Cell, kind: EntityType, names: re.Pattern[str]) -> None:
    """Take the first part of a cell for a name, if nothing else of the kind is in it."""
    scene = cell.scene
    inside = [scene.mentions[number] for number in scene.numbers(cell.start, cell.end)]
    fitting = _OWNERS if kind == EntityType.ORGANISATION else {kind}
    if any(mention.type in fitting and mention.span for mention in inside):
        return
    words = names.match(scene.block.text, cell.start, cell.end)
    if words is None or (words.end() < cell.end and not _ends(cell, words.end())):
        return
    start, end = words.span()
    span = Span(start, end, kind, words.group(), strength=2)
    others = [m for m in scene.mentions if m.end <= start or m.start >= end]
    mention = Mention(start, end, kind, span)
    scene.mentions = sorted([*others, mention], key=lambda m: m.start)


def _name_sites(cell: Cell) -> None:
    """Take each part of a cell of places for one that is written like a name, if it has none."""
    if cell.scene.numbers(cell.start, cell.end):
        return
    start = cell.start
    for gap in _PARTING.finditer(cell.text):
        _name(Cell(cell.scene, start, cell.start + gap.start()), EntityType.PLACE, _BODY)
        start = cell.start + gap.end()


def _ends(cell: Cell, at: int) -> bool:
    """Whether a mark stands behind a name in a cell."""
    return cell.scene.block.text[at : at + 2].startswith((",", " (", ";"))


def _settle_headed(scenes: Sequence[Scene]) -> None:
    """Label lines by the state alone on the line above, and give blocks that state as their area.

    Both come more than once in a release; under the last state stands no more than under others.
    """
    sections = [(owner, _lines(scenes, number)) for number, owner in _headings(scenes)]
    labelled = [(owner, lines) for owner, lines in sections if lines and _is_line(lines[0])]
    labelled = [(owner, lines) for owner, lines in labelled if owner.type in _OWNERS]
    for owner, lines in labelled if len(labelled) >= _FEWEST else ():
        for scene in takewhile(_is_line, lines):
            scene.label = scene.label or owner
    areas = [(owner, lines) for owner, lines in sections if lines and not _is_line(lines[0])]
    areas = [(owner, lines) for owner, lines in areas if owner.type in _SITES]
    longest = max((len(lines) for _, lines in areas[:-1]), default=0)
    for owner, lines in areas if len({owner.name for owner, _ in areas}) >= _FEWEST else ():
        for scene in lines[:longest] if lines is areas[-1][1] else lines:
            scene.area = owner


def _headings(scenes: Sequence[Scene]) -> Iterator[tuple[int, Span]]:
    """Yield the numbers of lines that name a state or body alone, but for those of a list."""
    owners = [(scene.number, owner) for scene in scenes[1:] if (owner := heading_of(scene))]
    numbers = {number for number, _ in owners}
    for number, owner in owners:
        if not {number - 1, number + 1} & numbers:
            yield number, owner


def _lines(scenes: Sequence[Scene], number: int) -> list[Scene]:
    """The blocks under a heading, up to the next one."""
    return list(takewhile(lambda scene: not _parts(scene), scenes[number + 1 :]))


def _parts(scene: Scene) -> bool:
    """Whether a block is the heading of something else."""
    if heading_of(scene) is not None:
        return True
    return scene.block.kind == BlockKind.HEADING and not _is_line(scene)


def _is_line(scene: Scene) -> bool:
    """Whether a line names an official and tells nothing: "Ms ANA DURAN", "Minister of Justice"."""
    text = scene.block.text
    first = scene.mentions[0] if scene.mentions else None
    named = first is not None and first.type == EntityType.PERSON and first.start <= len("H.E. ")
    return named and len(text) <= _LONGEST_LINE and _STOP.search(text) is None


def heading_of(scene: Scene) -> Span | None:
    """The state, body or place that is all of a line, a town of it beside; else None."""
    block, mentions = scene.block, scene.mentions
    if not mentions or len(mentions) > 2 or block.kind in {BlockKind.TITLE, BlockKind.BULLET}:  # noqa: PLR2004
        return None
    last = mentions[-1]
    if last.span is None or last.type not in _OWNERS | _SITES or last.roles:
        return None
    state = last.type == EntityType.COUNTRY and last.span.kind != NameKind.DEMONYM
    if last.type == EntityType.COUNTRY and not state:
        return None
    before, behind = block.text[: mentions[0].start], block.text[last.end :]
    if len(mentions) > 1:
        gap = block.text[mentions[0].end : last.start]
        if mentions[0].type != EntityType.PLACE or _TOWN.fullmatch(gap) is None or not state:
            return None
    ahead = before.strip(_MARKS)
    alone = not behind.strip(_MARKS) and (not ahead or _FOR.fullmatch(ahead) is not None)
    return last.span if alone else None
