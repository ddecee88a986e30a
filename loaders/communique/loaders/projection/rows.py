"""The knowledge graph as rows of a property graph."""

import hashlib
from collections.abc import Mapping

import orjson

from communique.graph import Entity, Fact, Particulars, bounds
from communique.loaders.folding import fold
from communique.loaders.projection.saying import Said, telling
from communique.loaders.store import EntityRow, FactRow, ReleaseRow, Value
from communique.ontology import Relation

DIGEST_LENGTH = 20
"""Hexadecimal digits of a row's digest."""

FACT_LAYOUT = 1
"""Grows with each change of what `fact_row` makes of the same fact, so that stores are written."""

NAME_SEPARATOR = " | "
"""Stands between the names in the property that the full-text index covers."""

_DAY_LENGTH = len("2023-11-20")


def release_row(release: Particulars) -> ReleaseRow:
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


def fact_digest(fact: Fact, releases: Mapping[str, Said]) -> str:
    """The digest of a fact's row, of all that the row is made of; the row itself is not needed.

    Args:
        fact: The fact.
        releases: As for the row.
    """
    q = fact.qualifiers
    # The key covers ends, relation, date, event and role.
    parts = [f"{FACT_LAYOUT}{fact.key}{fact.confidence!r}{q.status}{q.place!r}{q.amount!r}"]
    for item in fact.evidence:
        saying = releases.get(item.release)
        parts.append(item.release if saying is None else saying.content)
        parts.append(f"{item.start} {item.end} {item.rule} {item.text}")
    return _hashed("\x1f".join(parts).encode())


def fact_row(fact: Fact, releases: Mapping[str, Said]) -> FactRow:
    """The relationship of a fact, with its quotes as parallel lists.

    ``stated_days`` are the days of the releases that say it, in order, each once, ``stated_from``
    and ``stated_to`` the first and the last of them; ``issuers`` are the independent sources that
    say it; ``office`` is the role of who represents somebody, folded for searching. Who changes
    what a row holds also raises `FACT_LAYOUT`.

    Args:
        fact: The fact.
        releases: Those that say it, by id; what is not among them has neither day nor issuer.
    """
    evidence, qualifiers = fact.evidence, fact.qualifiers
    properties: dict[str, Value] = {"key": fact.key, **qualifiers.stated()}
    if date := qualifiers.date:
        properties["date_from"], properties["date_to"] = _period(date)
    properties |= telling([releases[e.release] for e in evidence if e.release in releases])
    if fact.predicate is Relation.REPRESENTS and (role := qualifiers.role):
        properties["office"] = fold(role)
    properties["confidence"] = float(fact.confidence)
    properties["support"] = fact.support
    properties["releases"] = [item.release for item in evidence]
    properties["quotes"] = [item.text for item in evidence]
    properties["starts"] = [item.start for item in evidence]
    properties["ends"] = [item.end for item in evidence]
    properties["rules"] = [item.rule for item in evidence]
    properties["digest"] = fact_digest(fact, releases)
    return FactRow(fact.predicate, fact.subject.id, fact.object.id, properties)


def _period(date: str) -> tuple[str, str]:
    """First and last day; most dates are a day, which is both."""
    if len(date) == _DAY_LENGTH:
        return date, date
    first, last = bounds(date)
    return first.isoformat(), last.isoformat()


def _stated(**properties: Value | None) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value is not None}


def _digest(label: str, properties: Mapping[str, Value]) -> str:
    return _hashed(orjson.dumps([label, properties], option=orjson.OPT_SORT_KEYS))


def _hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGEST_LENGTH]
