"""Checking as a whole."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from rdf_graphs import knowledge_graphs
from rdflib import RDF

from communique.graph import (
    Entity,
    Evidence,
    ExtraMissingError,
    Fact,
    KnowledgeGraph,
    Qualifiers,
    Release,
)
from communique.loaders.conformance import check, check_file
from communique.loaders.rdf import Making, Wanted
from communique.ontology import EntityType, Relation
from communique.ontology.iris import CQ

MAKING = Making(
    date(2024, 6, 1), "https://data.example.org/licence", "communique 1", {"visit-1": "press 1"}
)


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted("https://data.example.org/", evidence_text=False),
        Wanted(making=MAKING, rdf12=True),
    ],
    ids=["as it is", "another base, no words", "with its making, in RDF 1.2"],
)
def test_a_graph_conforms_however_it_is_written(graph: KnowledgeGraph, wanted: Wanted) -> None:
    assert check(graph, wanted) == ()


def test_a_base_that_is_none_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(ValueError, match="absolute IRI"):
        check(graph, Wanted("data.example.org"))


def test_without_the_extra_one_is_told_what_to_install(
    graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)  # as if it were not installed

    with pytest.raises(ExtraMissingError, match=r"\(pyshacl cannot .* install .*rdf-check"):
        check(graph)
    with pytest.raises(ExtraMissingError, match="pyshacl"):
        check_file(tmp_path / "graph.nq")


def test_a_day_that_is_none_is_told_and_stops_nothing(dump: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_text(dump.replace('"2024-05-31"', '"2024-05-32"'), encoding="utf-8")

    found = check_file(path)

    assert {violation.value for violation in found} == {
        '"2024-05-32"^^<http://www.w3.org/2001/XMLSchema#date>'
    }
    assert {violation.graph.rpartition("/")[2] for violation in found} == {
        "release-after-2",
        "release-visit-1",
    }


def test_a_fault_that_two_checks_find_is_told_once(dump: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    lines = dump.splitlines(keepends=True)
    kept = [line for line in lines if "/meta> ." not in line and "#char=48,81> <https" not in line]
    path.write_text("".join(kept), encoding="utf-8")

    (violation,) = check_file(path)

    assert violation.message == "a statement rests on a phrase of a release"
    assert violation.node in str(violation)


def test_terms_that_the_ontology_does_not_declare_are_told(dump: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    other = "<https://e.example/s> {} <https://e.example/g> .\n"
    more = (
        other.format(f"<{CQ}greets> <https://e.example/o>"),
        other.format(f"<{RDF.type}> <{CQ}Greeting>"),
        other.format(f'<{CQ}role> "x"^^<{CQ}Title>'),
    )
    path.write_text("".join(sorted((*dump.splitlines(keepends=True), *more))), encoding="utf-8")

    told = [v.node for v in check_file(path) if v.message == "a term is declared in the ontology"]

    assert told == [f"{CQ}Greeting", f"{CQ}Title", f"{CQ}greets"]


@settings(max_examples=10, deadline=None)
@given(graph=knowledge_graphs())
def test_any_graph_conforms(graph: KnowledgeGraph) -> None:
    assert check(graph) == ()


def test_what_feeds_give_in_odd_forms_conforms() -> None:
    text = "Ana\u0301 was in Cluj."
    release = Release(
        "r 1", "A\u030a <title>\n", "", text, published="last week", url="see our site"
    )
    person = Entity("person-a", EntityType.PERSON, "Ana\u0301")
    place = Entity("place-c", EntityType.PLACE, "Cluj")
    quote = Evidence("r 1", 0, 4, "Ana\u0301", "visits/visit")
    visit = Fact(person, Relation.VISITS, place, Qualifiers("0987-02"), (quote,), 1e-7)

    assert check(KnowledgeGraph.of([release], [visit])) == ()
