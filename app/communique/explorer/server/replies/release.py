"""Releases: in a list, and one with its text."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.replies.fact import Entity, ToldFact


class ReleaseHead(BaseModel):
    """A release without its text."""

    model_config = ConfigDict(frozen=True)

    id: str
    headline: str
    source: str
    published: str | None
    url: str | None
    facts: int


class Releases(BaseModel):
    """A page of releases, the latest first."""

    model_config = ConfigDict(frozen=True)

    releases: list[ReleaseHead]
    total: int
    truncated: bool


class Mention(BaseModel):
    """Where a text names an entity, in code points, half open."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    entity: Entity


class Release(BaseModel):
    """A release with what was read in it."""

    model_config = ConfigDict(frozen=True)

    release: ReleaseHead
    text: Annotated[str | None, Field(description="Null without a ledger.")]
    mentions: list[Mention]
    facts: list[ToldFact]
