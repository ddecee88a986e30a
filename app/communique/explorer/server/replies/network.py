"""Entities as nodes and facts as edges."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.replies.fact import Entity, Fact, Mixed


class Node(Entity):
    """An entity in a picture."""

    facts: int
    hidden: Annotated[int, Field(description="Neighbours under the filters that are left out.")]


class Edge(BaseModel):
    """Facts of one relation between the same two in the same direction."""

    model_config = ConfigDict(frozen=True)

    id: str
    source: str
    target: str
    relation: str
    symmetric: bool
    count: int
    first: str | None
    last: str | None
    status: Mixed | None
    keys: list[str]


class Network(BaseModel):
    """A part of the graph, the best-connected first."""

    model_config = ConfigDict(frozen=True)

    nodes: list[Node]
    edges: list[Edge]
    total: Annotated[int, Field(description="Nodes that there would be without the limit.")]
    truncated: bool


class Path(Network):
    """The shortest way between two; no nodes if there is none."""

    steps: Annotated[list[str], Field(description="Ids from one end to the other.")]
    facts: Annotated[list[Fact], Field(description="The facts on it, in order of time.")]
