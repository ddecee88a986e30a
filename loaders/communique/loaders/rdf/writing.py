"""Writing the knowledge graph in the syntaxes of RDF."""

from datetime import date
from typing import IO

from communique.graph import KnowledgeGraph
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.loaders.rdf.syntax.nquads import write_quads
from communique.loaders.rdf.syntax.turtle import write_union
from communique.ontology.iris import DEFAULT_BASE


def write_nquads(
    graph: KnowledgeGraph,
    out: IO[bytes],
    *,
    base: str = DEFAULT_BASE,
    evidence_text: bool = True,
    issued: date | None = None,
) -> int:
    """Write every quad once, lines in the order of their bytes: same graph, same file.

    Args:
        graph: What to export.
        out: Where to; it is not closed.
        base: Where IRIs of entities, statements, releases and graphs begin; ends in ``/`` or ``#``.
        evidence_text: Whether to write the words of quotes, not only offsets (titles always are).
        issued: Day of the export, for the description; left out without it.

    Returns:
        The number of quads.

    Raises:
        ValueError: The base is no such IRI.
    """
    graphs = named_graphs(graph, Addresses(base), evidence_text=evidence_text, issued=issued)
    return write_quads(graphs, out)


def write_turtle(
    graph: KnowledgeGraph,
    out: IO[bytes],
    *,
    base: str = DEFAULT_BASE,
    evidence_text: bool = True,
    issued: date | None = None,
) -> int:
    """Write the union of all graphs as Turtle, for tools that know no named graphs.

    A triple of two releases stands there once. Same graph, same bytes. Arguments and errors are
    those of `write_nquads`.

    Returns:
        The number of triples.
    """
    at = Addresses(base)
    graphs = named_graphs(graph, at, evidence_text=evidence_text, issued=issued)
    return write_union(graphs, at.prefixes, out)
