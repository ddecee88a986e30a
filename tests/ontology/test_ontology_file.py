from collections.abc import Iterator
from dataclasses import fields

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from communique.graph import Qualifiers
from communique.ontology import SIGNATURES, EntityType, Relation, Status
from communique.ontology.iris import CQ, ONTOLOGY, PREFIXES
from communique.ontology.schema import ontology_text
from communique.ontology.terms import PROPERTIES, STATEMENT_CLASSES, VERSION

BUILT_IN = tuple(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd"))
OWN = Namespace(CQ)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph(bind_namespaces="none").parse(data=ontology_text(), format="turtle")


def used(ontology: Graph) -> Iterator[str]:
    for triple in ontology:
        yield from (str(term) for term in triple if isinstance(term, URIRef))


def members(ontology: Graph, relation: Relation, side: URIRef) -> set[str]:
    path = RDFS.domain if side == RDFS.domain else RDFS.range
    rows = ontology.query(
        "SELECT ?class { ?property ?side ?declared . ?declared (owl:unionOf/rdf:rest*/rdf:first)? "
        "?class . FILTER(isIRI(?class)) }",
        initBindings={"property": OWN[PROPERTIES[relation]], "side": path},
        initNs={"owl": OWL, "rdf": RDF},
    )
    return {str(row[0]).removeprefix(CQ) for row in rows if isinstance(row, tuple)}


def test_every_term_of_others_is_declared(ontology: Graph) -> None:
    foreign = {term for term in used(ontology) if not term.startswith((*BUILT_IN, ONTOLOGY))}

    assert len(foreign) > 30
    assert {term for term in foreign if (URIRef(term), RDF.type, None) not in ontology} == set()


def test_every_own_term_has_type_label_and_comment(ontology: Graph) -> None:
    own = {term for term in used(ontology) if term.startswith(CQ)}
    wanted = (RDF.type, RDFS.label, RDFS.comment)

    assert len(own) > 50
    assert {
        (term, need)
        for term in own
        for need in wanted
        if (URIRef(term), need, None) not in ontology
    } == set()


def test_no_term_has_two_kinds(ontology: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    declared = [term for kind in kinds for term in ontology.subjects(RDF.type, kind)]

    assert len(declared) == len(set(declared))


def test_reserved_terms_are_no_superclasses(ontology: Graph) -> None:
    above = {*ontology.objects(None, RDFS.subClassOf), *ontology.objects(None, RDFS.subPropertyOf)}

    assert {term for term in above if str(term).startswith(BUILT_IN)} == set()


def test_the_version_is_in_the_version_iri(ontology: Graph) -> None:
    assert ontology.value(URIRef(ONTOLOGY), OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{VERSION}")


def test_the_file_abbreviates_as_the_program_does(ontology: Graph) -> None:
    prefixes = {prefix: str(namespace) for prefix, namespace in ontology.namespaces()}

    assert len(prefixes) == 16
    assert prefixes.items() <= PREFIXES.items()


@pytest.mark.parametrize("relation", Relation)
def test_domain_range_and_symmetry_are_the_signature(ontology: Graph, relation: Relation) -> None:
    signature = SIGNATURES[relation]
    symmetric = (OWN[PROPERTIES[relation]], RDF.type, OWL.SymmetricProperty) in ontology

    assert members(ontology, relation, RDFS.domain) == signature.subjects
    assert members(ontology, relation, RDFS.range) == signature.objects
    assert symmetric == signature.symmetric


@pytest.mark.parametrize("relation", Relation)
def test_qualifiers_are_those_of_the_signature(ontology: Graph, relation: Relation) -> None:
    taken = ontology.objects(OWN[PROPERTIES[relation]], OWN.takesQualifier)

    assert {str(term).removeprefix(CQ) for term in taken} == SIGNATURES[relation].qualifiers


def test_qualifiers_of_the_ontology_are_those_of_a_statement(ontology: Graph) -> None:
    taken = {str(term).removeprefix(CQ) for term in ontology.objects(None, OWN.takesQualifier)}

    assert taken == {field.name for field in fields(Qualifiers)}


def test_statement_classes_are_statements(ontology: Graph) -> None:
    classes = {
        str(term).removeprefix(CQ) for term in ontology.subjects(RDFS.subClassOf, OWN.Statement)
    }

    assert classes == set(STATEMENT_CLASSES.values())


def test_types_and_statuses_are_the_enumerations(ontology: Graph) -> None:
    types = {str(term).removeprefix(CQ) for term in ontology.subjects(RDFS.subClassOf, OWN.Entity)}
    statuses = {str(term).removeprefix(CQ) for term in ontology.subjects(RDF.type, OWN.Status)}

    assert types == set(EntityType)
    assert statuses == set(Status)
