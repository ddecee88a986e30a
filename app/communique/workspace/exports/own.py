"""The project's own formats: statements as JSON Lines, and a page to look at."""

from pathlib import Path
from typing import IO

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import COMPRESSED, to_text


def statements(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """Facts as JSON Lines; beside a file the releases, as ``documents.jsonl``, packed like it."""
    from communique.loaders.statements import write_documents, write_statements

    written = to_text(path, lambda out: write_statements(graph, out))
    if path is None:
        return written
    documents = path.with_name(f"documents.jsonl{COMPRESSED if path.suffix == COMPRESSED else ''}")
    return written + to_text(documents, lambda out: write_documents(graph, options.read, out))


def html(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """One page that needs no network."""
    from communique.explorer.page import write_page

    page = options.page

    def write(out: IO[str]) -> None:
        shown = write_page(
            graph, out, focus=page.focus, depth=page.depth, since=page.since, limit=page.limit
        )
        if shown.facts < shown.all_facts:
            options.tell(
                f"the page shows {shown.entities:,} of {shown.all_entities:,} entities and "
                f"{shown.facts:,} of {shown.all_facts:,} facts"
                + ("; a focus, a first day or a limit choose others" if shown.cut else "")
            )

    return to_text(path, write)
