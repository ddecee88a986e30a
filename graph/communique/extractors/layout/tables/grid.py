"""Tables as releases have them: a row a line, a cell a line, or lines that label each cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.tables.columns import PEOPLE, Column, headed, held
from communique.extractors.mentions import Mention
from communique.extractors.reading.money import sums
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_BAR = re.compile(r"\s*\|+\s*")
_RULE = re.compile(r"[\s|:+=_-]*")
"""A line of a table that only parts its head from its rows."""
_FIRST = re.compile(r":\s")
_NEXT = re.compile(r", ")
_LABEL = re.compile(r"(?:\A|(?<=[.;|] ))(?P<label>[A-Z][^:.;|\n]{1,40}?)\s*:\s+(?=\S)")
_STOP = re.compile(r"[^.]{25,}[.!?]$")
_MARKS = " \t•*·–—-:()0123456789.=#"
_BESIDE = re.compile(r" ?(?:[:–—-]|\(|, | gives | pledges ) ?(?=\S)")
_BEFORE = re.compile(r" ?(?:[:–—-]|\(|,|from|by)(?: the)? $")
"""What stands between who gives a sum and the sum."""
_COUNTED = re.compile(
    r"(?:\d|[A-Z]{3} \d|[$€£]|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve) )"
)
"""How a line begins that tells what is given."""
_LONGEST_CELL = 110
_MOST_ROWS = 80
"""Lines of a table without header that are looked at together."""
_LONGEST_ROW = 260
_FEWEST = 2
"""Rows and columns that make a table."""
_PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its block, and where it stands in that, in code points."""

    scene: Scene
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.scene.block.text[self.start : self.end]

    def holds(self, mention: Mention) -> bool:
        """Whether a mention of its block begins in it."""
        return self.start <= mention.start < self.end


