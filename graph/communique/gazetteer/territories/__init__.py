"""States and territories, and the names that texts use for them."""

from communique.gazetteer.territories.forms import (
    COMPOUND_ENDINGS,
    NameKind,
    Territory,
    TerritoryMention,
    alpha2_of,
    find_agency,
    find_seat,
    find_territories,
    find_territory,
    fold,
    region_of,
    territory_of,
)
from communique.gazetteer.territories.listed import lookup_territory

__all__ = [
    "COMPOUND_ENDINGS",
    "NameKind",
    "Territory",
    "TerritoryMention",
    "alpha2_of",
    "find_agency",
    "find_seat",
    "find_territories",
    "find_territory",
    "fold",
    "lookup_territory",
    "region_of",
    "territory_of",
]
