"""Resolution: from the entities of releases to canonical ones."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from communique.gazetteer.organisations import read_organisations
from communique.graph import Arrival, Entity, Judgement, Statement
from communique.identity.bodies.authority import Authority, read_authority
from communique.identity.canonical import canonical_entities
from communique.identity.clusters import Clusters
from communique.identity.judgement.countries import judge_countries
from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.judgement.events import Occasions
from communique.identity.judgement.organisations import judge_organisations
from communique.identity.judgement.people import judge_people
from communique.identity.judgement.places import judge_places
from communique.identity.kinds import settle_kinds
from communique.identity.merging import carry_out
from communique.identity.occasions.edition import read_edition_classes
from communique.identity.people.background import Background
from communique.identity.people.name import PersonNames
from communique.identity.people.weights import read_weights
from communique.identity.profile import Gathering, Mentions, Profiles, Tied
from communique.identity.rulings import apply_judgements
from communique.identity.words import read_words
from communique.ontology import EntityType, Relation

_OFFICE = Relation.REPRESENTS


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    Attributes:
        entities: The canonical entity of each entity id that statements use.
        decisions: What was merged, kept apart or left unsure, and why; sorted.
    """

    entities: Mapping[str, Entity]
    decisions: tuple[Decision, ...]


def resolve(
    releases: Iterable[tuple[str, Sequence[Statement]]],
    arrivals: Mapping[str, Arrival] | None = None,
    judgements: Sequence[Judgement] = (),
    doubted: Collection[Tied] = frozenset(),
) -> Resolution:
    """Find out which entities of different releases are one.

    Who is who depends on what the releases say and on the judgements, not on the order of the
    releases; resolving what is resolved joins nothing more. Reads the releases once and keeps of
    them only entities and what ties them.

    Args:
        releases: Release ids with the statements of each; entity ids must not recur for
            different entities.
        arrivals: When each release came out and in, and who issued it. The days tell namesakes of
            different times apart, the issuer tells whose a body is of which a release says no
            more; the order decides who of two namesakes keeps the plain identifier.
        judgements: What people have said, in the order in which they said it.
        doubted: Offices that tell nothing of who somebody is, as they are doubtful.
    """
    mentions = _gathered(releases, doubted)
    settle_kinds(mentions, read_organisations())
    judges = _Judges.of(mentions, arrivals or {})
    authority = judges.authority
    clusters = Clusters(mentions.entities)
    issuers = {id_: authority.state_of(of.source) for id_, of in (arrivals or {}).items()}
    made = set(apply_judgements(judgements, mentions, clusters))
    while True:  # what one merge brings together may tell others: until nothing more follows
        profiles = Profiles(Gathering(mentions, clusters, authority, issuers))
        known = {profile.id: profile for type_ in EntityType for profile in profiles.of(type_)}
        judged = set(judges.others(profiles))
        done = carry_out(_merges(judged), clusters, known)
        if not _merges(done):  # people last, by the countries and bodies as they are then
            persons = set(judges.people(profiles, clusters))
            judged |= persons
            done += carry_out(_merges(persons), clusters, known)
        made.update(_merges(done))
        if not _merges(done):
            break
        del profiles, known  # or those of the next round would stand beside them
    left = {decision for decision in (*judged, *done) if decision.kind is not Verdict.MERGE}
    canonical = canonical_entities(known.values(), mentions, clusters, arrivals or {})
    return Resolution(
        {id_: canonical[clusters.root(id_)] for id_ in sorted(mentions.entities)},
        tuple(sorted(made | left)),
    )


def _gathered(
    releases: Iterable[tuple[str, Sequence[Statement]]], doubted: Collection[Tied]
) -> Mentions:
    mentions = Mentions()
    for release, statements in releases:
        for statement in statements:
            doubtful = statement.predicate is _OFFICE and Tied.by(release, statement) in doubted
            mentions.add(release, statement, telling=not doubtful)
    return mentions


@dataclass(frozen=True, slots=True)
class _Judges:
    """What decides who is one."""

    authority: Authority
    occasions: Occasions
    names: PersonNames
    background: Background

    @classmethod
    def of(cls, mentions: Mentions, arrivals: Mapping[str, Arrival]) -> Self:
        """Read what they go by."""
        return cls(
            read_authority(),
            Occasions(read_edition_classes(), arrivals),
            PersonNames(read_words()),
            Background(mentions, arrivals, read_weights().limits),
        )

    def others(self, profiles: Profiles) -> Iterator[Decision]:
        """Decide on all but people."""
        yield from judge_countries(profiles.of(EntityType.COUNTRY))
        yield from judge_organisations(profiles.of(EntityType.ORGANISATION), self.authority)
        yield from judge_places(profiles.of(EntityType.PLACE), self.occasions.classes)
        yield from self.occasions.judge_operations(profiles.of(EntityType.OPERATION))
        yield from self.occasions.judge_events(profiles.of(EntityType.EVENT))

    def people(self, profiles: Profiles, clusters: Clusters) -> Iterator[Decision]:
        """Decide on people, by the countries and bodies that they represent."""
        persons = profiles.of(EntityType.PERSON)
        return judge_people(persons, self.names, self.background, clusters)


def _merges(decisions: Iterable[Decision]) -> list[Decision]:
    return [decision for decision in decisions if decision.kind is Verdict.MERGE]
