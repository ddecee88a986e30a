"""``communique export``: the graph as a file that other programs read."""

from collections.abc import Callable
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, progress, say
from communique.cli.output.files import destination
from communique.cli.workspace import Data, Workspace
from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from communique.graph import KnowledgeGraph

EPILOG = """\
communique export statements -o statements.jsonl   (and documents.jsonl beside it)

communique export nquads | gzip > graph.nq.gz

communique export csv -o tables/

communique export html -o graph.html --focus "Jens Stoltenberg" --depth 1
"""

Write = Callable[["KnowledgeGraph", IO[bytes]], object]


class Format(StrEnum):
    """What can be written."""

    STATEMENTS = "statements"
    NQUADS = "nquads"
    TURTLE = "turtle"
    GEXF = "gexf"
    GRAPHML = "graphml"
    CSV = "csv"
    HTML = "html"


def export(
    context: typer.Context,
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help=", ".join(Format))],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="File, else standard output."),
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="NAME", help="html: the entity in the middle."),
    ] = None,
    depth: Annotated[
        int, typer.Option("--depth", min=1, help="html: steps away from the focus.")
    ] = 2,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="html: no older dated facts.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="html: most entities.")] = 300,
    data: Data = None,
) -> None:
    """Write the graph in a format of other programs.

    statements (JSON Lines), nquads, turtle, gexf, graphml, csv (a folder of tables) or html (one
    page that needs no network).

    nquads, turtle, csv and html have what you say that entities are elsewhere: a table links.csv
    in the workspace, or the one that COMMUNIQUE_LINKS names, with the columns id, predicate
    (owl:sameAs, skos:exactMatch, skos:closeMatch or rdfs:seeAlso), target (an address) and source
    (who says so). Ids of earlier graphs count as well.
    """
    if form is Format.CSV and output is None:
        raise WrongUseError("csv is a folder of tables; name it with -o DIR")
    workspace = Workspace.of(context, data)
    with progress("resolving"):
        graph = workspace.graph()
    if form is Format.CSV:
        assert output is not None  # noqa: S101  # checked above
        _write_tables(graph, output)
        return
    focus = focus and workspace.current_id(focus)
    write = _page(focus, depth, since, limit) if form is Format.HTML else _writers()[form]
    with destination(output) as out:
        try:
            write(graph, out)
        except ValueError as error:
            raise WrongUseError(str(error)) from error
    if form is Format.STATEMENTS and output is not None:
        _write_documents(graph, output.with_name("documents.jsonl"))
    if output is not None:
        facts = counted(len(graph.facts), "fact")
        releases = counted(len(graph.releases), "release")
        say(f"{output}: {facts} of {releases}")


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


def _page(focus: str | None, depth: int, since: str | None, limit: int) -> Write:
    from communique.explorer.page import write_page

    def write(graph: "KnowledgeGraph", out: IO[str]) -> object:
        return write_page(graph, out, focus=focus, depth=depth, since=since, limit=limit)

    return _as_text(write)


def _as_text(write: Callable[["KnowledgeGraph", IO[str]], object]) -> Write:
    """The writer on a stream of bytes: UTF-8, and line feeds on every system."""

    def write_bytes(graph: "KnowledgeGraph", out: IO[bytes]) -> None:
        text = TextIOWrapper(out, encoding="utf-8", newline="\n")
        try:
            write(graph, text)
        finally:
            text.detach()  # flushes, and leaves the stream open

    return write_bytes


def _write_documents(graph: "KnowledgeGraph", path: Path) -> None:
    from communique.loaders.statements import write_documents

    with destination(path) as out:
        _as_text(write_documents)(graph, out)


def _write_tables(graph: "KnowledgeGraph", folder: Path) -> None:
    from communique.loaders.files import write_csv

    try:
        written = write_csv(graph, folder)
    except OSError as error:
        raise WrongUseError(f"{folder}: cannot be written: {error.strerror or error}") from error
    for path in written:
        say(str(path))
