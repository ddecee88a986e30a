"""What a shell offers for a name that is being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph import Entity, KnowledgeGraph, UnknownNameError
from communique.loaders.store import Store
from communique.ontology import EntityType
from communique.queries.completion import NameTable
from communique.queries.names import Names


def table(*names: str) -> NameTable:
    entities = tuple(
        Entity(f"x-{number}", EntityType.PERSON, name) for number, name in enumerate(names)
    )
    return NameTable.of_graph(KnowledgeGraph((), entities, ()))


def values(found: NameTable, typed: str, *types: EntityType) -> list[str]:
    return [item.value for item in found.completions(typed, frozenset(types))]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ["Anna-O-Neil-Berg", "Dr.-Anna", "al-Sabah-Karim", "Łukasz-Grün"]),
        ("An", ["Anna-O-Neil-Berg", "Anna"]),
        ("Be", ["Berg"]),
        ("be", ["berg"]),
        ("Sab", ["Sabah-Karim"]),
        ("al Sabah ka", ["al Sabah karim"]),
        ("Anna ", ["Anna o-neil-berg", "Anna "]),
        ("Anna-", ["Anna-O-Neil-Berg", "Anna-"]),
        ("luk", ["lukasz-grun"]),
        ("Łu", ["Łukasz-Grün"]),
        ("Gru", ["Grun"]),
        ("erg", []),
        ("Anna Berg", []),
    ],
)
def test_what_is_offered_goes_on_from_what_was_typed(typed: str, wanted: list[str]) -> None:
    found = table("Anna O Neil-Berg", "Dr. Anna", "al-Sabah Karim", "Łukasz Grün")

    assert sorted(values(found, typed)) == sorted(wanted)
    assert all(value.startswith(typed) for value in values(found, typed))


def test_apostrophes_join_as_they_do_in_names() -> None:
    assert values(table("Prosecutor’s Office"), "Pro") == ["Prosecutors-Office"]


def test_only_types_that_fit_are_offered(graph: KnowledgeGraph) -> None:
    found = NameTable.of_graph(graph)

    assert values(found, "Har", EntityType.ORGANISATION) == ["Harbour-Police"]
    assert values(found, "Har", EntityType.EVENT) == ["Harbour-Summit"]
    assert values(found, "Har", EntityType.COUNTRY) == []


def test_a_completion_tells_who_is_meant(graph: KnowledgeGraph) -> None:
    (found,) = NameTable.of_graph(graph).completions("ND")

    assert (found.value, found.meaning) == ("NDL", "Northern Defence League (Organisation)")


def test_no_more_are_offered_than_are_wanted() -> None:
    found = table(*(f"Anna {number}" for number in range(60)))

    assert len(found.completions("An")) == 50
    assert len(found.completions("An", most=3)) == 3


@pytest.mark.parametrize("typed", ["har", "mal", "North", "zzz"])
def test_a_store_offers_what_the_graph_does(
    each_store: Store, graph: KnowledgeGraph, typed: str
) -> None:
    found = NameTable.like(each_store, typed, timeout=10)

    assert found.completions(typed) == NameTable.of_graph(graph).completions(typed)


def test_every_completion_is_a_name_to_a_question(
    store: Store, names: Names, graph: KnowledgeGraph
) -> None:
    found = NameTable.of_graph(graph)
    for entity in graph.entities:
        for form in (entity.name, *entity.aliases):
            for item in found.completions(form[:3], frozenset({entity.type})):
                try:
                    named = names.resolve(item.value, frozenset({entity.type}))
                except UnknownNameError as error:
                    assert "may be" in str(error)  # noqa: PT017  # several have the name
                else:
                    assert named.name in {one.name for one in graph.entities}


@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
    ),
    typed=st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)
def test_any_names_and_any_text_are_taken(names: list[str], typed: str) -> None:
    for value in values(table(*names), typed):
        assert value.startswith(typed)
        assert not set("\n\t") & set(value.removeprefix(typed))
