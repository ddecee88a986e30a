"""The SHACL shapes over a dump, graph by graph, as a partner who loads it in parts checks it."""

from collections.abc import Collection, Iterator

from pyoxigraph import BlankNode, Dataset, NamedNode, Quad
from pyoxigraph import Literal as OxigraphLiteral
from pyshacl import validate
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from communique.loaders.conformance.violation import Violation
from communique.ontology import EntityType
from communique.ontology.iris import CQ
from communique.ontology.shapes import shapes_text

_TYPE, _LABEL = NamedNode(str(RDF.type)), NamedNode(str(RDFS.label))
_ENTITY_TYPES = frozenset(NamedNode(CQ + type_) for type_ in EntityType)


def broken_shapes(quads: Dataset, without: Collection[str] = ()) -> Iterator[Violation]:
    """Yield what the shapes find, in the order of the graphs.

    A graph is seen with the types and names of the entities it links to, which stand in another.

    Args:
        quads: The dump.
        without: IRIs of graphs that are passed over.
    """
    shapes = Graph().parse(data=shapes_text(), format="turtle")
    found = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)}
    for name in sorted(found.difference(without)):
        yield from _broken(name, _with_entities(quads, NamedNode(name)), shapes)


def _with_entities(quads: Dataset, name: NamedNode) -> Graph:
    graph = Graph()
    linked: set[NamedNode] = set()
    for quad in quads.quads_for_graph_name(name):
        graph.add(_triple(quad))
        linked.update(term for term in (quad.subject, quad.object) if isinstance(term, NamedNode))
    for node in linked:
        told = [q for q in quads.quads_for_subject(node) if q.predicate in (_TYPE, _LABEL)]
        if any(quad.object in _ENTITY_TYPES for quad in told):
            for quad in told:
                graph.add(_triple(quad))
    return graph


def _broken(name: str, graph: Graph, shapes: Graph) -> Iterator[Violation]:
    conforms, report, _ = validate(graph, shacl_graph=shapes, inference="none")
    if conforms:
        return
    if not isinstance(report, Graph):  # pyshacl gives a failure it cannot report as an error
        raise report
    for result in report.objects(None, SH.result):
        node, message, path, value = (
            _written(report.value(result, term))
            for term in (SH.focusNode, SH.resultMessage, SH.resultPath, SH.value)
        )
        yield Violation(name, node, message, path, value)


def _written(term: Node | None) -> str:
    return "" if term is None else str(term)


def _triple(quad: Quad) -> tuple[Node, Node, Node]:
    return _node(quad.subject), URIRef(quad.predicate.value), _node(quad.object)


def _node(term: object) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, OxigraphLiteral):
        if term.language is not None:
            return Literal(term.value, lang=term.language)
        return Literal(term.value, datatype=URIRef(term.datatype.value))
    assert isinstance(term, BlankNode)  # noqa: S101  # N-Quads 1.1 have no other terms
    return BNode(term.value)
