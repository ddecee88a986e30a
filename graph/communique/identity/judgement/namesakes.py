"""Which countries, places, operations and events are one."""

from collections.abc import Iterator, Sequence

from communique.identity.judgement.decision import Decision
from communique.identity.judgement.partition import Feature, grouped, merged, tell_apart
from communique.identity.names import fold
from communique.identity.profile import Profile


def judge_countries(profiles: Sequence[Profile]) -> Iterator[Decision]:
    """Countries of one ISO code are one, and those without code go by name."""
    for (code,), group in grouped(profiles, lambda p: [(p.iso3,)] if p.iso3 else []):
        yield from merged(group, f"same ISO code: {code}", 1.0)
    for key, group in grouped(profiles, name_keys):
        codes = {profile.iso3 for profile in group}
        if None in codes and len(codes) <= 2:  # noqa: PLR2004  # one code at most beside none
            yield from merged(group, f"same name: {' '.join(key)}", 1.0)


def judge_places(profiles: Sequence[Profile]) -> Iterator[Decision]:
    """Places of one name are one unless they lie in different countries."""
    return _by_name(profiles, lambda profile: profile.countries, "countries")


def judge_operations(profiles: Sequence[Profile]) -> Iterator[Decision]:
    """Named operations go by name; one that is only described is its release's."""
    named = [profile for profile in profiles if profile.named]
    for key, group in grouped(named, name_keys):
        yield from merged(group, f"same name: {' '.join(key)}", 1.0)


def judge_events(profiles: Sequence[Profile]) -> Iterator[Decision]:
    """Named events of one name are one unless they fall in different years."""
    named = [profile for profile in profiles if profile.named]
    return _by_name(named, lambda profile: profile.years, "years")


def operation_words(name: str) -> tuple[str, ...]:
    """Words of a name without a leading "Operation", which releases leave out at will."""
    words = fold(name)
    return words[1:] if len(words) > 1 and words[0] == "operation" else words


def name_keys(profile: Profile) -> list[tuple[str, ...]]:
    """The folded names; a year in a name is part of it."""
    return [key for key in (operation_words(name) for name in profile.names) if key]


def _by_name(profiles: Sequence[Profile], parting: Feature, what: str) -> Iterator[Decision]:
    for key, group in grouped(profiles, name_keys):
        yield from tell_apart(group, parting, lambda p: p.releases, " ".join(key), what)
