"""What people type and what releases say is a value, never a part of a query."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.graph import (
    CommuniqueError,
    Entity,
    Evidence,
    Fact,
    KnowledgeGraph,
    Qualifiers,
    Release,
)
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation
from communique.queries.catalogue import ParameterKind, catalogue, template
from communique.queries.names import Names
from communique.queries.runner import run

HOSTILE = {
    "quote": "O'Brien",
    "double quote": 'Anna "the Fox" Berg',
    "backslash": "Anna\\",
    "closing": "x'}) DETACH DELETE n //",
    "clause": "x'}) RETURN n UNION MATCH (n) DETACH DELETE n //",
    "parameter": "$id",
    "backtick": "`) CREATE (:Entity {id: 'y'}) //",
    "comment": "Anna /* Berg */ // x",
    "lucene": 'name:(+Anna -Berg) AND "x~2" OR *^4 \\',
    "braces": "{{id}} {id: 1}",
    "markup": "<script>alert(1)</script>",
    "newline": "Anna\nMATCH (n) DETACH DELETE n",
    "letters": "Ćirić Ünal 李 🦊",
}


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def about(name: str) -> KnowledgeGraph:
    """A graph in which everything that can be a text is this one."""
    release = Release(name, name, name, name, published="2024-01-01", url=name)
    anna = Entity(f"person-{name}", EntityType.PERSON, name, (f"Dr {name}",))
    other = Entity("organisation-x", EntityType.ORGANISATION, "Office X")
    evidence = (Evidence(name, 0, len(name), name, name),)
    qualifiers = Qualifiers(place=name, event=name)
    return KnowledgeGraph.of(
        [release], [Fact(anna, Relation.MEETS, other, qualifiers, evidence, 1.0)]
    )


def test_a_hostile_name_is_stored_as_it_is(tmp_path: Path, hostile: str) -> None:
    store = EmbeddedStore(tmp_path / "graph.kgl")
    load(about(hostile), store)

    (row,) = run(store, template("who-met"), {"entity": "Office X"}).rows
    assert (row["met"], row["place"], row["quote"]) == (hostile, hostile, hostile)
    assert load(about(hostile), store).writes == 0
    store.close()


def test_a_hostile_name_is_found_by_itself(tmp_path: Path, hostile: str) -> None:
    store = EmbeddedStore(tmp_path / "graph.kgl")
    load(about(hostile), store)

    answer = run(store, template("who-met"), {"entity": hostile})
    assert [row["met"] for row in answer.rows] == ["Office X"]
    store.close()


@pytest.mark.parametrize("name", catalogue())
def test_no_parameter_is_a_part_of_the_query(store: Store, name: str, hostile: str) -> None:
    """Run with the text in place of each id, past the names, as a bug there would."""
    parameters: dict[str, object] = {
        parameter.name: 5 if parameter.kind is ParameterKind.INT else hostile
        for parameter in template(name).parameters
    }
    before = store.held()

    rows = store.run(template(name).cypher, parameters, timeout=30).rows

    assert store.held() == before
    texts = {ParameterKind.ENTITY, ParameterKind.TEXT, ParameterKind.WORDS}
    assert rows == () or texts.isdisjoint(p.kind for p in template(name).parameters)


def test_a_search_takes_any_text_as_words(store: Store, names: Names, hostile: str) -> None:
    found = run(store, template("search"), {"text": hostile}, names).rows

    assert len(found) < len(store.held().entities)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_is_answered_or_refused_with_an_error_of_ours(
    store: Store, names: Names, text: str
) -> None:
    for question, parameter in (("search", "text"), ("timeline", "entity")):
        with suppress(CommuniqueError):
            run(store, template(question), {parameter: text}, names)
