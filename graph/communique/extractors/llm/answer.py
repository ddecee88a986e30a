"""The form in which the model must answer.

Types and relations are texts with a closed list in the schema that the model gets. What breaks the
list is not refused here but when the statement is made, one statement at a time.
"""

from typing import Annotated, Any

from pydantic import BaseModel, Field, WithJsonSchema

from communique.ontology import EntityType, Relation, Status


def _one_of(values: type[EntityType] | type[Relation]) -> dict[str, Any]:
    return {"type": "string", "enum": sorted(values)}


class End(BaseModel):
    """A person, country, organisation, place, operation or event."""

    type: Annotated[str, WithJsonSchema(_one_of(EntityType))]
    name: str = Field(description="Its name, copied from the text, without title or honorific.")
    aliases: list[str] | None = Field(
        default=None, description="Other forms of the name in the text, such as an acronym."
    )
    named: bool | None = Field(
        default=None,
        description="False for an operation or event that the text describes and does not name.",
    )


class Claim(BaseModel):
    """One thing that the text states of two entities."""

    subject: End
    relation: Annotated[str, WithJsonSchema(_one_of(Relation))]
    object: End
    quote: str = Field(description="The sentence that states it, copied letter by letter.")
    date: str | None = Field(
        default=None,
        description="2024-05-03, 2024-05, 2024, or an interval such as 2024-05-03/2024-05-05.",
    )
    place: str | None = Field(default=None, description="Copied from the text.")
    event: str | None = Field(default=None, description="The occasion, copied from the text.")
    role: str | None = Field(default=None, description="The office or role, copied from the text.")
    status: str | None = Field(
        default=None, description=f"{Status.PLANNED} if announced, {Status.HELD} if reported."
    )
    amount: str | None = Field(default=None, description="Sum with currency, copied from the text.")


class Answer(BaseModel):
    """What the text states; an empty list if it states none of the relations."""

    statements: list[Claim]
