import io
import json
import re
from itertools import combinations
from typing import Any

import pytest

from communique.explorer.page import PageReport, write_page
from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.ontology import EntityType, Relation


def written(graph: KnowledgeGraph, **options: Any) -> str:
    out = io.StringIO()
    write_page(graph, out, **options)
    return out.getvalue()


def values(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="values" type="application/json">(.*?)</script>', page)
    assert found
    content: dict[str, Any] = json.loads(found[1])
    return content


def test_the_same_graph_gives_the_same_page(graph: KnowledgeGraph, page: str) -> None:
    assert written(graph) == page


def test_the_report_counts_what_is_shown(graph: KnowledgeGraph) -> None:
    report = write_page(graph, io.StringIO(), focus="Domen Kralj", depth=1)

    assert report == PageReport(3, 3, len(graph.entities), len(graph.facts), cut=False)


def test_a_page_names_no_address_to_fetch_from(page: str) -> None:
    without_engine = re.sub(r'<script id="engine".*?</script>', "", page, flags=re.DOTALL)

    assert len(without_engine) < len(page) / 2
    fetched = r"""(?:src|href)=["'](?!data:,)|@import|url\((?!data:)|https?://(?!www\.w3\.org)"""
    assert not re.findall(fetched, without_engine)


def test_ids_in_a_page_are_opaque(page: str) -> None:
    assert all(re.fullmatch(r"n\d+", node["id"]) for node in values(page)["nodes"])


def test_meetings_of_a_pair_are_one_edge_without_arrow(page: str) -> None:
    content = values(page)
    names = {id_: entity["name"] for id_, entity in content["values"]["entities"].items()}
    pair = {"Anneke Vermolen", "Radu Vântu"}

    edges = [edge for edge in content["edges"] if {names[edge["from"]], names[edge["to"]]} == pair]

    (edge,) = edges
    assert (len(edge["facts"]), edge["arrows"]) == (3, "")


def test_more_meetings_make_a_wider_edge(page: str) -> None:
    width = {len(edge["facts"]): edge["width"] for edge in values(page)["edges"]}

    assert width[1] < width[2] < width[3]


def test_a_visit_keeps_its_arrow(page: str) -> None:
    visits = [edge for edge in values(page)["edges"] if edge["relation"] == "VISITS"]

    assert visits
    assert all(edge["arrows"] == "to" for edge in visits)


def test_parallel_relations_of_a_pair_are_drawn_apart(page: str) -> None:
    content = values(page)
    names = {id_: entity["name"] for id_, entity in content["values"]["entities"].items()}
    pair = {"Domen Kralj", "Agathe Roussillon"}
    assert [e for e in content["edges"] if {names[e["from"]], names[e["to"]]} == pair]
    by_pair: dict[frozenset[str], list[str]] = {}
    for edge in content["edges"]:
        by_pair.setdefault(frozenset((edge["from"], edge["to"])), []).append(str(edge["smooth"]))

    assert all(len(set(bends)) == len(bends) for bends in by_pair.values())


def test_a_cut_graph_says_so(graph: KnowledgeGraph) -> None:
    assert "best-connected of 41 entities" in written(graph, limit=12)


def test_a_dense_graph_is_cut_before_its_lines_hide_each_other() -> None:
    people = [Entity(f"p{n:02}", EntityType.PERSON, f"Person {n}") for n in range(45)]
    quote = Evidence("r", 0, 1, "x", "made/by-hand")
    release = Release("r", "x", "Newsroom", "x")
    pairs = combinations(people, 2)
    facts = [Fact(a, Relation.MEETS, b, Qualifiers(), (quote,), 0.9) for a, b in pairs]
    graph = KnowledgeGraph.of([release], facts)

    report = write_page(graph, io.StringIO())
    assert report.cut
    assert 25 < report.entities < 32
    assert write_page(graph, io.StringIO(), limit=40).entities == 40


@pytest.mark.parametrize(
    ("options", "told"),
    [({"since": "2031"}, "No dated fact since 2031"), ({}, "The graph has no facts yet")],
    ids=["nothing since then", "nothing at all"],
)
def test_an_empty_picture_says_what_to_do(
    graph: KnowledgeGraph, options: dict[str, str], told: str
) -> None:
    shown = graph if options else KnowledgeGraph((), (), ())

    assert f'<p id="nothing">{told}' in written(shown, **options)


def test_a_whole_graph_has_no_notice(page: str) -> None:
    assert 'id="notice"' not in page


@pytest.mark.parametrize("number", range(8), ids="payload {}".format)
def test_a_payload_is_never_markup(
    hostile: KnowledgeGraph, payloads: tuple[str, ...], number: int
) -> None:
    assert payloads[number] not in written(hostile, focus=payloads[number])


def test_a_payload_reaches_the_page_as_text(
    hostile: KnowledgeGraph, payloads: tuple[str, ...]
) -> None:
    names = {entity["name"] for entity in values(written(hostile))["values"]["entities"].values()}

    assert set(payloads) <= names


def test_a_script_address_is_no_link(hostile: KnowledgeGraph) -> None:
    urls = {release["url"] for release in values(written(hostile))["values"]["releases"]}

    assert None in urls
    assert all(url.startswith("https://news.example/") for url in urls - {None})
