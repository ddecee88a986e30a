"""Annotations as statements: what a release would say if extraction made no mistake."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.evaluation.annotation.gold import GoldDocument, GoldEntity, GoldTriple
from communique.evaluation.clusters.clustering import Mention
from communique.gazetteer.territories import find_territory
from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ontology import SIGNATURES, EntityType, Relation, Status

RULE = "annotation"
"""The rule that annotated statements name."""


@dataclass(frozen=True, slots=True)
class AnnotatedRelease:
    """A release with its annotation as statements.

    Attributes:
        release: The release.
        statements: those of its triples, optional ones too, in their order.
        ids: The local id of each entity that a statement is about.
    """

    release: Release
    statements: tuple[Statement, ...]
    ids: dict[Mention, str]


def annotated(gold: GoldDocument, release: Release) -> AnnotatedRelease:
    """The statements that an annotation makes of a release.

    An entity has the forms that the text has; of several right values of a qualifier the first
    counts. An entity of several types has that which fits most of its triples, its own if several
    do; triples that it does not fit are left out.

    Args:
        gold: The annotation.
        release: The release as a feed gave it; the annotation's quotes are in its text.

    Raises:
        ValueError: A quote is not in the text.
    """
    numbered = enumerate(gold.entities.values(), 1)
    entities = {e.key: _entity(e, f"{release.id}#{n}", gold, release) for n, e in numbered}
    statements = tuple(
        _statement(triple, entities, release) for triple in gold.triples if _fits(triple, entities)
    )
    stated = {end.id for statement in statements for end in (statement.subject, statement.object)}
    ids = {Mention(gold.slug, key): e.id for key, e in entities.items() if e.id in stated}
    return AnnotatedRelease(release, statements, ids)


def _entity(entity: GoldEntity, id_: str, gold: GoldDocument, release: Release) -> Entity:
    type_ = _type(entity, gold.triples)
    found = find_territory(entity.name) if type_ is EntityType.COUNTRY else None
    territory = found[0] if found else None
    return Entity(
        id=id_,
        type=type_,
        name=entity.name,
        aliases=tuple(sorted({form for form in entity.aliases if form in release.text})),
        named=entity.named,
        iso3=territory.iso3 if territory else None,
        wikidata=territory.wikidata if territory else None,
    )


def _type(entity: GoldEntity, triples: Iterable[GoldTriple]) -> EntityType:
    allowed = list(_allowed(entity, triples))
    types = [entity.type, *sorted(entity.types - {entity.type})]
    return EntityType(max(types, key=lambda type_: sum(type_ in kinds for kinds in allowed)))


def _allowed(entity: GoldEntity, triples: Iterable[GoldTriple]) -> Iterator[frozenset[EntityType]]:
    """The types that each of its triples leaves to an entity."""
    for triple in triples:
        signature = SIGNATURES[Relation(triple.predicate)]
        if triple.subject == entity:
            yield signature.subjects
        if triple.object == entity:
            yield signature.objects


def _fits(triple: GoldTriple, entities: dict[str, Entity]) -> bool:
    signature = SIGNATURES[Relation(triple.predicate)]
    subject, object_ = entities[triple.subject.key], entities[triple.object.key]
    return subject.type in signature.subjects and object_.type in signature.objects


def _statement(triple: GoldTriple, entities: dict[str, Entity], release: Release) -> Statement:
    first = {name: values[0] for name, values in triple.qualifiers.items()}
    status = first.pop("status", None)
    return Statement(
        entities[triple.subject.key],
        Relation(triple.predicate),
        entities[triple.object.key],
        tuple(_evidence(quote, release) for quote in triple.evidence),
        Qualifiers(**first, status=Status(status) if status else None),
    )


def _evidence(quote: str, release: Release) -> Evidence:
    start = release.text.index(quote)
    return Evidence(release.id, start, start + len(quote), quote, RULE)
