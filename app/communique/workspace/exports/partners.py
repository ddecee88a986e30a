"""The graph in the models of other platforms."""

from pathlib import Path

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import to_text


def ftm(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """Entities of FollowTheMoney, one a line."""
    from communique.loaders.files import write_ftm

    return to_text(path, lambda out: write_ftm(graph, out, evidence_text=options.evidence_text))


def stix(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """A STIX 2.1 bundle."""
    return _bundle(graph, path, options, opencti=False)


def opencti(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """A STIX 2.1 bundle with events of OpenCTI."""
    return _bundle(graph, path, options, opencti=True)


def _bundle(
    graph: KnowledgeGraph, path: Path | None, options: Options, *, opencti: bool
) -> tuple[Path, ...]:
    from communique.loaders.files import write_stix

    told = options.evidence_text
    return to_text(
        path,
        lambda out: write_stix(graph, out, base=options.base, evidence_text=told, opencti=opencti),
    )
