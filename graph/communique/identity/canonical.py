"""Canonical entities: name, aliases and identifier of each cluster."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from communique.graph import Entity
from communique.identity.clusters import natural
from communique.identity.judgement.namesakes import operation_words
from communique.identity.names import fold, slug
from communique.identity.profile import Profile
from communique.ontology import EntityType

HASH_LENGTH = 8
"""Hexadecimal digits of a hash in an identifier."""

Suffix = Callable[[Profile], str]


def canonical_entities(profiles: Iterable[Profile]) -> dict[str, Entity]:
    """The canonical entity of each cluster, by cluster id; no two have one identifier."""
    found = sorted(profiles, key=lambda profile: natural(profile.id))
    names = {profile.id: best_name(profile) for profile in found}
    stems: dict[str, list[Profile]] = defaultdict(list)
    for profile in found:
        stems[_stem(profile, names[profile.id])].append(profile)
    ids: dict[str, str] = {}
    for stem in sorted(stems):
        ids.update(_told_apart(stem, stems[stem], names))
    return {profile.id: _entity(profile, names[profile.id], ids[profile.id]) for profile in found}


def best_name(profile: Profile) -> str:
    """The name in most releases; a person's full name before a surname. Never depends on order."""

    def rank(name: str) -> tuple[bool, int, int, bool, str]:
        full = profile.type is EntityType.PERSON and len(fold(name)) > 1
        return full, profile.names[name], len(name), not name.isascii(), name

    return max(profile.names, key=rank)


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


def _stem(profile: Profile, name: str) -> str:
    kind = profile.type.casefold()
    if profile.iso3 and profile.type is EntityType.COUNTRY:
        return f"{kind}-{profile.iso3}"
    if not profile.named:
        return f"{kind}-{_hash([*sorted(profile.releases), name])}"
    words = " ".join(operation_words(name)) if profile.type is EntityType.OPERATION else name
    return f"{kind}-{slug(words) or _hash([name])}"


def _told_apart(
    stem: str, profiles: Sequence[Profile], names: Mapping[str, str]
) -> Mapping[str, str]:
    """Identifiers for the clusters of one stem: each by the first suffix that is its alone."""
    if len(profiles) == 1:
        return {profiles[0].id: stem}

    def countries(profile: Profile) -> str:
        return "-".join(sorted(slug(names.get(code, code)) for code in profile.countries))

    def body(profile: Profile) -> str:
        return min((slug(names[id_]) for id_ in profile.bodies), default="")

    suffixes: list[Suffix] = [
        countries,
        lambda profile: "-".join(sorted(profile.years)),
        body,
        lambda profile: _hash(sorted(profile.releases)),
    ]
    ids: dict[str, str] = {}
    left = list(profiles)
    for suffix in suffixes:
        values = {profile.id: suffix(profile) for profile in left}
        counts = Counter(values.values())
        alone = [p for p in left if values[p.id] and counts[values[p.id]] == 1]
        ids.update((profile.id, f"{stem}-{values[profile.id]}") for profile in alone)
        left = [profile for profile in left if profile not in alone]
    # Two entities that one release keeps apart under one name: all that is left is their order.
    ids.update((profile.id, f"{stem}-{number}") for number, profile in enumerate(left, 1))
    return ids


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:HASH_LENGTH]
