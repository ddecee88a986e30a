from collections.abc import Iterator
from dataclasses import fields

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from communique.graph import Qualifiers
from communique.ontology import SIGNATURES, EntityType, Relation, Status
from communique.ontology.iris import CQ, ONTOLOGY, PREFIXES, SCHEMA
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


def above(ontology: Graph, term: Node) -> set[Node]:
    """The classes that a class is below of, itself among them."""
    return {found for found in ontology.transitive_objects(term, RDFS.subClassOf) if found}


def listed(ontology: Graph, relation: Relation, side: str) -> set[Node]:
    return set(ontology.objects(OWN[PROPERTIES[relation]], Namespace(SCHEMA)[f"{side}Includes"]))


def test_every_term_of_others_is_declared(ontology: Graph) -> None:
    licence = str(ontology.value(URIRef(ONTOLOGY), DCTERMS.license))
    known = (*BUILT_IN, ONTOLOGY, licence)
    foreign = {term for term in used(ontology) if not term.startswith(known)}

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
    superior = {
        *ontology.objects(None, RDFS.subClassOf),
        *ontology.objects(None, RDFS.subPropertyOf),
    }

    assert {term for term in superior if str(term).startswith(BUILT_IN)} == set()


def test_the_version_is_in_the_version_iri(ontology: Graph) -> None:
    assert ontology.value(URIRef(ONTOLOGY), OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{VERSION}")


def test_the_file_abbreviates_as_the_program_does(ontology: Graph) -> None:
    prefixes = {prefix: str(namespace) for prefix, namespace in ontology.namespaces()}

    assert len(prefixes) == 18
    assert prefixes.items() <= PREFIXES.items()


@pytest.mark.parametrize("relation", Relation)
def test_ends_and_symmetry_are_the_signature(ontology: Graph, relation: Relation) -> None:
    signature = SIGNATURES[relation]
    symmetric = (OWN[PROPERTIES[relation]], RDF.type, OWL.SymmetricProperty) in ontology

    assert listed(ontology, relation, "domain") == {OWN[name] for name in signature.subjects}
    assert listed(ontology, relation, "range") == {OWN[name] for name in signature.objects}
    assert symmetric == signature.symmetric


@pytest.mark.parametrize("side", ["domain", "range"])
@pytest.mark.parametrize("relation", Relation)
def test_what_a_reasoner_concludes_of_an_end_holds_for_each_of_its_types(
    ontology: Graph, relation: Relation, side: str
) -> None:
    concluded = set(ontology.objects(OWN[PROPERTIES[relation]], RDFS[side]))

    assert all(concluded <= above(ontology, term) for term in listed(ontology, relation, side))


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
    (disjoint,) = ontology.objects(None, OWL.members)
    types = {str(term).removeprefix(CQ) for term in Collection(ontology, disjoint)}
    statuses = {str(term).removeprefix(CQ) for term in ontology.subjects(RDF.type, OWN.Status)}

    assert types == set(EntityType)
    assert statuses == set(Status)
