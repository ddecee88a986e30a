import json

import pytest
from rdflib import Graph

from communique.ontology import EntityType
from communique.ontology.context import context_text
from communique.ontology.iris import CQ, PREFIXES
from communique.ontology.terms import PROPERTIES, STATEMENT_CLASSES

DOCUMENT = {
    "id": "https://data.example/statement/1",
    "type": ["Statement", "Visit"],
    "rdf:subject": "https://data.example/id/person-ana",
    "status": "cq:planned",
    "confidence": "0.9",
    "rule": "visits/visit",
    "sem:hasBeginTimeStamp": "2024-05-01",
    "rdfs:label": "a visit",
}

TURTLE = """
@prefix cq: <https://communique.example/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://data.example/statement/1> a cq:Statement, cq:Visit ;
    rdf:subject <https://data.example/id/person-ana> ; cq:status cq:planned ;
    cq:confidence "0.9"^^xsd:decimal ; cq:rule "visits/visit" ;
    sem:hasBeginTimeStamp "2024-05-01"^^xsd:date ; rdfs:label "a visit"@en .
"""


# rdflib's own parser makes what rdflib deprecates
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_plain_json_becomes_the_triples_that_it_says() -> None:
    document = {**json.loads(context_text()), **DOCUMENT}

    read = Graph().parse(data=json.dumps(document), format="json-ld")

    assert set(read) == set(Graph().parse(data=TURTLE, format="turtle"))


def test_every_type_relation_and_statement_has_a_plain_name() -> None:
    context = json.loads(context_text())["@context"]

    assert {*EntityType, *PROPERTIES.values(), *STATEMENT_CLASSES.values()} <= context.keys()
    assert context["meets"] == {"@id": f"{CQ}meets", "@type": "@id"}


def test_no_term_hides_a_prefix() -> None:
    context = json.loads(context_text())["@context"]

    assert {prefix: context[prefix] for prefix in PREFIXES} == PREFIXES
    assert not any(name.startswith(("cameo", "plover")) for name in context)
