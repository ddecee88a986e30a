"""How a bundle is written: where its IRIs begin, and whose objects it has."""

from dataclasses import dataclass

from communique.graph import Entity
from communique.loaders.files.stix.properties import stix_id
from communique.loaders.rdf.addresses import Addresses
from communique.ontology import EntityType


@dataclass(frozen=True, slots=True)
class Dialect:
    """What is asked of a bundle.

    Attributes:
        at: IRIs, of which identifiers are made.
        quotes: Whether the words of releases are written, and not only their offsets.
        opencti: Whether events and operations are OpenCTI's events; else they are groupings of
            those they bring together, since the standard has no events.
    """

    at: Addresses
    quotes: bool = True
    opencti: bool = False

    def kind(self, type_: EntityType) -> str:
        """Type of the objects that stand for a type of entities."""
        if type_ in (EntityType.PERSON, EntityType.ORGANISATION):
            return "identity"
        if type_ in (EntityType.COUNTRY, EntityType.PLACE):
            return "location"
        return "event" if self.opencti else "grouping"

    def ref(self, entity: Entity) -> str:
        """Identifier of an entity's object."""
        return stix_id(self.kind(entity.type), self.at.entity(entity))
