"""The graph for programs that draw networks."""

from pathlib import Path

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import to_text


def gexf(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """For Gephi."""
    from communique.loaders.files import write_gexf

    told = options.evidence_text
    return to_text(path, lambda out: write_gexf(graph, out, evidence_text=told))


def graphml(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """For yEd, Cytoscape and Gephi Lite."""
    from communique.loaders.files import write_graphml

    told = options.evidence_text
    return to_text(path, lambda out: write_graphml(graph, out, evidence_text=told))
