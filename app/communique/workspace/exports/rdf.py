"""RDF in its syntaxes."""

from pathlib import Path
from typing import TYPE_CHECKING

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import to_file

if TYPE_CHECKING:
    from communique.loaders.rdf import Wanted


def nquads(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """Sorted N-Quads."""
    from communique.loaders.rdf import Syntax, write_rdf

    return to_file(path, lambda out: write_rdf(graph, out, Syntax.NQUADS, _wanted(options)))


def trig(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """The named graphs with prefixes, for people too."""
    from communique.loaders.rdf import Syntax, write_rdf

    return to_file(path, lambda out: write_rdf(graph, out, Syntax.TRIG, _wanted(options)))


def turtle(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """The union of all graphs as Turtle."""
    from communique.loaders.rdf import Syntax, write_rdf

    return to_file(path, lambda out: write_rdf(graph, out, Syntax.TURTLE, _wanted(options)))


def jsonld(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """The named graphs as JSON."""
    from communique.loaders.rdf import Syntax, write_rdf

    return to_file(path, lambda out: write_rdf(graph, out, Syntax.JSONLD, _wanted(options)))


def _wanted(options: Options) -> "Wanted":
    from communique.loaders.rdf import Making, Wanted

    making = options.making or Making()
    return Wanted(options.base, options.evidence_text, making, options.rdf12, options.ledger)
