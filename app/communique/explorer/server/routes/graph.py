"""The graph as a whole, counts for the filters, and search."""

from typing import Annotated

import numpy as np
from fastapi import APIRouter, Query

from communique.explorer.server.context import Here
from communique.explorer.server.filters import FilteredBy
from communique.explorer.server.replies.graph import Facets, Found, Graph
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.tables import TYPES
from communique.explorer.server.views.facets import facets
from communique.explorer.server.views.network import span
from communique.ontology import EntityType

PROMINENT = 12
"""Entities to begin with."""

_FIRST_SEEN = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY)

router = APIRouter(prefix="/api", tags=["graph"])


@router.get("/graph")
def graph(explorer: Here) -> Graph:
    """What is explored: how much it holds, and whom to begin with."""
    snapshot = explorer.snapshot
    facts = snapshot.facts
    first, last = span(snapshot, np.arange(len(facts.keys), dtype=np.int32))
    return Graph(
        version=snapshot.version,
        store=explorer.workspace.store,
        entities=len(snapshot.entities.ids),
        facts=len(facts.keys),
        releases=len(snapshot.releases.ids),
        first=first,
        last=last,
        ledger=explorer.ledger,
        cypher=explorer.options.cypher,
        prominent=[snapshot.named(number) for number in _prominent(snapshot)],
    )


@router.get("/facets")
def counts(explorer: Here, filters: FilteredBy) -> Facets:
    """How many facts each filter would leave, under all the others."""
    return facets(explorer.snapshot, filters)


@router.get("/search")
def search(
    explorer: Here,
    q: Annotated[str, Query(max_length=200, description="A name, a part of one, or an id.")],
    type_: Annotated[
        list[EntityType], Query(alias="type", max_length=16, description="Only of these.")
    ] = [],
    limit: Annotated[int, Query(ge=1, le=100, description="Most entities.")] = 12,
) -> Found:
    """Entities with a name like this, the most alike first."""
    snapshot = explorer.snapshot
    wanted = set(type_ or TYPES)
    found = [n for n in snapshot.search(q) if snapshot.type_of(n) in wanted]
    return Found(
        entities=[snapshot.named(number) for number in found[:limit]], truncated=len(found) > limit
    )


def _prominent(snapshot: Snapshot) -> list[int]:
    """The persons, organisations and countries with most facts, a third of each."""
    entities = snapshot.entities
    chosen: list[int] = []
    for type_ in _FIRST_SEEN:
        of_type = np.flatnonzero(entities.types == TYPES.index(type_)).tolist()
        of_type.sort(key=lambda number: (-int(entities.facts[number]), number))
        chosen += of_type[: PROMINENT // len(_FIRST_SEEN)]
    return chosen
