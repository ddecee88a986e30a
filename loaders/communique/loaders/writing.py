"""A change as Cypher statements that run unchanged on every store."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter

from communique.loaders.store import Change, EntityRow, FactEnds, FactRow, Value, batched
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

# What has no digest is not ours: a server may hold other things beside the graph.
HELD_RELEASES = (
    "MATCH (n:Release) WHERE n.row_digest IS NOT NULL RETURN n.id AS id, n.row_digest AS digest"
)
HELD_ENTITIES = "MATCH (n:Entity) WHERE n.digest IS NOT NULL RETURN n.id AS id, n.digest AS digest"
HELD_FACTS = (
    "MATCH (s:Entity)-[r]->(o:Entity) WHERE r.digest IS NOT NULL "
    "RETURN r.key AS key, type(r) AS relation, s.id AS subject, o.id AS object, r.digest AS digest"
)

_TYPES = ":".join(EntityType)
_DELETE_FACTS = (
    "UNWIND $rows AS row MATCH (:Entity {{id: row.subject}})"
    "-[r:{relation} {{key: row.key}}]->(:Entity {{id: row.object}}) DELETE r"
)
_DELETE_NODES = "UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n"
_CHANGE_RELEASES = (
    "UNWIND $rows AS row MATCH (n:Release {id: row.properties.id}) SET n = row.properties"
)
_CHANGE_ENTITIES = (
    "UNWIND $rows AS row MATCH (n:Entity {{id: row.properties.id}}) "
    "REMOVE n:{types} SET n:{type} SET n = row.properties"
)
_CHANGE_FACTS = (
    "UNWIND $rows AS row MATCH (:Entity {{id: row.subject}})"
    "-[r:{relation} {{key: row.key}}]->(:Entity {{id: row.object}}) SET r = row.properties"
)
_BETWEEN = (
    "UNWIND $rows AS row MATCH (s:Entity {{id: row.subject}}) MATCH (o:Entity {{id: row.object}}) "
)


@dataclass(frozen=True, slots=True)
class Additions:
    """How rows are added.

    Attributes:
        releases: Statement for releases.
        entities: Statement for the entities of one ``{type}``.
        facts: Statement for the facts of one ``{relation}``.
    """

    releases: str
    entities: str
    facts: str


# `Entity` comes first: the embedded store indexes by the first label alone.
CREATE = Additions(
    "UNWIND $rows AS row CREATE (n:Release) SET n = row.properties",
    "UNWIND $rows AS row CREATE (n:Entity:{type}) SET n = row.properties",
    _BETWEEN + "CREATE (s)-[r:{relation}]->(o) SET r = row.properties",
)
"""For a change that is applied whole or not at all."""

MERGE = Additions(
    "UNWIND $rows AS row MERGE (n:Release {id: row.properties.id}) SET n = row.properties",
    "UNWIND $rows AS row MERGE (n:Entity {{id: row.properties.id}}) "
    "SET n:{type} SET n = row.properties",
    _BETWEEN + "MERGE (s)-[r:{relation} {{key: row.key}}]->(o) SET r = row.properties",
)
"""For a change that may be applied twice in parts, and has the same end state then."""


@dataclass(frozen=True, slots=True)
class Write:
    """One statement and the rows for its parameter ``$rows``."""

    cypher: str
    rows: list[dict[str, object]]


def writes(
    change: Change, additions: Additions = CREATE, size: int = BATCH_SIZE
) -> Iterator[Write]:
    """The statements of a change, in an order in which each finds what it needs.

    Relationships go before their nodes and come after them. Labels and relationship types are
    those of the vocabulary; everything else is a parameter. Rows are taken as they are asked for,
    and those of one type or relation that stand together share a statement.

    Args:
        change: What is to be written.
        additions: How rows are added.
        size: Most rows in one statement.
    """
    releases, entities, facts = change.releases, change.entities, change.facts
    kinds: tuple[Iterator[tuple[str, Iterable[dict[str, object]]]], ...] = (
        _by_relation(_DELETE_FACTS, ((ends, {}) for ends in _by_kind(facts.removed))),
        iter([(_DELETE_NODES.format(label="Release"), ({"id": i} for i in releases.removed))]),
        iter([(_DELETE_NODES.format(label="Entity"), ({"id": i} for i in entities.removed))]),
        iter([(additions.releases, (_row(row.properties) for row in releases.added))]),
        iter([(_CHANGE_RELEASES, (_row(row.properties) for row in releases.changed))]),
        _by_type(additions.entities, entities.added),
        _by_type(_CHANGE_ENTITIES, entities.changed),
        _by_relation(additions.facts, map(_placed, facts.added)),
        _by_relation(_CHANGE_FACTS, map(_placed, facts.changed)),
    )
    for cypher, rows in chain.from_iterable(kinds):
        for batch in batched(rows, size):
            yield Write(cypher, batch)


def _by_kind(ends: Iterable[FactEnds]) -> list[FactEnds]:
    return sorted(ends, key=attrgetter("relation"))


def _row(properties: Mapping[str, Value]) -> dict[str, object]:
    return {"properties": properties}


def _placed(row: FactRow) -> tuple[FactEnds, dict[str, object]]:
    return row.ends, _row(row.properties)


def _by_type(
    template: str, rows: Iterable[EntityRow]
) -> Iterator[tuple[str, Iterable[dict[str, object]]]]:
    for type_, group in groupby(rows, key=attrgetter("type")):
        cypher = template.format(type=EntityType(type_), types=_TYPES)
        yield cypher, (_row(row.properties) for row in group)


def _by_relation(
    template: str, rows: Iterable[tuple[FactEnds, dict[str, object]]]
) -> Iterator[tuple[str, Iterable[dict[str, object]]]]:
    for relation, group in groupby(rows, key=lambda row: row[0].relation):
        yield (
            template.format(relation=Relation(relation)),
            (
                {"key": ends.key, "subject": ends.subject, "object": ends.object, **rest}
                for ends, rest in group
            ),
        )
