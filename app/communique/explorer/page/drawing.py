"""What is drawn for entities and facts, and what the page tells of them on a click."""

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2, sqrt
from typing import Any
from urllib.parse import urlsplit

import networkx as nx

from communique.explorer.layout import Box, layout
from communique.explorer.page.excerpt import Excerpt
from communique.graph import Entity, Fact, Particulars, bounds
from communique.ontology import SIGNATURES, EntityType, Relation, Status

SHAPES: Mapping[EntityType, str] = {
    EntityType.PERSON: "dot",
    EntityType.COUNTRY: "square",
    EntityType.ORGANISATION: "diamond",
    EntityType.EVENT: "star",
    EntityType.OPERATION: "hexagon",
    EntityType.PLACE: "triangle",
}
"""Shape of each type, by its name in vis-network; colours are in ``template/page.css``."""

_GROWTH: Mapping[str, float] = {"square": 0.9, "star": 1.25, "diamond": 1.1, "triangle": 1.1}
"""Makes shapes of one size look equally big; 1 for the others."""

FAMILIES: Mapping[str, tuple[Relation, ...]] = {
    "meeting": (Relation.MEETS,),
    "visit": (Relation.VISITS,),
    "part": (
        *(Relation.PARTICIPATES_IN, Relation.HOSTS, Relation.ORGANISES, Relation.LEADS),
        *(Relation.COORDINATES, Relation.SUPPORTS, Relation.FUNDS, Relation.INVOLVES),
    ),
    "place": (Relation.HELD_IN, Relation.LOCATED_IN),
    "standing": (Relation.REPRESENTS, Relation.MEMBER_OF, Relation.PART_OF, Relation.APPOINTS),
}
"""Relations that share a colour, in the order of the legend."""


