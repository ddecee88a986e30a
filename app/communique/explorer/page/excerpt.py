"""The part of a graph that one picture can show."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.graph import Entity, Fact, KnowledgeGraph, bounds
from communique.queries.names import Names

MOST_ENTITIES = 300
MOST_LINES = 440
"""More lines than these hide each other, however few entities they join."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Entities and facts to draw.

    Attributes:
        entities: Ordered by id.
        facts: Those between these entities, in the order of the graph.
        focus: The entity in the middle, if one was asked for.
        within: Number of entities to choose from, after ``since`` and ``depth``.
    """

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    focus: Entity | None
    within: int

    @property
    def cut(self) -> bool:
        """Whether entities were left out because there were too many."""
        return len(self.entities) < self.within


def excerpt(
    graph: KnowledgeGraph, *, focus: str | None, depth: int, since: str | None, limit: int | None
) -> Excerpt:
    """Choose the entities around ``focus``, else the best connected ones, at most ``limit``.

    Without a limit they are at most 300, and fewer where these have so many relations to each
    other that nobody could tell the lines apart. Undated facts stay beside an entity that has a
    dated fact since then.

    Raises:
        UnknownNameError: Nothing is called ``focus``, or several are and none stands out.
        ValueError: ``since`` is no ISO 8601 period, or ``depth`` or ``limit`` is below 1.
    """
    if depth < 1 or (limit is not None and limit < 1):
        raise ValueError(f"depth {depth} and limit {limit} must be at least 1")
    facts = _since(graph.facts, since) if since else graph.facts
    middle = None if focus is None else _meant(graph, focus)
    neighbours = _neighbours(facts)
    if middle:
        ranked = _around(middle.id, neighbours, depth)
    else:
        ranked = sorted(neighbours, key=lambda id_: (-len(neighbours[id_]), id_))
    kept = set(_legible(ranked, facts) if limit is None else ranked[:limit])
    shown = tuple(fact for fact in facts if {fact.subject.id, fact.object.id} <= kept)
    joined = {end.id for fact in shown for end in (fact.subject, fact.object)}
    if middle:
        joined.add(middle.id)
    entities = tuple(entity for entity in graph.entities if entity.id in joined)
    return Excerpt(entities, shown, middle, len(ranked))


def _legible(ranked: Sequence[str], facts: Iterable[Fact]) -> Sequence[str]:
    """As many of the first as a picture can show with all the lines between them."""
    places = {id_: place for place, id_ in enumerate(ranked[:MOST_ENTITIES])}
    lines = {(fact.subject.id, fact.predicate, fact.object.id) for fact in facts}
    added = Counter(
        max(places[one], places[other])
        for one, _, other in lines
        if one in places and other in places
    )
    drawn = 0
    for place in range(len(places)):
        drawn += added[place]
        if drawn > MOST_LINES and place > 1:
            return ranked[:place]
    return ranked[:MOST_ENTITIES]


def _since(facts: Iterable[Fact], since: str) -> tuple[Fact, ...]:
    first, _ = bounds(since)
    everything = tuple(facts)
    kept = {
        fact.key
        for fact in everything
        if fact.qualifiers.date and bounds(fact.qualifiers.date)[1] >= first
    }
    active = {
        end.id for fact in everything if fact.key in kept for end in (fact.subject, fact.object)
    }
    return tuple(
        fact
        for fact in everything
        if fact.key in kept
        or (not fact.qualifiers.date and active & {fact.subject.id, fact.object.id})
    )


def _meant(graph: KnowledgeGraph, focus: str) -> Entity:
    wanted = Names.of_graph(graph).resolve(focus).id
    return next(entity for entity in graph.entities if entity.id == wanted)


def _neighbours(facts: Iterable[Fact]) -> dict[str, Counter[str]]:
    neighbours: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        neighbours[fact.subject.id][fact.object.id] += 1
        neighbours[fact.object.id][fact.subject.id] += 1
    return dict(neighbours)


def _around(middle: str, neighbours: dict[str, Counter[str]], depth: int) -> list[str]:
    """The middle, then its neighbours, then theirs; the best connected of each ring first."""
    ranked, seen, ring = [middle], {middle}, [middle]
    for _ in range(depth):
        reached = {other for id_ in ring for other in neighbours.get(id_, ())} - seen
        ring = sorted(reached, key=lambda id_: (-len(neighbours[id_]), id_))
        ranked += ring
        seen |= reached
    return ranked
