"""The knowledge graph as rows of a property graph."""

import hashlib
from collections.abc import Mapping, Sequence

import orjson

from communique.graph import Entity, Fact, Release, bounds
from communique.loaders.folding import fold
from communique.loaders.store import EntityRow, FactEnds, FactRow, ReleaseRow, Value
from communique.ontology import Relation

DIGEST_LENGTH = 20
"""Hexadecimal digits of a row's digest."""

NAME_SEPARATOR = " | "
"""Stands between the names in the property that the full-text index covers."""

_DAY_LENGTH = len("2023-11-20")


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
