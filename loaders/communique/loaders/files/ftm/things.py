"""Releases and entities of the graph as entities of FollowTheMoney."""

from collections.abc import Callable, Mapping

from communique.gazetteer.territories import alpha2_of
from communique.graph import Entity, Link, Particulars
from communique.loaders.files.ftm.proxy import Proxy, Values, ident
from communique.ontology import EntityType
from communique.ontology.iris import WIKIDATA

LANGUAGE = "eng"
"""ISO 639-3 code of the language that releases are in."""

_SAME = frozenset({"owl:sameAs", "skos:exactMatch"})


def release_id(release: str) -> str:
    """Id of a release, by its own."""
    return ident("release", release)


def entity_id(entity: Entity) -> str:
    """Id of an entity, its own wherever FollowTheMoney takes it."""
    return ident(entity.id)


def country_of(entity: Entity) -> str | None:
    """Code of a country, as FollowTheMoney writes it (two small letters)."""
    code = alpha2_of(entity.iso3)
    return code.lower() if code else None


def document(release: Particulars) -> Proxy:
    """A release as an article, without its text."""
    return Proxy.of(
        release_id(release.id),
        "Article",
        {
            "title": [release.title],
            "fileName": [f"{release.id}.txt"],
            "publishedAt": [release.published],
            "publisher": release.sources,
            "sourceUrl": [release.url, *(copy.url for copy in release.copies)],
            "language": [LANGUAGE],
        },
    )


def thing(entity: Entity, told: Mapping[str, Values]) -> Proxy:
    """An entity, with what facts tell of it beside its names."""
    schema, names = _SCHEMAS[entity.type]
    own: dict[str, Values] = {
        **names(entity),
        "country": [country_of(entity)],
        "wikidataId": [entity.wikidata, *filter(None, map(_item, entity.links))],
        "sourceUrl": [link.target for link in entity.links],
        "keywords": [None if entity.named else "unnamed"],
    }
    every = {name: [*own.get(name, ()), *told.get(name, ())] for name in {**own, **told}}
    return Proxy.of(entity_id(entity), schema, every)


def _item(link: Link) -> str | None:
    """The item of Wikidata that a user says an entity is."""
    is_one = link.predicate in _SAME and link.target.startswith(WIKIDATA)
    return link.target.removeprefix(WIKIDATA) if is_one else None


def _names(entity: Entity) -> dict[str, Values]:
    return {"name": [entity.name], "alias": entity.aliases}


def _address(entity: Entity) -> dict[str, Values]:
    return {**_names(entity), "full": [entity.name]}


_SCHEMAS: Mapping[EntityType, tuple[str, Callable[[Entity], dict[str, Values]]]] = {
    EntityType.PERSON: ("Person", _names),
    EntityType.ORGANISATION: ("Organization", _names),
    # A country meets, joins and pays, which FollowTheMoney knows of bodies and not of territories.
    EntityType.COUNTRY: ("PublicBody", _names),
    EntityType.PLACE: ("Address", _address),
    EntityType.EVENT: ("Event", _names),
    EntityType.OPERATION: ("Event", _names),
}
