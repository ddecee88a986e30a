"""Which people are one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.judgement.partition import components, grouped, merged, tell_apart
from communique.identity.names import person_key
from communique.identity.profile import Profile
from communique.identity.words import Words


def judge_people(profiles: Sequence[Profile], words: Words) -> Iterator[Decision]:
    """People of one full name are one unless they represent different countries.

    A bare surname counts together with a body or country only, and with the office too where
    several have it; a title never.
    """
    whole: dict[str, list[Profile]] = defaultdict(list)
    single: dict[str, list[Profile]] = defaultdict(list)
    for key, group in grouped(profiles, lambda profile: _keys(profile, words)):
        if len(key) == 1:
            single[key[0]].extend(group)
        else:
            whole[key[-1]].extend(group)
            yield from tell_apart(group, _countries, _links, " ".join(key), "represented countries")
    for surname in sorted(single):
        yield from _by_surname(surname, whole.get(surname, []), single[surname])


def _keys(profile: Profile, words: Words) -> list[tuple[str, ...]]:
    """Full names where there are any, else the one word there is."""
    keys = [key for key in (person_key(name, words) for name in profile.names) if key]
    return [key for key in keys if len(key) > 1] or keys


def _countries(profile: Profile) -> frozenset[str]:
    return profile.countries


def _links(profile: Profile) -> frozenset[str]:
    return profile.bodies | {f"release {release}" for release in profile.releases}


def _ties(profile: Profile) -> frozenset[str]:
    return profile.countries | profile.bodies


def _by_surname(
    surname: str, whole: Sequence[Profile], single: Sequence[Profile]
) -> Iterator[Decision]:
    for group in components(single, _posts):
        yield from merged(group, f"same surname and office: {surname}", 0.8)
    if len(whole) != 1:
        for one in single:
            holders = [person for person in whole if _posts(person) & _posts(one)]
            if len(holders) == 1:
                yield from merged([*holders, one], f"same surname and office: {surname}", 0.8)
        if whole:
            ids = tuple(profile.id for profile in (*whole, *single))
            yield Decision(Verdict.UNSURE, ids, f"several people are called {surname}", 0.5)
        return
    (person,) = whole
    candidates = [other for other in single if _may_be(other, person)]
    groups = components([p for p in (person, *candidates) if p.countries], _countries)
    if len(groups) > 1:  # they contradict each other, and nothing tells which is the person
        candidates = [other for other in candidates if not other.countries]
    yield from merged([person, *candidates], f"only one {surname}, same body or country", 0.8)


def _may_be(single: Profile, person: Profile) -> bool:
    contradict = single.countries and person.countries and not single.countries & person.countries
    return bool(_ties(single) & _ties(person)) and not contradict


def _posts(profile: Profile) -> frozenset[str]:
    """Office and body or country together: "minister" alone says nothing."""
    return frozenset(
        f"{' '.join(office)} of {tie}" for office in profile.offices for tie in _ties(profile)
    )
