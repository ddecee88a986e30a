"""Groups of states that texts call by a common name ("the Baltic states")."""

from collections.abc import Mapping
from functools import cache

from communique.gazetteer.closed_classes import read_classes
from communique.gazetteer.territories.forms import fold, territory_of


def states_of_group(name: str) -> frozenset[str]:
    """The ISO 3166-1 codes, of three letters, of the states of a group.

    Args:
        name: What stands before "states" or "countries" ("Baltic", "central Asian").
    """
    return _groups().get(fold(name), frozenset())


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """The groups of ``state_groups.json`` by name, folded."""
    return {
        name: frozenset(state.iso3 for code in codes.split() if (state := territory_of(code)))
        for name, codes in read_classes("state_groups").items()
    }
