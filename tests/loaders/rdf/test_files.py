import io
import random
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdf_graphs import knowledge_graphs
from rdflib import RDF, Dataset, Graph, Namespace, URIRef

from communique.graph import KnowledgeGraph
from communique.loaders.rdf import DEFAULT_BASE, to_rdflib, write_nquads, write_turtle
from communique.ontology import SIGNATURES
from communique.ontology.iris import CQ, NIF, PROV
from communique.ontology.terms import PROPERTIES

pytestmark = [
    # rdflib's own parser reads its own deprecated property
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated"),
]

TERMS, SOURCES, PHRASES = Namespace(CQ), Namespace(PROV), Namespace(NIF)


def nquads(graph: KnowledgeGraph) -> bytes:
    out = io.BytesIO()
    write_nquads(graph, out)
    return out.getvalue()


def turtle(graph: KnowledgeGraph) -> bytes:
    out = io.BytesIO()
    write_turtle(graph, out)
    return out.getvalue()


def parsed(content: bytes) -> Dataset:
    dataset = Dataset(default_union=True)
    dataset.parse(data=content, format="nquads")
    return dataset


def shuffled(graph: KnowledgeGraph, seed: int) -> KnowledgeGraph:
    """The same graph, its parts in another order than KnowledgeGraph.of puts them in."""
    order = random.Random(seed)  # noqa: S311
    return KnowledgeGraph(
        tuple(order.sample(graph.releases, len(graph.releases))),
        tuple(order.sample(graph.entities, len(graph.entities))),
        tuple(order.sample(graph.facts, len(graph.facts))),
    )


def local_id(iri: object) -> str:
    return unquote(str(iri).removeprefix(f"{DEFAULT_BASE}id/"))


def told_by(dataset: Dataset) -> set[tuple[object, ...]]:
    """The facts read back from RDF, with all that must survive the way."""
    relations = {TERMS[local]: relation for relation, local in PROPERTIES.items()}
    found: set[tuple[object, ...]] = set()
    for node in set(dataset.subjects(RDF.type, TERMS.Statement)):
        predicate = dataset.value(node, RDF.predicate)
        assert isinstance(predicate, URIRef)
        qualifiers = {
            (name, str(value).removeprefix(CQ))
            for name in SIGNATURES[relations[predicate]].qualifiers
            for value in dataset.objects(node, TERMS[name])
        }
        quotes = {
            str(dataset.value(phrase, PHRASES.anchorOf))
            for phrase in dataset.objects(node, SOURCES.wasDerivedFrom)
        }
        found.add(
            (
                local_id(dataset.value(node, RDF.subject)),
                relations[predicate],
                local_id(dataset.value(node, RDF.object)),
                frozenset(qualifiers),
                frozenset(quotes),
                float(str(dataset.value(node, TERMS.confidence))),
            )
        )
    return found


def told_in(graph: KnowledgeGraph) -> set[tuple[object, ...]]:
    return {
        (
            fact.subject.id,
            fact.predicate,
            fact.object.id,
            frozenset(
                (name, unicodedata.normalize("NFC", value))
                for name, value in fact.qualifiers.stated().items()
            ),
            frozenset(quote.text for quote in fact.evidence),
            fact.confidence,
        )
        for fact in graph.facts
    }


def test_rdflib_reads_as_many_quads_as_were_written(graph: KnowledgeGraph) -> None:
    out = io.BytesIO()
    count = write_nquads(graph, out)

    assert count == len(out.getvalue().splitlines()) == len(set(parsed(out.getvalue()).quads()))


@settings(max_examples=60, deadline=None)
@given(graph=knowledge_graphs())
def test_facts_survive_the_way_through_nquads(graph: KnowledgeGraph) -> None:
    assert told_by(parsed(nquads(graph))) == told_in(graph)


@settings(max_examples=60, deadline=None)
@given(graph=knowledge_graphs())
def test_the_file_holds_the_quads_that_rdflib_is_given(graph: KnowledgeGraph) -> None:
    assert set(parsed(nquads(graph)).quads()) == set(to_rdflib(graph).quads())


@settings(max_examples=40, deadline=None)
@given(graph=knowledge_graphs(), seed=st.integers(0, 99))
def test_the_file_does_not_depend_on_order(graph: KnowledgeGraph, seed: int) -> None:
    assert nquads(shuffled(graph, seed)) == nquads(graph)


@settings(max_examples=40, deadline=None)
@given(graph=knowledge_graphs())
def test_lines_are_sorted_by_bytes_and_none_stands_twice(graph: KnowledgeGraph) -> None:
    lines = nquads(graph).removesuffix(b"\n").split(b"\n")

    assert lines == sorted(set(lines))


@settings(max_examples=40, deadline=None)
@given(graph=knowledge_graphs())
def test_turtle_holds_the_union_of_the_graphs(graph: KnowledgeGraph) -> None:
    triples = {(s, p, o) for s, p, o, _ in to_rdflib(graph).quads()}

    assert set(Graph().parse(data=turtle(graph), format="turtle")) == triples


def test_turtle_counts_a_triple_of_two_releases_once(graph: KnowledgeGraph) -> None:
    out = io.BytesIO()

    assert write_turtle(graph, out) == len(Graph().parse(data=out.getvalue(), format="turtle"))


def test_turtle_does_not_depend_on_order(graph: KnowledgeGraph) -> None:
    assert turtle(shuffled(graph, 7)) == turtle(graph)
