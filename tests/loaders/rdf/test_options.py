import io
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph import KnowledgeGraph
from communique.loaders.rdf import to_rdflib, write_nquads
from communique.loaders.rdf.model import Said
from communique.loaders.rdf.named_graph import WITHIN, NamedGraph
from communique.loaders.rdf.syntax.nquads import write_quads


def test_there_is_no_blank_node(graph: KnowledgeGraph) -> None:
    out = io.BytesIO()
    write_nquads(graph, out)

    assert not any(line.startswith(b"_:") or b" _:" in line for line in out.getvalue().splitlines())


def test_without_evidence_text_no_quote_is_written(graph: KnowledgeGraph) -> None:
    out = io.BytesIO()
    write_nquads(graph, out, evidence_text=False)

    assert b"She will meet" not in out.getvalue()
    assert b"anchorOf" not in out.getvalue()


def test_everything_stands_under_the_base_asked_for(graph: KnowledgeGraph) -> None:
    out = io.BytesIO()
    write_nquads(graph, out, base="https://partner.example/kg/")
    own = [
        line
        for line in out.getvalue().splitlines()
        if line.startswith(b"<https://partner.example/kg/")
    ]

    assert own == out.getvalue().splitlines()


@pytest.mark.parametrize(
    "base",
    [
        "",
        "partner/",
        "https://partner.example/kg",
        "https://part ner/",
        "https://x/>/",
        "https://x/\n/",
        "ftp:/",
        "https:///kg/",
        "https:data.example.org:8080/",
    ],
    ids=[
        *("empty", "relative", "no end", "space", "bracket", "line end"),
        *("nothing", "no host", "no slashes"),
    ],
)
def test_a_base_that_makes_no_iris_is_refused(graph: KnowledgeGraph, base: str) -> None:
    with pytest.raises(ValueError, match="no absolute IRI"):
        write_nquads(graph, io.BytesIO(), base=base)


def test_a_day_of_issue_is_written_when_given(graph: KnowledgeGraph) -> None:
    out = io.BytesIO()
    write_nquads(graph, out, issued=date(2024, 6, 1))

    assert b'/dataset> <http://purl.org/dc/terms/issued> "2024-06-01"' in out.getvalue()


@pytest.mark.parametrize("base", ["http://[::1]:3030/kg#", "urn:example:kg/", "tag:a.org,2024:k/"])
def test_a_base_may_name_a_host_or_a_namespace(graph: KnowledgeGraph, base: str) -> None:
    out = io.BytesIO()
    write_nquads(graph, out, base=base)

    assert out.getvalue().startswith(f"<{base}".encode())


# rdflib's own query engine reads its own deprecated property
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")
def test_a_query_over_the_dataset_sees_all_graphs(graph: KnowledgeGraph) -> None:
    rows = to_rdflib(graph).query(
        "SELECT ?who { ?s a cq:Visit ; rdf:subject ?v ; rdf:object ?c ; cq:status cq:planned ."
        ' ?v rdfs:label ?who . ?c rdfs:label "Romania"@en }'
    )

    assert [str(row[0]) for row in rows if isinstance(row, tuple)] == ["Ana Petrova"]


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.lists(st.sampled_from("xyz"), min_size=1)), max_size=30
    )
)
def test_more_lines_than_fit_memory_are_sorted_too(said: list[tuple[str, list[str]]]) -> None:
    graphs = [
        NamedGraph.of(name, [Said(of, [f"<p> <{what}>" for what in says]) for of, says in part])
        for name, part in (("g1", said[::2]), ("g2", said[1::2]))
    ]
    out = io.BytesIO()

    count = write_quads(graphs, out, run=8)

    blocks = [block for graph in graphs for block in graph.quad_blocks()]
    lines = {line for block in blocks for line in block.rstrip("\n").split(WITHIN)}
    assert out.getvalue().decode().splitlines() == sorted(lines)
    assert count == len(lines)


def test_memory_is_far_less_than_what_is_written(tmp_path: Path) -> None:
    told = (
        NamedGraph.of(
            f"https://data.example/graph/{number}",
            [
                Said("https://data.example/issuer", ["<p> <a>", "<p> <b>"]),
                Said(f"https://data.example/{number}", [f'<p> "{i}"' for i in range(20)]),
            ],
        )
        for number in range(3000)
    )
    tracemalloc.start()
    try:
        with (tmp_path / "out").open("wb") as out:
            write_quads(told, out, run=200_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < (tmp_path / "out").stat().st_size / 4
