"""Values of Neo4j as every store gives them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from math import isfinite
from typing import cast

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

_SIMPLE = frozenset({bool, int, str, type(None)})
_TEMPORAL = (Date, DateTime, Duration, Time)
_WHOLE_SECONDS = re.compile(r"\.0+(?=[+-]|Z|$)")
_FIRST_LABEL = "Entity"


def plain(value: object) -> object:
    """Nodes, relationships and paths as dictionaries (see ``Rows``), times as ISO 8601.

    What is no number (1.0 / 0) is None.
    """
    if type(value) in _SIMPLE or (isinstance(value, float) and isfinite(value)):
        return value
    if isinstance(value, list):  # durations and points are tuples
        return [plain(item) for item in value]
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return _relationship(value)
    if isinstance(value, Path):
        return {
            "nodes": [_node(node) for node in value.nodes],
            "relationships": [_relationship(step) for step in value.relationships],
        }
    return _other(value)


def _other(value: object) -> object:
    if isinstance(value, float):
        return None  # no number, which JSON does not have
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, _TEMPORAL):
        return _WHOLE_SECONDS.sub("", value.iso_format())
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)  # points and what later versions bring


def _node(node: Node) -> dict[str, object]:
    labels = sorted(node.labels, key=lambda label: (label != _FIRST_LABEL, label))
    properties = {name: plain(item) for name, item in node.items()}
    return {"id": node.element_id, "labels": labels, "properties": properties}


def _relationship(found: Relationship) -> dict[str, object]:
    start, end = cast(tuple[Node, Node], found.nodes)
    return {
        "id": found.element_id,
        "start": start.element_id,
        "end": end.element_id,
        "type": found.type,
        "properties": {name: plain(item) for name, item in found.items()},
    }
