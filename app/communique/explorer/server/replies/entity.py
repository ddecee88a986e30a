"""Entities, and the page about one."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.replies.fact import Entity, Fact


class NamedEntity(Entity):
    """An entity with all that it is called."""

    aliases: list[str]
    iso3: str | None
    wikidata: str | None
    facts: Annotated[int, Field(description="Facts about it, whatever the filters.")]


class Office(BaseModel):
    """What somebody was for a body, and when the releases say so."""

    model_config = ConfigDict(frozen=True)

    role: str | None
    body: Entity
    first: str | None
    last: str | None
    keys: list[str]


class Neighbour(Entity):
    """An entity with the number of facts that it shares with another."""

    count: int


class Cited(BaseModel):
    """A release in a list."""

    model_config = ConfigDict(frozen=True)

    id: str
    headline: str
    source: str
    published: str | None


class EntityPage(BaseModel):
    """All about one entity."""

    model_config = ConfigDict(frozen=True)

    entity: NamedEntity
    former: Annotated[list[str], Field(description="Ids of earlier graphs.")]
    offices: list[Office]
    meetings: list[Fact]
    visits: list[Fact]
    operations: list[Fact]
    others: list[Fact]
    neighbours: list[Neighbour]
    releases: list[Cited]
    truncated: bool
