"""The graph as rows, and the difference to what a store holds."""

from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph import Copy, Entity, Fact, KnowledgeGraph, Particulars, Qualifiers
from communique.loaders.folding import fold
from communique.loaders.projection import (
    difference,
    entity_row,
    fact_row,
    release_row,
    report,
)
from communique.loaders.projection.rows import FACT_LAYOUT, fact_digest
from communique.loaders.projection.saying import said
from communique.loaders.projection.succession import succession
from communique.loaders.store import Change, FactEnds, Held
from communique.loaders.writing import BATCH_SIZE, packed, writes
from communique.ontology import EntityType, Relation, Status

RELEASE = Particulars("r", "T", "S", "af7", published="2024-05-03", url="https://example.org/")
VALUES = (str, int, float, bool, list)


def held(graph: KnowledgeGraph) -> Held:
    """What a store that is up to date holds."""
    change = difference(graph, Held())
    return Held(
        {str(r.properties["id"]): str(r.properties["row_digest"]) for r in change.releases.added},
        {str(e.properties["id"]): str(e.properties["digest"]) for e in change.entities.added},
        {
            str(properties["key"]): (
                FactEnds(str(properties["key"]), relation, subject, object_),
                str(properties["digest"]),
            )
            for relation, subject, object_, properties in change.facts.added
        },
    )


def test_an_empty_store_lacks_everything(graph: KnowledgeGraph) -> None:
    assert difference(graph, Held()).writes == 10


def test_a_store_that_is_up_to_date_lacks_nothing(graph: KnowledgeGraph) -> None:
    assert difference(graph, held(graph)).writes == 0


def told(change: Change) -> list[tuple[str, list[dict[str, object]]]]:
    """What a change sends."""
    return [(write.cypher, write.rows) for write in writes(change)]


def changed(graph: KnowledgeGraph, change: str) -> KnowledgeGraph:
    """A graph that shares with another all but what is changed."""
    first, *others = graph.releases
    match change:
        case "a release less":
            facts = [fact for fact in graph.facts if fact.support == 2]
            (twice,) = facts
            once = replace(twice, evidence=twice.evidence[:1])
            return KnowledgeGraph.of([r for r in graph.releases if r.id in once_of(once)], [once])
        case "another day":
            dated = replace(first, published="2031-01-01")
            return KnowledgeGraph.of([dated, *others], graph.facts)
        case "a fact more":
            more = replace(graph.facts[0], qualifiers=Qualifiers(date="2031"))
            return KnowledgeGraph.of(graph.releases, [*graph.facts, more])
        case "another name":
            entity = replace(graph.facts[0].subject, name="Another Name")
            return KnowledgeGraph.of(
                graph.releases,
                [
                    replace(fact, subject=entity) if fact.subject.id == entity.id else fact
                    for fact in graph.facts
                ],
            )
        case _:
            return deepcopy(graph)


def once_of(fact: Fact) -> set[str]:
    return {item.release for item in fact.evidence}


@pytest.mark.parametrize(
    "change", ["a release less", "another day", "a fact more", "another name", "nothing"]
)
def test_a_graph_and_the_one_before_differ_as_graph_and_store(
    graph: KnowledgeGraph, change: str
) -> None:
    other = changed(graph, change)

    for before, after in ((graph, other), (other, graph)):
        change_ = succession(before, after)
        assert told(change_) == told(difference(after, held(before)))
        assert (change_.writes == 0) == (change == "nothing")


# What a row holds and `FACT_LAYOUT` change together: stores find by the digest what to write, and
# the digest is of what a row is made of.
LAYOUTS = {1: "252ba79fcd2f2c93743d"}


def test_rows_of_another_layout_have_another_digest(graph: KnowledgeGraph) -> None:
    rows = [dict(row.properties) for row in difference(graph, Held()).facts.added]
    for row in rows:
        del row["digest"]

    assert LAYOUTS[FACT_LAYOUT] == sha256(repr(rows).encode()).hexdigest()[:20]


