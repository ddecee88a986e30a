"""Reading what a ledger held back from N-Quads, in whatever order its lines come."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import IO, Any, NamedTuple

from communique.graph import CommuniqueError, Judgement
from communique.ledger import Entry, Record
from communique.loaders.rdf.record.columns import CLASSES, MARK, QUOTE, TABLES
from communique.loaders.rdf.syntax.parsing import parse_quad
from communique.loaders.rdf.syntax.sorting import by_subject, sorted_blocks
from communique.loaders.rdf.term import Literal
from communique.ontology.iris import CQ, RDF, XSD

_TYPE = f"{RDF}type"
_TABLES = {iri: table for table, iri in CLASSES.items()}
_KINDS: Mapping[str, Callable[[str], str | int | float]] = {
    f"{XSD}nonNegativeInteger": int,
    f"{XSD}decimal": float,
}
_MARKS = (f"{CQ}Recorded".encode(), MARK.encode())
_ORDERS = {"entity": ("id",), "statement": ("number",), "evidence": ("statement", "number")}
_COLUMNS = 100  # more than a row can have
_TEXT, _START, _END = 3, 2, 3

Row = Sequence[Any]


class NoRecordError(CommuniqueError):
    """A file of RDF without what a ledger held."""


@dataclass(frozen=True, slots=True)
class Unrestorable:
    """A record that is not whole.

    Attributes:
        of: What it is about, as the file names it.
        reason: What is wrong.
    """

    of: str
    reason: str


class _Node(NamedTuple):
    """A row as the file has it: where it belongs, its table, and its cells by column."""

    record: str
    table: str
    cells: Mapping[str, str | int | float]

    @property
    def row(self) -> Row:
        """The cells in the order of the columns."""
        return [self.cells.get(column) for column in TABLES[self.table]]


def read_records(lines: Iterable[bytes]) -> Iterator[Entry | Judgement | Unrestorable]:
    """Yield releases in the order in which they had arrived, then judgements as they were made.

    Memory does not grow with the number of releases. What the file says beside records is passed
    over.

    Args:
        lines: N-Quads, in any order.

    Raises:
        NoRecordError: There is no record among them.
        ValueError: A line is no quad.
    """
    judgements: list[_Node] = []
    with tempfile.TemporaryFile() as spool:
        places: list[tuple[int, int]] = []
        for record, group in groupby(_nodes(lines), key=lambda node: node.record):
            if record.endswith("/judgement"):
                judgements.extend(group)
                continue
            release = _release(group)
            if release is None:
                yield Unrestorable(record, "has no release, or several")
            else:
                places.append((release["release"][0][-2] or 0, spool.tell()))
                spool.write(json.dumps(release).encode() + b"\n")
        if not places and not judgements:
            raise NoRecordError("holds no ledger")
        yield from _in_order_of_arrival(spool, places)
    for node in sorted(judgements, key=lambda node: node.cells.get("number", 0)):
        yield _judgement(node)


def _nodes(lines: Iterable[bytes]) -> Iterator[_Node]:
    """The rows of records, those of one record together."""
    for subject, said in by_subject(sorted_blocks(_marked(lines)), _COLUMNS):
        table = ""
        cells: dict[str, str | int | float] = {}
        for what in said:
            predicate, lexical, datatype = json.loads(what)
            if predicate == _TYPE:
                table = _TABLES.get(lexical, table)
            else:
                column = predicate.removeprefix(MARK)
                cells[column[:1].lower() + column[1:]] = _KINDS.get(datatype, str)(lexical)
        record = subject.rsplit("/", 1 if table == "judgement" else 2)[0]
        if table:
            yield _Node(record, table, cells)


def _marked(lines: Iterable[bytes]) -> Iterator[str]:
    """The quads of records, each as its subject and the rest as JSON."""
    for line in lines:
        if any(mark in line for mark in _MARKS):
            subject, predicate, value, _ = parse_quad(line.decode().rstrip("\r\n"))
            literal = value if isinstance(value, Literal) else Literal(value)
            yield f"{subject} {json.dumps([predicate, literal.lexical, literal.datatype])}\n"


def _release(nodes: Iterable[_Node]) -> dict[str, list[Row]] | None:
    """The rows of one release by table, in order."""
    tables: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes:
        tables[node.table].append(node)
    if len(tables["release"]) != 1:
        return None
    for table, columns in _ORDERS.items():
        tables[table].sort(key=lambda node: [node.cells.get(name, 0) for name in columns])
    return {table: [node.row for node in tables[table]] for table in TABLES}


def _in_order_of_arrival(
    spool: IO[bytes], places: Iterable[tuple[int, int]]
) -> Iterator[Entry | Unrestorable]:
    for arrival, place in sorted(places):
        spool.seek(place)
        yield _entry(arrival, json.loads(spool.readline()))


def _entry(arrival: int, tables: Mapping[str, list[Row]]) -> Entry | Unrestorable:
    (release,) = tables["release"]
    *cells, _, content = release
    record = Record(
        tuple(cells),
        tuple(map(tuple, tables["entity"])),
        tuple(map(tuple, tables["statement"])),
        tuple(_with_words(row, str(cells[_TEXT])) for row in tables["evidence"]),
    )
    if record.content != content:
        return Unrestorable(str(cells[0]), "is not whole: something was changed or is missing")
    return Entry(arrival, record, tuple(map(tuple, tables["formerId"])))


def _with_words(row: Row, text: str) -> tuple[Any, ...]:
    return (*row[:QUOTE], text[row[_START] : row[_END]], *row[QUOTE + 1 :])


def _judgement(node: _Node) -> Judgement | Unrestorable:
    try:
        return Judgement.of(json.loads(str(node.cells.get("content"))))
    except (RecursionError, TypeError, ValueError) as error:
        return Unrestorable(f"judgement {node.cells.get('number')}", str(error))
