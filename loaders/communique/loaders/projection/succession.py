"""What differs between a graph and the one before it, most of which is the same objects."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

from communique.graph import Fact, KnowledgeGraph, Particulars
from communique.loaders.projection.difference import rows_lacking
from communique.loaders.projection.rows import entity_row, fact_digest, release_row
from communique.loaders.projection.saying import Said, said
from communique.loaders.store import Change, FactEnds, Held

Item = TypeVar("Item")
Sides: TypeAlias = tuple[tuple[Item, ...], tuple[Item, ...]]

_ID = attrgetter("id")
_ORDER = attrgetter("order")


def succession(before: KnowledgeGraph, graph: KnowledgeGraph) -> Change:
    """What must be written so that a store that holds ``before`` holds exactly the graph.

    What is the same object in both is not looked at, so a graph that shares almost all with the
    one before it is compared in a fraction of the time that reading the store takes. Both have
    the releases that their evidence names.
    """
    releases = _apart(before.releases, graph.releases, _ID)
    entities = _apart(before.entities, graph.entities, _ID)
    facts = _apart(before.facts, graph.facts, _ORDER)
    again = _said_anew(releases, facts, graph)
    old = KnowledgeGraph(releases[0], entities[0], (*facts[0], *again))
    new = KnowledgeGraph(releases[1], entities[1], (*facts[1], *again))
    held = _held(old, _saying(old.facts, before.releases))
    return rows_lacking(new, held, _saying(new.facts, graph.releases))


def _apart(old: Iterable[Item], new: Iterable[Item], order: Callable[[Item], Any]) -> Sides[Item]:
    """The items of each side that are not on the other; both are in this order."""
    gone, come = [], []
    olds, news = iter(old), iter(new)
    here, there = next(olds, None), next(news, None)
    while here is not None and there is not None:
        if here is there:
            here, there = next(olds, None), next(news, None)
            continue
        before, after = order(here), order(there)
        if before <= after:
            gone.append(here)
            here = next(olds, None)
        if after <= before:
            come.append(there)
            there = next(news, None)
    gone += [] if here is None else [here, *olds]
    come += [] if there is None else [there, *news]
    return tuple(gone), tuple(come)


def _said_anew(
    releases: Sides[Particulars], facts: Sides[Fact], graph: KnowledgeGraph
) -> tuple[Fact, ...]:
    """Facts that are the same, but said by a release whose day or sources may have changed."""
    changed = {release.id for release in releases[0]} & {release.id for release in releases[1]}
    if not changed:
        return ()
    new = set(map(id, facts[1]))
    said_by = (fact for fact in graph.facts for item in fact.evidence if item.release in changed)
    return tuple({id(fact): fact for fact in said_by if id(fact) not in new}.values())


def _saying(facts: Iterable[Fact], releases: Iterable[Particulars]) -> dict[str, Said]:
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
