"""Who is at a part of an event is at the event: "spoke on the panel", "attended the opening"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_attended
from communique.extractors.reading.script import Finding
from communique.gazetteer.territories import fold
from communique.ontology import UNDERTAKINGS, EntityType, Relation

_PART = re.compile(
    r"(?:.{0,60} )?(?:opening|closing|closure|inauguration|finale|day|session|panel|plenary|"
    r"segment|(?:opening|closing) ceremony|panel discussion)"
)
"""What a part of an event is called, before "of", "on" or "with", in lower case."""
_TAIL = re.compile(r" (?:of|on|with|about|at|for) ")
_BEGINS = re.compile(r"(?:.{0,40} )?(?:opening|closing|closure|inauguration|finale|day|session)")
_WHOSE = re.compile(r" of (?:the |this )?(?P<whose>.{4,120})")


def of_wholes(cast: Cast, main: Figure | None, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield that those who take part in a part of an event take part in the event.

    Args:
        cast: Everybody and everything.
        main: The event that the release is about, or None.
        found: What is known so far.
    """
    known = {(f.subject, f.object) for f in found if f.relation == Relation.PARTICIPATES_IN}
    told = {f.subject: f.object for f in found if f.relation == Relation.PART_OF}
    for one in found:
        if one.relation != Relation.PARTICIPATES_IN or one.object.type != EntityType.EVENT:
            continue
        whole = _whole(cast, main, told.get(one.object), one.object)
        if whole is None or whole is one.object or (one.subject, whole) in known:
            continue
        known.add((one.subject, whole))
        yield replace(one, object=whole, rule="participates/of-whole", confidence=0.7, date=None)


def _whole(cast: Cast, main: Figure | None, told: Figure | None, part: Figure) -> Figure | None:
    """The event that an event is a part of, as its name, a statement or the release tells."""
    name = fold(part.name)
    front = _TAIL.split(name, maxsplit=1)[0]
    if _PART.fullmatch(front) is None:
        return None
    whose = _WHOSE.match(name, len(front))
    if whose is not None and _BEGINS.fullmatch(front):
        return _called(cast, whose["whose"], part)
    if told is not None and told.type == EntityType.EVENT and is_attended(told):
        return told
    return main if main is not None and main.named and not part.named and whose is None else None


def _called(cast: Cast, words: str, part: Figure) -> Figure | None:
    """The event or undertaking of a name."""
    others = (f for f in cast.figures if f.type in UNDERTAKINGS and f is not part)
    return next((f for f in others if words in map(fold, (f.name, *f.aliases))), None)
