"""The graph as files that other programs read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from communique.graph import KnowledgeGraph, UnwritableFileError
from communique.workspace.destination import destination

Write = Callable[[KnowledgeGraph, IO[bytes]], object]


class Format(StrEnum):
    """What can be written."""

    STATEMENTS = "statements"
    NQUADS = "nquads"
    TURTLE = "turtle"
    GEXF = "gexf"
    GRAPHML = "graphml"
    CSV = "csv"
    NEO4J_CSV = "neo4j-csv"
    HTML = "html"


FOLDERS = frozenset({Format.CSV, Format.NEO4J_CSV})
"""Formats of several files."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page shows of a graph.

    Attributes:
        focus: Name or id of the entity in the middle; None for the whole graph.
        depth: Steps away from the focus.
        since: No older dated facts; a day, month or year.
        limit: Most entities.
    """

    focus: str | None = None
    depth: int = 2
    since: str | None = None
    limit: int = 300


def export(
    graph: KnowledgeGraph, form: Format, path: Path | None, page: Page | None = None
) -> tuple[Path, ...]:
    """Write the graph to a file, or to standard output; csv and neo4j-csv are folders.

    Statements have ``documents.jsonl`` beside them if they go to a file.

    Returns:
        What was written, the file asked for first; nothing for standard output.

    Raises:
        UnwritableFileError: The file cannot be written, or is a ledger or a store.
        ValueError: The page has a focus that is nobody, or no day; or a folder has no name.
    """
    if form in FOLDERS:
        if path is None:
            raise ValueError(f"{form} is a folder of tables and needs a name")
        return _write_tables(graph, form, path)
    write = _page(page or Page()) if form is Format.HTML else _writers()[form]
    with destination(path) as out:
        write(graph, out)
    if path is None:
        return ()
    if form is not Format.STATEMENTS:
        return (path,)
    documents = path.with_name("documents.jsonl")
    _write_documents(graph, documents)
    return path, documents


def _writers() -> dict[Format, Write]:
    from communique.loaders.files import write_gexf, write_graphml
    from communique.loaders.rdf import write_nquads, write_turtle
    from communique.loaders.statements import write_statements

    return {
        Format.STATEMENTS: _as_text(write_statements),
        Format.NQUADS: write_nquads,
        Format.TURTLE: write_turtle,
        Format.GEXF: _as_text(write_gexf),
        Format.GRAPHML: _as_text(write_graphml),
    }


def _page(page: Page) -> Write:
    from communique.explorer.page import write_page

    def write(graph: KnowledgeGraph, out: IO[str]) -> object:
        return write_page(
            graph, out, focus=page.focus, depth=page.depth, since=page.since, limit=page.limit
        )

    return _as_text(write)


def _as_text(write: Callable[[KnowledgeGraph, IO[str]], object]) -> Write:
    """The writer on a stream of bytes: UTF-8, and line feeds on every system."""

    def write_bytes(graph: KnowledgeGraph, out: IO[bytes]) -> None:
        text = TextIOWrapper(out, encoding="utf-8", newline="\n")
        try:
            write(graph, text)
        finally:
            text.detach()  # flushes, and leaves the stream open

    return write_bytes


def _write_documents(graph: KnowledgeGraph, path: Path) -> None:
    from communique.loaders.statements import write_documents

    with destination(path) as out:
        _as_text(write_documents)(graph, out)


def _write_tables(graph: KnowledgeGraph, form: Format, folder: Path) -> tuple[Path, ...]:
    from communique.loaders.files import write_csv, write_neo4j_csv

    write = write_csv if form is Format.CSV else write_neo4j_csv
    try:
        return write(graph, folder)
    except OSError as error:
        raise UnwritableFileError(
            f"{folder}: cannot be written: {error.strerror or error}"
        ) from error
