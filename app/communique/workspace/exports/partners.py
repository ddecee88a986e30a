"""The graph in the models of other platforms."""

from pathlib import Path

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import to_text


def ftm(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """Entities of FollowTheMoney, one a line."""
    from communique.loaders.files import write_ftm

    return to_text(path, lambda out: write_ftm(graph, out, evidence_text=options.evidence_text))
