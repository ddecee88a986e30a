"""The network around entities."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from communique.explorer.server.context import Explorer, Here
from communique.explorer.server.filters import MOST_KEYS, FilteredBy, Id, Key
from communique.explorer.server.replies.network import Network, Path
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.views.network import Section, network
from communique.explorer.server.views.path import Through, path

MOST_NODES = 500
"""Most that a browser draws well without a graphics card."""

MOST_FOCI = 20
"""Most entities in the middle."""

router = APIRouter(prefix="/api", tags=["network"])

MOST_EXPANDED = 30
"""Most entities that are shown with their neighbours besides."""

Focus = Annotated[
    list[Id], Query(max_length=MOST_FOCI, description="Ids of the entities in the middle.")
]


@router.get("/network")
def around(
    explorer: Here,
    filters: FilteredBy,
    *,
    focus: Focus = [],
    depth: Annotated[int, Query(ge=1, le=2, description="Steps away.")] = 1,
    limit: Annotated[int, Query(ge=1, le=MOST_NODES, description="Most nodes.")] = 140,
    expand: Annotated[
        list[Id],
        Query(
            max_length=MOST_EXPANDED, description="Ids shown with 40 neighbours besides, each time."
        ),
    ] = [],
    key: Annotated[
        list[Key], Query(max_length=MOST_KEYS, description="Facts that alone are shown.")
    ] = [],
) -> Network:
    """Entities around others, the best-connected first; of the whole graph without focus."""
    snapshot = explorer.snapshot
    foci, expanded = (numbers(explorer, snapshot, ids) for ids in (focus, expand))
    return network(snapshot, filters, Section(foci, depth, limit, expanded, MOST_NODES, key))


@router.get("/path")
def between(
    explorer: Here,
    filters: FilteredBy,
    from_: Annotated[Id, Query(alias="from", description="Id of the one end.")],
    to: Annotated[Id, Query(description="Id of the other.")],
    through: Annotated[Through, Query(description="Which ways are gone.")] = "meetings",
) -> Path:
    """The shortest way between two, through meetings and shared events of people, or any."""
    snapshot = explorer.snapshot
    start, goal = numbers(explorer, snapshot, [from_, to])
    return path(snapshot, filters, (start, goal), through)


def numbers(explorer: Explorer, snapshot: Snapshot, ids: list[str]) -> list[int]:
    """The entities that a snapshot has of those ids, of this graph or earlier ones.

    Raises:
        HTTPException: There is none.
    """
    found = [(id_, explorer.current(snapshot, id_)) for id_ in ids]
    if unknown := [id_ for id_, number in found if number is None]:
        told = f"the graph has nothing with the id {', '.join(unknown)}; search for its name"
        raise HTTPException(404, told)
    return [number for _, number in found if number is not None]
