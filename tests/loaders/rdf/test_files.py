import io
import os
import random
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Dataset, Graph, Namespace, URIRef

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.rdf import DEFAULT_BASE, to_rdflib, write_nquads, write_turtle
from communique.ontology import SIGNATURES, Relation, Status
from communique.ontology.iris import CQ, NIF, PROV
from communique.ontology.terms import PROPERTIES

pytestmark = [
    # rdflib's own parser reads its own deprecated property
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated"),
]

TERMS, SOURCES, PHRASES = Namespace(CQ), Namespace(PROV), Namespace(NIF)

# what breaks writers: quotes, escapes, line ends of every kind, controls, marks that compose
NASTY = st.text(
    st.sampled_from(
        "\"\\'<>^`{|} #%/\n\r\t\x00\x07\x0b\x1c\x7f\x85\xa0\u0301\u2028\ufeff\ufffeаé𝔸a"
    ),
    min_size=1,
    max_size=8,
)
TEXT = NASTY | st.text(min_size=1, max_size=12) | st.just("Ana\u0301 \u212b")
NAME = TEXT.filter(lambda name: bool(name.strip()))
DATES = st.sampled_from(["2024", "2024-02", "2024-02-29", "2023-11-19/2023-11-22", "0987-01"])


@st.composite
def facts(draw: st.DrawFn, releases: list[Release], relation: Relation, number: int) -> Fact:
    signature = SIGNATURES[relation]
    id_ = draw(TEXT)
    subject = Entity(
        f"s{number}{id_}",
        draw(st.sampled_from(sorted(signature.subjects))),
        draw(NAME),
        tuple(draw(st.lists(NAME, max_size=2))),
        named=draw(st.booleans()),
    )
    object_ = Entity(
        f"{id_}{number}o", draw(st.sampled_from(sorted(signature.objects))), draw(NAME)
    )
    values = {"date": draw(DATES), "status": draw(st.sampled_from(Status))}
    texts = {name: draw(TEXT) for name in ("amount", "event", "place", "role")}
    stated = {k: v for k, v in (values | texts).items() if k in signature.qualifiers}
    evidence = []
    for release in draw(st.lists(st.sampled_from(releases), min_size=1, max_size=3)):
        start = draw(st.integers(0, len(release.text) - 1))
        end = draw(st.integers(start + 1, len(release.text)))
        evidence.append(Evidence(release.id, start, end, release.text[start:end], draw(TEXT)))
    confidence = draw(st.floats(0, 1, exclude_min=True))
    return Fact(
        subject,
        relation,
        object_,
        Qualifiers(**stated),
        tuple(evidence),
        confidence,
    )


@st.composite
def knowledge_graphs(draw: st.DrawFn) -> KnowledgeGraph:
    ids = draw(st.lists(TEXT, min_size=1, max_size=3, unique=True))
    day = st.none() | st.just("2024-02-29") | TEXT
    releases = [
        Release(id_, draw(TEXT), draw(TEXT), draw(TEXT), 0, draw(day), draw(st.none() | TEXT))
        for id_ in ids
    ]
    relations = draw(st.lists(st.sampled_from(Relation), min_size=1, max_size=4))
    told = [draw(facts(releases, name, number)) for number, name in enumerate(relations)]
    return KnowledgeGraph.of(releases, told)


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


PROGRAM = """
import sys
from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.rdf import write_nquads, write_turtle
from communique.ontology import EntityType, Relation
text = "Ana and Ion met in Cluj."
people = [Entity(f"p{n}", EntityType.PERSON, name) for n, name in enumerate(("Ana", "Ion", "Eva"))]
quotes = tuple(Evidence(r, 0, len(text), text, "meets/meet") for r in ("r1", "r2"))
meetings = [
    Fact(one, Relation.MEETS, other, Qualifiers("2024", "Cluj"), quotes, 0.5)
    for n, one in enumerate(people) for other in people[n + 1:]
]
graph = KnowledgeGraph.of([Release(r, "T", "NATO", text) for r in ("r1", "r2")], meetings)
write_nquads(graph, sys.stdout.buffer)
write_turtle(graph, sys.stdout.buffer)
"""


def test_hash_seeds_change_no_byte(tmp_path: Path) -> None:
    program = tmp_path / "export.py"
    program.write_text(PROGRAM)
    first, second = (
        subprocess.run(  # noqa: S603
            [sys.executable, str(program)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    )

    assert first.count(b"@prefix") > 10
    assert first == second
