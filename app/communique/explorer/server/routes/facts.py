"""Facts in pages, and the words that they rest on."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from communique.explorer.server.context import Here
from communique.explorer.server.filters import MOST_KEYS, FilteredBy, Id, Key
from communique.explorer.server.problems import RenewedError
from communique.explorer.server.replies.fact import Evidence, Facts
from communique.explorer.server.replies.problem import Problem, Responses
from communique.explorer.server.routes.network import numbers
from communique.explorer.server.views.listing import ordered, wanted

MOST_FACTS = 1_000
"""Longest page."""

router = APIRouter(prefix="/api", tags=["facts"])

Sort = Literal[
    "date", "subject", "relation", "object", "status", "role", "place", "event", "amount",
    "confidence", "support",
    "-date", "-subject", "-relation", "-object", "-status", "-role", "-place", "-event", "-amount",
    "-confidence", "-support",
]  # fmt: skip
"""What facts are sorted by; a hyphen turns the order about, and what is not stated stays last."""


_RENEWED: Responses = {409: {"model": Problem, "description": "The graph has been renewed."}}


@router.get("/facts", responses=_RENEWED)
def facts(
    explorer: Here,
    filters: FilteredBy,
    *,
    about: Annotated[
        list[Id], Query(max_length=20, description="Ids; facts about all of them.")
    ] = [],
    key: Annotated[list[Key], Query(max_length=MOST_KEYS, description="Only these.")] = [],
    sort: Annotated[Sort, Query(description="Column; a hyphen turns it about.")] = "date",
    offset: Annotated[
        int, Query(ge=0, le=10_000_000, description="How many are left out before the page.")
    ] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_FACTS, description="Most facts.")] = 100,
    version: Annotated[
        str, Query(max_length=64, description="Of the pages before; 409 if it has changed.")
    ] = "",
) -> Facts:
    """A page of facts in the order of a column; what is not stated comes last either way.

    With the version of an earlier page, pages are of one graph or there is none.
    """
    snapshot = explorer.snapshot
    if version not in {"", snapshot.version}:
        raise RenewedError("the graph has been renewed since the first page; begin again")
    rows = wanted(snapshot, snapshot.rows(filters), numbers(explorer, snapshot, about), key)
    page = ordered(snapshot, rows, sort)[offset : offset + limit]
    return Facts(
        facts=[snapshot.fact(int(row)) for row in page],
        version=snapshot.version,
        total=len(rows),
        truncated=offset + len(page) < len(rows),
    )


@router.get("/evidence")
def evidence(
    explorer: Here,
    key: Annotated[
        list[Key], Query(min_length=1, max_length=MOST_KEYS, description="Keys of facts.")
    ],
) -> Evidence:
    """Facts with every quote, in the order asked; keys of facts that are gone are left out."""
    return Evidence(facts=explorer.told(key))
