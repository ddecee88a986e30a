"""The tables of a record and their columns, and the properties that carry them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from communique.ontology.iris import CQ

if TYPE_CHECKING:
    from communique.ledger import Record

TABLES: Mapping[str, tuple[str, ...]] = {
    "release": (
        *("id", "title", "source", "text", "body", "published", "url", "truncated"),
        *("textDigest", "extractor", "arrival", "content"),
    ),
    "entity": ("id", "type", "name", "aliases", "named", "iso3", "wikidata"),
    "statement": (
        *("number", "subject", "predicate", "object", "date", "place", "event", "role", "status"),
        *("amount", "confidence"),
    ),
    "evidence": ("statement", "number", "start", "end", "quote", "rule"),
    "formerId": ("entity", "id", "name"),
    "judgement": ("number", "content"),
}
"""Columns by table; those of entity, statement and evidence are those of a ledger's record."""

QUOTE = TABLES["evidence"].index("quote")
"""Where a row of evidence has its words, which are not written: offsets tell them."""

MARK = f"{CQ}recorded"
"""What the properties of columns begin with, and nothing else does."""
CLASSES = {table: f"{CQ}Recorded{table[0].upper()}{table[1:]}" for table in TABLES}


def property_of(column: str) -> str:
    """IRI of the property of a column."""
    return f"{MARK}{column[0].upper()}{column[1:]}"


def rows_by_table(
    record: "Record", extra: Sequence[str | int]
) -> dict[str, list[Sequence[object]]]:
    """The rows of a record as they are written.

    Args:
        record: The record.
        extra: What the release has beside its own columns.
    """
    evidence: list[Sequence[object]] = [
        (*row[:QUOTE], None, *row[QUOTE + 1 :]) for row in record.evidence
    ]
    return {
        "release": [(*record.release, *extra)],
        "entity": list(record.entities),
        "statement": list(record.statements),
        "evidence": evidence,
    }
