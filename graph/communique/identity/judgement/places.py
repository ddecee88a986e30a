"""Which places are one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.gazetteer.territories import (
    NameKind,
    find_territory,
    lookup_territory,
    territory_of,
)
from communique.identity.judgement.decision import Decision
from communique.identity.judgement.partition import grouped, tell_apart
from communique.identity.names import fold
from communique.identity.occasions.edition import EditionClasses
from communique.identity.profile import Profile

Tokens = tuple[str, ...]
Label = frozenset[str]


def judge_places(profiles: Sequence[Profile], classes: EditionClasses) -> Iterator[Decision]:
    """Places of one name are one unless they lie in different countries or parts of one.

    A capital lies in its country, if no release says otherwise; a part of a state tells the
    country of what lies in it.
    """
    for name, group in grouped(profiles, lambda profile: _names(profile, classes)):
        capital = frozenset[str]() if name in classes.shared_capitals else _capital_of(name)
        yield from _apart(group, _labels(group, capital), " ".join(name))


def _apart(group: Sequence[Profile], labels: Mapping[str, Label], name: str) -> Iterator[Decision]:
    return tell_apart(group, lambda p: labels[p.id], lambda p: p.releases, name, "countries")


def _names(profile: Profile, classes: EditionClasses) -> Iterator[Tokens]:
    """The folded names in their usual spelling, without the part of the state behind a comma.

    A town that the release calls "X City" as well is that and not the state X around it.
    """
    for name in profile.names:
        place, _ = _divided(name)
        city = f"{place} City"
        words = fold(city if city in profile.aliases else place)
        yield tuple(classes.city_spellings.get(" ".join(words), " ".join(words)).split())


def _capital_of(name: Tokens) -> Label:
    """Code of the state whose capital has the name, if one has."""
    found = find_territory(" ".join(name).title())
    return frozenset([found[0].iso3] if found and found[1] is NameKind.CAPITAL else [])


def _labels(group: Sequence[Profile], capital: Label) -> dict[str, Label]:
    """Where each place lies: the country, or the part of it where it has several of the name."""
    countries = {profile.id: _countries(profile) or capital for profile in group}
    regions = {profile.id: _regions(profile) for profile in group}
    parts: dict[Label, set[Label]] = defaultdict(set)
    for profile in group:
        if regions[profile.id]:
            parts[countries[profile.id]].add(regions[profile.id])
    return {
        profile.id: regions[profile.id]
        if len(parts[countries[profile.id]]) > 1
        else countries[profile.id]
        for profile in group
    }


def _countries(profile: Profile) -> Label:
    parts = {part.partition("-")[0] for part in _regions(profile)}
    found = {state.iso3 for part in parts if (state := territory_of(part))} | profile.countries
    return frozenset(found)


def _regions(profile: Profile) -> Label:
    """Codes of the parts of states that a place lies in."""
    behind = (_divided(form)[1] for form in profile.forms)
    found = (lookup_territory(name) for name in (*profile.wholes, *behind) if name)
    return frozenset(part.code for part in found if part and "-" in part.code)


def _divided(name: str) -> tuple[str, str]:
    """A name and the part of a state behind its comma, if it is one ("Springfield, Illinois")."""
    place, _, rest = name.partition(", ")
    part = lookup_territory(rest) if rest else None
    return (place, rest) if part and "-" in part.code else (name, "")
