"""Much of the graph in one picture: lanes of time, who met whom, the map, operations."""

from typing import Annotated

from fastapi import APIRouter, Query

from communique.explorer.server.context import Here
from communique.explorer.server.filters import FilteredBy
from communique.explorer.server.replies.overview import Matrix, Operations, Timeline, WorldMap
from communique.explorer.server.routes.network import Focus, numbers
from communique.explorer.server.views.acting import By
from communique.explorer.server.views.matrix import Order, Wanted, matrix
from communique.explorer.server.views.operations import operations
from communique.explorer.server.views.timeline import timeline
from communique.explorer.server.views.worldmap import world_map

router = APIRouter(prefix="/api", tags=["overviews"])


@router.get("/timeline")
def lanes(
    explorer: Here,
    filters: FilteredBy,
    by: Annotated[By, Query(description="Whose lines.")] = "person",
    focus: Focus = [],
    limit: Annotated[int, Query(ge=1, le=100, description="Most lanes.")] = 20,
) -> Timeline:
    """What people, countries or organisations did, in lanes: those in focus, then the busiest.

    A person's doings are in the lanes of those whom they represent at the day.
    """
    snapshot = explorer.snapshot
    return timeline(snapshot, filters, by, numbers(explorer, snapshot, focus), limit)


@router.get("/matrix")
def who_met_whom(
    explorer: Here,
    filters: FilteredBy,
    focus: Focus = [],
    *,
    by: Annotated[By, Query(description="Whose lines.")] = "person",
    order: Annotated[Order, Query(description="Order of the lines.")] = "similarity",
    limit: Annotated[int, Query(ge=2, le=120, description="Most lines.")] = 40,
) -> Matrix:
    """Meetings between persons, countries or organisations, through whom persons represent."""
    snapshot = explorer.snapshot
    found = numbers(explorer, snapshot, focus)
    return matrix(snapshot, filters, Wanted(by, order, limit), found)


@router.get("/map")
def countries(explorer: Here, filters: FilteredBy) -> WorldMap:
    """Visits, meetings and events by country; planned ones only where the filters ask for them."""
    return world_map(explorer.snapshot, filters)


@router.get("/operations")
def undertakings(
    explorer: Here,
    filters: FilteredBy,
    focus: Focus = [],
    offset: Annotated[
        int, Query(ge=0, le=1_000_000, description="How many are left out before the page.")
    ] = 0,
    limit: Annotated[int, Query(ge=1, le=500, description="Most operations.")] = 100,
) -> Operations:
    """Operations with who leads, coordinates, supports and funds them, and where; latest first."""
    snapshot = explorer.snapshot
    found = numbers(explorer, snapshot, focus)
    return operations(snapshot, filters, found, offset, limit)
