from communique.graph import KnowledgeGraph
from communique.loaders.files import to_networkx


def test_entities_are_nodes_and_facts_are_edges(graph: KnowledgeGraph) -> None:
    network = to_networkx(graph)

    assert list(network) == [entity.id for entity in graph.entities]
    assert {key for _, _, key in network.edges(keys=True)} == {fact.key for fact in graph.facts}


def test_what_is_unknown_is_left_out(graph: KnowledgeGraph) -> None:
    network = to_networkx(graph)

    assert "iso3" not in network.nodes["person-jonas-ekwall"]
    assert "aliases" not in network.nodes["person-jonas-ekwall"]
    assert network.nodes["country-SWE"]["iso3"] == "SWE"


def test_lists_are_joined(graph: KnowledgeGraph) -> None:
    network = to_networkx(graph)

    assert network.nodes["person-oana-prelipcean"]["aliases"] == "O. Prelipcean | Oana P."


def test_a_dated_fact_has_its_first_and_last_day(graph: KnowledgeGraph) -> None:
    spans = {
        (attributes["date"], attributes["start"], attributes["end"])
        for _, _, attributes in to_networkx(graph).edges(data=True)
        if "date" in attributes
    }

    assert spans == {
        ("2024-05", "2024-05-01", "2024-05-31"),
        ("2024-06-01/2024-06-03", "2024-06-01", "2024-06-03"),
    }


def test_an_entity_lasts_from_its_first_to_its_last_dated_fact(graph: KnowledgeGraph) -> None:
    node = to_networkx(graph).nodes["person-jonas-ekwall"]

    assert (node["start"], node["end"]) == ("2024-05-01", "2024-06-03")


def test_an_entity_without_dated_facts_has_no_days(graph: KnowledgeGraph) -> None:
    assert "start" not in to_networkx(graph).nodes["country-SWE"]


def test_characters_that_xml_forbids_are_removed(graph: KnowledgeGraph) -> None:
    network = to_networkx(graph)

    assert network.nodes["organisation-ministry"]["label"] == "Ministry of Ports"


def test_support_counts_releases(graph: KnowledgeGraph) -> None:
    supports = sorted(
        attributes["support"] for _, _, attributes in to_networkx(graph).edges(data=True)
    )

    assert supports == [1, 1, 1, 2]
