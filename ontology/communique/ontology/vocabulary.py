"""Entity types and relations of the ontology (generated from ``communique.ttl``; do not edit)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class EntityType(StrEnum):
    """What an entity is."""

    COUNTRY = "Country"
    EVENT = "Event"
    OPERATION = "Operation"
    ORGANISATION = "Organisation"
    PERSON = "Person"
    PLACE = "Place"


class Relation(StrEnum):
    """What a statement says of its subject and object."""

    APPOINTS = "APPOINTS"
    COORDINATES = "COORDINATES"
    FUNDS = "FUNDS"
    HELD_IN = "HELD_IN"
    HOSTS = "HOSTS"
    INVOLVES = "INVOLVES"
    LEADS = "LEADS"
    LOCATED_IN = "LOCATED_IN"
    MEETS = "MEETS"
    MEMBER_OF = "MEMBER_OF"
    ORGANISES = "ORGANISES"
    PARTICIPATES_IN = "PARTICIPATES_IN"
    PART_OF = "PART_OF"
    REPRESENTS = "REPRESENTS"
    SUPPORTS = "SUPPORTS"
    VISITS = "VISITS"


class Status(StrEnum):
    """Whether the release announces a fact or reports it."""

    HELD = "held"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Signature:
    """What a relation may stand between and which qualifiers it takes.

    Attributes:
        subjects: Types that its subject may have.
        objects: Types that its object may have.
        qualifiers: Names of the qualifiers it takes.
        symmetric: Whether it says the same with its ends exchanged.
    """

    subjects: frozenset[EntityType]
    objects: frozenset[EntityType]
    qualifiers: frozenset[str]
    symmetric: bool = False


def _signature(
    subjects: str, objects: str, qualifiers: str = "", symmetric: bool = False
) -> Signature:
    return Signature(
        frozenset(EntityType(name) for name in subjects.split()),
        frozenset(EntityType(name) for name in objects.split()),
        frozenset(qualifiers.split()),
        symmetric,
    )


_ACTOR = "Country Organisation Person"

SIGNATURES: Mapping[Relation, Signature] = {
    Relation.APPOINTS: _signature(_ACTOR, "Person", "date role"),
    Relation.COORDINATES: _signature("Organisation", "Event Operation"),
    Relation.FUNDS: _signature("Country Organisation", "Event Operation Organisation", "amount"),
    Relation.HELD_IN: _signature("Event Operation", "Country Place", "date"),
    Relation.HOSTS: _signature(_ACTOR, "Event Operation Organisation", "date place"),
    Relation.INVOLVES: _signature("Operation", "Country"),
    Relation.LEADS: _signature(_ACTOR, "Event Operation", "role"),
    Relation.LOCATED_IN: _signature("Organisation Place", "Country Place"),
    Relation.MEETS: _signature(_ACTOR, _ACTOR, "date event place status", symmetric=True),
    Relation.MEMBER_OF: _signature("Country Organisation", "Organisation"),
    Relation.ORGANISES: _signature(_ACTOR, "Event Operation"),
    Relation.PARTICIPATES_IN: _signature(_ACTOR, "Event Operation", "date role status"),
    Relation.PART_OF: _signature("Event Operation Organisation", "Event Operation Organisation"),
    Relation.REPRESENTS: _signature("Person", "Country Organisation", "role"),
    Relation.SUPPORTS: _signature(_ACTOR, "Country Event Operation Organisation"),
    Relation.VISITS: _signature("Organisation Person", "Country Organisation Place", "date status"),
}
