"""Entities: who and what statements are about."""

import re
from dataclasses import dataclass

from communique.ontology import EntityType

LINK_PREDICATES = ("owl:sameAs", "skos:exactMatch", "skos:closeMatch", "rdfs:seeAlso")
"""What a link may say, the strongest first."""
_IRI = re.compile(r"https?://[^\s\x00-\x20<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class Link:
    """What a user says an entity is elsewhere.

    Attributes:
        predicate: How it is meant, as in ``LINK_PREDICATES``.
        target: IRI of the thing there.
        source: Who says so or where it was checked; empty if not told.
    """

    predicate: str
    target: str
    source: str = ""

    def __post_init__(self) -> None:
        """Reject another predicate and a target that is no web address."""
        if self.predicate not in LINK_PREDICATES:
            known = ", ".join(LINK_PREDICATES)
            raise ValueError(f"predicate {self.predicate!r} is none of {known}")
        if not _IRI.fullmatch(self.target):
            raise ValueError(f"target {self.target!r} is no http or https address")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, country, organisation, place, operation or event.

    Attributes:
        id: Within one release ``RELEASE#NUMBER``, after resolution a canonical id such as
            ``person-jens-stoltenberg`` or ``country-ROU``.
        type: What it is.
        name: Its name without honorific, rank or title; a description if it has none.
        aliases: The other forms releases use, sorted, without the name.
        named: False for an operation or event that the release only describes.
        iso3: ISO 3166-1 alpha-3 code of a country, if it has one.
        wikidata: Wikidata item, as ``Q218``.
        links: What a user's file of links says of it, sorted; set in a graph that is shown or
            exported, never in a ledger.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    iso3: str | None = None
    wikidata: str | None = None
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        """Reject an entity without id or name."""
        if not self.id or not self.name.strip():
            raise ValueError(f"an entity needs an id and a name: {self.id!r}, {self.name!r}")
