"""Pairs that the rules are not sure of, and what people have judged."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.replies.entity import NamedEntity


class Passage(BaseModel):
    """Where a release names a party."""

    model_config = ConfigDict(frozen=True)

    release: str
    headline: str
    published: str | None
    name: str
    quote: str


class Party(BaseModel):
    """One of two that may be the same."""

    model_config = ConfigDict(frozen=True)

    entity: NamedEntity
    posts: list[str]
    releases: Annotated[int, Field(description="Number of releases that name it.")]
    first: Annotated[str | None, Field(description="Day of the first of them.")]
    last: str | None
    mentions: list[Passage]


class Feature(BaseModel):
    """What speaks for or against two being the same."""

    model_config = ConfigDict(frozen=True)

    name: str
    weight: float


class Pair(BaseModel):
    """Two that may be the same."""

    model_config = ConfigDict(frozen=True)

    id: str
    one: Party
    other: Party
    reason: str
    score: float
    features: list[Feature]
    facts: int


class Ruling(BaseModel):
    """What somebody has judged."""

    model_config = ConfigDict(frozen=True)

    key: str
    ruling: str
    one: str
    other: str
    author: str
    day: str


class Review(BaseModel):
    """What is to be judged, the most facts first, and what was, the latest first."""

    model_config = ConfigDict(frozen=True)

    pairs: list[Pair]
    judgements: list[Ruling]
    total: int
    truncated: bool
    pending: Annotated[bool, Field(description="Whether the graph still lacks what was judged.")]
    trouble: Annotated[str | None, Field(description="Why that failed, if it did.")]
