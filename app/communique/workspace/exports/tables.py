"""Tables: for people who calculate with them, and for importers."""

from pathlib import Path

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import to_folder


def csv(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """A table each of entities, facts, releases and evidence."""
    from communique.loaders.files import write_csv

    told = options.evidence_text
    return to_folder(path, lambda folder: write_csv(graph, folder, evidence_text=told))


def neo4j_csv(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """What the importer of Neo4j takes, with its arguments."""
    from communique.loaders.files import write_neo4j_csv

    return to_folder(path, lambda folder: write_neo4j_csv(graph, folder))
