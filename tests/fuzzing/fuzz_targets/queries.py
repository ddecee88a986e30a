"""Queries of one's own."""

import re
import tempfile
from contextlib import suppress
from pathlib import Path

from communique.queries.catalogue.own import read_own
from communique.queries.guard import RefusedQueryError, check, limited, steadied, strangers

_FORBIDDEN = re.compile(r"^\s*(?:CREATE|MERGE|DELETE|DETACH|SET|REMOVE|DROP|LOAD)\b", re.IGNORECASE)


def template(data: bytes) -> None:
    """A question of one's own is read, or left out with its faults."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "own.cypher").write_bytes(data)
        own = read_own(Path(folder), ())
        assert set(own.templates) ^ set(own.faulty) == {"own"}


def cypher(data: bytes) -> None:
    """A query is refused, or one that a limit can be put on and that begins with no write."""
    query = data.decode("utf-8", "replace")
    with suppress(RefusedQueryError):
        check(query)
        assert not _FORBIDDEN.match(query)
        limited(query, 10, {})
        steadied(query)
        strangers(query)