Row = tuple[tuple[Column, Cell], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        above: The blocks above it that may tell what it is of, the nearest last.
        rows: Its rows: what each cell holds, and the cell.
    """

    above: tuple[Scene, ...]
    rows: tuple[Row, ...]

    def has(self, column: Column) -> bool:
        """Whether it has such a column."""
        return any(column == other for row in self.rows for other, _ in row)

    def is_of_states(self) -> bool:
        """Whether it lists states, bodies among them or not."""
        parties = [cell for row in self.rows for column, cell in row if column == Column.PARTY]
        types = {m.type for cell in parties for m in cell.scene.mentions if cell.holds(m)}
        return EntityType.COUNTRY in types


def find_tables(scenes: Sequence[Scene]) -> Iterator[Table]:
    """Yield the tables of a release in order."""
    at = 1
    while at < len(scenes):
        text = scenes[at].block.text
        readers = _READERS if len(text) <= _LONGEST_ROW and "\n" not in text else ()
        near = scenes[: at + _MOST_ROWS]  # a header tells how long the table is
        found = (reader(scenes if reader is _under_header else near, at) for reader in readers)
        rows, after = next((f for f in found if len(f[0]) >= _FEWEST), ((), at + 1))
        if rows:
            yield Table(tuple(scenes[max(0, at - 2) : at]), tuple(rows))
        at = after


def _barred(scenes: Sequence[Scene], at: int) -> tuple[list[Row], int]:
    """The rows of a table whose cells bars part, without a header."""
    if "|" not in scenes[at].block.text:
        return [], at
    lines = list(takewhile(lambda scene: "|" in scene.block.text, scenes[at:]))
    cells = [_parted(scene, None) for scene in lines]
    if len({len(row) for row in cells}) != 1:
        return [], at
    kinds = [{held(c.scene, c.start, c.end) for c in column} for column in zip(*cells, strict=True)]
    told = [next(iter(kind)) if len(kind) == 1 else Column.OTHER for kind in kinds]
    return [tuple(zip(told, row, strict=True)) for row in cells], at + len(lines)


def _under_header(scenes: Sequence[Scene], at: int) -> tuple[list[Row], int]:
    """The rows of a table whose header is a line."""
    text = scenes[at].block.text
    columns = _header(_parted(scenes[at], None)) if "|" in text or ":" in text else ()
    return _rows(scenes, at + 1, columns) if columns else ([], at)


def _header(cells: Sequence[Cell]) -> list[Column | None]:
    """What the cells of a header say of their columns; empty if they are none."""
    columns = [headed(cell.text) for cell in cells]
    known = sum(column is not None for column in columns)
    return columns if known >= max(_FEWEST, len(columns) - 1) else []


def _rows(
    scenes: Sequence[Scene], at: int, columns: Sequence[Column | None]
) -> tuple[list[Row], int]:
    """The rows below a header, and the number of the block behind them."""
    rows: list[Row] = []
    while at < len(scenes):
        if not _RULE.fullmatch(scenes[at].block.text):
            cells = _parted(scenes[at], len(columns))
            if len(cells) != len(columns):
                break
            rows.append(_row(columns, cells))
        at += 1
    return rows, at


def _row(columns: Sequence[Column | None], cells: Sequence[Cell]) -> Row:
    return tuple(
        (column or held(cell.scene, cell.start, cell.end), cell)
        for column, cell in zip(columns, cells, strict=True)
    )


def _parted(scene: Scene, wanted: int | None) -> list[Cell]:
    """The cells of a line: what bars part, else the first by a colon, the others by commas.

    Args:
        scene: The line.
        wanted: How many there are to be; the last one holds the rest.
    """
    text = scene.block.text
    if "|" in text:
        begin = len(text) - len(text.lstrip(" |"))
        end = len(text.rstrip(" |"))
        gaps = [match.span() for match in _BAR.finditer(text, begin, end)]
    else:
        begin, end = 0, len(text.rstrip())
        first = _FIRST.search(text)
        if first is None:
            return []
        gaps = [first.span(), *(m.span() for m in _NEXT.finditer(text, first.end()))]
        gaps = gaps[: wanted - 1] if wanted else gaps
    starts, ends = [begin, *(gap[1] for gap in gaps)], [*(gap[0] for gap in gaps), end]
    return [Cell(scene, *span) for span in zip(starts, ends, strict=True)]


def _flattened(scenes: Sequence[Scene], at: int) -> tuple[list[Row], int]:
    """The rows of a table with a cell a line, the headers of its columns first."""
    head: list[Column | None] = []
    for scene in scenes[at:]:
        column = headed(scene.block.text)
        if column is None:
            break
        head.append(column)
    rows: list[Row] = []
    at += len(head)
    while len(head) >= _FEWEST and at + len(head) <= len(scenes):
        cells = [Cell(s, 0, len(s.block.text.rstrip())) for s in scenes[at : at + len(head)]]
        row = _row(head, cells)
        if not all(_fits(column, cell) for column, cell in row):
            break
        rows.append(row)
        at += len(head)
    return rows, at


def _fits(column: Column, cell: Cell) -> bool:
    """Whether a line may be a cell of a column."""
    text, block = cell.text, cell.scene.block
    if len(text) > _LONGEST_CELL or _STOP.search(text) or block.kind == BlockKind.TITLE:
        return False
    types = {mention.type for mention in cell.scene.mentions}
    if column in PEOPLE:
        return not types or EntityType.PERSON in types or text.istitle()
    return column != Column.PARTY or not types or bool(types & _PARTIES)


def _records(scenes: Sequence[Scene], at: int) -> tuple[list[Row], int]:
    """The rows of a table whose cells are all labelled: "COUNTRY: …" and "HEAD: …" again."""
    rows: list[list[tuple[Column, Cell]]] = []
    first: str | None = None
    if ":" not in scenes[at].block.text:
        return [], at
    for scene in scenes[at:]:
        cells = list(_cells_of(scene))
        if not cells or None in (column for _, column, _ in cells):
            break
        for label, column, cell in cells:
            first = first or label
            if label == first:
                rows.append([])
            if column is not None:
                rows[-1].append((column, cell))
        at += 1
    return [tuple(row) for row in rows if len(row) >= _FEWEST], at


def _cells_of(scene: Scene) -> Iterator[tuple[str, Column | None, Cell]]:
    """Yield the cells of a line that labels them, with label and column."""
    yield from ((label, headed(label), cell) for label, cell in labelled_cells(scene))


def labelled_cells(scene: Scene) -> Iterator[tuple[str, Cell]]:
    """Yield what a line labels, with the label; nothing of a line that does not begin so."""
    text = scene.block.text
    found = list(_LABEL.finditer(text)) if len(text) <= _LONGEST_ROW else []
    if not found or found[0].start():
        return
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        words = text[match.end() : end].rstrip(" .;|")
        yield match["label"], Cell(scene, match.end(), match.end() + len(words))


def _paired(scenes: Sequence[Scene], at: int) -> tuple[list[Row], int]:
    """The rows of a list of sums: "STATE – EUR 5 million", or the other way round."""
    rows: list[Row] = []
    for scene in scenes[at:]:
        row = _pair(scene)
        if row is None or (rows and (row[0][0] == Column.PARTY) != (rows[0][0][0] == Column.PARTY)):
            break
        rows.append(row)
    paid = [row for row in rows if any(column == Column.AMOUNT for column, _ in row)]
    return (rows if len(paid) >= _FEWEST else []), at + len(rows)


def _pair(scene: Scene) -> Row | None:
    """The state or body at the beginning or end of a line, and the rest of it."""
    text, mentions = scene.block.text.rstrip(" .;"), scene.mentions
    if not mentions or len(text) > _LONGEST_ROW or scene.block.kind == BlockKind.TITLE:
        return None
    first, last = mentions[0], mentions[-1]
    behind = _BESIDE.match(text, first.end) if first.type in _PARTIES else None
    if behind is not None and not text[: first.start].strip(_MARKS):
        cells = Cell(scene, first.start, first.end), Cell(scene, behind.end(), len(text))
    elif last.type in _PARTIES and last.end == len(text):
        before = _BEFORE.search(text, 0, last.start)
        if before is None:
            return None
        cells = Cell(scene, last.start, last.end), Cell(scene, 0, before.start())
    else:
        return None
    if any(cells[1].holds(mention) for mention in mentions):
        return None  # who is given stands there
    rest = Column.AMOUNT if sums(cells[1].text) else Column.OTHER
    row = (Column.PARTY, cells[0]), (rest, cells[1])
    return row if behind is not None else row[::-1]


def _stacked(scenes: Sequence[Scene], at: int) -> tuple[list[Row], int]:
    """The rows of a list of what states give: a state on a line, and what it gives below."""
    rows: list[Row] = []
    while at + 1 < len(scenes):
        above, below = scenes[at : at + 2]
        text = below.block.text.rstrip()
        owner = above.mentions[0] if len(above.mentions) == 1 else None
        if owner is None or owner.type not in _PARTIES or not _COUNTED.match(text):
            break
        if above.block.text.strip(_MARKS) != above.block.text[owner.start : owner.end]:
            break
        rest = Column.AMOUNT if sums(text) else Column.OTHER
        if len(text) > _LONGEST_CELL or _STOP.search(text):
            break
        cells = Cell(above, owner.start, owner.end), Cell(below, 0, len(text))
        rows.append(((Column.PARTY, cells[0]), (rest, cells[1])))
        at += 2
    return rows, at


_READERS = (_under_header, _barred, _records, _flattened, _paired, _stacked)
