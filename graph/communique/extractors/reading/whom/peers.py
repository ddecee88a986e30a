"""Whom "his counterpart" means: the only one with a like office in another state."""

from collections.abc import Iterable, Sequence

from communique.extractors.cast import Figure
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

PEERS = frozenset({"counterpart", "homologue"})
"""Nouns for who holds a like office."""


def peers(
    owners: Sequence[Figure], named: Iterable[Figure], people: Iterable[Figure]
) -> list[Figure]:
    """The one person of another state with an office like that of others; none if unsure.

    Args:
        owners: Whose counterpart is meant.
        named: What stands beside the noun, of which states narrow the choice.
        people: Everybody in the release.
    """
    heads, homes = _heads(owners), {owner.home for owner in owners}
    states = {f.territory for f in named if f.type == EntityType.COUNTRY}
    found = [
        person
        for person in people
        if person.home is not None
        and person.home not in homes
        and (not states or person.home in states)
        and heads & _heads([person])
    ]
    return found if len(found) == 1 and None not in homes else []


def without_states(members: list[Figure]) -> list[Figure]:
    """Those who do something together, without states that list their officials by name.

    "The ministers of STATE and STATE, A and B, met": A met B, and no state met anybody.
    """
    states = [member for member in members if member.type == EntityType.COUNTRY]
    people = [member for member in members if member.type == EntityType.PERSON]
    several = min(len(states), len(people)) > 1 and len(people) >= len(states)
    return [m for m in members if m not in states] if several else members


def _heads(people: Iterable[Figure]) -> set[str]:
    """The heads of the offices that people hold."""
    return {fold(office.role.head) for person in people for office in person.offices}
