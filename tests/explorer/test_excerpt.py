from typing import Any

import pytest

from communique.explorer.page.excerpt import Excerpt, excerpt
from communique.graph import KnowledgeGraph, UnknownNameError


def part(graph: KnowledgeGraph, **options: Any) -> Excerpt:
    return excerpt(graph, **{"focus": None, "depth": 2, "since": None, "limit": 300} | options)


def names(part: Excerpt) -> set[str]:
    return {entity.name for entity in part.entities}


def test_a_small_graph_is_shown_whole(graph: KnowledgeGraph) -> None:
    shown = part(graph)

    assert (shown.entities, shown.facts, shown.cut) == (graph.entities, graph.facts, False)


def test_one_step_around_a_focus_are_its_neighbours(graph: KnowledgeGraph) -> None:
    shown = part(graph, focus="Domen Kralj", depth=1)

    assert names(shown) == {"Domen Kralj", "Agathe Roussillon", "Bosnia and Herzegovina"}


def test_a_focus_may_be_an_id(graph: KnowledgeGraph) -> None:
    (kralj,) = [entity for entity in graph.entities if entity.name == "Domen Kralj"]

    assert part(graph, focus=kralj.id).focus == kralj


def test_a_focus_may_be_a_part_of_a_name_in_any_case(graph: KnowledgeGraph) -> None:
    focus = part(graph, focus="kralj").focus

    assert focus is not None
    assert focus.name == "Domen Kralj"


def test_a_misspelt_focus_is_told_what_is_like_it(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNameError, match="did you mean Domen Kralj"):
        part(graph, focus="Doman Kraly")


def test_an_unknown_focus_is_an_error(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNameError, match="Nobody Inparticular"):
        part(graph, focus="Nobody Inparticular")


def test_the_limit_keeps_the_best_connected(graph: KnowledgeGraph) -> None:
    shown = part(graph, limit=10)

    assert shown.cut
    assert len(shown.entities) <= 10
    assert {"Anneke Vermolen", "Radu Vântu", "Romania"} <= names(shown)


def test_a_limit_keeps_the_focus_and_its_neighbours_first(graph: KnowledgeGraph) -> None:
    shown = part(graph, focus="Halima Benchekroun", limit=2)

    assert names(shown) == {"Halima Benchekroun", "Nikolaos Perdikis"}


def test_every_fact_shown_has_both_ends_shown(graph: KnowledgeGraph) -> None:
    shown = part(graph, limit=15)

    ids = {entity.id for entity in shown.entities}
    assert all({fact.subject.id, fact.object.id} <= ids for fact in shown.facts)


def test_since_leaves_out_older_facts(graph: KnowledgeGraph) -> None:
    shown = part(graph, since="2024-06")

    assert min(fact.qualifiers.date for fact in shown.facts if fact.qualifiers.date) >= "2024-06"


def test_since_keeps_undated_facts_beside_dated_ones(graph: KnowledgeGraph) -> None:
    shown = part(graph, since="2024-06")

    undated = {
        (fact.subject.name, fact.object.name) for fact in shown.facts if not fact.qualifiers.date
    }
    assert ("Radu Vântu", "Romania") in undated
    assert ("Bjarne Holmqvist", "Danube Police Office") not in undated


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"depth": 0}, {"since": "spring"}], ids=str)
def test_wrong_options_are_refused(graph: KnowledgeGraph, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"limit|no ISO"):
        part(graph, **wrong)
