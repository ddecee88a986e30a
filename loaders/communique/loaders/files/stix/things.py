"""Entities as identities, locations and events."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from communique.gazetteer.territories import alpha2_of
from communique.graph import Entity, Fact
from communique.loaders.files.stix.dialect import Dialect
from communique.loaders.files.stix.properties import (
    OPENCTI,
    Object,
    beginning,
    ending,
    made,
    stated,
)
from communique.loaders.files.stix.spans import span
from communique.loaders.rdf.addresses import wikidata
from communique.ontology import EntityType, Relation


@dataclass(slots=True)
class Told:
    """What facts say of one entity.

    Attributes:
        days: Days of the releases that name it.
        roles: Offices that it holds, each with the body.
        country: The first country that it is said to lie in.
        dated: Facts with a date.
        others: Those that facts bring it together with.
    """

    days: set[str | None] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    country: Entity | None = None
    dated: list[Fact] = field(default_factory=list)
    others: set[Entity] = field(default_factory=set)

    def add(self, fact: Fact, other: Entity, days: Iterable[str | None]) -> None:
        """Take in a fact that the entity is an end of."""
        self.days.update(days)
        self.others.add(other)
        if fact.qualifiers.date:
            self.dated.append(fact)

    def add_as_subject(self, fact: Fact) -> None:
        """Take in what a fact says of its subject alone."""
        role, body = fact.qualifiers.role, fact.object
        if fact.predicate is Relation.REPRESENTS and role:
            self.roles.append(f"{role}, {body.name}")
        if fact.predicate is Relation.LOCATED_IN and body.type is EntityType.COUNTRY:
            self.country = self.country or body


def thing(entity: Entity, name: str, told: Told, dialect: Dialect) -> Object:
    """An entity as a STIX object, under a name that no other has."""
    return stated(
        {
            **made(dialect.kind(entity.type), dialect.at.entity(entity), told.days),
            "name": name,
            **_OWN[entity.type](entity, told, dialect),
            "labels": [str(entity.type).lower(), *([] if entity.named else ["unnamed"])],
            "external_references": list(_references(entity)),
        }
    )


def issuer(source: str, name: str, days: Iterable[str | None], dialect: Dialect) -> Object:
    """Who issues releases and is no entity of the graph."""
    begun = made("identity", dialect.at.publisher(source), days)
    return {**begun, "name": name, "identity_class": "organization"}


def _person(entity: Entity, told: Told, dialect: Dialect) -> Object:
    roles = sorted(set(told.roles))
    return {"identity_class": "individual", "roles": roles, "extensions": _aliases(entity)}


def _organisation(entity: Entity, told: Told, dialect: Dialect) -> Object:
    return {"identity_class": "organization", "extensions": _aliases(entity)}


def _country(entity: Entity, told: Told, dialect: Dialect) -> Object:
    return {"country": _code(entity), "extensions": _aliases(entity)}


def _place(entity: Entity, told: Told, dialect: Dialect) -> Object:
    """A town of a country; without one STIX has nothing but regions."""
    where = (
        {"city": entity.name, "country": _code(told.country)}
        if told.country
        else {"region": entity.name}
    )
    return {**where, "extensions": _aliases(entity)}


def _event(entity: Entity, told: Told, dialect: Dialect) -> Object:
    if not dialect.opencti:
        return {
            "context": str(entity.type).lower(),
            "object_refs": sorted(map(dialect.ref, told.others)),
            "extensions": _aliases(entity),
        }
    days = span(told.dated)
    return {
        "aliases": list(entity.aliases),
        "start_time": days and beginning(days[0]),
        "stop_time": days and ending(days[1]),
        "extensions": {OPENCTI: {"extension_type": "new-sdo"}},
    }


_OWN: Mapping[EntityType, Callable[[Entity, Told, Dialect], Object]] = {
    EntityType.PERSON: _person,
    EntityType.ORGANISATION: _organisation,
    EntityType.COUNTRY: _country,
    EntityType.PLACE: _place,
    EntityType.EVENT: _event,
    EntityType.OPERATION: _event,
}


def _code(country: Entity) -> str:
    """ISO 3166-1 alpha-2, which STIX wants; the name of a country that has none."""
    return alpha2_of(country.iso3) or country.name


def _aliases(entity: Entity) -> Object | None:
    if not entity.aliases:
        return None
    return {OPENCTI: {"extension_type": "property-extension", "aliases": list(entity.aliases)}}


def _references(entity: Entity) -> Iterable[Object]:
    yield {"source_name": "communique", "external_id": entity.id}
    if entity.wikidata:
        address = wikidata(entity.wikidata)
        yield {"source_name": "wikidata", "external_id": entity.wikidata, "url": address}
    for link in entity.links:
        name = link.source or "link"
        yield {"source_name": name, "description": link.predicate, "url": link.target}