@pytest.mark.parametrize(
    "change",
    [
        {"confidence": 0.5},
        {"qualifiers": Qualifiers(date="2024-05-03", status=Status.HELD, place="Oslo")},
        {"qualifiers": Qualifiers(date="2024-05-03", status=Status.PLANNED)},
        {"evidence": ()},
    ],
    ids=["confidence", "place", "status", "evidence"],
)
def test_a_fact_that_changed_has_another_digest(
    graph: KnowledgeGraph, change: dict[str, Any]
) -> None:
    (told_twice,) = (fact for fact in graph.facts if fact.support == 2)
    if "evidence" in change:
        change = {"evidence": told_twice.evidence[:1]}
    saying = said(graph.releases)

    assert fact_digest(told_twice, saying) == fact_digest(replace(told_twice), saying)
    assert fact_digest(told_twice, saying) != fact_digest(replace(told_twice, **change), saying)


def test_statements_of_few_rows_are_sent_together(graph: KnowledgeGraph) -> None:
    given = list(writes(difference(graph, Held())))

    assert list(packed(given, 10)) == [given]
    assert [len(pack) for pack in packed(given, 3)] == [2, 2, 2, 1]
    assert [write for pack in packed(given, 1) for write in pack] == given


def test_a_release_is_written_without_its_text(graph: KnowledgeGraph) -> None:
    release = graph.releases[0]

    row = release_row(release)

    assert dict(row.properties) == {
        "id": "r1",
        "headline": "Ministers meet",
        "source": "Foreign Ministry",
        "published": "2024-05-03",
        "url": "https://example.org/r1",
        "digest": release.sha256,
        "row_digest": row.properties["row_digest"],
    }


@pytest.mark.parametrize(
    "other",
    [
        replace(RELEASE, title="Another"),
        replace(RELEASE, source="Another"),
        replace(RELEASE, sha256="another"),
        replace(RELEASE, published=None),
        replace(RELEASE, url=None),
    ],
    ids=["title", "source", "text", "published", "url"],
)
def test_a_release_that_changed_has_another_row_digest(other: Particulars) -> None:
    changed = release_row(other).properties["row_digest"]

    assert changed != release_row(RELEASE).properties["row_digest"]


def test_names_hold_aliases_and_forms_for_any_keyboard() -> None:
    entity = Entity("person-x", EntityType.PERSON, "José Núñez", ("Dr Núñez",))

    assert entity_row(entity).properties["names"] == "José Núñez | Dr Núñez | jose nunez | dr nunez"


def test_a_fact_has_its_quotes_as_parallel_lists(graph: KnowledgeGraph) -> None:
    (told_twice,) = (fact for fact in graph.facts if fact.support == 2)

    properties = fact_row(told_twice, {}).properties

    parallel = [properties[name] for name in ("releases", "quotes", "starts", "ends", "rules")]
    assert all(isinstance(items, list) and len(items) == 2 for items in parallel)
    assert properties["starts"] == [15, 6]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-05-03", "2024-05-03", "2024-05-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-05/2024-06-02", "2024-05-01", "2024-06-02"),
    ],
)
def test_a_partial_date_has_its_first_and_last_day(
    graph: KnowledgeGraph, date: str, first: str, last: str
) -> None:
    (met,) = (fact for fact in graph.facts if fact.predicate is Relation.MEETS)

    row = fact_row(replace(met, qualifiers=replace(met.qualifiers, date=date)), {})

    dates = [row.properties[name] for name in ("date", "date_from", "date_to")]
    assert dates == [date, first, last]


def test_a_fact_has_the_days_of_the_releases_that_say_it(graph: KnowledgeGraph) -> None:
    (told_twice,) = (fact for fact in graph.facts if fact.support == 2)
    one, other = (item.release for item in told_twice.evidence)
    releases = {
        one: replace(RELEASE, id=one, published="2024-05-04"),
        other: replace(RELEASE, id=other, published="2024-03-01"),
    }

    dated = fact_row(told_twice, said(releases.values())).properties
    undated = fact_row(told_twice, {}).properties

    assert (dated["stated_from"], dated["stated_to"]) == ("2024-03-01", "2024-05-04")
    assert dated["stated_days"] == ["2024-03-01", "2024-05-04"]
    assert not {"stated_from", "stated_to", "stated_days"} & undated.keys()


