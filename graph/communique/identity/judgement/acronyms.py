"""Which organisations are one by a common acronym."""

from collections.abc import Iterator, Sequence
from functools import partial

from rapidfuzz.fuzz import token_sort_ratio

from communique.identity.bodies.name import BodyNames
from communique.identity.clusters import Clusters
from communique.identity.judgement.decision import Decision, Feature, Verdict
from communique.identity.judgement.partition import components, grouped
from communique.identity.names import fold, initials, is_acronym
from communique.identity.profile import Profile

_ACRONYM = Feature("same acronym", 2.0)
_SPELT = Feature("the only name that spells the acronym", 1.0)
_ONLY = Feature("no other name has the acronym", 0.5)
_ALIKE = 85
"""Likeness, of 100, from which on two names with one acronym are spellings of one."""


def judge_acronyms(profiles: Sequence[Profile], names: BodyNames) -> Iterator[Decision]:
    """Bodies of one acronym are one, unless their names in full or their states differ."""
    keyed = grouped(profiles, lambda profile: ((form,) for form in _acronyms(profile, names)))
    for (acronym,), holders in keyed:
        yield from _judge(acronym, holders)


def _judge(acronym: str, holders: Sequence[Profile]) -> Iterator[Decision]:
    full = [holder for holder in holders if _full_names(holder, acronym)]
    bare = [holder for holder in holders if holder not in full]
    bodies = _bodies(full, acronym)
    reason = f"same acronym: {acronym}"
    for body in bodies:
        likeness = Feature("names in full that are alike", 1.5)
        yield from _merged(body, f"same acronym and name: {acronym}", _ACRONYM, likeness)
    spelt = [body for body in bodies if any(_spells(holder, acronym) for holder in body)]
    if len(bodies) <= 1:
        yield from _merged([*bare, *full], reason, _ACRONYM, _ONLY)
    elif len(spelt) == 1:  # several bodies share it, but only one name spells it
        yield from _merged([*bare, *spelt[0]], reason, _ACRONYM, _SPELT)
    if len(bodies) > 1:
        different = Feature("different names in full", 3.5)
        ids = tuple(body[0].id for body in bodies)
        against = [Feature(_ACRONYM.name, -_ACRONYM.weight), different]
        why = f"different names with the acronym {acronym}"
        yield Decision.scored(Verdict.APART, ids, why, against)


def _bodies(full: Sequence[Profile], acronym: str) -> list[list[Profile]]:
    """The holders of an acronym by their names in full, spellings of one together."""
    exact = components(full, partial(_folded_names, acronym=acronym))
    clusters = Clusters(body[0].id for body in exact)
    for index, one in enumerate(exact):
        for other in exact[index + 1 :]:
            if _alike(one, other, acronym):
                clusters.merge((one[0].id, other[0].id))
    known = {body[0].id: body for body in exact}
    return [[p for id_ in ids for p in known[id_]] for ids in clusters.members().values()]


def _alike(one: Sequence[Profile], other: Sequence[Profile], acronym: str) -> bool:
    """Whether two bodies have names that are spellings of one and nothing tells them apart."""
    entries = {p.listed for p in (*one, *other)} - {None}
    states = [frozenset[str]().union(*(p.countries for p in body)) for body in (one, other)]
    if len(entries) > 1 or (states[0] and states[1] and states[0].isdisjoint(states[1])):
        return False
    names = [
        {" ".join(fold(f)) for p in body for f in _full_names(p, acronym)} for body in (one, other)
    ]
    return any(token_sort_ratio(a, b) >= _ALIKE for a in names[0] for b in names[1])


def _acronyms(profile: Profile, names: BodyNames) -> set[str]:
    """Acronyms that say who is meant: none of a generic body, for every state has an MFA."""
    if profile.generic:
        return set()
    ordinary = names.classes.institutions
    return {form for form in profile.forms if is_acronym(form) and form.casefold() not in ordinary}


def _full_names(profile: Profile, acronym: str) -> list[str]:
    """Forms of several words that do not merely contain the acronym."""
    return [
        form
        for form in profile.forms
        if len(fold(form)) > 1 and acronym.casefold() not in fold(form)
    ]


def _spells(profile: Profile, acronym: str) -> bool:
    return any(initials(form) == acronym for form in _full_names(profile, acronym))


def _folded_names(profile: Profile, acronym: str) -> frozenset[str]:
    return frozenset(" ".join(fold(form)) for form in _full_names(profile, acronym))


def _merged(group: Sequence[Profile], reason: str, *features: Feature) -> Iterator[Decision]:
    if len(group) > 1:
        yield Decision.scored(Verdict.MERGE, (p.id for p in group), reason, features)
