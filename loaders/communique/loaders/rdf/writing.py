"""Writing the knowledge graph in the syntaxes of RDF."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import IO

from communique.graph import KnowledgeGraph
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import streamed_graphs, told_by_release, wanted_graphs
from communique.loaders.rdf.description import Description, File
from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.syntax.jsonld import write_json
from communique.loaders.rdf.syntax.nquads import write_quads
from communique.loaders.rdf.syntax.reification import reified
from communique.loaders.rdf.syntax.turtle import write_trig, write_union
from communique.loaders.rdf.wanted import Making, Wanted
from communique.ontology.iris import DEFAULT_BASE, SPDX


class Syntax(StrEnum):
    """How RDF is written."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"

    @property
    def media_type(self) -> str:
        """As servers and catalogues name it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Syntax.NQUADS: "application/n-quads",
    Syntax.TRIG: "application/trig",
    Syntax.TURTLE: "text/turtle",
    Syntax.JSONLD: "application/ld+json",
}


def write_rdf(
    graph: KnowledgeGraph, out: IO[bytes], syntax: Syntax, wanted: Wanted | None = None
) -> int:
    """Write the named graphs, or their union as Turtle: same graph, same bytes.

    N-Quads and Turtle take no more memory for a bigger graph, beside the graph itself.

    Args:
        graph: What to export.
        out: Where to; it is not closed.
        syntax: How. N-Quads are sorted by their bytes, each once. Turtle is for tools that know no
            named graphs; a triple of two releases stands there once.
        wanted: What of it.

    Returns:
        The number of quads, or of triples of the union.

    Raises:
        ValueError: The base is no absolute IRI that ends so, or the syntax has no RDF 1.2.
    """
    wanted = wanted or Wanted()
    if wanted.rdf12 and syntax is Syntax.JSONLD:
        raise ValueError("JSON-LD has no RDF 1.2 yet; write nquads, trig or turtle")
    at = Addresses(wanted.base)
    match syntax:
        case Syntax.NQUADS:
            return write_quads(_pieces(graph, at, wanted), out)
        case Syntax.TRIG:
            return write_trig(_graphs(graph, at, wanted), at.prefixes, out)
        case Syntax.TURTLE:
            return write_union(_pieces(graph, at, wanted), at.prefixes, out)
        case Syntax.JSONLD:
            return write_json(_graphs(graph, at, wanted), at.own_prefixes, out)


def _graphs(graph: KnowledgeGraph, at: Addresses, wanted: Wanted) -> Iterator[NamedGraph]:
    graphs = wanted_graphs(graph, at, wanted)
    return map(reified, graphs) if wanted.rdf12 else graphs


def _pieces(graph: KnowledgeGraph, at: Addresses, wanted: Wanted) -> Iterator[NamedGraph]:
    """The graphs for a writer that sorts: the one about all need not be in memory as a whole."""
    pieces = streamed_graphs(told_by_release(graph), graph.entities, at, wanted)
    return map(reified, pieces) if wanted.rdf12 else pieces


def write_record(graph: KnowledgeGraph, out: IO[bytes], file: File, wanted: Wanted) -> int:
    """Write a catalogue record of a file that the graph was written to, as Turtle (DCAT, VoID).

    Args:
        graph: The graph.
        out: Where to.
        file: The file.
        wanted: What was written.

    Returns:
        The number of triples.
    """
    at = Addresses(wanted.base)
    about = Description(at, wanted.making)
    for release in graph.releases:
        about.note(release.id, [release])
    said = [*about.said(len(graph.entities)), *file.said(at)]
    prefixes = at.prefixes | {"spdx": SPDX}
    return write_union([NamedGraph.of(at.meta_graph, said)], prefixes, out)


def write_nquads(
    graph: KnowledgeGraph,
    out: IO[bytes],
    *,
    base: str = DEFAULT_BASE,
    evidence_text: bool = True,
    issued: date | None = None,
) -> int:
    """Write N-Quads, as `write_rdf` does; arguments are those of `Wanted`."""
    return write_rdf(graph, out, Syntax.NQUADS, Wanted(base, evidence_text, Making(issued)))


def write_turtle(
    graph: KnowledgeGraph,
    out: IO[bytes],
    *,
    base: str = DEFAULT_BASE,
    evidence_text: bool = True,
    issued: date | None = None,
) -> int:
    """Write Turtle, as `write_rdf` does; arguments are those of `Wanted`."""
    return write_rdf(graph, out, Syntax.TURTLE, Wanted(base, evidence_text, Making(issued)))
