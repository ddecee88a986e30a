"""The knowledge graph as a networkx graph, with values that every file format takes."""

import re
from collections.abc import Iterable, Mapping

import networkx as nx

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, bounds

SEPARATOR = " | "
"""Stands between the members of a list; neither names nor quotes are likely to hold it."""

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

Attributes = dict[str, str | float]


def to_networkx(graph: KnowledgeGraph, *, evidence_text: bool = True) -> "nx.MultiDiGraph[str]":
    """Entities as nodes by id and facts as edges by key, in the order of the graph.

    Every attribute is a string, a number or a truth value: what is unknown is left out, lists are
    joined with ``SEPARATOR``, and characters that XML 1.0 forbids are removed; in ids, which stay
    different, they are escaped. ``start`` and
    ``end`` are the first and last ISO day of a fact's date, or of an entity's dated facts. A
    symmetric fact is one edge from the end whose id sorts first.

    Args:
        graph: What to show.
        evidence_text: Whether edges have the words of the quotes.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    spans = _spans(graph.facts)
    for entity in graph.entities:
        network.add_node(_escaped(entity.id), **_of_entity(entity), **spans.get(entity.id, {}))
    for fact in graph.facts:
        told = _of_fact(fact, quotes=evidence_text)
        subject, object_ = _escaped(fact.subject.id), _escaped(fact.object.id)
        network.add_edge(subject, object_, key=fact.key, **told)
    return network


def _escaped(id_: str) -> str:
    """An id without characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", id_)


def _of_entity(entity: Entity) -> Attributes:
    return _stated(
        {
            "label": entity.name,
            "entity_type": str(entity.type),
            "aliases": SEPARATOR.join(entity.aliases) or None,
            "named": entity.named,
            "iso3": entity.iso3,
            "wikidata": entity.wikidata,
            "links": links_of(entity) or None,
        }
    )


def links_of(entity: Entity) -> str:
    """What a user says an entity is elsewhere, as one text."""
    return SEPARATOR.join(f"{link.predicate} {link.target}" for link in entity.links)


def _of_fact(fact: Fact, *, quotes: bool) -> Attributes:
    span = _span([fact]) if fact.qualifiers.date else {}
    return _stated(
        {
            "label": str(fact.predicate),
            "relation": str(fact.predicate),
            "weight": float(fact.support),
            **span,
            **fact.qualifiers.stated(),
            "confidence": fact.confidence,
            "support": fact.support,
            **evidence_lists(fact.evidence, quotes=quotes),
        }
    )


def evidence_lists(evidence: Iterable[Evidence], *, quotes: bool) -> dict[str, str]:
    """Releases, quotes and rules of a fact as parallel joined lists; quotes only if asked for."""
    items = tuple(evidence)
    words = {"quotes": SEPARATOR.join(item.text for item in items)} if quotes else {}
    return {
        "releases": SEPARATOR.join(item.release for item in items),
        **words,
        "rules": SEPARATOR.join(item.rule for item in items),
    }


def _spans(facts: Iterable[Fact]) -> dict[str, Attributes]:
    dated: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.qualifiers.date:
            for end in (fact.subject.id, fact.object.id):
                dated.setdefault(end, []).append(fact)
    return {id_: _span(of_entity) for id_, of_entity in dated.items()}


def _span(dated: Iterable[Fact]) -> Attributes:
    days = [bounds(fact.qualifiers.date) for fact in dated if fact.qualifiers.date]
    first, last = min(start for start, _ in days), max(end for _, end in days)
    return {"start": first.isoformat(), "end": last.isoformat()}


def _stated(values: Mapping[str, str | float | None]) -> Attributes:
    return {
        name: allowed(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None
    }


def allowed(text: str) -> str:
    """A text without the characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)
