"""Review: who may be one with whom, laid out with the evidence, for a person to judge."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from itertools import combinations

from communique.builder.projection import Projection, project_with_decisions
from communique.graph import (
    Anchor,
    Entity,
    Judgement,
    LedgerError,
    Particulars,
    Ruling,
    Side,
    Statement,
)
from communique.identity import Decision, Feature, Verdict
from communique.ledger import Ledger
from communique.ontology import Relation

_TELLING = (Relation.REPRESENTS, Relation.LOCATED_IN, Relation.PART_OF, Relation.HELD_IN)
"""Relations that tell most about who somebody is, the best first."""

_Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity in one release.

    Attributes:
        anchor: The release and the entity's name there.
        title: Title of the release.
        published: ISO 8601 day of the release, or None.
        quote: The words that tell most about the entity there.
    """

    anchor: Anchor
    title: str
    published: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Party:
    """A canonical entity with all that helps to tell it from others.

    Attributes:
        entity: Name, identifier and the forms that releases use.
        posts: For whom it stands and as what, or where it lies; the most frequent first.
        mentions: Where it stands, the earliest published first; at least one.
    """

    entity: Entity
    posts: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def side(self) -> Side:
        """What a judgement says of it."""
        anchors = tuple(sorted({mention.anchor for mention in self.mentions}))
        return Side(self.entity.type, self.entity.name, anchors)

    def within(self, releases: Set[str]) -> "Party":
        """The part of it that stands in some of its releases.

        Raises:
            LedgerError: It stands in none of them.
        """
        mentions = tuple(m for m in self.mentions if m.anchor.release in releases)
        if not mentions:
            raise LedgerError(f"{self.entity.id} does not stand in {', '.join(sorted(releases))}")
        return replace(self, mentions=mentions)


@dataclass(frozen=True, slots=True)
class Question:
    """Two entities of which the rules cannot tell whether they are one.

    Attributes:
        one: The first.
        other: The second.
        reason: Why the rules are not sure.
        score: How likely they are one, over 0 and at most 1.
        features: What the score is made of.
        facts: Number of facts about the two: what hangs on the answer.
    """

    one: Party
    other: Party
    reason: str
    score: float
    features: tuple[Feature, ...]
    facts: int

    @property
    def asked(self) -> Judgement:
        """The judgement that leaves it open; one that settles it is about the same two."""
        return Judgement(Ruling.UNSURE, self.one.side, self.other.side)


def questions(ledger: Ledger, *, again: bool = False) -> list[Question]:
    """What a person should judge, that on which most facts hang first.

    Args:
        ledger: Where releases and judgements are.
        again: Whether those that a person was unsure about come up again.

    Raises:
        LedgerError: The ledger cannot be read.
    """
    return questions_of(ledger, project_with_decisions(ledger), again=again)


def questions_of(ledger: Ledger, projection: Projection, *, again: bool = False) -> list[Question]:
    """As ``questions``, of a ledger whose projection is at hand."""
    undecided = dict(_undecided(projection))
    parties = parties_of(ledger, projection, frozenset[str]().union(*undecided))
    facts = Counter(end.id for f in projection.graph.facts for end in (f.subject, f.object))
    judged = [j for j in ledger.judgements.all() if not (again and j.ruling is Ruling.UNSURE)]
    found = []
    for pair, decision in undecided.items():
        one, other = (parties[id_] for id_ in sorted(pair))
        weight = facts[one.entity.id] + facts[other.entity.id]
        told = decision.reason, decision.score, decision.features
        question = Question(one, other, *told, weight)
        if not any(judgement.is_about(question.asked) for judgement in judged):
            found.append(question)
    return sorted(found, key=lambda q: (-q.facts, q.one.entity.id, q.other.entity.id))


def decisions_about(projection: Projection, id_: str) -> list[Decision]:
    """The decisions that made a canonical entity, or kept others from it; in a fixed order."""
    entities = projection.resolution.entities
    return [
        decision
        for decision in projection.resolution.decisions
        if any(entities[local].id == id_ for local in decision.ids)
    ]


def parties_of(ledger: Ledger, projection: Projection, ids: Set[str]) -> dict[str, Party]:
    """Canonical entities with what releases say of them, by id; reads the ledger once."""
    entities = projection.resolution.entities
    said: dict[str, list[tuple[Particulars, Entity, Statement]]] = defaultdict(list)
    releases = {release.id: release for release in projection.graph.releases}
    for release_id, statements in ledger.statements_by_release():
        for statement in statements if release_id in releases else ():
            for end in (statement.subject, statement.object):
                if entities[end.id].id in ids:
                    said[entities[end.id].id].append((releases[release_id], end, statement))
    canonical = {entity.id: entity for entity in entities.values() if entity.id in said}
    return {id_: _party(canonical[id_], said[id_]) for id_ in sorted(said)}


def _undecided(projection: Projection) -> Iterator[tuple[_Pair, Decision]]:
    """Pairs that a decision leaves open and none settles, each with the surest such decision."""
    entities = projection.resolution.entities

    def pairs(decision: Decision) -> Iterator[_Pair]:
        ids = dict.fromkeys(entities[local].id for local in decision.ids)
        return map(frozenset, combinations(ids, 2))

    decisions = projection.resolution.decisions
    apart = {pair for d in decisions if d.kind is Verdict.APART for pair in pairs(d)}
    unsure = [d for d in decisions if d.kind is Verdict.UNSURE]
    for decision in sorted(unsure, key=lambda d: (d.score, d)):
        yield from ((pair, decision) for pair in pairs(decision) if pair not in apart)


def _party(entity: Entity, said: Iterable[tuple[Particulars, Entity, Statement]]) -> Party:
    by_anchor: dict[Anchor, list[tuple[Particulars, Statement]]] = defaultdict(list)
    posts: Counter[str] = Counter()
    for release, end, statement in said:
        by_anchor[Anchor(release.id, end.name)].append((release, statement))
        if statement.subject == end and statement.predicate in _TELLING:
            role = statement.qualifiers.role
            posts[f"{role}, {statement.object.name}" if role else statement.object.name] += 1
    mentions = [_mention(anchor, found) for anchor, found in by_anchor.items()]
    return Party(
        entity,
        tuple(sorted(posts, key=lambda post: (-posts[post], post))),
        tuple(sorted(mentions, key=lambda m: (m.published or "~", m.anchor))),
    )


def _mention(anchor: Anchor, said: Iterable[tuple[Particulars, Statement]]) -> Mention:
    def rank(item: tuple[Particulars, Statement]) -> tuple[int, int]:
        predicate = item[1].predicate
        place = _TELLING.index(predicate) if predicate in _TELLING else len(_TELLING)
        return place, item[1].evidence[0].start

    release, statement = min(said, key=rank)
    return Mention(anchor, release.title, release.published, statement.evidence[0].text)