LABEL_COLUMNS = 19
_CHARACTER, _LINE = 6.4, 14.0  # of the label font, in pixels at zoom 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and edges with opaque ids, and the values behind them.

    Attributes:
        nodes: For vis-network, with ``id``, ``label``, place and size.
        edges: For vis-network; ``facts`` are positions in ``values["facts"]``.
        values: Entities, facts, releases and the counts of the filters.
    """

    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    values: dict[str, Any]


def draw(part: Excerpt, releases: Iterable[Particulars]) -> Drawing:
    """Place the entities, merge parallel facts into one edge, and gather what a click shows."""
    ids = {entity.id: f"n{number}" for number, entity in enumerate(part.entities)}
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(ids)
    network.add_edges_from((fact.subject.id, fact.object.id) for fact in part.facts)
    sizes = {entity.id: _size(entity, network.degree[entity.id]) for entity in part.entities}
    places = layout(network, {entity.id: _box(entity, sizes) for entity in part.entities})
    nodes = tuple(
        {
            "id": ids[entity.id],
            "label": _wrapped(entity.name),
            "group": str(entity.type),
            "shape": SHAPES[entity.type],
            "size": sizes[entity.id],
            "degree": network.degree[entity.id],
            "x": places[entity.id][0],
            "y": places[entity.id][1],
            "title": f"{entity.name}\n{entity.type}",
        }
        for entity in part.entities
    )
    return Drawing(nodes, _edges(part.facts, ids), _values(part, ids, releases))


def _size(entity: Entity, degree: int) -> int:
    return round((7 + 3.1 * sqrt(degree)) * _GROWTH.get(SHAPES[entity.type], 1.0))


def _wrapped(name: str) -> str:
    """The name in at most two lines; the page shows it whole in the panel and on hovering."""
    clean = " ".join(name.split())
    return "\n".join(textwrap.wrap(clean, LABEL_COLUMNS, max_lines=2, placeholder=" …"))


def _box(entity: Entity, sizes: Mapping[str, int]) -> Box:
    lines = _wrapped(entity.name).split("\n")
    side = 2.0 * sizes[entity.id]
    text = _CHARACTER * max(map(len, lines))
    return Box(max(side, text) + 10, side + _LINE * len(lines) + 10)


def _edges(facts: Sequence[Fact], ids: Mapping[str, str]) -> tuple[dict[str, Any], ...]:
    """One edge for each relation and direction between two entities."""
    merged: defaultdict[tuple[str, str, Relation], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        merged[ids[fact.subject.id], ids[fact.object.id], fact.predicate].append(number)
    parallel: Counter[frozenset[str]] = Counter()
    edges = []
    for number, ((source, target, relation), members) in enumerate(merged.items()):
        pair = frozenset((source, target))
        edge = {
            "id": f"e{number}",
            "from": source,
            "to": target,
            "relation": str(relation),
            "facts": members,
            "width": round(1 + 1.6 * log2(len(members)), 2),
            "title": _title([facts[member] for member in members]),
            "smooth": _bend(parallel[pair], turned=source > target),
        }
        if SIGNATURES[relation].symmetric:
            edge["arrows"] = ""
        parallel[pair] += 1
        edges.append(edge)
    return tuple(edges)


def _bend(before: int, *, turned: bool) -> dict[str, Any]:
    """Straight for the first edge of a pair; the next ones bow out to one side and the other."""
    if not before:
        return {"enabled": False}
    clockwise = (before % 2 == 1) != turned
    return {
        "enabled": True,
        "type": "curvedCW" if clockwise else "curvedCCW",
        "roundness": round(0.16 * ((before + 1) // 2), 2),
    }


def _title(facts: Sequence[Fact]) -> str:
    first = facts[0]
    verb = str(first.predicate).replace("_", " ").lower()
    lines = [f"{first.subject.name} {verb} {first.object.name}"]
    dates = sorted({fact.qualifiers.date for fact in facts if fact.qualifiers.date})
    if dates:
        lines.append(", ".join(dates[:4]) + (" …" if len(dates) > 4 else ""))  # noqa: PLR2004
    if all(fact.qualifiers.status is Status.PLANNED for fact in facts):
        lines.append("planned")
    return "\n".join(lines)


def _values(
    part: Excerpt, ids: Mapping[str, str], releases: Iterable[Particulars]
) -> dict[str, Any]:
    cited = {item.release for fact in part.facts for item in fact.evidence}
    sources = [release for release in releases if release.id in cited]
    numbers = {release.id: number for number, release in enumerate(sources)}
    relations = Counter(fact.predicate for fact in part.facts)
    types = Counter(entity.type for entity in part.entities)
    return {
        "entities": {ids[entity.id]: _entity(entity) for entity in part.entities},
        "facts": [_fact(fact, ids, numbers) for fact in part.facts],
        "releases": [_release(release) for release in sources],
        "relations": [
            {"name": str(relation), "family": family, "count": relations[relation]}
            for family, members in FAMILIES.items()
            for relation in members
            if relations[relation]
        ],
        "types": [
            {"name": str(type_), "shape": shape, "count": types[type_]}
            for type_, shape in SHAPES.items()
            if types[type_]
        ],
        "focus": ids[part.focus.id] if part.focus else None,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": str(entity.type),
        "aliases": list(entity.aliases),
        "iso3": entity.iso3,
        "wikidata": entity.wikidata,
        "links": [
            {"predicate": link.predicate, "target": link.target, "source": link.source}
            for link in entity.links
        ],
    }


def _fact(fact: Fact, ids: Mapping[str, str], numbers: Mapping[str, int]) -> dict[str, Any]:
    values: dict[str, Any] = {
        "subject": ids[fact.subject.id],
        "relation": str(fact.predicate),
        "object": ids[fact.object.id],
        "qualifiers": fact.qualifiers.stated(),
        "confidence": round(fact.confidence, 3),
        "evidence": [
            {"release": numbers.get(item.release), "name": item.release, "text": item.text}
            for item in fact.evidence
        ],
    }
    if fact.qualifiers.date:
        first, last = bounds(fact.qualifiers.date)
        values |= {"from": first.isoformat(), "to": last.isoformat()}
    return values


def _release(release: Particulars) -> dict[str, Any]:
    secure = release.url and urlsplit(release.url).scheme in {"http", "https"}
    return {
        "title": release.title,
        "source": ", ".join(release.sources),
        "published": release.published,
        "url": release.url if secure else None,  # never a javascript: link
    }
