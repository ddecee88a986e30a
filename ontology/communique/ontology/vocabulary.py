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
    *, subjects: str, objects: str, qualifiers: str = "", symmetric: bool = False
) -> Signature:
    return Signature(
        frozenset(EntityType(name) for name in subjects.split()),
        frozenset(EntityType(name) for name in objects.split()),
        frozenset(qualifiers.split()),
        symmetric,
    )


SIGNATURES: Mapping[Relation, Signature] = {
    Relation.APPOINTS: _signature(
        subjects="Country Organisation Person",
        objects="Person",
        qualifiers="date role",
    ),
    Relation.COORDINATES: _signature(
        subjects="Organisation",
        objects="Event Operation",
    ),
    Relation.FUNDS: _signature(
        subjects="Country Organisation",
        objects="Event Operation Organisation",
        qualifiers="amount",
    ),
    Relation.HELD_IN: _signature(
        subjects="Event Operation",
        objects="Country Place",
        qualifiers="date",
    ),
    Relation.HOSTS: _signature(
        subjects="Country Organisation Person",
        objects="Event Operation Organisation",
        qualifiers="date place",
    ),
    Relation.INVOLVES: _signature(
        subjects="Operation",
        objects="Country",
    ),
    Relation.LEADS: _signature(
        subjects="Country Organisation Person",
        objects="Event Operation",
        qualifiers="role",
    ),
    Relation.LOCATED_IN: _signature(
        subjects="Organisation Place",
        objects="Country Place",
    ),
    Relation.MEETS: _signature(
        subjects="Country Organisation Person",
        objects="Country Organisation Person",
        qualifiers="date event place status",
        symmetric=True,
    ),
    Relation.MEMBER_OF: _signature(
        subjects="Country Organisation",
        objects="Organisation",
    ),
    Relation.ORGANISES: _signature(
        subjects="Country Organisation Person",
        objects="Event Operation",
    ),
    Relation.PARTICIPATES_IN: _signature(
        subjects="Country Organisation Person",
        objects="Event Operation",
        qualifiers="date role status",
    ),
    Relation.PART_OF: _signature(
        subjects="Event Operation Organisation",
        objects="Event Operation Organisation",
    ),
    Relation.REPRESENTS: _signature(
        subjects="Person",
        objects="Country Organisation",
        qualifiers="role",
    ),
    Relation.SUPPORTS: _signature(
        subjects="Country Organisation Person",
        objects="Country Event Operation Organisation",
    ),
    Relation.VISITS: _signature(
        subjects="Organisation Person",
        objects="Country Organisation Place",
        qualifiers="date status",
    ),
}
