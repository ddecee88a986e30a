"""RDF in its syntaxes."""

from pathlib import Path

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import to_file


def nquads(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """Sorted N-Quads."""
    from communique.loaders.rdf import write_nquads

    return to_file(
        path,
        lambda out: write_nquads(
            graph, out, base=options.base, evidence_text=options.evidence_text
        ),
    )


def turtle(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """The union of all graphs as Turtle."""
    from communique.loaders.rdf import write_turtle

    return to_file(
        path,
        lambda out: write_turtle(
            graph, out, base=options.base, evidence_text=options.evidence_text
        ),
    )