@pytest.mark.parametrize(
    ("sources", "issuers"),
    [
        ((("NATO",), ("Europol",)), ["Europol", "NATO"]),
        ((("NATO",), ("NATO",)), ["NATO"]),
        ((("Wire", "NATO"), ("NATO",)), ["NATO"]),
        ((("Wire", "NATO"), ("Wire", "Europol")), ["Wire"]),
        ((("NATO",), ("",)), ["NATO"]),
        ((("",), ("",)), None),
    ],
    ids=["two", "one twice", "forwarded", "forwarded by one", "unknown beside", "unknown"],
)
def test_a_fact_has_the_independent_issuers_that_say_it(
    graph: KnowledgeGraph, sources: tuple[tuple[str, ...], ...], issuers: list[str] | None
) -> None:
    (told_twice,) = (fact for fact in graph.facts if fact.support == 2)
    releases = {
        item.release: replace(
            RELEASE,
            id=item.release,
            source=source,
            copies=tuple(Copy(f"copy-{item.release}-{wire}", wire) for wire in wires),
        )
        for item, (source, *wires) in zip(told_twice.evidence, sources, strict=True)
    }

    assert fact_row(told_twice, said(releases.values())).properties.get("issuers") == issuers


def test_an_office_can_be_searched_by_its_words(graph: KnowledgeGraph) -> None:
    represents = replace(
        next(fact for fact in graph.facts if fact.predicate is Relation.REPRESENTS),
        qualifiers=Qualifiers(role="Secretary-General"),
    )

    assert fact_row(represents, {}).properties["office"] == "secretary general"


def test_properties_are_what_every_store_can_hold(graph: KnowledgeGraph) -> None:
    change = difference(graph, Held())
    written = [
        *(row.properties for row in change.releases.added),
        *(row.properties for row in change.entities.added),
        *(row.properties for row in change.facts.added),
    ]

    for properties in written:
        assert not {"title", "type", "label"} & properties.keys()
        assert all(isinstance(value, VALUES) for value in properties.values())


def test_relationships_go_before_their_nodes_and_come_after(graph: KnowledgeGraph) -> None:
    removing = [
        write.cypher for write in writes(difference(KnowledgeGraph.of([], []), held(graph)))
    ]
    adding = [write.cypher for write in writes(difference(graph, Held()))]

    assert ["DELETE r" in cypher for cypher in removing] == [True] * 3 + [False] * 2
    assert ["CREATE (s)" in cypher for cypher in adding] == [False] * 4 + [True] * 3


def test_no_statement_has_more_rows_than_a_batch(ring: KnowledgeGraph) -> None:
    sizes = [len(write.rows) for write in writes(difference(ring, Held()))]

    assert max(sizes) == BATCH_SIZE
    assert sum(sizes) == difference(ring, Held()).writes


def test_a_load_report_has_counts_by_kind(graph: KnowledgeGraph) -> None:
    counts = report(difference(graph, Held()), graph).as_dict()

    assert counts["facts"] == {"added": 4, "changed": 0, "removed": 0, "unchanged": 0}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kőszegi-Łukasz", "koszegi lukasz"),
        ("U.N.", "un"),
        ("O’Brien", "obrien"),
        ("Straße", "strasse"),
        ("Müller ÆØÅ", "muller aeoa"),
        ("  two   words ", "two words"),
        ("Ελλάδα", "ελλαδα"),
        ("李", "李"),
        ("—!", ""),
        ("𝕊ofia", "sofia"),
    ],
)
def test_folding_leaves_letters_digits_and_blanks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_are_folded_as_beside_others(text: str) -> None:
    assert fold(f"{text} ø") == f"{fold(text)} o".strip()


def test_a_release_that_two_wires_forwarded_has_both_sources() -> None:
    copy = Copy("r9", "Coastal Wire", url="https://example.org/r9")

    properties = release_row(replace(RELEASE, copies=(copy,))).properties

    assert properties["sources"] == [RELEASE.source, "Coastal Wire"]
    assert properties["copies"] == ["r9"]
