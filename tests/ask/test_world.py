from collections import Counter

from communique.graph import KnowledgeGraph
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation, Status


def test_the_world_has_every_relation_type_and_status(graph: KnowledgeGraph) -> None:
    assert {fact.predicate for fact in graph.facts} == set(Relation)
    assert {end.type for end in graph.entities} == set(EntityType)
    assert {fact.qualifiers.status for fact in graph.facts} == {None, *Status}


def test_every_quote_is_a_slice_of_its_release(
    graph: KnowledgeGraph, texts: dict[str, str]
) -> None:
    quotes = [quote for fact in graph.facts for quote in fact.evidence]

    assert all(texts[item.release][item.start : item.end] == item.text for item in quotes)


def test_two_persons_bear_one_name(graph: KnowledgeGraph) -> None:
    counts = Counter(end.name for end in graph.entities if end.type is EntityType.PERSON)

    assert [name for name, count in counts.items() if count > 1] == ["Jan Kowalczyk"]


def test_the_store_holds_every_fact(graph: KnowledgeGraph, store: Store) -> None:
    (row,) = store.run("MATCH (:Entity)-[fact]->(:Entity) RETURN count(fact) AS facts", {}, 30).rows

    assert row["facts"] == len(graph.facts) > 300
