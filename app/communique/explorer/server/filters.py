"""Which facts are wanted, in query parameters of one shape everywhere."""

from typing import Annotated, Literal, Self

from fastapi import Depends, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from communique.graph import bounds
from communique.ontology import EntityType, Relation

MOST_SOURCES = 100
"""Most sources that can be chosen at once."""

MOST_KEYS = 200
"""Most facts that are told of at once: whose words are shown, or that are shown alone."""


def _checked(day: str) -> str:
    bounds(day)
    return day


Period = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", examples=["2024", "2024-09", "2024-09-17"]
    ),
    AfterValidator(_checked),
]
"""A day, month or year."""

Source = Annotated[str, Field(max_length=300)]


class Filters(BaseModel):
    """Filters; a list that is empty lets all through."""

    model_config = ConfigDict(frozen=True)

    relation: Annotated[list[Relation], Field(max_length=32, description="Relations.")] = []
    type: Annotated[
        list[EntityType], Field(max_length=16, description="Types that both ends must be of.")
    ] = []
    status: Annotated[
        list[Literal["planned", "held", "none"]], Field(max_length=8, description="Statuses.")
    ] = []
    source: Annotated[
        list[Source],
        Field(max_length=MOST_SOURCES, description="Who issued a release that says it."),
    ] = []
    since: Annotated[Period | None, Field(description="First day of a period.")] = None
    until: Annotated[Period | None, Field(description="Last day of a period.")] = None
    undated: Annotated[bool, Field(description="Whether facts without date are kept.")] = True
    confidence: Annotated[float, Field(ge=0, le=1, description="Least confidence.")] = 0.0
    support: Annotated[int, Field(ge=1, le=10_000, description="Least number of releases.")] = 1

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        """Refuse a period that ends before it begins, of which nothing is left."""
        if self.since and self.until and bounds(self.since)[0] > bounds(self.until)[1]:
            raise ValueError(f"since {self.since} is after until {self.until}; turn them about")
        return self


def _filters(filters: Annotated[Filters, Query()]) -> Filters:
    return filters


FilteredBy = Annotated[Filters, Depends(_filters)]
"""The filters of a request."""

Key = Annotated[str, Field(pattern="^[0-9a-f]{20}$")]
"""Key of a fact."""

Id = Annotated[str, Field(min_length=1, max_length=300)]
"""Id of an entity, of this graph or an earlier one."""
