"""What the releases tell about each cluster: the ground on which namesakes are judged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from communique.graph import Entity, Statement
from communique.identity.bodies.authority import Authority
from communique.identity.bodies.home import Home, Ties, find_home
from communique.identity.clusters import Clusters
from communique.ontology import SIGNATURES, EntityType, Relation

_TELLING = frozenset({Relation.REPRESENTS, Relation.LOCATED_IN, Relation.PART_OF})


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one cluster.

    Attributes:
        id: Of the cluster.
        type: What it is.
        names: Its names with the number of release entities that have each.
        aliases: The other forms.
        named: Whether any release gives it a name.
        generic: Whether it is a body of a name that many states use ("Ministry of Defence").
        iso3: Country code of a country.
        wikidata: Wikidata item of a country or of a listed organisation.
        releases: The releases that mention it.
        listed: Of an organisation, its name in the gazetteer if it is known there.
        countries: Of a person those represented, of a place those it is in, of an organisation
            the state whose body it is; ISO codes, else cluster ids.
        bodies: Cluster ids of the organisations that a person represents.
        parents: Of an organisation, the names in the gazetteer of those that it is a part of.
        issuer: Of an organisation, the state whose bodies issued all its releases.
        wholes: Of a place, the names of the places that it lies in.
        dates: Of an event, the ISO 8601 periods that releases give it.
    """

    id: str
    type: EntityType
    names: Mapping[str, int]
    aliases: frozenset[str]
    named: bool
    generic: bool
    listed: str | None
    iso3: str | None
    wikidata: str | None
    releases: frozenset[str]
    countries: frozenset[str]
    bodies: frozenset[str]
    parents: frozenset[str]
    issuer: str | None
    wholes: frozenset[str]
    dates: frozenset[str]

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that releases use, sorted."""
        return tuple(sorted({*self.names, *self.aliases}))


class Tied(NamedTuple):
    """What tells a statement of an office from the others.

    Attributes:
        release: That states it.
        subject: Id of the person in it.
        object: Id of the country in it.
        role: The office.
    """

    release: str
    subject: str
    object: str
    role: str | None

    @classmethod
    def by(cls, release: str, statement: Statement) -> Self:
        """That of a statement."""
        return cls(release, statement.subject.id, statement.object.id, statement.qualifiers.role)


@dataclass(frozen=True, slots=True)
class Tie:
    """What of a statement matters for identity."""

    release: str
    subject: str
    predicate: Relation
    object: str
    role: str | None
    date: str | None
    confidence: float


@dataclass(slots=True)
class Mentions:
    """All entities of all releases with what ties them, as far as identity needs it.

    Attributes:
        entities: By id, each form that statements carry; nearly always one, so no set.
        releases: The releases that mention each.
        ties: What ties them.
        fitting: What each may be by the vocabulary, whatever its release took it for.
    """

    entities: dict[str, tuple[Entity, ...]] = field(default_factory=dict)
    releases: dict[str, list[str]] = field(default_factory=dict)
    ties: set[Tie] = field(default_factory=set)
    fitting: dict[str, frozenset[EntityType]] = field(default_factory=dict)

    def add(self, release: str, statement: Statement, *, telling: bool = True) -> None:
        """Take up a statement of a release; those of one release come one after the other.

        Args:
            release: Its id.
            statement: What it says.
            telling: Whether it tells who its entities are; otherwise it only names them.
        """
        subject, object_ = statement.subject, statement.object
        signature = SIGNATURES[statement.predicate]
        for end, kinds in ((subject, signature.subjects), (object_, signature.objects)):
            forms = self.entities.get(end.id, ())
            if end not in forms:
                self.entities[end.id] = (*forms, end)
            releases = self.releases.setdefault(end.id, [])
            if release not in releases[-1:]:
                releases.append(release)
            fitting = self.fitting.get(end.id, kinds)
            self.fitting[end.id] = fitting if fitting <= kinds else fitting & kinds
        q, predicate = statement.qualifiers, statement.predicate
        occasion = EntityType.EVENT in (subject.type, object_.type)
        if telling and (predicate in _TELLING or (occasion and q.date)):
            ends = (subject.id, predicate, object_.id)
            self.ties.add(Tie(release, *ends, q.role, q.date, statement.confidence))

    def type_of(self, id_: str) -> EntityType:
        """What an entity is; all that share an id are of one type."""
        return self.entities[id_][0].type


class Profiles:
    """The profiles of all clusters, by type, each list in the order of ids."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        """Take them in the order of ids."""
        self._by_type: dict[EntityType, list[Profile]] = {type_: [] for type_ in EntityType}
        for profile in profiles:
            self._by_type[profile.type].append(profile)

    def of(self, type_: EntityType) -> list[Profile]:
        """The profiles of one type."""
        return self._by_type[type_]


class Gathering:
    """Makes the profiles of all clusters of what ties them; not needed once they are made."""

    def __init__(
        self,
        mentions: Mentions,
        clusters: Clusters,
        authority: Authority,
        issuers: Mapping[str, str | None],
    ) -> None:
        """Gather what ties them; reads the mentions once."""
        self._mentions, self._clusters, self._authority = mentions, clusters, authority
        self._issuers = issuers
        self._codes: dict[str, str] = {}
        self._members = clusters.members()
        self._forms = {
            root: tuple(entity for id_ in ids for entity in mentions.entities[id_])
            for root, ids in self._members.items()
        }
        self._names: dict[tuple[str, ...], Mapping[str, int]] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._links: dict[str, set[str]] = defaultdict(set)  # countries and bodies, as roots
        self._dates: dict[str, set[str]] = defaultdict(set)
        self._shared: dict[tuple[str, str], set[str]] = defaultdict(set)
        for tie in mentions.ties:
            self._take(tie)
        self._homes = self._find_homes()

    def __iter__(self) -> Iterator[Profile]:
        """Make each, in the order of ids."""
        return map(self._profile, self._members)

    def _take(self, tie: Tie) -> None:
        subject, object_ = self._clusters.root(tie.subject), self._clusters.root(tie.object)
        if tie.predicate in _TELLING:
            self._links[subject].add(object_)
        if tie.predicate is Relation.REPRESENTS:
            self._shared[tie.release, subject].add(object_)
        if tie.date and tie.predicate is not Relation.PART_OF:
            for end in (subject, object_):
                self._dates[end].add(tie.date)

    def _find_homes(self) -> dict[str, Home]:
        """Whose body each organisation is."""
        entries = {root: self._entries(root) for root in self._members if self._is_body(root)}
        states: dict[str, set[str]] = defaultdict(set)
        bodies: dict[str, set[str]] = defaultdict(set)
        for ends in self._shared.values():
            countries = self._countries(ends)
            listed = {name for end in ends for name in entries.get(end, ())}
            for end in ends:  # an office in a body and in one state: the state's body
                states[end].update(countries if len(countries) == 1 else ())
                bodies[end].update(listed if len(listed) == 1 else ())
        homes = {}
        for root in entries:
            forms = self._forms[root]
            links = self._links.get(root, ())
            wholes = {name for end in links for name in entries.get(end, ())}
            issuers = {self._issuers.get(release) for release in self._releases(root)}
            tied = self._countries(links) | self._states_of(links)
            ties = Ties(
                self._one(tied.union(states.get(root, ()))),
                self._one(wholes or bodies.get(root, ())),
                issuers.pop() if len(issuers) == 1 else None,
            )
            homes[root] = find_home(
                sorted({entity.name for entity in forms}),
                sorted({alias for entity in forms for alias in entity.aliases}),
                ties,
                self._authority,
            )
        return homes

    def _states_of(self, ends: Iterable[str]) -> set[str]:
        """Codes of the states that the names of bodies among some entities tell."""
        names = (entity.name for end in ends if self._is_body(end) for entity in self._forms[end])
        return {state for name in names if (state := self._authority.state_of(name))}

    def _entries(self, root: str) -> set[str]:
        """Names of the listed organisations that a body's names mean."""
        found = (self._authority.named(name) for name in {e.name for e in self._forms[root]})
        return {entry.name for entry in found if entry}

    def _releases(self, root: str) -> frozenset[str]:
        return self._one(
            release for id_ in self._members[root] for release in self._mentions.releases[id_]
        )

    def _is_body(self, root: str) -> bool:
        return self._mentions.type_of(root) is EntityType.ORGANISATION

    def _countries(self, ends: Iterable[str]) -> set[str]:
        return {
            self._code(end) for end in ends if self._mentions.type_of(end) is EntityType.COUNTRY
        }

    def _places(self, ends: Iterable[str]) -> Iterator[str]:
        for end in ends:
            if self._mentions.type_of(end) is EntityType.PLACE:
                yield from (entity.name for entity in self._forms[end])

    def _code(self, root: str) -> str:
        if root not in self._codes:
            codes = (e.iso3 for e in self._forms[root] if e.iso3)
            self._codes[root] = min(codes, default=root)
        return self._codes[root]

    def _profile(self, root: str) -> Profile:
        forms, links = self._forms[root], self._links.get(root, ())
        bodies = self._one(end for end in links if self._is_body(end))
        home = self._homes.get(root)
        names, items = tuple(e.name for e in forms), (e.wikidata for e in forms if e.wikidata)
        return Profile(
            id=root,
            type=forms[0].type,
            names=self._names.setdefault(names, Counter(names)),
            aliases=self._one(alias for entity in forms for alias in entity.aliases),
            named=any(entity.named for entity in forms),
            generic=home is not None and home.generic,
            listed=home.listed if home else None,
            iso3=min((entity.iso3 for entity in forms if entity.iso3), default=None),
            wikidata=home.wikidata if home else min(items, default=None),
            releases=self._releases(root),
            countries=self._countries_of(root, bodies),
            bodies=bodies,
            parents=home.parents if home else frozenset(),
            issuer=home.issuer if home else None,
            wholes=self._one(self._places(links)),
            dates=self._one(self._dates[root] if forms[0].type is EntityType.EVENT else ()),
        )

    def _countries_of(self, root: str, bodies: frozenset[str]) -> frozenset[str]:
        if root in self._homes:
            return self._homes[root].countries
        own = self._countries(self._links.get(root, ()))
        return self._one(own.union(*(self._homes[body].countries for body in bodies)))

    def _one(self, values: Iterable[str]) -> frozenset[str]:
        """A set of these, one for all profiles that have the same."""
        found = frozenset(values)
        return self._sets.setdefault(found, found)
