"""Questions of the catalogue, and what is answered to them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.replies.entity import NamedEntity
from communique.explorer.server.replies.fact import Entity
from communique.ontology import EntityType


class Parameter(BaseModel):
    """What a question wants to be told."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: str
    description: str
    required: bool
    default: str | int | None
    types: list[EntityType]


class Question(BaseModel):
    """A question that can be asked."""

    model_config = ConfigDict(frozen=True)

    name: str
    group: str
    question: str
    parameters: list[Parameter]


class Questions(BaseModel):
    """Every question, those of one's own last."""

    model_config = ConfigDict(frozen=True)

    questions: list[Question]


class Column(BaseModel):
    """A column of an answer."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: str


class Answer(BaseModel):
    """What the graph answers."""

    model_config = ConfigDict(frozen=True)

    template: str
    question: str
    parameters: dict[str, str | int | list[str] | None]
    columns: list[Column]
    rows: list[dict[str, object]]
    keys: Annotated[list[list[str]], Field(description="Keys of the facts each row rests on.")]
    entities: Annotated[list[Entity], Field(description="Those that rows and parameters name.")]
    truncated: bool


class Other(BaseModel):
    """What else may have been meant."""

    model_config = ConfigDict(frozen=True)

    template: str
    question: str
    parameters: dict[str, str]


class Reply(BaseModel):
    """What a question in plain English was taken for."""

    model_config = ConfigDict(frozen=True)

    answer: Answer | None
    refusal: str | None
    notes: list[str]
    others: list[Other]
    entities: Annotated[list[NamedEntity], Field(description="Those that `others` name.")]


class FreeAnswer(BaseModel):
    """What the graph answers to Cypher."""

    model_config = ConfigDict(frozen=True)

    columns: list[str]
    rows: Annotated[list[list[object]], Field(description="Values in the order of the columns.")]
    truncated: bool
    hints: Annotated[list[str], Field(description="What the query names and no graph has.")]
