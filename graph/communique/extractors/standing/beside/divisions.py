"""Parts of bodies by what joins them: "AGENCY – Torsk Branch", "UNIT, MINISTRY", "UNIT of X"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.extractors.cast.kinds import is_headed
from communique.extractors.mentions.places.parts import LIST_GOES_ON
from communique.extractors.reading.script import Finding
from communique.extractors.standing.beside.pair import Pair
from communique.ontology import EntityType, Relation

_DASHES = frozenset({" – ", " — ", " - "})
_ITS = frozenset(
    {", whose ", ", its ", " and its ", " with its ", " through its ", ", through its "}
)
_COMMAS = frozenset({", ", ", the "})
_PART = re.compile(
    r"^(?:General |Central |National |Regional )?"
    r"(?:Bureau|Department|Directorate|Division|Office|Section|Unit)s? (?:of|for|against) |"
    r"\b(?:Branch|Bureau|Department|Directorate|Division|Office|Section|Service|Squad|Team|Unit)$"
)
"""Names of what is a part of a larger body."""
_NEXT = re.compile(r", (?:the )?[A-Z][\w’'-]+ (?:(?:of|for|the|[A-Z]\S*) )*and ")
"""What stands between two bodies and the next of their list."""
_WHOLE = re.compile(r"\b(?:Ministry|Department of (?:State|Commerce|Justice|Treasury))\b")
_STATES = re.compile(r"^(?:Ministry|(?:U\.?S\.? |United States )?Department) of ")

_JOINTS = frozenset({" of the ", " within ", " within the "})
_UNDER = " under the "
_ABOVE = ("Ministry", "Department", "Government", "Cabinet", "Prime Minister", "President")
"""How those are called that others are under, rather than do something under."""
_PRESIDENCY = re.compile(r"(?i)\bpresidency\b")
"""What a state is for half a year, and no part of the body it presides."""


def divided(pair: Pair) -> Iterator[Finding]:
    """Yield which of two bodies beside each other is a part of the other."""
    if {pair.one.type, pair.other.type} != {EntityType.ORGANISATION}:
        return
    behind = _PART.search(pair.other.name) is not None and not _WHOLE.search(pair.other.name)
    if pair.gap in _ITS and is_headed(pair.other):
        yield pair.finding(Relation.PART_OF, "part-of/whose", 0.85, turned=True)
    if pair.gap in _DASHES and behind and not _PART.search(pair.one.name):
        yield pair.finding(Relation.PART_OF, "part-of/dashed", 0.85, turned=True)
    if pair.gap not in _COMMAS or _goes_on(pair):
        return
    if behind and _WHOLE.search(pair.one.name):
        yield pair.finding(Relation.PART_OF, "part-of/comma", 0.8, turned=True)
    elif _PART.search(pair.one.name) and _STATES.match(pair.other.name):
        yield pair.finding(Relation.PART_OF, "part-of/comma", 0.8)


def joined(pair: Pair) -> Iterator[Finding]:
    """Yield what a body is part of by "BODY of the BODY" and "SERVICE under the MINISTRY"."""
    one, other = pair.one, pair.other
    under = pair.gap == _UNDER and other.name.startswith(_ABOVE)
    if one.type != EntityType.ORGANISATION or not (under or pair.gap in _JOINTS):
        return
    whole = pair.owned or other
    fits = whole is not one and whole.type == EntityType.ORGANISATION
    if fits and not _PRESIDENCY.search(one.name):
        yield replace(pair.finding(Relation.PART_OF, "part-of/of-body", 0.75), object=whole)


def _goes_on(pair: Pair) -> bool:
    """Whether two bodies are the first of a list."""
    text, end = pair.scene.block.text, pair.right.end
    return LIST_GOES_ON.match(text, end) is not None or _NEXT.match(text, end) is not None
