"""Properties that every object has: identifier and times."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import NAMESPACE_URL, uuid5

VERSION = "2.1"
UNDATED = "1970-01-01"
"""Stands for the day of a release that has none: objects need one, and nobody takes it for real."""
OPENCTI = "extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba"
"""The extension by which OpenCTI reads events and aliases, which STIX itself does not have."""

Object = dict[str, object]


def stix_id(kind: str, iri: str) -> str:
    """The identifier of a thing: a version 5 UUID of its IRI (RFC 9562), the same every time."""
    return f"{kind}--{uuid5(NAMESPACE_URL, iri)}"


def stated(properties: Mapping[str, object]) -> Object:
    """The properties that have a value: STIX knows neither null nor empty lists."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], ())}


def made(kind: str, iri: str, days: Iterable[str | None]) -> Object:
    """How an object begins: created on the first of some days, modified on the last."""
    known = sorted(filter(None, days)) or [UNDATED]
    return {
        "type": kind,
        "spec_version": VERSION,
        "id": stix_id(kind, iri),
        "created": _to_the_millisecond(known[0]),
        "modified": _to_the_millisecond(known[-1]),
    }


def beginning(day: str | date) -> str:
    """The first moment of a day, which STIX writes in UTC."""
    return f"{day}T00:00:00Z"


def ending(day: str | date) -> str:
    """The last second of a day."""
    return f"{day}T23:59:59Z"


def _to_the_millisecond(day: str) -> str:
    """The same moment as STIX wants it of these two properties."""
    return f"{day}T00:00:00.000Z"
