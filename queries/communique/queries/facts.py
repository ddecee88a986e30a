"""Facts as a store holds them, read back as values with every quote."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from communique.graph import (
    Entity,
    Evidence,
    Fact,
    Qualifiers,
    StoreUnavailableError,
    UnknownNameError,
    bounds,
)
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation, Status
from communique.queries.answers import CitedRelease

_PROPERTIES = ("id", "name", "aliases", "named", "iso3", "wikidata")
_STATED = ("date", "place", "event", "role", "status", "amount", "confidence")
_PLACES = ("releases", "starts", "ends", "quotes", "rules")


def _end(function: str, name: str) -> str:
    """The columns of one end; the embedded store gives no node by ``startNode``, only its parts."""
    parts = [f"{function}(fact).{part} AS {name}_{part}" for part in _PROPERTIES]
    return ", ".join([f"labels({function}(fact)) AS {name}_labels", *parts])


FACT = (
    f"RETURN fact.key AS key, type(fact) AS relation, {_end('startNode', 'subject')}, "
    f"{_end('endNode', 'object')}, "
    + ", ".join(f"fact.{name} AS {name}" for name in (*_STATED, *_PLACES))
)
"""The end of a query that has bound ``fact`` to relationships, as ``facts_of`` reads it."""

_RELEASES = (
    "MATCH (r:Release) WHERE r.id IN $ids RETURN r.id AS id, r.headline AS headline, "
    "r.source AS source, r.published AS published, r.url AS url ORDER BY id"
)
_ALL_RELEASES = _RELEASES.replace("WHERE r.id IN $ids ", "")
_QUALIFIERS = ("date", "place", "event", "role", "amount")


def facts_of(
    store: Store, cypher: str, parameters: Mapping[str, object], timeout: float
) -> Iterator[Fact]:
    """The facts that a query of ours finds, in its order.

    Args:
        store: What to ask.
        cypher: Ends with ``FACT``.
        parameters: Of the query.
        timeout: In seconds.

    Raises:
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone, or was written by another version.
    """
    for row in store.run(cypher, parameters, timeout).rows:
        try:
            yield _fact(row)
        except (KeyError, TypeError, ValueError) as error:
            raise StoreUnavailableError(
                f"the store has a fact that this version cannot read ({error}); "
                "`communique load --rebuild` makes it again from the ledger"
            ) from error


@dataclass(frozen=True, slots=True)
class FactsWanted:
    """Which facts are wanted.

    Attributes:
        about: Ids of one entity that they concern, or of both; facts of all if empty.
        relation: Only those of one relation.
        since: Those of a period from this day, month or year on.
        until: Those of a period until this day, month or year.
        limit: Most facts; None for all.
    """

    about: tuple[str, ...] = ()
    relation: Relation | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    def cypher(self) -> str:
        """The query; its values are ``parameters``."""
        relation = f":{self.relation}" if self.relation else ""
        about = [f" {{id: $id{number}}}" for number in range(len(self.about))]
        one, other = (*about, "", "")[:2]
        arrow = "" if self.about else ">"
        limit = "" if self.limit is None else "LIMIT $limit"
        return (
            f"MATCH (:Entity{one})-[fact{relation}]-{arrow}(:Entity{other}) "
            "WHERE ($since IS NULL OR fact.date_to >= $since) "
            "AND ($until IS NULL OR fact.date_from <= $until) "
            f"{FACT}, coalesce(fact.date_from, '9999-12-31') AS day ORDER BY day, key {limit}"
        )

    def parameters(self) -> dict[str, object]:
        """The values of the query.

        Raises:
            ValueError: A day is none.
        """
        since = bounds(self.since)[0].isoformat() if self.since else None
        until = bounds(self.until)[1].isoformat() if self.until else None
        limit = {} if self.limit is None else {"limit": self.limit}
        ids = {f"id{number}": id_ for number, id_ in enumerate(self.about)}
        return {"since": since, "until": until, **limit, **ids}


def relation_named(name: str) -> Relation:
    """The relation of that name, in any case.

    Raises:
        ValueError: There is none.
    """
    try:
        return Relation(name.upper())
    except ValueError:
        raise ValueError(
            f"there is no relation {name!r}; there are {', '.join(Relation)}"
        ) from None


def facts_wanted(store: Store, wanted: FactsWanted, timeout: float) -> list[Fact]:
    """The facts, those with a date first, in order of time and key.

    Raises:
        ValueError: A day is none.
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone, or was written by another version.
    """
    return list(facts_of(store, wanted.cypher(), wanted.parameters(), timeout))


def facts_around(store: Store, wanted: FactsWanted, depth: int, timeout: float) -> list[Fact]:
    """The facts within some steps of the entities wanted, by key; all facts if there are none.

    Raises:
        ValueError: A day is none.
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone, or was written by another version.
    """
    if not wanted.about:
        return facts_wanted(store, wanted, timeout)
    edge, seen, facts = set(wanted.about), set[str](), dict[str, Fact]()
    for _ in range(depth):
        near: dict[str, Fact] = {}
        for id_ in sorted(edge):
            found = facts_wanted(store, replace(wanted, about=(id_,)), timeout)
            near |= {fact.key: fact for fact in found}
        facts, seen = facts | near, seen | edge
        edge = {end.id for fact in near.values() for end in (fact.subject, fact.object)} - seen
    return [facts[key] for key in sorted(facts)]


def entity(store: Store, id_: str, timeout: float) -> Entity:
    """The entity of an id.

    Raises:
        UnknownNameError: There is none.
        StoreUnavailableError: The store is gone.
    """
    parts = ", ".join(f"n.{part} AS n_{part}" for part in _PROPERTIES)
    query = f"MATCH (n:Entity {{id: $id}}) RETURN labels(n) AS n_labels, {parts}"
    rows = store.run(query, {"id": id_}, timeout).rows
    if not rows:
        raise UnknownNameError(f"no entity of the graph has the id {id_!r}")
    return _entity(rows[0], "n")


def releases_of(store: Store, ids: Sequence[str] | None, timeout: float) -> dict[str, CitedRelease]:
    """What a store knows of releases, by id and in its order; of all if ``ids`` is None.

    Raises:
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone.
    """
    if ids is None:
        rows = store.run(_ALL_RELEASES, {}, timeout).rows
    else:
        rows = store.run(_RELEASES, {"ids": sorted(ids)}, timeout).rows if ids else ()
    return {
        str(row["id"]): CitedRelease(
            str(row["id"]),
            str(row["headline"] or ""),
            str(row["source"] or ""),
            _text(row["published"]),
            _text(row["url"]),
        )
        for row in rows
    }


def _fact(row: Mapping[str, object]) -> Fact:
    stated = {name: _text(row[name]) for name in _QUALIFIERS}
    status = Status(str(row["status"])) if row["status"] else None
    places = (cast(Sequence[str], row[name]) for name in _PLACES)
    return Fact(
        _entity(row, "subject"),
        Relation(str(row["relation"])),
        _entity(row, "object"),
        Qualifiers(**stated, status=status),
        tuple(
            Evidence(release, int(start), int(end), quote, rule)
            for release, start, end, quote, rule in zip(*places, strict=True)
        ),
        float(cast(float, row["confidence"])),
    )


def _entity(row: Mapping[str, object], end: str) -> Entity:
    labels = cast(Sequence[str], row[f"{end}_labels"])
    return Entity(
        str(row[f"{end}_id"]),
        EntityType(next(label for label in labels if label != "Entity")),
        str(row[f"{end}_name"]),
        tuple(cast(Sequence[str], row[f"{end}_aliases"] or ())),
        row[f"{end}_named"] is not False,
        _text(row[f"{end}_iso3"]),
        _text(row[f"{end}_wikidata"]),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
