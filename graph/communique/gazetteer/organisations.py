"""Organisations that releases name: bodies of alliances and unions, agencies, police, courts.

Deployed forces and military missions are listed with them; they are operations (annotation guide,
entity types), civilian missions are organisations.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class OrganisationKind(StrEnum):
    """What sort of institution an organisation is; an operation is a force or mission deployed."""

    INTERGOVERNMENTAL = "intergovernmental"
    EU_INSTITUTION = "eu-institution"
    EU_AGENCY = "eu-agency"
    UN_BODY = "un-body"
    NATO_BODY = "nato-body"
    POLICE = "police"
    COURT = "court"
    BANK = "bank"
    GOVERNMENT_BODY = "government-body"
    NON_GOVERNMENTAL = "non-governmental"
    COMPANY = "company"
    OPERATION = "operation"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An institution known by name.

    Attributes:
        name: Official or usual English name in British spelling, without an article; names of
            national bodies as they spell them.
        kind: What sort of institution it is.
        acronyms: Short forms, the usual one first.
        aliases: Other forms, other spellings included; apostrophes are straight.
        parent: Name of the organisation of the gazetteer that it belongs to, or None.
        headquarters: City of its seat, or None.
        country: ISO 3166-1 alpha-3 code of the state whose body it is, None for one of several.
        wikidata: Item, as ``Q7184``, or None if not known for certain.
        source: Where one checks that it is there and what it is, or None; the listed bodies of
            several states name the register or site of the whole that they belong to.
    """

    name: str
    kind: OrganisationKind
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    headquarters: str | None = None
    country: str | None = None
    wikidata: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        """Reject a blank form and one that is given twice."""
        if not all(form.strip() for form in self.forms):
            raise ValueError(f"organisation {self.name!r} has a blank form")
        if len(set(self.forms)) != len(self.forms):
            raise ValueError(f"organisation {self.name!r} has a form twice")

    @property
    def forms(self) -> tuple[str, ...]:
        """Name, acronyms and aliases; no other organisation of the gazetteer has any of them."""
        return (self.name, *self.acronyms, *self.aliases)


@cache
def read_organisations() -> tuple[Organisation, ...]:
    """The lines of ``organisations.jsonl`` beside this module, ordered by name."""
    source = files("communique.gazetteer").joinpath("organisations.jsonl")
    lines = source.read_text(encoding="utf-8").splitlines()
    return tuple(_organisation(line) for line in lines)


def _organisation(line: str) -> Organisation:
    content = json.loads(line)
    return Organisation(
        **content
        | {
            "kind": OrganisationKind(content["kind"]),
            "acronyms": tuple(content["acronyms"]),
            "aliases": tuple(content["aliases"]),
        }
    )
