"""Entities: who and what statements are about."""

from dataclasses import dataclass

from communique.ontology import EntityType


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
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    iso3: str | None = None
    wikidata: str | None = None

    def __post_init__(self) -> None:
        """Reject an entity without id or name."""
        if not self.id or not self.name.strip():
            raise ValueError(f"an entity needs an id and a name: {self.id!r}, {self.name!r}")
