import io
import json
import re
from typing import Any

import pytest

from communique.explorer.page import PageReport, write_page
from communique.graph import KnowledgeGraph


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
    without_engine = re.sub(r"<script>/\*\*.*?</script>", "", page, flags=re.DOTALL)

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
    assert {release["url"] for release in values(written(hostile))["values"]["releases"]} == {None}


def test_an_empty_graph_gives_a_page() -> None:
    assert "</html>" in written(KnowledgeGraph((), (), ()))
