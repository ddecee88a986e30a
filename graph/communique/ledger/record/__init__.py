"""One release with its statements as the rows of a ledger: made, read back and written."""

from communique.ledger.record.record import (
    PARTICULARS,
    RELEASE,
    Cell,
    Entry,
    Record,
    Row,
    content_of,
    entity_of,
    entries,
    evidence_of,
    particulars_of,
    reading,
    record_of,
    release_of,
    rows_of,
    statement_of,
)
from communique.ledger.record.writing import forget_reading, insert, writable

__all__ = [
    "PARTICULARS",
    "RELEASE",
    "Cell",
    "Entry",
    "Record",
    "Row",
    "content_of",
    "entity_of",
    "entries",
    "evidence_of",
    "forget_reading",
    "insert",
    "particulars_of",
    "reading",
    "record_of",
    "release_of",
    "rows_of",
    "statement_of",
    "writable",
]
