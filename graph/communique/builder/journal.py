"""What a run changed in the graph, noted in the ledger."""

import hashlib
import json
from collections.abc import Iterator

from communique.builder.projection import Projection
from communique.graph import Entity, Fact, KnowledgeGraph, Particulars
from communique.ledger import Item, Kind, Ledger, Run, State
from communique.pool import collector_paused

DIGEST_LENGTH = 16
"""Hexadecimal digits of the digest over a fact's quotes."""


def note_run(ledger: Ledger, projection: Projection, command: str, finished: str) -> Run | None:
    """Note in the ledger what the graph says now, and the ids by which it says it.

    Args:
        ledger: What the projection was made of.
        projection: The graph.
        command: What changed it.
        finished: Now, as ISO 8601 in UTC.

    Returns:
        The run; None, and nothing is written, if all is as the last run left it.
    """
    entities = projection.resolution.entities
    ids = {local: entity.id for local, entity in entities.items()}
    ledger.given_ids.note(projection.counting.stand_ins(ledger, entities) | ids)
    with collector_paused():
        return ledger.journal.note(command, finished, items(projection.graph))


def items(graph: KnowledgeGraph) -> Iterator[tuple[Item, State]]:
    """Yield each release, entity and fact of a graph with what it says; no text and no quotes."""
    yield from (((Kind.RELEASE, release.id), _release(release)) for release in graph.releases)
    yield from (((Kind.ENTITY, entity.id), _entity(entity)) for entity in graph.entities)
    yield from (((Kind.FACT, fact.key), _fact(fact)) for fact in graph.facts)


def _release(release: Particulars) -> State:
    return {
        "title": release.title,
        "source": release.source,
        "published": release.published,
        "url": release.url,
        "sha256": release.sha256,
        "copies": [copy.id for copy in release.copies],
    }


def _entity(entity: Entity) -> State:
    return {
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "iso3": entity.iso3,
        "wikidata": entity.wikidata,
    }


def _fact(fact: Fact) -> State:
    quotes = [[quote.release, quote.start, quote.end, quote.text] for quote in fact.evidence]
    return {
        "subject": fact.subject.id,
        "predicate": fact.predicate,
        "object": fact.object.id,
        "qualifiers": fact.qualifiers.stated(),
        "confidence": fact.confidence,
        "releases": sorted({quote.release for quote in fact.evidence}),
        "quotes": hashlib.sha256(json.dumps(quotes).encode()).hexdigest()[:DIGEST_LENGTH],
    }
