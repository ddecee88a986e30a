"""The knowledge graph as rows of a property graph, and what a store lacks of them."""

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import TypeVar, overload

import orjson

from communique.graph import Entity, Fact, KnowledgeGraph, Release, bounds
from communique.loaders.folding import fold
from communique.loaders.store import (
    Change,
    Delta,
    EntityRow,
    FactEnds,
    FactRow,
    Held,
    Progress,
    ReleaseRow,
    Removed,
    Row,
    Store,
    Value,
)
from communique.ontology import Relation

DIGEST_LENGTH = 20
"""Hexadecimal digits of a row's digest."""

NAME_SEPARATOR = " | "
"""Stands between the names in the property that the full-text index covers."""

Item = TypeVar("Item")
_Digest = TypeVar("_Digest")
_DAY_LENGTH = len("2023-11-20")


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of one kind that a load wrote or left."""

    added: int
    changed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did to a store."""

    releases: Counts
    entities: Counts
    facts: Counts

    @property
    def writes(self) -> int:
        """Number of rows written; 0 if the store was up to date."""
        kinds = (self.releases, self.entities, self.facts)
        return sum(kind.added + kind.changed + kind.removed for kind in kinds)

    def as_dict(self) -> dict[str, dict[str, int]]:
        """The counts by kind, for a report file."""
        return asdict(self)


def load(graph: KnowledgeGraph, store: Store, progress: Progress | None = None) -> LoadReport:
    """Bring a store up to date; a second load of the same graph writes nothing.

    Raises:
        StoreUnavailableError: The store cannot be read or written.
    """
    with collector_paused():
        change = difference(graph, store.held())
        store.apply(change, progress)
        return report(change, graph)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Within the block no garbage is looked for.

    Rows by the hundred thousand, none of which is garbage, would be searched again and again; it
    takes more than half of a load.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def report(change: Change, graph: KnowledgeGraph) -> LoadReport:
    """What a change wrote, and what of the graph it found in place."""
    return LoadReport(
        _counts(change.releases, len(graph.releases)),
        _counts(change.entities, len(graph.entities)),
        _counts(change.facts, len(graph.facts)),
    )


def difference(graph: KnowledgeGraph, held: Held) -> Change:
    """What must be written so that a store that holds ``held`` holds exactly the graph.

    Entities are in the order of types, facts in that of relations. For an empty store the rows
    are made only as they are read.
    """
    known = {release.id: release for release in graph.releases}
    releases = Made(graph.releases, release_row)
    entities = Made(sorted(graph.entities, key=attrgetter("type")), entity_row)
    by_relation = sorted(graph.facts, key=attrgetter("predicate"))
    facts = Made(by_relation, lambda fact: fact_row(fact, known))
    return Change(
        _delta(
            releases,
            held.releases,
            lambda row: (str(row.properties["id"]), row.properties["row_digest"]),
            lambda id_: id_,
        ),
        _delta(
            entities,
            held.entities,
            lambda row: (str(row.properties["id"]), row.properties["digest"]),
            lambda id_: id_,
        ),
        _fact_delta(facts, held.facts),
    )


def release_row(release: Release) -> ReleaseRow:
    """The node of a release: its particulars, not its text.

    One that other wires forwarded has all ``sources``, and the ids of the ``copies``.
    """
    properties = _stated(
        id=release.id,
        headline=release.title,
        source=release.source,
        sources=list(release.sources) if release.copies else None,
        copies=[copy.id for copy in release.copies] or None,
        published=release.published,
        url=release.url,
        digest=release.sha256,
    )
    return ReleaseRow({**properties, "row_digest": _digest("Release", properties)})


def entity_row(entity: Entity) -> EntityRow:
    """The node of an entity; ``names`` has every name, also folded, for the full-text index."""
    forms = (entity.name, *entity.aliases)
    names = dict.fromkeys((*forms, *(fold(form) for form in forms)))
    properties = _stated(
        id=entity.id,
        name=entity.name,
        aliases=list(entity.aliases),
        names=NAME_SEPARATOR.join(name for name in names if name),
        named=entity.named,
        iso3=entity.iso3,
        wikidata=entity.wikidata,
    )
    return EntityRow(entity.type, {**properties, "digest": _digest(entity.type, properties)})


