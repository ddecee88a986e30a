"""Entities that a name may mean, and how it leads to them."""

from dataclasses import dataclass
from enum import StrEnum

from communique.ontology import EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean.

    Attributes:
        id: Canonical id.
        name: Its name.
        type: What it is.
        facts: Number of facts about it.
    """

    id: str
    name: str
    type: EntityType
    facts: int


class Way(StrEnum):
    """How a text leads to an entity, the surest first."""

    ID = "id"
    NAME = "name"
    ALIAS = "alias"
    TERRITORY = "territory"
    PART = "part"
    MISSPELT = "misspelt"
