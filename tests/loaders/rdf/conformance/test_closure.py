"""What a reasoner makes of an export with its ontology."""

import owlrl
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, Graph, Namespace, URIRef

from communique.loaders.rdf import DEFAULT_BASE
from communique.ontology import EntityType
from communique.ontology.iris import CQ, ORG, SEM
from communique.ontology.schema import ontology_text

OWN, EVENTS, BODIES = Namespace(CQ), Namespace(SEM), Namespace(ORG)
ROMANIA = URIRef(f"{DEFAULT_BASE}id/country-ROU")
VISITOR = URIRef(f"{DEFAULT_BASE}id/person-ana-petrova")
TYPES = {OWN[type_] for type_ in EntityType}

# rdflib's own literals are made from lexical forms that owlrl passes in an older way
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:owlrl")


@pytest.fixture(scope="module")
def union(dump: str) -> Graph:
    """The ontology and all triples of the dump."""
    graph = Graph().parse(data=ontology_text(), format="turtle")
    quads = parse(dump, format=RdfFormat.N_QUADS)
    lines = "".join(f"{quad.triple} .\n" for quad in quads)
    return graph.parse(data=lines, format="nt")


def closed(graph: Graph) -> owlrl.OWLRL_Semantics:
    """The graph with all that OWL 2 RL concludes of it, in place."""
    semantics = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False)
    semantics.closure()
    return semantics


def test_nothing_contradicts_and_nobody_changes_type(union: Graph) -> None:
    graph = Graph() + union
    before = {(s, o) for s, o in graph.subject_objects(RDF.type) if o in TYPES}

    errors = closed(graph).error_messages

    assert errors == []
    assert before <= {(s, o) for s, o in graph.subject_objects(RDF.type) if o in TYPES}
    assert {o for o in graph.objects(ROMANIA, RDF.type) if o in TYPES} == {OWN.Country}
    assert (ROMANIA, RDF.type, EVENTS.Place) in graph
    assert (ROMANIA, RDF.type, BODIES.Organization) not in graph
    assert (VISITOR, OWN.relatesTo, ROMANIA) in graph


def test_an_entity_of_two_types_is_a_contradiction(union: Graph) -> None:
    graph = Graph() + union
    graph.add((ROMANIA, RDF.type, OWN.Person))

    assert any("Disjoint classes" in message for message in closed(graph).error_messages)
