"""A user's links: what entities of the graph are elsewhere, from a table beside the ledger."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.graph import KnowledgeGraph, Link, LinksError

COLUMNS = ("id", "predicate", "target", "source")
"""The first line of the table; the last column may be left out."""


@dataclass(frozen=True, slots=True)
class EntityLink:
    """A line of the table.

    Attributes:
        id: Identifier of the entity, today's or an earlier one.
        link: What the line says of it.
        line: Its number in the file, from 1.
    """

    id: str
    link: Link
    line: int


def read_links(path: Path) -> tuple[EntityLink, ...]:
    """The links of a table (CSV, UTF-8, with the heads of ``COLUMNS``), in order.

    Raises:
        LinksError: The file cannot be read, or lines of it are wrong; all of them are told.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            heads = tuple(rows.fieldnames or ())
            if heads not in (COLUMNS, COLUMNS[:-1]):
                raise LinksError(f"{path}: the first line must be {','.join(COLUMNS)}")
            found = [_read(row, rows.line_num) for row in rows]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LinksError(f"{path}: cannot be read as a table of links: {error}") from error
    faults = [f"{path}:{item}" for item in found if isinstance(item, str)]
    if faults:
        raise LinksError("\n".join(faults))
    return tuple(item for item in found if isinstance(item, EntityLink))


def with_links(
    graph: KnowledgeGraph, links: Sequence[EntityLink], current: Callable[[str], str]
) -> tuple[KnowledgeGraph, tuple[EntityLink, ...]]:
    """The graph whose entities have their links, and the links of which it has no entity.

    Args:
        graph: Without links.
        links: Of a table.
        current: Today's identifier of what had one in an earlier graph, else the same.
    """
    known = {entity.id for entity in graph.entities}
    found: dict[str, set[Link]] = defaultdict(set)
    unknown = []
    for item in links:
        id_ = item.id if item.id in known else current(item.id)
        if id_ in known:
            found[id_].add(item.link)
        else:
            unknown.append(item)
    entities = tuple(
        replace(entity, links=tuple(_sorted(found[entity.id]))) if entity.id in found else entity
        for entity in graph.entities
    )
    return replace(graph, entities=entities), tuple(unknown)


def _read(row: dict[str, str | None], line: int) -> EntityLink | str:
    if None in row or not all(row.get(name) for name in COLUMNS[:3]):
        return f"{line}: a line needs {', '.join(COLUMNS[:3])}, and nothing after the source"
    values = {name: (row.get(name) or "").strip() for name in COLUMNS}
    try:
        return EntityLink(
            values["id"], Link(values["predicate"], values["target"], values["source"]), line
        )
    except ValueError as error:
        return f"{line}: {error}"


def _sorted(links: set[Link]) -> Iterator[Link]:
    return iter(sorted(links, key=lambda link: (link.predicate, link.target, link.source)))
