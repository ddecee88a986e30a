"""How much a ledger holds."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from communique.ontology import EntityType, Relation


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over a whole ledger, before resolution.

    Attributes:
        releases: Releases held.
        truncated: Those of them that the feed cut off.
        silent: Those of them without a statement.
        evidence: Quotes.
        statements: Statements by relation, in alphabetical order, relations without any left out.
        entities: Entities by type, counted once for each release that has them.
    """

    releases: int
    truncated: int
    silent: int
    evidence: int
    statements: Mapping[Relation, int]
    entities: Mapping[EntityType, int]


def count(connection: sqlite3.Connection) -> Totals:
    """Count what an open ledger holds."""

    def number(query: str) -> int:
        (value,) = connection.execute(query).fetchone()
        return int(value)

    relations = "SELECT predicate, count(*) FROM statement GROUP BY predicate ORDER BY predicate"
    types = "SELECT type, count(*) FROM entity GROUP BY type ORDER BY type"
    return Totals(
        releases=number("SELECT count(*) FROM release"),
        truncated=number("SELECT count(*) FROM release WHERE truncated"),
        silent=number(
            "SELECT count(*) FROM release WHERE number NOT IN (SELECT release FROM statement)"
        ),
        evidence=number("SELECT count(*) FROM evidence"),
        statements={Relation(name): value for name, value in connection.execute(relations)},
        entities={EntityType(name): value for name, value in connection.execute(types)},
    )