def fact_row(fact: Fact, releases: Mapping[str, Release]) -> FactRow:
    """The relationship of a fact, with its quotes as parallel lists.

    ``stated_days`` are the days of the releases that say it, in order, each once, ``stated_from``
    and ``stated_to`` the first and the last of them; ``issuers`` are the independent sources that
    say it; ``office`` is the role of who represents somebody, folded for searching.

    Args:
        fact: The fact.
        releases: Those that say it, by id; what is not among them has neither day nor issuer.
    """
    key, evidence, qualifiers = fact.key, fact.evidence, fact.qualifiers
    properties: dict[str, Value] = {"key": key, **qualifiers.stated()}
    if date := qualifiers.date:
        properties["date_from"], properties["date_to"] = _period(date)
    saying = [releases[item.release] for item in evidence if item.release in releases]
    if stated := sorted({release.published for release in saying if release.published}):
        properties |= {"stated_from": stated[0], "stated_to": stated[-1], "stated_days": stated}
    if issuers := _independent(saying):
        properties["issuers"] = issuers
    if fact.predicate is Relation.REPRESENTS and (role := qualifiers.role):
        properties["office"] = fold(role)
    properties |= {
        "confidence": float(fact.confidence),
        "support": fact.support,
        "releases": [item.release for item in evidence],
        "quotes": [item.text for item in evidence],
        "starts": [item.start for item in evidence],
        "ends": [item.end for item in evidence],
        "rules": [item.rule for item in evidence],
    }
    properties["digest"] = _digest(fact.predicate, properties)
    return FactRow(FactEnds(key, fact.predicate, fact.subject.id, fact.object.id), properties)


def _period(date: str) -> tuple[str, str]:
    """First and last day; most dates are a day, which is both."""
    if len(date) == _DAY_LENGTH:
        return date, date
    first, last = bounds(date)
    return first.isoformat(), last.isoformat()


def _independent(releases: Sequence[Release]) -> list[str]:
    """The issuers of those releases that have no source in common, in alphabetical order.

    What a wire forwards is no second voice, so a release counts only if nobody who issued or
    forwarded it issued or forwarded one that counts.
    """
    if len(releases) == 1:
        return list(releases[0].sources[:1])
    issuers: list[str] = []
    heard: set[str] = set()
    for release in sorted(releases, key=lambda release: (len(release.sources), release.id)):
        if release.sources and heard.isdisjoint(release.sources):
            issuers.append(release.sources[0])
            heard.update(release.sources)
    return sorted(issuers)


def _stated(**properties: Value | None) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value is not None}


def _digest(label: str, properties: Mapping[str, Value]) -> str:
    text = orjson.dumps([label, properties], option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(text).hexdigest()[:DIGEST_LENGTH]


class Made(Sequence[Row]):
    """Rows that are made of items, anew each time that they are read."""

    def __init__(self, items: Sequence[Item], make: Callable[[Item], Row]) -> None:
        """Take the items, in the order of the rows."""
        self._items = items
        self._make = make

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._items)

    def __iter__(self) -> Iterator[Row]:
        """Make each."""
        return map(self._make, self._items)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Make the row, or those of a slice."""
        if isinstance(place, slice):
            return [self._make(item) for item in self._items[place]]
        return self._make(self._items[place])


def _delta(
    rows: Sequence[Row],
    held: Mapping[str, _Digest],
    identify: Callable[[Row], tuple[str, object]],
    locate: Callable[[str], Removed],
) -> Delta[Row, Removed]:
    if not held:
        return Delta(rows)
    added, changed, wanted = [], [], set()
    for row in rows:
        id_, digest = identify(row)
        wanted.add(id_)
        if id_ not in held:
            added.append(row)
        elif held[id_] != digest:
            changed.append(row)
    removed = tuple(locate(id_) for id_ in sorted(held.keys() - wanted))
    return Delta(added, changed, removed)


def _fact_delta(
    rows: Sequence[FactRow], held: Mapping[str, tuple[FactEnds, str]]
) -> Delta[FactRow, FactEnds]:
    """Compare by key; a relationship cannot be moved, so one with other ends is written anew."""
    if not held:
        return Delta(rows)
    added, changed, wanted = [], [], set()
    removed: list[FactEnds] = []
    for row in rows:
        key = row.ends.key
        wanted.add(key)
        place, digest = held.get(key, (None, ""))
        if place != row.ends:
            added.append(row)
            removed += [place] if place is not None else []
        elif digest != row.properties["digest"]:
            changed.append(row)
    removed += [held[key][0] for key in held.keys() - wanted]
    return Delta(added, changed, sorted(removed, key=attrgetter("key")))


def _counts(delta: Delta[Row, Removed], total: int) -> Counts:
    added, changed = len(delta.added), len(delta.changed)
    return Counts(added, changed, len(delta.removed), total - added - changed)
