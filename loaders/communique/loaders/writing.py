"""A change as Cypher statements that run unchanged on every store."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter

from communique.loaders.store import (
    Change,
    EntityRow,
    FactEnds,
    FactRow,
    ReleaseRow,
    Row,
    batched,
)
from communique.ontology import EntityType

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
_RELATION = attrgetter("relation")
_TYPE = attrgetter("type")
_DELETE_FACTS = (
    "UNWIND $rows AS row MATCH (:Entity {{id: row.subject}})"
    "-[r:{term} {{key: row.key}}]->(:Entity {{id: row.object}}) DELETE r"
)
_DELETE_NODES = "UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n"
_CHANGE_RELEASES = (
    "UNWIND $rows AS row MATCH (n:Release {id: row.properties.id}) SET n = row.properties"
)
_CHANGE_ENTITIES = (
    "UNWIND $rows AS row MATCH (n:Entity {{id: row.properties.id}}) "
    "REMOVE n:{types} SET n:{term} SET n = row.properties"
)
_CHANGE_FACTS = (
    "UNWIND $rows AS row MATCH (:Entity {{id: row.subject}})"
    "-[r:{term} {{key: row.properties.key}}]->(:Entity {{id: row.object}}) SET r = row.properties"
)
_BETWEEN = (
    "UNWIND $rows AS row MATCH (s:Entity {{id: row.subject}}) MATCH (o:Entity {{id: row.object}}) "
)


@dataclass(frozen=True, slots=True)
class Additions:
    """How rows are added.

    Attributes:
        releases: Statement for releases.
        entities: Statement for the entities of one type, the ``{term}``.
        facts: Statement for the facts of one relation, the ``{term}``.
    """

    releases: str
    entities: str
    facts: str


# `Entity` comes first: the embedded store indexes by the first label alone.
CREATE = Additions(
    "UNWIND $rows AS row CREATE (n:Release) SET n = row.properties",
    "UNWIND $rows AS row CREATE (n:Entity:{term}) SET n = row.properties",
    _BETWEEN + "CREATE (s)-[r:{term}]->(o) SET r = row.properties",
)
"""For a change that is applied whole or not at all."""

MERGE = Additions(
    "UNWIND $rows AS row MERGE (n:Release {id: row.properties.id}) SET n = row.properties",
    "UNWIND $rows AS row MERGE (n:Entity {{id: row.properties.id}}) "
    "SET n:{term} SET n = row.properties",
    _BETWEEN + "MERGE (s)-[r:{term} {{key: row.properties.key}}]->(o) SET r = row.properties",
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
        _grouped(_DELETE_FACTS, sorted(facts.removed, key=_RELATION), _RELATION, _place),
        iter([(_DELETE_NODES.format(label="Release"), ({"id": i} for i in releases.removed))]),
        iter([(_DELETE_NODES.format(label="Entity"), ({"id": i} for i in entities.removed))]),
        iter([(additions.releases, map(_row, releases.added))]),
        iter([(_CHANGE_RELEASES, map(_row, releases.changed))]),
        _grouped(additions.entities, entities.added, _TYPE, _row),
        _grouped(_CHANGE_ENTITIES, entities.changed, _TYPE, _row),
        _grouped(additions.facts, facts.added, _RELATION, _between),
        _grouped(_CHANGE_FACTS, facts.changed, _RELATION, _between),
    )
    for cypher, rows in chain.from_iterable(kinds):
        for batch in batched(rows, size):
            yield Write(cypher, batch)


def packed(given: Iterable[Write], size: int) -> Iterator[list[Write]]:
    """The statements in order, those with few rows together, up to ``size`` rows if more than one.

    A small change, which is many statements of few rows, is sent as one.
    """
    pack: list[Write] = []
    rows = 0
    for write in given:
        if pack and rows + len(write.rows) > size:
            yield pack
            pack, rows = [], 0
        pack.append(write)
        rows += len(write.rows)
    if pack:
        yield pack


def _grouped(
    template: str,
    rows: Iterable[Row],
    term: Callable[[Row], str],
    told: Callable[[Row], dict[str, object]],
) -> Iterator[tuple[str, Iterable[dict[str, object]]]]:
    """A statement for each type or relation, with the rows of it that stand together."""
    for name, group in groupby(rows, key=term):
        yield template.format(term=name, types=_TYPES), map(told, group)


def _row(row: ReleaseRow | EntityRow) -> dict[str, object]:
    return {"properties": row.properties}


def _between(row: FactRow) -> dict[str, object]:
    _, subject, object_, properties = row
    return {"subject": subject, "object": object_, "properties": properties}


def _place(ends: FactEnds) -> dict[str, object]:
    return {"key": ends.key, "subject": ends.subject, "object": ends.object}
