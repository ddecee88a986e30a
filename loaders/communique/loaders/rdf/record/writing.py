"""Writing what a ledger holds: releases as they were recorded, and judgements."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from communique.graph import Judgement
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.model import A, Said
from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.record.columns import CLASSES, TABLES, property_of, rows_by_table
from communique.loaders.rdf.term import decimal, integer, verbatim

if TYPE_CHECKING:
    from communique.ledger import Entry

_PROPERTIES = {
    table: [f"<{property_of(column)}> " for column in columns] for table, columns in TABLES.items()
}


def record_graph(entry: "Entry", at: Addresses) -> NamedGraph:
    """A release with all that was read in it."""
    id_ = str(entry.record.release[0])
    tables = rows_by_table(entry.record, (entry.arrival, entry.record.content))
    tables["formerId"] = list(entry.former)
    said = (
        _row(table, row, at.record(id_, table, place))
        for table, rows in tables.items()
        for place, row in enumerate(rows)
    )
    return NamedGraph.of(at.record_graph(id_), said)


def judgement_graph(judgements: Iterable[Judgement], at: Addresses) -> NamedGraph:
    """What people have said about who is who, in the order in which they said it."""
    return NamedGraph.of(at.judgements_graph, _judgements(judgements, at))


def _judgements(judgements: Iterable[Judgement], at: Addresses) -> Iterator[Said]:
    for place, judgement in enumerate(judgements):
        content = json.dumps(judgement.as_dict(), ensure_ascii=False)
        yield _row("judgement", (place, content), at.judgement(place))


def _row(table: str, row: Sequence[object], iri: str) -> Said:
    cells = zip(_PROPERTIES[table], row, strict=True)
    says = [f"{name}{_cell(value)}" for name, value in cells if value is not None]
    return Said(iri, [f"{A}<{CLASSES[table]}>", *says])


def _cell(value: object) -> str:
    if isinstance(value, float):
        return decimal(value)
    return integer(value) if isinstance(value, int) else verbatim(str(value))
