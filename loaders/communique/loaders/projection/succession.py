"""What differs between a graph and the one before it, most of which is the same objects."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from communique.graph import Fact, KnowledgeGraph, Release
from communique.loaders.projection.difference import rows_lacking
from communique.loaders.projection.rows import entity_row, fact_digest, release_row
from communique.loaders.projection.saying import Said, said
from communique.loaders.store import Change, FactEnds, Held

Item = TypeVar("Item")


def succession(before: KnowledgeGraph, graph: KnowledgeGraph) -> Change:
    """What must be written so that a store that holds ``before`` holds exactly the graph.

    What is the same object in both is not looked at, so a graph that shares almost all with the
    one before it is compared in a fraction of the time that reading the store takes.
    """
    releases = _apart(before.releases, graph.releases)
    entities = _apart(before.entities, graph.entities)
    # What a release says has another row when its day or its sources have changed.
    touched = {release.id for part in releases for release in part}
    facts = _apart(before.facts, graph.facts, lambda facts: _said_by(touched, facts))
    old, new = map(KnowledgeGraph, releases, entities, facts)
    held = _held(old, _saying(old.facts, before.releases))
    return rows_lacking(new, held, _saying(new.facts, graph.releases))


def _apart(
    old: Collection[Item],
    new: Collection[Item],
    always: Callable[[Collection[Item]], Iterable[Item]] = lambda items: (),
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items of each side that are not on the other, and those to be looked at always."""
    same = set(map(id, old)) & set(map(id, new))
    same.difference_update(map(id, always(new)))
    return (
        tuple([item for item in old if id(item) not in same]),
        tuple([item for item in new if id(item) not in same]),
    )


def _said_by(releases: Collection[str], facts: Iterable[Fact]) -> Iterable[Fact]:
    if not releases:
        return ()
    return [fact for fact in facts for item in fact.evidence if item.release in releases]


def _saying(facts: Iterable[Fact], releases: Iterable[Release]) -> dict[str, Said]:
    named = {item.release for fact in facts for item in fact.evidence}
    return said(release for release in releases if release.id in named)


def _held(graph: KnowledgeGraph, saying: dict[str, Said]) -> Held:
    """What a store holds of a part of a graph that it was brought up to date with."""
    releases = (release_row(release).properties for release in graph.releases)
    entities = (entity_row(entity).properties for entity in graph.entities)
    return Held(
        {str(row["id"]): str(row["row_digest"]) for row in releases},
        {str(row["id"]): str(row["digest"]) for row in entities},
        {fact.key: (_ends(fact), fact_digest(fact, saying)) for fact in graph.facts},
    )


def _ends(fact: Fact) -> FactEnds:
    return FactEnds(fact.key, fact.predicate, fact.subject.id, fact.object.id)
