"""Telling namesakes apart: one rule for people, places and events."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from communique.identity.clusters import Clusters
from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.profile import Profile

Feature = Callable[[Profile], frozenset[str]]


def components(profiles: Sequence[Profile], feature: Feature) -> list[list[Profile]]:
    """Profiles joined wherever two share a value of the feature, directly or through others."""
    clusters = Clusters(profile.id for profile in profiles)
    first: dict[str, str] = {}
    for profile in profiles:
        for value in sorted(feature(profile)):
            clusters.merge((first.setdefault(value, profile.id), profile.id))
    known = {profile.id: profile for profile in profiles}
    return [[known[id_] for id_ in ids] for ids in clusters.members().values()]


def tell_apart(
    profiles: Sequence[Profile], parting: Feature, linking: Feature, name: str, what: str
) -> Iterator[Decision]:
    """Judge profiles of one name: those with different values of ``parting`` are different.

    A profile without any joins the one group that it is linked to; if it is linked to none or to
    several, it stays by itself, to be reviewed. With one group at most all are one.

    Args:
        profiles: At least one, with a common name.
        parting: What one entity has once, such as the country a person represents.
        linking: What tells that two are one although they may have several.
        name: The common name, for the reasons.
        what: What ``parting`` is, in words, for the reasons.
    """
    groups = components([profile for profile in profiles if parting(profile)], parting)
    if len(groups) < 2:  # noqa: PLR2004
        yield from merged(profiles, f"same name: {name}", 1.0)
        return
    free = [profile for profile in profiles if not parting(profile)]
    joined, left = _attach(free, groups, linking)
    for group in groups:
        yield from merged(group, f"same name and {what}: {name}", 1.0)
    for profile, home in joined:
        yield from merged([home[0], profile], f"same name and body or release: {name}", 0.8)
    for rest in components(left, linking):
        yield from merged(rest, f"same name and body or release: {name}", 0.8)
    yield _judgement(Verdict.APART, [g[0] for g in groups], f"different {what}: {name}", 0.9)
    settled = {profile.id for profile, _ in joined}
    yield from _unsure([p for p in free if p.id not in settled], groups, name)


def _unsure(
    profiles: Sequence[Profile], groups: Sequence[Sequence[Profile]], name: str
) -> Iterator[Decision]:
    if profiles:
        either = [*profiles, *(group[0] for group in groups)]
        yield _judgement(Verdict.UNSURE, either, f"may be either {name}", 0.5)


def _attach(
    free: Sequence[Profile], groups: Sequence[Sequence[Profile]], linking: Feature
) -> tuple[list[tuple[Profile, Sequence[Profile]]], list[Profile]]:
    """Profiles with the one group each is linked to, and those linked to none."""
    joined: list[tuple[Profile, Sequence[Profile]]] = []
    left = []
    links = [frozenset[str]().union(*map(linking, group)) for group in groups]
    for profile in free:
        linked = [group for group, of in zip(groups, links, strict=True) if linking(profile) & of]
        if len(linked) == 1:
            joined.append((profile, linked[0]))
        elif not linked:
            left.append(profile)
    return joined, left


def merged(profiles: Iterable[Profile], reason: str, score: float) -> Iterator[Decision]:
    """The decision to take profiles for one; none for a single profile."""
    found = list(profiles)
    if len(found) > 1:
        yield _judgement(Verdict.MERGE, found, reason, score)


def grouped(
    profiles: Iterable[Profile], key: Callable[[Profile], Iterable[tuple[str, ...]]]
) -> Iterator[tuple[tuple[str, ...], list[Profile]]]:
    """Profiles by key, keys in order; a profile is in the group of each of its keys."""
    groups: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        for value in sorted(set(key(profile))):
            groups[value].append(profile)
    for value in sorted(groups):
        yield value, groups[value]


def _judgement(kind: Verdict, profiles: Iterable[Profile], reason: str, score: float) -> Decision:
    return Decision(kind, tuple(profile.id for profile in profiles), reason, score)
