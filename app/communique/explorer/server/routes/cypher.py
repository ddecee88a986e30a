"""Queries of one's own, and reading the store again."""

from math import isfinite
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from communique.explorer.server.context import Here
from communique.explorer.server.problems import NotAllowedError
from communique.explorer.server.replies.graph import Graph
from communique.explorer.server.replies.question import FreeAnswer
from communique.explorer.server.routes.graph import graph
from communique.queries.free import ask_freely
from communique.queries.guard import strangers

TIMEOUT = 10.0
"""Seconds that a query of one's own may take."""

MOST_ROWS = 1_000
"""Rows of its answer."""

router = APIRouter(prefix="/api", tags=["graph"])


class FreeQuery(BaseModel):
    """A query of one's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    query: Annotated[str, Field(min_length=1, max_length=20_000, description="One statement.")]
    parameters: Annotated[
        dict[str, JsonValue], Field(max_length=50, description="Values by name.")
    ] = {}
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="Most rows.")] = 200


class Nothing(BaseModel):
    """An empty object: only a page of ours can send one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@router.post("/cypher")
def cypher(query: FreeQuery, explorer: Here) -> FreeAnswer:
    """Ask in Cypher; what does not only read is refused before the store has it."""
    if not explorer.options.cypher:
        raise NotAllowedError(
            "free Cypher is off; start `communique explore` with --allow-cypher to have it"
        )
    with explorer.reading() as (_, store):
        found = ask_freely(store, query.query, query.parameters, most=query.limit, timeout=TIMEOUT)
    return FreeAnswer(
        columns=list(found.columns),
        rows=[[_plain(value) for value in row] for row in found.values()],
        truncated=found.cut,
        hints=strangers(query.query),
    )


@router.post("/refresh")
def refresh(_: Nothing, explorer: Here) -> Graph:
    """Read the store again, and the questions of one's own."""
    explorer.asking.forget()
    explorer.renew(wait=True)
    return graph(explorer)


def _plain(value: object) -> object:
    """A value as JSON can have it; numbers that it cannot are told in words."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)
