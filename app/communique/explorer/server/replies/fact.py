"""Facts, with and without their quotes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.ontology import EntityType, Status

Mixed = Literal["planned", "held", "mixed"]
"""Status of several facts together."""


class Entity(BaseModel):
    """Somebody or something that facts are about."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    type: EntityType


class Fact(BaseModel):
    """A fact without its quotes."""

    model_config = ConfigDict(frozen=True)

    key: str
    subject: Entity
    relation: str
    object: Entity
    date: str | None
    first: Annotated[str | None, Field(description="First day that the date covers.")]
    last: Annotated[str | None, Field(description="Last day that the date covers.")]
    status: Status | None
    role: str | None
    place: str | None
    event: str | None
    amount: str | None
    confidence: float
    support: Annotated[int, Field(description="Number of releases that say it.")]


class Quote(BaseModel):
    """The words of a release that a fact rests on."""

    model_config = ConfigDict(frozen=True)

    text: str
    release: str
    headline: str
    source: str
    published: str | None
    url: Annotated[str | None, Field(description="Only http and https.")]
    start: Annotated[int, Field(description="In code points of the release's text, half open.")]
    end: int
    rule: str


class ToldFact(Fact):
    """A fact with its quotes."""

    quotes: list[Quote]


class Facts(BaseModel):
    """A page of facts."""

    model_config = ConfigDict(frozen=True)

    facts: list[Fact]
    version: Annotated[str, Field(description="Of the graph; give it to have the next page of it.")]
    total: int
    truncated: bool


class Evidence(BaseModel):
    """Facts with all that their releases say."""

    model_config = ConfigDict(frozen=True)

    facts: list[ToldFact]
