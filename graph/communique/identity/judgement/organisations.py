"""Which organisations are one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from communique.identity.bodies.authority import Authority
from communique.identity.bodies.name import BodyNames
from communique.identity.judgement.acronyms import judge_acronyms
from communique.identity.judgement.decision import Decision, Feature, Verdict
from communique.identity.judgement.partition import grouped
from communique.identity.profile import Profile

_TELLING = 3
"""Words of an alias from which on it says by itself who is meant."""
_LONG = 4
"""Words of a name from which on the releases of one state mean one body by it."""


def judge_organisations(profiles: Sequence[Profile], authority: Authority) -> Iterator[Decision]:
    """Bodies of one name, acronym or entry of the gazetteer are one.

    A name that many states or bodies use ("Ministry of Defence", "Legal Section") counts together
    with the state or the whole that the name or the release ties it to, and for nothing without.
    """
    for (entry,), group in grouped(profiles, lambda p: [(p.listed,)] if p.listed else []):
        yield from _merged(group, f"listed as {entry}", Feature("one entry of the gazetteer", 5.0))
    for (kind, home, *words), group in grouped(profiles, lambda p: _keys(p, authority)):
        reason = f"same name: {' '.join(words)}" + (f" of {home}" if home else "")
        for one in _by_entry(group):
            yield from _merged(one, reason, Feature("same name", 3.0), *_HOMES[kind])
    yield from judge_acronyms(profiles, authority.names)
    yield from _undecided(profiles, authority.names)


_HOMES = {
    "name": (Feature("a name that is no other's", 1.5),),
    "state": (Feature("same state", 1.0),),
    "part": (Feature("part of the same organisation", 0.5),),
    "issuer": (Feature("releases of one state", -0.5),),
}


def _keys(profile: Profile, authority: Authority) -> Iterator[tuple[str, ...]]:
    for form, name in authority.names.telling(profile.names, profile.aliases).items():
        if form in profile.names or name.country or len(name.residue) >= _TELLING:
            yield from _keys_of(form, profile, authority)


def _keys_of(form: str, profile: Profile, authority: Authority) -> Iterator[tuple[str, ...]]:
    """What a form says together with whose body it is; nothing if it says too little."""
    name, part = authority.names.of(form), authority.part(form)
    home = min(profile.countries) if len(profile.countries) == 1 else None
    if profile.listed and name.generic and not name.country:
        return
    if not name.generic:
        yield ("name", name.country or "", *name.residue)
    elif name.residue and (name.country or home):
        yield ("state", name.country or home or "", *name.residue)
    elif profile.issuer and len(name.residue) >= _LONG and not profile.parents and not home:
        yield ("issuer", profile.issuer, *name.content)
    if part or (name.generic and not name.country and len(profile.parents) == 1):
        rest = authority.names.of(part.name if part else form).residue
        if len(rest) > 1:
            yield ("part", part.whole if part else min(profile.parents), *rest)


def _by_entry(group: Iterable[Profile]) -> list[list[Profile]]:
    """Profiles of one name, those apart that the gazetteer tells apart."""
    entries: dict[str | None, list[Profile]] = defaultdict(list)
    for profile in group:
        entries[profile.listed].append(profile)
    known = [entry for entry in entries if entry is not None]
    if len(known) == 1:
        return [[*entries[known[0]], *entries[None]]]
    return list(entries.values())


def _undecided(profiles: Sequence[Profile], names: BodyNames) -> Iterator[Decision]:
    bare = [profile for profile in profiles if profile.generic and len(profile.countries) != 1]

    def residues(profile: Profile) -> Iterator[tuple[str, ...]]:
        return (part.residue for name in profile.names if (part := names.of(name)).residue)

    for _, group in grouped(bare, residues):
        if len(group) > 1:
            features = [Feature("same name", 3.0), Feature("a name that many have", -3.0)]
            name = max(
                (name for p in group for name in p.names), key=lambda name: (len(name), name)
            )
            reason = f"nothing says whose this is: {name}"
            yield Decision.scored(Verdict.UNSURE, (p.id for p in group), reason, features)


def _merged(group: Sequence[Profile], reason: str, *features: Feature) -> Iterator[Decision]:
    if len(group) > 1:
        yield Decision.scored(Verdict.MERGE, (p.id for p in group), reason, features)
