"""Canonical entities: name, aliases and identifier of each cluster.

An identifier is made of what the cluster's first release says, so that later releases do not change
it; a namesake that comes in later is the one that gets a suffix.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.graph import Arrival, Entity, bounds
from communique.identity.clusters import Clusters, natural
from communique.identity.names import fold, slug
from communique.identity.occasions.edition import without_head
from communique.identity.profile import Mentions, Profile, Tie
from communique.ontology import EntityType, Relation

HASH_LENGTH = 8
"""Hexadecimal digits of a hash in an identifier."""

_UNKNOWN = Arrival()


@dataclass(frozen=True, slots=True)
class _Founding:
    """What the first release of a cluster says of it.

    Attributes:
        profile: Of the cluster.
        release: Earliest published; one that gives a person's full name before one that does not.
        name: Best name there.
        ids: The cluster's entities there.
        loaded: Number of the release of the cluster that was loaded first.
    """

    profile: Profile
    release: str
    name: str
    ids: frozenset[str]
    loaded: int


def canonical_entities(
    profiles: Iterable[Profile],
    mentions: Mentions,
    clusters: Clusters,
    arrivals: Mapping[str, Arrival],
) -> dict[str, Entity]:
    """The canonical entity of each cluster, by cluster id; no two have one identifier.

    Args:
        profiles: Of all clusters.
        mentions: What the releases say.
        clusters: Which mentions are one.
        arrivals: When each release came out and in; those that are missing are of no day.
    """
    found = sorted(profiles, key=lambda profile: natural(profile.id))
    members = clusters.members()
    ties = defaultdict(list)
    for tie in mentions.ties:
        ties[tie.release].append(tie)
    naming = _Naming(mentions, arrivals, ties)
    foundings = [naming.founding(profile, members[profile.id]) for profile in found]
    ids = naming.identifiers(foundings)
    return {profile.id: _entity(profile, best_name(profile), ids[profile.id]) for profile in found}


def best_name(profile: Profile) -> str:
    """The name in most releases; a person's full name before a surname. Never depends on order."""
    return _best(profile.names, profile.type)


def _best(names: Mapping[str, int], type_: EntityType) -> str:
    def rank(name: str) -> tuple[bool, int, int, bool, str]:
        return _is_full(name, type_), names[name], len(name), not name.isascii(), name

    return max(names, key=rank)


def _is_full(name: str, type_: EntityType) -> bool:
    return type_ is EntityType.PERSON and len(fold(name)) > 1


def _entity(profile: Profile, name: str, id_: str) -> Entity:
    return Entity(
        id=id_,
        type=profile.type,
        name=name,
        aliases=tuple(form for form in profile.forms if form != name),
        named=profile.named,
        iso3=profile.iso3,
        wikidata=profile.wikidata,
    )


class _Naming:
    """Gives identifiers to clusters."""

    def __init__(
        self,
        mentions: Mentions,
        arrivals: Mapping[str, Arrival],
        ties: Mapping[str, Sequence[Tie]],
    ) -> None:
        self._mentions, self._arrivals, self._ties = mentions, arrivals, ties

    def founding(self, profile: Profile, members: Iterable[str]) -> _Founding:
        """What the first release of a cluster says of it."""
        by_release: dict[str, set[str]] = defaultdict(set)
        for id_ in members:
            for release in self._mentions.releases[id_]:
                by_release[release].add(id_)

        def names(release: str) -> Counter[str]:
            entities = (e for id_ in by_release[release] for e in self._mentions.entities[id_])
            return Counter(entity.name for entity in entities)

        full = [
            release
            for release in by_release
            if any(_is_full(name, profile.type) for name in names(release))
        ]
        release = min(full or by_release, key=self._came_out)
        return _Founding(
            profile,
            release,
            _best(names(release), profile.type),
            frozenset(by_release[release]),
            min(self._arrivals.get(id_, _UNKNOWN).number for id_ in by_release),
        )

    def identifiers(self, foundings: Sequence[_Founding]) -> dict[str, str]:
        """An identifier for each cluster, by cluster id."""
        stems: dict[str, list[_Founding]] = defaultdict(list)
        for founding in foundings:
            stems[_stem(founding)].append(founding)
        ids: dict[str, str] = {}
        taken = {stem for stem, namesakes in stems.items() if len(namesakes) == 1}
        for stem in sorted(stems):
            for founding in sorted(stems[stem], key=self._came_in):
                forms = [stem] if len(stems[stem]) == 1 else self._suffixed(stem, founding)
                id_ = next(form for form in forms if form not in taken or len(stems[stem]) == 1)
                taken.add(id_)
                ids[founding.profile.id] = id_
        return ids

    def _suffixed(self, stem: str, founding: _Founding) -> Iterator[str]:
        """The stem, then the stem with what its first release tells of it, then with a number."""
        yield stem
        told = [tie for tie in self._ties[founding.release] if tie.subject in founding.ids]
        suffixes: list[Callable[[], str]] = [
            lambda: self._countries(told),
            lambda: self._years(founding),
            lambda: self._body(told),
            lambda: _hash([founding.release, founding.name]),
        ]
        for suffix in suffixes:
            if value := suffix():
                yield f"{stem}-{value}"
        number = 2
        while True:  # entities that one release keeps apart under one name
            yield f"{stem}-{number}"
            number += 1

    def _countries(self, ties: Iterable[Tie]) -> str:
        found = {self._code(tie.object) for tie in ties if self._is(tie, EntityType.COUNTRY)}
        return "-".join(sorted(found))

    def _code(self, id_: str) -> str:
        entity = min(self._mentions.entities[id_], key=lambda e: (e.iso3 or "", e.name))
        return slug(entity.iso3 or entity.name)

    def _years(self, founding: _Founding) -> str:
        years = {
            str(day.year)
            for tie in self._ties[founding.release]
            if tie.date and (tie.subject in founding.ids or tie.object in founding.ids)
            for day in bounds(tie.date)
        }
        is_event = founding.profile.type is EntityType.EVENT
        return "-".join(sorted(years)) if is_event else ""

    def _body(self, ties: Iterable[Tie]) -> str:
        bodies = (tie.object for tie in ties if self._is(tie, EntityType.ORGANISATION))
        names = (e.name for id_ in bodies for e in self._mentions.entities[id_])
        return min(map(slug, names), default="")

    def _is(self, tie: Tie, type_: EntityType) -> bool:
        telling = tie.predicate in (Relation.REPRESENTS, Relation.LOCATED_IN)
        return telling and self._mentions.type_of(tie.object) is type_

    def _came_out(self, release: str) -> tuple[bool, str, str]:
        published = self._arrivals.get(release, _UNKNOWN).published
        return published is None, published or "", release

    def _came_in(self, founding: _Founding) -> tuple[int, bool, str, str, str]:
        key = self._came_out(founding.release)
        return founding.loaded, *key, natural(founding.profile.id)


def _stem(founding: _Founding) -> str:
    profile, name = founding.profile, founding.name
    kind = profile.type.casefold()
    if profile.iso3 and profile.type is EntityType.COUNTRY:
        return f"{kind}-{profile.iso3}"
    if not profile.named:
        return f"{kind}-{_hash([founding.release, name])}"
    words = " ".join(without_head(name)) if profile.type is EntityType.OPERATION else name
    return f"{kind}-{slug(words) or _hash([name])}"


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:HASH_LENGTH]
