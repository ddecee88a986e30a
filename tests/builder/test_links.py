"""A user's links from entities of the graph to what they are elsewhere."""

from pathlib import Path

import pytest

from communique.builder import read_links, with_links
from communique.graph import (
    Entity,
    Evidence,
    Fact,
    KnowledgeGraph,
    Link,
    LinksError,
    Qualifiers,
    Release,
)
from communique.ontology import EntityType, Relation

HEAD = "id,predicate,target,source\n"
LINK = Link("skos:exactMatch", "https://bodies.example/hl", "desk")


@pytest.fixture
def graph() -> KnowledgeGraph:
    ada = Entity("person-ada-lind", EntityType.PERSON, "Ada Lind")
    league = Entity("organisation-harbour-league", EntityType.ORGANISATION, "Harbour League")
    quotes = (Evidence("r", 0, 1, "x", "represents/office"),)
    fact = Fact(ada, Relation.REPRESENTS, league, Qualifiers(), quotes, 1.0)
    return KnowledgeGraph.of([Release("r", "T", "", "x")], [fact])


def table(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "links.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_link_goes_to_its_entity(graph: KnowledgeGraph, tmp_path: Path) -> None:
    row = "organisation-harbour-league,skos:exactMatch,https://bodies.example/hl,desk"

    linked, unknown = with_links(graph, read_links(table(tmp_path, row)), str)

    assert {entity.id: entity.links for entity in linked.entities} == {
        "person-ada-lind": (),
        "organisation-harbour-league": (LINK,),
    }
    assert unknown == ()
    assert linked.facts == graph.facts


def test_an_earlier_id_finds_its_entity(graph: KnowledgeGraph, tmp_path: Path) -> None:
    links = read_links(table(tmp_path, "organisation-hl,rdfs:seeAlso,https://hl.example/,"))
    current = {"organisation-hl": "organisation-harbour-league"}

    linked, unknown = with_links(graph, links, lambda id_: current.get(id_, id_))

    assert [e.links for e in linked.entities if e.links] == [
        (Link("rdfs:seeAlso", "https://hl.example/"),)
    ]
    assert unknown == ()


def test_a_link_of_nobody_is_given_back(graph: KnowledgeGraph, tmp_path: Path) -> None:
    links = read_links(table(tmp_path, "person-nobody,owl:sameAs,https://people.example/1,"))

    linked, unknown = with_links(graph, links, str)

    assert linked == graph
    assert [(item.id, item.line) for item in unknown] == [("person-nobody", 2)]


def test_the_source_may_be_left_out(tmp_path: Path) -> None:
    path = table(tmp_path, "a,owl:sameAs,https://x.example/", head="id,predicate,target\n")

    assert [item.link.source for item in read_links(path)] == [""]


@pytest.mark.parametrize(
    "row",
    [
        "a,same,https://x.example/,",
        "a,owl:sameAs,Q218,",
        "a,owl:sameAs,javascript:alert(1),",
        'a,owl:sameAs,"https://x.example/ y",',
        ",owl:sameAs,https://x.example/,",
        "a,owl:sameAs",
        "a,owl:sameAs,https://x.example/,desk,more",
    ],
)
def test_every_wrong_line_is_told_with_its_number(tmp_path: Path, row: str) -> None:
    good = "a,owl:sameAs,https://x.example/,"

    with pytest.raises(LinksError, match=r"links.csv:3: .*\n.*links.csv:4: "):
        read_links(table(tmp_path, good, row, row))


@pytest.mark.parametrize("head", ["", "entity,target\n"], ids=["empty", "other heads"])
def test_a_table_without_its_heads_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(LinksError, match="the first line must be id,predicate,target,source"):
        read_links(table(tmp_path, head=head))
