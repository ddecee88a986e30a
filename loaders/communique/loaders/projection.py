"""The knowledge graph as rows of a property graph, and what a store lacks of them."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

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

_Digest = TypeVar("_Digest")


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
    change = difference(graph, store.held())
    store.apply(change, progress)
    return report(change, graph)


def report(change: Change, graph: KnowledgeGraph) -> LoadReport:
    """What a change wrote, and what of the graph it found in place."""
    return LoadReport(
        _counts(change.releases, len(graph.releases)),
        _counts(change.entities, len(graph.entities)),
        _counts(change.facts, len(graph.facts)),
    )


def difference(graph: KnowledgeGraph, held: Held) -> Change:
    """What must be written so that a store that holds ``held`` holds exactly the graph."""
    releases = {release.id: release for release in graph.releases}
    return Change(
        _delta(
            [release_row(release) for release in graph.releases],
            held.releases,
            lambda row: (str(row.properties["id"]), row.properties["row_digest"]),
            lambda id_: id_,
        ),
        _delta(
            [entity_row(entity) for entity in graph.entities],
            held.entities,
            lambda row: (str(row.properties["id"]), row.properties["digest"]),
            lambda id_: id_,
        ),
        _fact_delta([fact_row(fact, releases) for fact in graph.facts], held.facts),
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
    date, role = fact.qualifiers.date, fact.qualifiers.role
    period = [day.isoformat() for day in bounds(date)] if date else [None, None]
    saying = [releases[item.release] for item in fact.evidence if item.release in releases]
    stated = sorted({release.published for release in saying if release.published})
    represents = fact.predicate is Relation.REPRESENTS
    properties = _stated(
        key=fact.key,
        **fact.qualifiers.stated(),
        date_from=period[0],
        date_to=period[1],
        stated_from=stated[0] if stated else None,
        stated_to=stated[-1] if stated else None,
        stated_days=stated or None,
        issuers=_independent(saying) or None,
        office=fold(role) if role and represents else None,
        confidence=float(fact.confidence),
        support=fact.support,
        releases=[item.release for item in fact.evidence],
        quotes=[item.text for item in fact.evidence],
        starts=[item.start for item in fact.evidence],
        ends=[item.end for item in fact.evidence],
        rules=[item.rule for item in fact.evidence],
    )
    ends = FactEnds(fact.key, fact.predicate, fact.subject.id, fact.object.id)
    return FactRow(ends, {**properties, "digest": _digest(fact.predicate, properties)})


def _independent(releases: Sequence[Release]) -> list[str]:
    """The issuers of those releases that have no source in common, in alphabetical order.

    What a wire forwards is no second voice, so a release counts only if nobody who issued or
    forwarded it issued or forwarded one that counts.
    """
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
    text = json.dumps([label, properties], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def _delta(
    rows: Sequence[Row],
    held: Mapping[str, _Digest],
    identify: Callable[[Row], tuple[str, object]],
    locate: Callable[[str], Removed],
) -> Delta[Row, Removed]:
    added, changed, wanted = [], [], set()
    for row in rows:
        id_, digest = identify(row)
        wanted.add(id_)
        if id_ not in held:
            added.append(row)
        elif held[id_] != digest:
            changed.append(row)
    removed = tuple(locate(id_) for id_ in sorted(held.keys() - wanted))
    return Delta(tuple(added), tuple(changed), removed)


def _fact_delta(
    rows: Sequence[FactRow], held: Mapping[str, tuple[FactEnds, str]]
) -> Delta[FactRow, FactEnds]:
    """Compare by key; a relationship cannot be moved, so one with other ends is written anew."""
    ends = {row.ends.key: row.ends for row in rows}
    moved = {key for key, (place, _) in held.items() if key in ends and ends[key] != place}
    staying = {key: digest for key, (_, digest) in held.items() if key not in moved}
    delta = _delta(
        rows,
        staying,
        lambda row: (row.ends.key, row.properties["digest"]),
        lambda key: held[key][0],
    )
    removed = (*delta.removed, *(held[key][0] for key in moved))
    return Delta(delta.added, delta.changed, tuple(sorted(removed, key=lambda place: place.key)))


def _counts(delta: Delta[Row, Removed], total: int) -> Counts:
    added, changed = len(delta.added), len(delta.changed)
    return Counts(added, changed, len(delta.removed), total - added - changed)
