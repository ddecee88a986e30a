"""Every syntax says the same: what one writes, readers of others find in another."""

import io
import os
import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from rdf_graphs import knowledge_graphs
from rdflib import Dataset

from communique.graph import KnowledgeGraph
from communique.loaders.rdf import Syntax, Wanted, to_rdflib, write_rdf
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.loaders.rdf.syntax.reification import reified, unreified

FORMATS = {
    Syntax.NQUADS: ox.RdfFormat.N_QUADS,
    Syntax.TRIG: ox.RdfFormat.TRIG,
    Syntax.TURTLE: ox.RdfFormat.TURTLE,
    Syntax.JSONLD: ox.RdfFormat.JSON_LD,
}
RDF_12 = [Syntax.NQUADS, Syntax.TRIG, Syntax.TURTLE]


def written(graph: KnowledgeGraph, syntax: Syntax, wanted: Wanted | None = None) -> bytes:
    out = io.BytesIO()
    write_rdf(graph, out, syntax, wanted)
    return out.getvalue()


def quads(content: bytes, syntax: Syntax) -> set[ox.Quad]:
    return set(ox.parse(content, format=FORMATS[syntax]))


def union(found: Iterable[ox.Quad]) -> set[ox.Quad]:
    return {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in found}


def through(content: bytes, *path: Syntax) -> bytes:
    """Read and written again by pyoxigraph, from each syntax to the next."""
    for source, target in pairwise(path):
        found = ox.parse(content, format=FORMATS[source])
        content = ox.serialize(found, format=FORMATS[target]) or b""
    return content


@settings(max_examples=40, deadline=None)
@given(graph=knowledge_graphs())
def test_every_syntax_has_the_same_quads(graph: KnowledgeGraph) -> None:
    expected = quads(written(graph, Syntax.NQUADS), Syntax.NQUADS)

    for syntax in (Syntax.TRIG, Syntax.JSONLD):
        assert quads(written(graph, syntax), syntax) == expected
    assert quads(written(graph, Syntax.TURTLE), Syntax.TURTLE) == union(expected)


@settings(max_examples=20, deadline=None)
@given(graph=knowledge_graphs())
def test_quads_survive_the_way_through_other_syntaxes(graph: KnowledgeGraph) -> None:
    content = written(graph, Syntax.NQUADS)

    back = through(content, Syntax.NQUADS, Syntax.TRIG, Syntax.JSONLD, Syntax.NQUADS)

    assert quads(back, Syntax.NQUADS) == quads(content, Syntax.NQUADS)


# rdflib's own parsers use what it has deprecated
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize(("syntax", "name"), [("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_reads_them_too(graph: KnowledgeGraph, syntax: str, name: str) -> None:
    dataset = Dataset().parse(data=written(graph, Syntax(syntax)), format=name)

    assert set(dataset.quads()) == set(to_rdflib(graph).quads())


@settings(max_examples=30, deadline=None)
@given(graph=knowledge_graphs())
def test_rdf_12_says_the_same_in_each_of_its_syntaxes(graph: KnowledgeGraph) -> None:
    nquads, trig, turtle = (
        quads(written(graph, syntax, Wanted(rdf12=True)), syntax) for syntax in RDF_12
    )

    assert nquads == trig
    assert turtle == union(nquads)


@settings(max_examples=30, deadline=None)
@given(graph=knowledge_graphs())
def test_the_way_to_rdf_12_and_back_loses_nothing(graph: KnowledgeGraph) -> None:
    for named in named_graphs(graph, Addresses()):
        assert unreified(reified(named)) == named


def test_a_statement_reifies_its_triple_by_its_own_iri(graph: KnowledgeGraph) -> None:
    content = written(graph, Syntax.NQUADS, Wanted(rdf12=True))

    lines = [line for line in content.splitlines() if b"reifies" in line]
    assert len({line.split(b" ")[0] for line in lines}) == len(graph.facts)
    assert b"rdf-syntax-ns#subject" not in content
    assert b"VERSION" not in content
    assert b"_:" not in content


def test_json_ld_has_no_rdf_12(graph: KnowledgeGraph) -> None:
    with pytest.raises(ValueError, match="nquads, trig or turtle"):
        written(graph, Syntax.JSONLD, Wanted(rdf12=True))


def test_trig_and_turtle_are_much_shorter(graph: KnowledgeGraph) -> None:
    long = len(written(graph, Syntax.NQUADS))

    assert len(written(graph, Syntax.TRIG)) < 0.45 * long
    assert len(written(graph, Syntax.TURTLE)) < 0.45 * long


def test_an_export_is_its_own_canonical_form(graph: KnowledgeGraph) -> None:
    content = written(graph, Syntax.NQUADS)
    dataset = ox.Dataset(ox.parse(content, format=ox.RdfFormat.N_QUADS))

    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)

    lines = ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b""
    assert sorted(lines.splitlines(keepends=True)) == content.splitlines(keepends=True)


PROGRAM = """
import sys
from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.rdf import Syntax, Wanted, write_rdf
from communique.ontology import EntityType, Relation
text = "Ana and Ion met in Cluj."
people = [Entity(f"p{n}", EntityType.PERSON, name) for n, name in enumerate(("Ana", "Ion", "Eva"))]
quotes = tuple(Evidence(r, 0, len(text), text, "meets/meet") for r in ("r1", "r2"))
meetings = [
    Fact(one, Relation.MEETS, other, Qualifiers("2024", "Cluj"), quotes, 0.5)
    for n, one in enumerate(people) for other in people[n + 1:]
]
graph = KnowledgeGraph.of([Release(r, "T", "NATO", text) for r in ("r1", "r2")], meetings)
for syntax in Syntax:
    write_rdf(graph, sys.stdout.buffer, syntax)
write_rdf(graph, sys.stdout.buffer, Syntax.TRIG, Wanted(rdf12=True))
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
    assert first.count(b"reifies") == 6
    assert first == second
