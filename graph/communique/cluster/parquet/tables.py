"""Extractions as Arrow tables: what a column holds, and the way there and back."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa

from communique.graph import Entity, Evidence, Extraction, Qualifiers, Release, Statement
from communique.ontology import EntityType, Relation, Status

_ENTITY = pa.struct(
    [
        *((name, pa.string()) for name in ("id", "type", "name")),
        ("aliases", pa.list_(pa.string())),
        ("named", pa.bool_()),
        *((name, pa.string()) for name in ("iso3", "wikidata")),
    ]
)
_EVIDENCE = pa.struct(
    [("start", pa.int64()), ("end", pa.int64()), ("text", pa.string()), ("rule", pa.string())]
)
_QUALIFIERS = ("date", "place", "event", "role", "status", "amount")

RELEASES = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "title", "source", "text")),
        ("body", pa.int64()),
        *((name, pa.string()) for name in ("published", "url")),
        ("truncated", pa.bool_()),
        ("text_digest", pa.string()),
    ]
)
"""Columns of the releases, in the order of the feed."""

STATEMENTS = pa.schema(
    [
        ("release", pa.string()),
        ("number", pa.int32()),
        ("subject", _ENTITY),
        ("predicate", pa.string()),
        ("object", _ENTITY),
        *((name, pa.string()) for name in _QUALIFIERS),
        ("confidence", pa.float64()),
        ("evidence", pa.list_(_EVIDENCE)),
    ]
)
"""Columns of the statements; ``number`` counts those of a release from 0, in text order."""


def releases_table(releases: Iterable[Release]) -> pa.Table:
    """The rows of releases."""
    return pa.Table.from_pylist(
        [
            {name: getattr(release, name) for name in RELEASES.names[:-1]}
            | {"text_digest": release.sha256}
            for release in releases
        ],
        schema=RELEASES,
    )


def statements_table(extractions: Iterable[Extraction]) -> pa.Table:
    """The rows of all that was read."""
    return pa.Table.from_pylist(
        [
            {"release": extraction.release.id, "number": number} | _row(statement)
            for extraction in extractions
            for number, statement in enumerate(extraction.statements)
        ],
        schema=STATEMENTS,
    )


def statements_of(table: pa.Table) -> dict[str, tuple[Statement, ...]]:
    """What each release says, by its id; one that says nothing is not there.

    Raises:
        ValueError: A row makes no statement.
    """
    rows = table.to_pylist()
    return {
        id_: tuple(_statement(id_, row) for row in group)
        for id_, group in groupby(rows, key=itemgetter("release"))
    }


def _row(statement: Statement) -> dict[str, Any]:
    stated = statement.qualifiers.stated()
    return {
        "subject": _entity_row(statement.subject),
        "predicate": str(statement.predicate),
        "object": _entity_row(statement.object),
        **{name: stated.get(name) for name in _QUALIFIERS},
        "confidence": float(statement.confidence),
        "evidence": [
            {name: getattr(item, name) for name in ("start", "end", "text", "rule")}
            for item in statement.evidence
        ],
    }


def _entity_row(entity: Entity) -> dict[str, Any]:
    names = ("id", "name", "aliases", "named", "iso3", "wikidata")
    return {name: getattr(entity, name) for name in names} | {"type": str(entity.type)}


def _statement(release: str, row: Mapping[str, Any]) -> Statement:
    stated = {name: row[name] for name in _QUALIFIERS if row[name] is not None}
    if "status" in stated:
        stated["status"] = Status(stated["status"])
    return Statement(
        _entity(row["subject"]),
        Relation(row["predicate"]),
        _entity(row["object"]),
        tuple(Evidence(release, **item) for item in row["evidence"]),
        Qualifiers(**stated),
        row["confidence"],
    )


def _entity(cells: Mapping[str, Any]) -> Entity:
    kept = dict(cells) | {"type": EntityType(cells["type"]), "aliases": tuple(cells["aliases"])}
    return Entity(**kept)
