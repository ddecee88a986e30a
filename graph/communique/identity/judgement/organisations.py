"""Which organisations are one."""

from collections.abc import Iterator, Sequence
from functools import partial

from communique.identity.bodies.name import BodyNames
from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.judgement.partition import components, grouped, merged
from communique.identity.names import fold, initials, is_acronym
from communique.identity.profile import Profile

_SHORTEST = 3
"""Letters of an acronym that may tell a full name by its initials."""


def judge_organisations(profiles: Sequence[Profile], names: BodyNames) -> Iterator[Decision]:
    """Bodies of one name or acronym are one; a ministry only with its own state's.

    A name that many states use ("Ministry of Defence") counts together with the state that the
    name or the release ties it to, and counts for nothing without one.
    """
    for key, group in grouped(profiles, lambda profile: _name_keys(profile, names)):
        yield from merged(group, f"same name: {' '.join(key[1:])}", 1.0)
    yield from _by_acronym(profiles, names)
    yield from _undecided(profiles, names)


def _name_keys(profile: Profile, names: BodyNames) -> Iterator[tuple[str, ...]]:
    country = min(profile.countries) if len(profile.countries) == 1 else None
    for name in profile.names:
        part = names.of(name)
        home = part.country or (country if part.generic else None)
        if home and part.residue:
            yield (home, *part.residue)
        elif not part.generic:
            yield ("", *part.key)
    acronyms = {form for form in _acronyms(profile, names) if len(form) >= _SHORTEST}
    for form in profile.forms:
        if len(fold(form)) > 1 and initials(form) in acronyms:
            yield ("", *names.of(form).key)


def _acronyms(profile: Profile, names: BodyNames) -> set[str]:
    """Acronyms that say who is meant: none of a generic body, for every state has an MFA."""
    if profile.generic:
        return set()
    ordinary = names.words.institutions | names.words.titles
    return {form for form in profile.forms if is_acronym(form) and form.casefold() not in ordinary}


def _by_acronym(profiles: Sequence[Profile], names: BodyNames) -> Iterator[Decision]:
    keyed = grouped(profiles, lambda profile: ((form,) for form in _acronyms(profile, names)))
    for (acronym,), holders in keyed:
        full = [holder for holder in holders if _full_names(holder, acronym)]
        spelt = [
            holder
            for holder in full
            if any(initials(form) == acronym for form in _full_names(holder, acronym))
        ]
        reason = f"same acronym: {acronym}"
        bodies = components(full, partial(_folded_names, acronym=acronym))
        if len(bodies) <= 1:
            yield from merged(holders, reason, 0.9)
        elif len(spelt) == 1:  # several bodies share it, but only one name spells it
            bare = [holder for holder in holders if holder not in full]
            yield from merged([*bare, *spelt], reason, 0.8)
        if len(bodies) > 1:
            for body in bodies:
                yield from merged(body, f"same acronym and name: {acronym}", 0.9)
            ids = tuple(body[0].id for body in bodies)
            yield Decision(Verdict.APART, ids, f"different names with the acronym {acronym}", 0.8)


def _full_names(profile: Profile, acronym: str) -> list[str]:
    """Forms of several words that do not merely contain the acronym."""
    return [
        form
        for form in profile.forms
        if len(fold(form)) > 1 and acronym.casefold() not in fold(form)
    ]


def _folded_names(profile: Profile, acronym: str) -> frozenset[str]:
    return frozenset(" ".join(fold(form)) for form in _full_names(profile, acronym))


def _undecided(profiles: Sequence[Profile], names: BodyNames) -> Iterator[Decision]:
    bare = [profile for profile in profiles if profile.generic and len(profile.countries) != 1]

    def residues(profile: Profile) -> Iterator[tuple[str, ...]]:
        return (names.of(name).residue for name in profile.names)

    for key, group in grouped(bare, residues):
        if len(group) > 1:
            ids = tuple(profile.id for profile in group)
            yield Decision(Verdict.UNSURE, ids, f"no state is tied to the {' '.join(key)}", 0.5)
