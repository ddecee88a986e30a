"""Who acts in facts: persons, or the countries and organisations that they represent."""

from typing import Literal

import numpy as np

from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import NONE, Numbers
from communique.explorer.server.snapshot.tables import TYPES
from communique.ontology import EntityType

By = Literal["person", "country", "organisation"]
"""What a row of an overview stands for."""

_TYPES = {
    "person": EntityType.PERSON,
    "country": EntityType.COUNTRY,
    "organisation": EntityType.ORGANISATION,
}


def actors(snapshot: Snapshot, rows: Numbers, ends: Numbers, by: By) -> Numbers:
    """Who acts at one end of facts; -1 where it is nobody of that type.

    Args:
        snapshot: The graph.
        rows: The facts.
        ends: For each the entity at that end.
        by: Type of the actors; a person acts for whom they represent at the day of the fact.
    """
    type_ = _TYPES[by]
    own = snapshot.entities.types[ends] == TYPES.index(type_)
    if by == "person":
        return np.where(own, ends, NONE).astype(np.int32)
    stated = snapshot.facts.first[rows]
    days = np.where(stated == NONE, snapshot.days[0][rows], stated).astype(np.int32)
    represented = snapshot.offices[type_].bodies(ends, days)
    return np.where(own, ends, represented).astype(np.int32)
