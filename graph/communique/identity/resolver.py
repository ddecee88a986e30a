"""Resolution: from the entities of releases to canonical ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.gazetteer.organisations import read_organisations
from communique.graph import Entity, Statement
from communique.identity.bodies.name import BodyNames
from communique.identity.canonical import canonical_entities
from communique.identity.clusters import Clusters
from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.judgement.namesakes import (
    judge_countries,
    judge_events,
    judge_operations,
    judge_places,
)
from communique.identity.judgement.organisations import judge_organisations
from communique.identity.judgement.people import judge_people
from communique.identity.kinds import settle_kinds
from communique.identity.profile import Mentions, Profiles
from communique.identity.words import Words, read_words
from communique.ontology import EntityType


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    Attributes:
        entities: The canonical entity of each entity id that statements use.
        decisions: What was merged, kept apart or left unsure, and why; sorted.
    """

    entities: Mapping[str, Entity]
    decisions: tuple[Decision, ...]


def resolve(releases: Iterable[tuple[str, Sequence[Statement]]]) -> Resolution:
    """Find out which entities of different releases are one.

    Depends on what the releases say, not on their order; resolving what is resolved changes
    nothing. Reads the releases once and keeps of them only entities and what ties them.

    Args:
        releases: Release ids with the statements of each; entity ids must not recur for
            different entities.
    """
    mentions = Mentions()
    for release, statements in releases:
        for statement in statements:
            mentions.add(release, statement)
    settle_kinds(mentions, read_organisations())
    words = read_words()
    names = BodyNames(words)
    clusters = Clusters(mentions.entities)
    merges: set[Decision] = set()
    while True:  # what one merge brings together may tell others: until nothing more follows
        profiles = Profiles(mentions, clusters, names)
        judged = set(_judge(profiles, names, words))
        new = {decision for decision in judged if decision.kind is Verdict.MERGE}
        if not sum(clusters.merge(decision.ids) for decision in sorted(new)):
            break
        merges |= new
    canonical = canonical_entities(p for type_ in EntityType for p in profiles.of(type_))
    return Resolution(
        {id_: canonical[clusters.root(id_)] for id_ in sorted(mentions.entities)},
        tuple(sorted(merges | judged)),
    )


def _judge(profiles: Profiles, names: BodyNames, words: Words) -> Iterator[Decision]:
    yield from judge_countries(profiles.of(EntityType.COUNTRY))
    yield from judge_organisations(profiles.of(EntityType.ORGANISATION), names)
    yield from judge_people(profiles.of(EntityType.PERSON), words)
    yield from judge_places(profiles.of(EntityType.PLACE))
    yield from judge_operations(profiles.of(EntityType.OPERATION))
    yield from judge_events(profiles.of(EntityType.EVENT))
