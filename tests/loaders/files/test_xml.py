import io
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import networkx as nx
import pytest

from communique.graph import KnowledgeGraph
from communique.loaders.files import to_networkx, write_gexf, write_graphml

Writer = Callable[..., None]
WRITERS = pytest.mark.parametrize("write", [write_gexf, write_graphml], ids=["gexf", "graphml"])
GEXF = "{http://www.gexf.net/1.2draft}"


def written(write: Writer, graph: KnowledgeGraph, *, evidence_text: bool = True) -> str:
    out = io.StringIO()
    write(graph, out, evidence_text=evidence_text)
    return out.getvalue()


def gexf(graph: KnowledgeGraph) -> ElementTree.Element:
    return ElementTree.fromstring(written(write_gexf, graph))  # noqa: S314  # our own text


def read(write: Writer, text: str) -> "nx.MultiDiGraph[str]":
    source = io.BytesIO(text.encode())
    reader = nx.read_gexf if write is write_gexf else nx.read_graphml
    return nx.MultiDiGraph(reader(source))


@WRITERS
def test_the_same_graph_gives_the_same_text(write: Writer, graph: KnowledgeGraph) -> None:
    assert written(write, graph) == written(write, graph)


@WRITERS
def test_no_day_of_writing_is_in_the_text(write: Writer, graph: KnowledgeGraph) -> None:
    assert date.today().isoformat() not in written(write, graph)


@WRITERS
def test_networkx_reads_back_every_node_and_edge(write: Writer, graph: KnowledgeGraph) -> None:
    back = read(write, written(write, graph))

    assert set(back) == {entity.id for entity in graph.entities}
    assert sorted((one, two, key) for one, two, key in back.edges(keys=True)) == sorted(
        (fact.subject.id, fact.object.id, fact.key) for fact in graph.facts
    )


@WRITERS
def test_quotes_come_back_as_they_were(write: Writer, graph: KnowledgeGraph) -> None:
    back = read(write, written(write, graph))

    expected = {values["quotes"] for *_, values in to_networkx(graph).edges(data=True)}
    assert {values["quotes"] for *_, values in back.edges(data=True)} == expected


@WRITERS
def test_an_empty_graph_can_be_written(write: Writer) -> None:
    assert len(read(write, written(write, KnowledgeGraph((), (), ())))) == 0


def test_gephi_gets_a_timeline(graph: KnowledgeGraph) -> None:
    (drawn,) = gexf(graph).iter(f"{GEXF}graph")

    assert (drawn.get("mode"), drawn.get("timeformat")) == ("dynamic", "date")
    days = {(edge.get("start"), edge.get("end")) for edge in drawn.iter(f"{GEXF}edge")}
    assert ("2024-05-01", "2024-05-31") in days


def test_gexf_bears_the_day_of_the_newest_release(graph: KnowledgeGraph) -> None:
    (meta,) = gexf(graph).iter(f"{GEXF}meta")

    assert meta.get("lastmodifieddate") == "2024-05-03"


def test_labels_of_gexf_are_names(graph: KnowledgeGraph) -> None:
    nodes = gexf(graph).iter(f"{GEXF}node")

    assert {"Sweden", "Oana Prelipcean"} <= {node.get("label") for node in nodes}


def test_gexf_says_nothing_of_the_library_that_wrote_it(graph: KnowledgeGraph) -> None:
    assert "networkx" not in written(write_gexf, graph).lower()


@WRITERS
def test_the_words_of_releases_can_be_left_out(write: Writer, graph: KnowledgeGraph) -> None:
    text = written(write, graph, evidence_text=False)

    assert not any(item.text in text for fact in graph.facts for item in fact.evidence)
    assert 'title="quotes"' not in text
    assert 'name="quotes"' not in text


@WRITERS
def test_links_of_a_user_are_in_it(write: Writer, whole_vocabulary: KnowledgeGraph) -> None:
    assert "owl:sameAs http://www.wikidata.org/entity/Q" in written(write, whole_vocabulary)
