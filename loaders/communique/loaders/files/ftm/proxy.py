"""One entity of FollowTheMoney: an id, a schema and values for its properties."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normality.cleaning import remove_unsafe_chars, squash_spaces, strip_quotes
from rigour.urls import clean_url

_ID = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]{0,198}[0-9A-Za-z])?")
"""What FollowTheMoney takes for an id."""
_NAMES = frozenset({"name", "alias"})
_ADDRESSES = frozenset({"full", "location"})
_URLS = frozenset({"sourceUrl"})
_BREAKS = re.compile(r"[\n\t;]|,(?=[\s,.])")
_LONGEST = {"name": 384, "alias": 384, "full": 250, "location": 250}
"""Characters that FollowTheMoney takes, by property."""

Values = Iterable[str | None]


@dataclass(frozen=True, slots=True)
class Proxy:
    """An entity with values as FollowTheMoney keeps them, so that nothing is lost there.

    Attributes:
        id: Its id, of letters, digits, hyphens and points.
        schema: What it is.
        properties: Values by property, each once, none of them empty.
    """

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, id_: str, schema: str, properties: Mapping[str, Values]) -> "Proxy":
        """Clean the values, and leave out what is not stated."""
        cleaned = {name: tuple(_cleaned(name, values)) for name, values in properties.items()}
        return cls(id_, schema, {name: values for name, values in cleaned.items() if values})

    def line(self) -> str:
        """A line of JSON, id first: lines can be sorted as they are."""
        return (
            json.dumps(
                {"id": self.id, "schema": self.schema, "properties": self.properties},
                ensure_ascii=False,
            )
            + "\n"
        )


def ident(*parts: str) -> str:
    """An id of some parts, as it is if FollowTheMoney takes it, else a hash of it."""
    id_ = "-".join(parts)
    if _ID.fullmatch(id_):
        return id_
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{parts[0]}-{digest[:20]}" if _ID.fullmatch(parts[0]) else digest[:20]


def _cleaned(name: str, values: Values) -> Iterable[str]:
    """Each value once, in order, cleaned as FollowTheMoney does it by the type of the property."""
    found = dict.fromkeys(_value(name, value) for value in values if value)
    return (value[: _LONGEST.get(name)] for value in found if value)


def _value(name: str, value: str) -> str:
    """The value when cleaning changes nothing any more, since it is cleaned again there."""
    once = _tidy(name, value)
    return once if once == value else _value(name, once)


def _tidy(name: str, value: str) -> str:
    text = remove_unsafe_chars(unicodedata.normalize("NFC", value)).strip()
    if name in _NAMES:
        return squash_spaces(strip_quotes(text) or "")
    if name in _ADDRESSES:
        parts = (squash_spaces(part).strip(" ,.") for part in _BREAKS.split(text))
        return ", ".join(filter(None, parts))
    return clean_url(text) or "" if name in _URLS else text
