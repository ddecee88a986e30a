"""Entities that a name may mean, how it leads to them, and how they are listed."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from communique.ontology import EntityType

MOST_CANDIDATES = 5
"""Candidates that a message lists."""


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


def distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Each candidate once, in the order in which they come first."""
    return list(dict.fromkeys(candidates))


def most_told(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, those with most facts first, then by id."""
    return sorted(candidates, key=lambda item: (-item.facts, item.id))


def listing(candidates: Sequence[Candidate]) -> str:
    """The first few with their ids, and how many more there are."""
    shown = [f"{item.name} ({item.id})" for item in candidates[:MOST_CANDIDATES]]
    more = len(candidates) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def mistyped(
    text: str, types: Set[EntityType], other: Sequence[Candidate], near: Sequence[Candidate]
) -> str:
    """Says that a text names something else than what is asked for, and what may be meant."""
    shown = distinct(other)[:3]
    named = ", ".join(f"{_with_article(item.type)} ({item.name})" for item in shown)
    hint = (
        f"did you mean {listing(near)}?"
        if near
        else f"ask one about {_with_article(shown[0].type)}"
    )
    return (
        f"the question asks for {_with_article(alternatives(types))}, but {text!r} is {named}; "
        f"{hint}"
    )


def alternatives(types: Set[EntityType]) -> str:
    """The types of which any fits, in words."""
    return " or ".join(sorted(types)) or "entity"


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "AEIOaeio" else f"a {noun}"
