"""A change as Cypher statements that run unchanged on every store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from communique.loaders.store import Change, EntityRow, FactEnds, FactRow, Value, batches
from communique.ontology import EntityType, Relation

BATCH_SIZE = 1000
"""Rows in one statement."""

CONSTRAINTS = (
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT release_id IF NOT EXISTS FOR (n:Release) REQUIRE n.id IS UNIQUE",
)
"""The only two: another property index makes the embedded store unopenable after a crash."""

FULL_TEXT_INDEX = "entity_names"
"""Name of the full-text index over the property ``names`` of entities."""

CREATE_FULL_TEXT_INDEX = (
    f"CREATE FULLTEXT INDEX {FULL_TEXT_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [n.names]"
)

HELD_RELEASES = "MATCH (n:Release) RETURN n.id AS id, n.row_digest AS digest"
HELD_ENTITIES = "MATCH (n:Entity) RETURN n.id AS id, n.digest AS digest"
HELD_FACTS = (
    "MATCH (s:Entity)-[r]->(o:Entity) "
    "RETURN r.key AS key, type(r) AS relation, s.id AS subject, o.id AS object, r.digest AS digest"
)

_TYPES = ":".join(EntityType)
_DELETE_FACTS = (
    "UNWIND $rows AS row MATCH (:Entity {{id: row.subject}})"
    "-[r:{relation} {{key: row.key}}]->(:Entity {{id: row.object}}) DELETE r"
)
_DELETE_NODES = "UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DELETE n"
_ADD_RELEASES = "UNWIND $rows AS row CREATE (n:Release) SET n = row.properties"
_CHANGE_RELEASES = (
    "UNWIND $rows AS row MATCH (n:Release {id: row.properties.id}) SET n = row.properties"
)
# `Entity` comes first: the embedded store indexes by the first label alone.
_ADD_ENTITIES = "UNWIND $rows AS row CREATE (n:Entity:{type}) SET n = row.properties"
_CHANGE_ENTITIES = (
    "UNWIND $rows AS row MATCH (n:Entity {{id: row.properties.id}}) "
    "REMOVE n:{types} SET n:{type} SET n = row.properties"
)
_ADD_FACTS = (
    "UNWIND $rows AS row MATCH (s:Entity {{id: row.subject}}) MATCH (o:Entity {{id: row.object}}) "
    "CREATE (s)-[r:{relation}]->(o) SET r = row.properties"
)
_CHANGE_FACTS = (
    "UNWIND $rows AS row MATCH (:Entity {{id: row.subject}})"
    "-[r:{relation} {{key: row.key}}]->(:Entity {{id: row.object}}) SET r = row.properties"
)


@dataclass(frozen=True, slots=True)
class Write:
    """One statement and the rows for its parameter ``$rows``."""

    cypher: str
    rows: list[dict[str, object]]


def writes(change: Change) -> Iterator[Write]:
    """The statements of a change, in an order in which each finds what it needs.

    Relationships go before their nodes and come after them. Labels and relationship types are
    those of the vocabulary; everything else is a parameter.
    """
    releases, entities, facts = change.releases, change.entities, change.facts
    yield from _by_relation(_DELETE_FACTS, ((ends, {}) for ends in facts.removed))
    yield from _write(_DELETE_NODES.format(label="Release"), [{"id": i} for i in releases.removed])
    yield from _write(_DELETE_NODES.format(label="Entity"), [{"id": i} for i in entities.removed])
    yield from _write(_ADD_RELEASES, [_row(row.properties) for row in releases.added])
    yield from _write(_CHANGE_RELEASES, [_row(row.properties) for row in releases.changed])
    yield from _by_type(_ADD_ENTITIES, entities.added)
    yield from _by_type(_CHANGE_ENTITIES, entities.changed)
    yield from _by_relation(_ADD_FACTS, map(_placed, facts.added))
    yield from _by_relation(_CHANGE_FACTS, map(_placed, facts.changed))


def _row(properties: Mapping[str, Value]) -> dict[str, object]:
    return {"properties": dict(properties)}


def _placed(row: FactRow) -> tuple[FactEnds, dict[str, object]]:
    return row.ends, _row(row.properties)


def _by_type(template: str, rows: Iterable[EntityRow]) -> Iterator[Write]:
    by_type = attrgetter("type")
    for type_, group in groupby(sorted(rows, key=by_type), key=by_type):
        cypher = template.format(type=EntityType(type_), types=_TYPES)
        yield from _write(cypher, [_row(row.properties) for row in group])


def _by_relation(
    template: str, rows: Iterable[tuple[FactEnds, dict[str, object]]]
) -> Iterator[Write]:
    placed = sorted(rows, key=lambda row: row[0].relation)
    for relation, group in groupby(placed, key=lambda row: row[0].relation):
        cypher = template.format(relation=Relation(relation))
        yield from _write(
            cypher,
            [
                {"key": ends.key, "subject": ends.subject, "object": ends.object, **rest}
                for ends, rest in group
            ],
        )


def _write(cypher: str, rows: Sequence[dict[str, object]]) -> Iterator[Write]:
    for batch in batches(rows, BATCH_SIZE):
        yield Write(cypher, list(batch))
