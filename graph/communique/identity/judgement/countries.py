"""Which countries are one."""

from collections.abc import Iterator, Sequence

from communique.identity.judgement.decision import Decision
from communique.identity.judgement.partition import grouped, merged
from communique.identity.names import fold
from communique.identity.profile import Profile


def judge_countries(profiles: Sequence[Profile]) -> Iterator[Decision]:
    """Countries of one ISO code are one, and those without code go by name."""
    for (code,), group in grouped(profiles, lambda p: [(p.iso3,)] if p.iso3 else []):
        yield from merged(group, f"same ISO code: {code}", 1.0)
    for key, group in grouped(profiles, lambda p: [fold(name) for name in p.names]):
        codes = {profile.iso3 for profile in group}
        if None in codes and len(codes) <= 2:  # noqa: PLR2004  # one code at most beside none
            yield from merged(group, f"same name: {' '.join(key)}", 1.0)
