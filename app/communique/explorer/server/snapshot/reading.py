"""Reading a store into a snapshot."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import numpy as np

from communique.explorer.server.snapshot.columns import NONE, Groups
from communique.explorer.server.snapshot.gathering import Gathering
from communique.explorer.server.snapshot.snapshot import Snapshot
from communique.explorer.server.snapshot.tables import TYPES, Entities, Facts, Releases
from communique.graph import StoreUnavailableError, bounds
from communique.loaders.store import Store, batched

BATCH = 1_000
"""Entities whose facts are read at once."""

TIMEOUT = 120.0
"""Seconds for one query."""

_ENTITIES = (
    "MATCH (n:Entity) RETURN n.id AS id, n.name AS name, labels(n) AS labels, "
    "n.aliases AS aliases, n.iso3 AS iso3, n.wikidata AS wikidata ORDER BY id"
)
_RELEASES = (
    "MATCH (r:Release) RETURN r.id AS id, r.headline AS headline, r.source AS source, "
    "r.sources AS sources, r.published AS published, r.url AS url ORDER BY id"
)
_FACTS = (
    "UNWIND $ids AS id MATCH (a:Entity {id: id})-[f]->(b:Entity) "
    "RETURN f.key AS key, type(f) AS relation, a.id AS subject, b.id AS object, f.date AS date, "
    "f.date_from AS first, f.date_to AS last, f.status AS status, f.role AS role, "
    "f.place AS place, f.event AS event, f.amount AS amount, f.confidence AS confidence, "
    "f.support AS support, f.releases AS releases"
)

_log = logging.getLogger(__name__)


def read_snapshot(store: Store) -> Snapshot:
    """All facts of a store, in columns.

    Raises:
        QueryError: The store refuses, or takes too long.
        StoreUnavailableError: The store is gone, or was written by another version.
    """
    try:
        rows = store.run(_ENTITIES, {}, TIMEOUT).rows
        ids = tuple(str(row["id"]) for row in rows)
        releases = _releases(store.run(_RELEASES, {}, TIMEOUT).rows)
        facts = _facts(store, ids, releases.ids)
        entities = _entities(ids, rows, facts)
    except (KeyError, StopIteration, TypeError, ValueError) as error:
        raise StoreUnavailableError(
            f"the store holds what this version cannot read ({error}); "
            "`communique load --rebuild` makes it again from the ledger"
        ) from error
    _log.info("read %d facts about %d entities", len(facts.keys), len(ids))
    return Snapshot(entities, facts, releases)


def _facts(store: Store, ids: Sequence[str], releases: Sequence[str]) -> Facts:
    gathering = Gathering(_numbers(ids), _numbers(releases))
    lost = 0
    for batch in batched(ids, BATCH):
        for row in store.run(_FACTS, {"ids": batch}, TIMEOUT).rows:
            lost += not gathering.take(row)
    if lost:  # a server that is written meanwhile; it is read again soon
        _log.warning("%d facts have an end that the store did not have before", lost)
    return gathering.facts()


def _entities(ids: tuple[str, ...], rows: Sequence[Mapping[str, object]], facts: Facts) -> Entities:
    types = [next(t for t in TYPES if t in cast(Sequence[str], row["labels"])) for row in rows]
    loops = facts.subject[facts.subject == facts.object]
    counts = (
        np.bincount(facts.subject, minlength=len(ids))
        + np.bincount(facts.object, minlength=len(ids))
        - np.bincount(loops, minlength=len(ids))
    )
    return Entities(
        ids,
        tuple(str(row["name"]) for row in rows),
        np.array([TYPES.index(type_) for type_ in types], np.uint8),
        tuple(tuple(cast(Sequence[str], row["aliases"] or ())) for row in rows),
        tuple(_text(row["iso3"]) for row in rows),
        tuple(_text(row["wikidata"]) for row in rows),
        counts,
    )


def _releases(rows: Sequence[Mapping[str, object]]) -> Releases:
    issuers = [_issuers(row) for row in rows]
    names = tuple(sorted({name for names in issuers for name in names}))
    numbers = _numbers(names)
    pairs = list(_pairs([[numbers[name] for name in of_one] for of_one in issuers]))
    columns = np.array(pairs, np.int32).reshape(-1, 2)
    return Releases(
        tuple(str(row["id"]) for row in rows),
        tuple(str(row["headline"] or "") for row in rows),
        tuple(str(row["source"] or "") for row in rows),
        tuple(_text(row["published"]) for row in rows),
        np.array([_day(row["published"]) for row in rows], np.int32),
        tuple(_address(row["url"]) for row in rows),
        Groups.of_pairs(columns[:, 0], columns[:, 1], len(rows)),
        names,
    )


def _issuers(row: Mapping[str, object]) -> list[str]:
    others = cast(Sequence[str], row["sources"] or ())
    return [name for name in dict.fromkeys((str(row["source"] or ""), *others)) if name]


def _pairs(groups: Iterable[Iterable[int]]) -> Iterator[tuple[int, int]]:
    return ((number, member) for number, group in enumerate(groups) for member in group)


def _numbers(ids: Iterable[str]) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(ids)}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> int:
    return NONE if value is None else bounds(str(value))[0].toordinal()


def _address(value: object) -> str | None:
    """An address that a page may link to; feeds hold others, which could be scripts."""
    text = str(value or "").strip()
    return text if text.lower().startswith(("http://", "https://")) else None
