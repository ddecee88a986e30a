"""The graph as a whole: what it holds, what filters would leave, who is found."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.replies.entity import NamedEntity


class Count(BaseModel):
    """How many facts have something."""

    model_config = ConfigDict(frozen=True)

    name: str
    count: int


class Graph(BaseModel):
    """What is explored."""

    model_config = ConfigDict(frozen=True)

    version: Annotated[str, Field(description="Changes whenever the store does.")]
    store: str
    entities: int
    facts: int
    releases: int
    first: str | None
    last: str | None
    ledger: Annotated[bool, Field(description="Whether texts and review are at hand.")]
    cypher: Annotated[bool, Field(description="Whether free Cypher is allowed.")]
    prominent: list[NamedEntity]


class Facets(BaseModel):
    """What each filter would leave, under all the others."""

    model_config = ConfigDict(frozen=True)

    total: int
    relations: list[Count]
    types: Annotated[
        list[Count], Field(description="Left with that type chosen beside those that are.")
    ]
    statuses: list[Count]
    sources: list[Count]
    confidence: Annotated[list[Count], Field(description="Facts at or above each bound.")]
    support: Annotated[list[Count], Field(description="Facts at or above each bound.")]
    months: Annotated[list[Count], Field(description="Facts that begin in each month, in order.")]
    beyond: Annotated[int, Field(description="Facts that begin in months left out at the ends.")]
    undated: int


class Found(BaseModel):
    """Entities with a name like what was typed, the most alike first."""

    model_config = ConfigDict(frozen=True)

    entities: list[NamedEntity]
    truncated: bool
