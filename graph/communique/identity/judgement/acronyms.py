"""Which organisations are one by a common acronym."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice

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


@dataclass(frozen=True, slots=True)
class _Told:
    """What tells a body from others of its acronym.

    Attributes:
        listed: Its entries in the gazetteer.
        states: Its countries.
        names: Its names in full, in words.
    """

    listed: frozenset[str | None]
    states: frozenset[str]
    names: list[list[str]]


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
        told = [self._told(body) for body in exact]
        clusters = Clusters(body[0].id for body in exact)
        for (body, one), (rival, other) in combinations(zip(exact, told, strict=True), 2):
            if self._alike(one, other):
                clusters.merge((body[0].id, rival[0].id))
        known = {body[0].id: body for body in exact}
        return [[p for id_ in ids for p in known[id_]] for ids in clusters.members().values()]

    def _told(self, body: Sequence[Profile]) -> _Told:
        return _Told(
            frozenset(profile.listed for profile in body) - {None},
            frozenset[str]().union(*(profile.countries for profile in body)),
            [name.split() for name in {name for p in body for name in self._full[p.id]}],
        )

    def _alike(self, one: _Told, other: _Told) -> bool:
        """Whether two bodies have names that are spellings of one and nothing parts them."""
        if len(one.listed | other.listed) > 1:
            return False
        if one.states and other.states and one.states.isdisjoint(other.states):
            return False
        return any(self._same(ours, theirs) for ours in one.names for theirs in other.names)

    def _same(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether all words but one recur, be it misspelt; one in front says another body."""
        missing = chain(self._missing(one, other), self._missing(other, one))
        lost = list(islice(missing, 2))
        ahead = {words[0] for words in (one, other)} - self._heads
        return len(lost) <= 1 and ahead.isdisjoint(lost)

    def _missing(self, some: Sequence[str], others: Sequence[str]) -> Iterator[str]:
        """Words of one name that do not recur in another."""
        return (w for w in some if w not in self._linking and not _recurs(w, others))

    def _spells(self, profile: Profile) -> bool:
        return any(initials(name) == self._acronym for name in self._full[profile.id])


def _recurs(word: str, words: Sequence[str]) -> bool:
    return word in words or any(ratio(word, other, score_cutoff=_ALIKE) for other in words)


def _acronyms(profile: Profile, names: BodyNames) -> set[str]:
    """Acronyms that say who is meant: none of a generic body, for every state has an MFA."""
    if profile.generic:
        return set()
    ordinary = names.classes.institutions
    return {form for form in profile.forms if is_acronym(form) and form.casefold() not in ordinary}


def _merged(group: Sequence[Profile], reason: str, *features: Feature) -> Iterator[Decision]:
    if len(group) > 1:
        yield Decision.scored(Verdict.MERGE, (p.id for p in group), reason, features)
