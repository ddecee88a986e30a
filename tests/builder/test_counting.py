"""A release counts once: in its last edition, in the fullest of its copies."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from communique.builder import Projection, note_run, project_with_decisions
from communique.feeds.reading import release_id
from communique.graph import (
    Anchor,
    Entity,
    Evidence,
    Judgement,
    KnowledgeGraph,
    Release,
    Ruling,
    Side,
    Statement,
)
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation

Told = tuple[Release, tuple[Statement, ...]]

OPENING = (
    "The ministers of five states came to Port Ada on Monday to speak of ferries, of harbours and "
    "of the price of fuel, which has gone up for the third year in a row and keeps islanders from "
    "travelling to the mainland in winter.\n\n"
)
MEETING = "Minister Ada Lind met Minister Jon Berg on the quay.\n\n"
VISIT = "Minister Jon Berg then went to see the yards of Sudmark.\n\n"
END = "They will come together again when the new ships have been built and paid for in full.\n"
URL = "https://example.org/ferries"
DAY = "2026-01-01T00:00:00Z"


def told(
    body: str,
    *,
    title: str = "Ferry talks",
    source: str = "Harbour Ministry",
    published: str | None = None,
    url: str | None = None,
) -> Told:
    """A release with what is read in its sentences."""
    head = f"{title}\n\nSource: {source}\n\n"
    id_ = release_id(source, title, head + body)
    release = Release(id_, title, source, head + body, len(head), published, url)
    people = [
        Entity(f"{release.id}#{number}", EntityType.PERSON, name)
        for number, name in enumerate(("Ada Lind", "Jon Berg"))
    ]
    talks = Entity(f"{release.id}#talks", EntityType.EVENT, "talks on the quay", named=False)
    sudmark = Entity(f"{release.id}#state", EntityType.COUNTRY, "Sudmark", iso3="SDM")
    rows = (
        (MEETING, people[0], Relation.MEETS, people[1]),
        (MEETING, people[0], Relation.PARTICIPATES_IN, talks),
        (VISIT, people[1], Relation.VISITS, sudmark),
    )
    return release, tuple(
        Statement(subject, relation, object_, (_quote(release, line.strip()),))
        for line, subject, relation, object_ in rows
        if line in body
    )


def _quote(release: Release, line: str) -> Evidence:
    start = release.text.index(line)
    return Evidence(release.id, start, start + len(line), line, "by-hand")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


def record(ledger: Ledger, *releases: Told) -> Projection:
    for release, statements in releases:
        ledger.record(release, statements, "by hand")
    projection = project_with_decisions(ledger)
    note_run(ledger, projection, "build", DAY)
    return projection


def relations(graph: KnowledgeGraph) -> list[Relation]:
    return sorted(fact.predicate for fact in graph.facts)


def test_what_only_an_earlier_edition_says_is_no_fact(ledger: Ledger) -> None:
    earlier = told(OPENING + MEETING + VISIT + END, url=URL)
    later = told(OPENING + MEETING + END, url=URL)

    projection = record(ledger, earlier, later)

    assert [release.id for release in projection.graph.releases] == [later[0].id]
    assert relations(projection.graph) == [Relation.MEETS, Relation.PARTICIPATES_IN]


def test_taking_the_later_edition_back_brings_the_earlier_back(ledger: Ledger) -> None:
    earlier = told(OPENING + MEETING + VISIT + END, url=URL)
    later = told(OPENING + MEETING + END, url=URL)
    alone = record(ledger, earlier).graph

    record(ledger, later)
    ledger.remove(later[0].id)

    assert project_with_decisions(ledger).graph == alone


def test_two_wires_support_a_fact_once_and_are_both_named(ledger: Ledger) -> None:
    whole = told(OPENING + MEETING + VISIT + END)
    cut = told(OPENING + MEETING + VISIT, source="Coastal Wire", published="2024-06-04")

    graph = record(ledger, whole, cut).graph

    (release,) = graph.releases
    assert (release.id, release.sources) == (whole[0].id, ("Harbour Ministry", "Coastal Wire"))
    assert [copy.id for copy in release.copies] == [cut[0].id]
    assert release.published == "2024-06-04"
    assert {fact.support for fact in graph.facts} == {1}


def test_taking_one_copy_back_leaves_the_other(ledger: Ledger) -> None:
    whole, cut = told(OPENING + MEETING + VISIT + END), told(OPENING + MEETING, source="Wire")
    record(ledger, whole, cut)

    ledger.remove(whole[0].id)
    graph = project_with_decisions(ledger).graph

    assert [(release.id, release.copies) for release in graph.releases] == [(cut[0].id, ())]
    assert Relation.MEETS in relations(graph)


def test_ids_that_an_earlier_edition_gave_stay_resolvable(ledger: Ledger) -> None:
    earlier, later = told(OPENING + MEETING, url=URL), told(OPENING + MEETING + END, url=URL)
    first = {entity.name: entity.id for entity in record(ledger, earlier).graph.entities}
    now = {entity.name: entity.id for entity in record(ledger, later).graph.entities}

    assert {name: ledger.given_ids.current(id_) for name, id_ in first.items()} == now


def test_a_judgement_made_of_an_earlier_edition_still_holds(ledger: Ledger) -> None:
    earlier, later = told(OPENING + MEETING, url=URL), told(OPENING + MEETING + END, url=URL)
    other = told("Minister Ada Lind met Minister Jon Berg on the quay.\n\n", title="In short")
    sides = [
        Side(EntityType.PERSON, "Ada Lind", (Anchor(release.id, "Ada Lind"),))
        for release in (earlier[0], other[0])
    ]
    ledger.judgements.add([Judgement(Ruling.DIFFERENT, sides[0], sides[1])])

    people = [e.name for e in record(ledger, earlier, later, other).graph.entities]

    assert people.count("Ada Lind") == 2


def test_order_of_loading_does_not_tell_between_copies(tmp_path: Path) -> None:
    copies = [
        told(OPENING + MEETING + VISIT + END),
        told(OPENING + MEETING + VISIT, source="Coastal Wire"),
        told(OPENING + MEETING, title="Ministers on the quay", source="Amber Wire"),
    ]
    graphs = []
    for number, order in enumerate((copies, copies[::-1], copies[1:] + copies[:1])):
        with Ledger.open(tmp_path / f"{number}.sqlite") as ledger:
            graphs.append(record(ledger, *order).graph)

    assert graphs[0] == graphs[1] == graphs[2]
    assert len(graphs[0].releases) == 1


def test_a_release_that_is_read_again_is_no_edition_of_itself(ledger: Ledger) -> None:
    release, statements = told(OPENING + MEETING + END, url=URL)
    record(ledger, (release, statements[:1]))

    graph = record(ledger, (replace(release, published="2024-06-04"), statements)).graph

    assert len(graph.facts) == len(statements)
