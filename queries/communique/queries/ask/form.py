"""The form in which a model must choose; needs the packages of the extra ``communique[llm]``."""

from collections.abc import Iterable

from pydantic import BaseModel, Field


class Value(BaseModel):
    """Words that give a parameter."""

    parameter: str = Field(description="Name of the parameter.")
    words: str = Field(description="Copied from the asked question, letter by letter.")


class Chosen(BaseModel):
    """The question of the catalogue that asks the same."""

    template: str | None = Field(description="Its name, or null if none asks the same.")
    values: list[Value] = Field(default_factory=list)


def form_of(templates: Iterable[str]) -> type[Chosen]:
    """The form with the names of the templates as a closed list."""
    names: list[str | None] = [*sorted(templates), None]

    class Choice(Chosen):
        template: str | None = Field(
            description="Its name, or null if none asks the same.",
            json_schema_extra={"enum": names},  # type: ignore[dict-item]
        )

    return Choice
