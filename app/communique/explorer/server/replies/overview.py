"""Much of the graph in one picture: lanes of time, who met whom, the map, operations."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.replies.fact import Entity, Mixed

Keys = Annotated[list[str], Field(description="Of the facts counted, at most 200.")]


class Bar(BaseModel):
    """Facts of one time in a lane."""

    model_config = ConfigDict(frozen=True)

    count: Annotated[int, Field(description="Number of facts.")]
    keys: Keys
    relation: str
    status: Mixed | None
    first: str
    last: str
    others: Annotated[list[Entity], Field(description="At most 60; the label has how many more.")]
    label: str


class Lane(BaseModel):
    """What one took part in, in order of time."""

    model_config = ConfigDict(frozen=True)

    entity: Entity
    bars: list[Bar]


class Timeline(BaseModel):
    """Lanes, the busiest first."""

    model_config = ConfigDict(frozen=True)

    lanes: list[Lane]
    undated: int
    total: int
    truncated: bool


class Line(Entity):
    """A row, and a column, of the matrix."""

    region: str | None
    meetings: int


class Cell(BaseModel):
    """Meetings of two; positions of lines, the row not after the column."""

    model_config = ConfigDict(frozen=True)

    row: int
    column: int
    count: int
    planned: int
    keys: Keys


class Matrix(BaseModel):
    """Who met whom."""

    model_config = ConfigDict(frozen=True)

    entities: list[Line]
    cells: list[Cell]
    total: int
    truncated: bool


class Visited(BaseModel):
    """What took place in a country."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    iso3: str
    visits: int
    meetings: int
    events: int
    keys: Keys


class WorldMap(BaseModel):
    """Countries by what took place there."""

    model_config = ConfigDict(frozen=True)

    countries: list[Visited]
    unplaced: int


class Part(BaseModel):
    """Who has a part in an operation."""

    model_config = ConfigDict(frozen=True)

    entity: Entity
    role: str | None
    status: Mixed | None
    count: Annotated[int, Field(description="Number of facts.")]
    keys: Keys


class Undertaking(BaseModel):
    """An operation with all who have a part in it."""

    model_config = ConfigDict(frozen=True)

    entity: Entity
    first: str | None
    last: str | None
    leads: list[Part]
    coordinators: list[Part]
    supporters: list[Part]
    funders: list[Part]
    participants: list[Part]
    countries: list[Part]
    releases: int


class Operations(BaseModel):
    """Operations, the latest first, undated ones last."""

    model_config = ConfigDict(frozen=True)

    operations: list[Undertaking]
    total: int
    truncated: bool
