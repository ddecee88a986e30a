"""Which organisations are one by a common acronym."""

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from communique.identity.bodies.name import BodyNames
from communique.identity.clusters import Clusters
from communique.identity.judgement.decision import Decision, Feature, Verdict
from communique.identity.judgement.partition import components, grouped
from communique.identity.names import fold, initials, is_acronym
from communique.identity.profile import Profile

_ACRONYM = Feature("same acronym", 2.0)
_SPELT = Feature("the only name that spells the acronym", 1.0)
_ONLY = Feature("no other name has the acronym", 0.5)
_ALIKE = 80
"""Likeness, of 100, from which on two words may be one, misspelt or worn."""


def judge_acronyms(profiles: Sequence[Profile], names: BodyNames) -> Iterator[Decision]:
    """Bodies of one acronym are one, unless their names in full or their states differ."""
    keyed = grouped(profiles, lambda profile: ((form,) for form in _acronyms(profile, names)))
    for (acronym,), holders in keyed:
        if len(holders) > 1:
            yield from _Holders(acronym, holders, names).judge()


class _Holders:
    """The bodies that have one acronym, with their names in full."""

    def __init__(self, acronym: str, holders: Sequence[Profile], names: BodyNames) -> None:
        self._acronym, self._linking = acronym, names.classes.spelling.linking
        self._heads = names.classes.heads.keys()
        self._full = {
            holder.id: frozenset(
                " ".join(name.words)
                for form, name in names.telling(holder.names, holder.aliases).items()
                if name.full and not is_acronym(form) and acronym.casefold() not in fold(form)
            )
            for holder in holders
        }
        self._bare = [holder for holder in holders if not self._full[holder.id]]
        self._named = [holder for holder in holders if self._full[holder.id]]

    def judge(self) -> Iterator[Decision]:
        """What the names in full say of the bodies."""
        bodies, reason = self._bodies(), f"same acronym: {self._acronym}"
        for body in bodies:
            likeness = Feature("names in full that are alike", 1.5)
            yield from _merged(body, f"same acronym and name: {self._acronym}", _ACRONYM, likeness)
        spelt = [body for body in bodies if any(self._spells(holder) for holder in body)]
        if len(bodies) <= 1:
            yield from _merged([*self._bare, *self._named], reason, _ACRONYM, _ONLY)
        elif len(spelt) == 1:  # several bodies share it, but only one name spells it
            yield from _merged([*self._bare, *spelt[0]], reason, _ACRONYM, _SPELT)
        if len(bodies) > 1:
            against = [Feature(_ACRONYM.name, -2.0), Feature("different names in full", 3.5)]
            why = f"different names with the acronym {self._acronym}"
            yield Decision.scored(Verdict.APART, (body[0].id for body in bodies), why, against)

    def _bodies(self) -> list[list[Profile]]:
        """The holders by their names in full, spellings of one together."""
        exact = components(self._named, lambda profile: self._full[profile.id])
        clusters = Clusters(body[0].id for body in exact)
        for index, one in enumerate(exact):
            for other in exact[index + 1 :]:
                if self._alike(one, other):
                    clusters.merge((one[0].id, other[0].id))
        known = {body[0].id: body for body in exact}
        return [[p for id_ in ids for p in known[id_]] for ids in clusters.members().values()]

    def _alike(self, one: Sequence[Profile], other: Sequence[Profile]) -> bool:
        """Whether two bodies have names that are spellings of one and nothing parts them."""
        entries = {p.listed for p in (*one, *other)} - {None}
        states = [frozenset[str]().union(*(p.countries for p in body)) for body in (one, other)]
        if len(entries) > 1 or (states[0] and states[1] and states[0].isdisjoint(states[1])):
            return False
        ours, theirs = (
            frozenset[str]().union(*(self._full[p.id] for p in body)) for body in (one, other)
        )
        return any(self._same(a.split(), b.split()) for a in ours for b in theirs)

    def _same(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether all words but one recur, be it misspelt; one in front says another body."""
        left = [word for word in one if word not in self._linking and not _recurs(word, other)]
        right = [word for word in other if word not in self._linking and not _recurs(word, one)]
        ahead = {words[0] for words in (one, other)} - self._heads
        return len(left) + len(right) <= 1 and ahead.isdisjoint((*left, *right))

    def _spells(self, profile: Profile) -> bool:
        return any(initials(name) == self._acronym for name in self._full[profile.id])


def _recurs(word: str, words: Sequence[str]) -> bool:
    return word in words or any(ratio(word, other) >= _ALIKE for other in words)


def _acronyms(profile: Profile, names: BodyNames) -> set[str]:
    """Acronyms that say who is meant: none of a generic body, for every state has an MFA."""
    if profile.generic:
        return set()
    ordinary = names.classes.institutions
    return {form for form in profile.forms if is_acronym(form) and form.casefold() not in ordinary}


def _merged(group: Sequence[Profile], reason: str, *features: Feature) -> Iterator[Decision]:
    if len(group) > 1:
        yield Decision.scored(Verdict.MERGE, (p.id for p in group), reason, features)
