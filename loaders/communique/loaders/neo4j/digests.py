"""What a Neo4j server holds, read in few records.

A record costs the driver as much time as ten texts, so rows come as parallel lists, some hundred
records for each kind.
"""

from collections.abc import Iterator

from neo4j import ManagedTransaction

from communique.loaders.store import FactEnds, Held
from communique.ontology import Relation

# Each part is what digests have that begin alike. What has no digest is not ours.
_RELEASES = (
    "MATCH (n:Release) WHERE n.row_digest IS NOT NULL "
    "RETURN left(n.row_digest, 2) AS part, collect(n.id) AS ids, collect(n.row_digest) AS digests"
)
_ENTITIES = (
    "MATCH (n:Entity) WHERE n.digest IS NOT NULL "
    "RETURN left(n.digest, 2) AS part, collect(n.id) AS ids, collect(n.digest) AS digests"
)
_TYPES = "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType ORDER BY 1"
_FACTS = (
    "MATCH (s:Entity)-[r:{relation}]->(o:Entity) WHERE r.digest IS NOT NULL "
    "RETURN left(r.digest, 2) AS part, collect(r.key) AS keys, collect(s.id) AS subjects, "
    "collect(o.id) AS objects, collect(r.digest) AS digests"
)
_OTHERS = (
    "MATCH (:Entity)-[r]->(:Entity) WHERE type(r) = $type AND r.digest IS NOT NULL "
    "RETURN count(r) AS facts"
)
_KNOWN = frozenset(map(str, Relation))


def read_held(transaction: ManagedTransaction) -> Held:
    """What is held, as one moment has it for each kind.

    Raises:
        ValueError: There are facts of a relation that the vocabulary does not have.
    """
    return Held(
        dict(_pairs(transaction, _RELEASES)),
        dict(_pairs(transaction, _ENTITIES)),
        {ends.key: (ends, digest) for ends, digest in _facts(transaction)},
    )


def _pairs(transaction: ManagedTransaction, query: str) -> Iterator[tuple[str, str]]:
    for _, ids, digests in transaction.run(query):
        yield from zip(ids, digests, strict=True)


def _facts(transaction: ManagedTransaction) -> Iterator[tuple[FactEnds, str]]:
    for type_ in [record[0] for record in transaction.run(_TYPES)]:
        if type_ not in _KNOWN:
            _refuse_facts_of(type_, transaction)
            continue
        relation = Relation(type_)
        for _, *lists in transaction.run(_FACTS.format(relation=relation)):
            for key, subject, object_, digest in zip(*lists, strict=True):
                yield FactEnds(key, relation, subject, object_), digest


def _refuse_facts_of(type_: str, transaction: ManagedTransaction) -> None:
    if transaction.run(_OTHERS, type=type_).single(strict=True)["facts"]:
        raise ValueError(f"facts of a relation {type_}")
