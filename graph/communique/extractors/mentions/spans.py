"""What mention rules find: named spans, offices, and the mentions they make up."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from communique.gazetteer.territories import NameKind, Territory
from communique.ontology import EntityType

_POSSESSIVE = re.compile(r"['’]s? ")
_OWNER = re.compile(r"[A-Z][a-z]{2,20}['’]s (?=[A-Z])")
_LED = "-led "


@dataclass(frozen=True, slots=True)
class Span:
    """A name or description in a block: half-open span in code points, without article.

    Attributes:
        start: Offset of its first character in the block.
        end: Offset after its last character.
        type: What it names.
        name: Its canonical name if a gazetteer knows it, else the words themselves.
        territory: The state, for a country or what stands for one.
        kind: How the words stand for the territory.
        named: False for a description ("the training").
        aliases: Other names the text or a gazetteer gives.
        country: The state a body belongs to, as the name itself says.
        strength: Which rule wins where spans overlap; the higher.
        ownable: Whether it may belong to a state that the text around it is about.
        within: What its name says it belongs to or lies in: "Legal Section of BODY", "Office in
            PLACE".
    """

    start: int
    end: int
    type: EntityType
    name: str
    territory: Territory | None = None
    kind: NameKind | None = None
    named: bool = True
    aliases: tuple[str, ...] = ()
    country: Territory | None = None
    strength: int = 1
    ownable: bool = False
    within: tuple["Span", ...] = ()

    def overlaps(self, other: "Span | Role") -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Role:
    """An office as a text words it.

    Attributes:
        start: Offset of its first character in the block.
        end: Offset after its last character.
        title: The office without the body it stands in ("Minister of Foreign Affairs").
        head: Its noun ("Minister").
        body: The body or state it stands in, or None if the text leaves it open.
        envoy: Whether it acts for somebody elsewhere ("Ambassador to", "Envoy for"): what follows
            is not what it represents.
        former: Whether the office is past.
        commands: Whether it commands what it stands in.
        mandate: What else its words name: what an envoy acts for or is sent to, the wider body.
        department: The department that a secretary heads if the release is of its state.
    """

    start: int
    end: int
    title: str
    head: str
    body: Span | None = None
    envoy: bool = False
    former: bool = False
    commands: bool = False
    mandate: tuple[Span, ...] = ()
    department: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A maximal mention of one entity in a block.

    Attributes:
        start: Offset of its first character in the block.
        end: Offset after its last character.
        type: What is mentioned.
        span: The name or description; None for a person mentioned by office only.
        roles: The offices named with a person.
        honorific: The form of address or rank used, or an empty string.
    """

    start: int
    end: int
    type: EntityType
    span: Span | None = None
    roles: tuple[Role, ...] = ()
    honorific: str = ""


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """The spans that remain if the stronger, then the longer, then the earlier one wins."""
    taken: list[Span] = []
    starts: list[int] = []
    for span in sorted(spans, key=lambda s: (-s.strength, s.start - s.end, s.start)):
        place = bisect_right(starts, span.start)
        beside = taken[max(0, place - 1) : place + 1]
        if not any(span.overlaps(other) for other in beside):
            taken.insert(place, span)
            starts.insert(place, span.start)
    return taken


def outside(spans: Iterable[Span], others: Iterable[Span | Role]) -> list[Span]:
    """The spans that overlap none of the others, in their order."""
    taken = sorted(others, key=lambda other: other.start)
    starts = [other.start for other in taken]
    ends = list(accumulate((other.end for other in taken), max, initial=0))
    return [span for span in spans if ends[bisect_left(starts, span.end)] <= span.start]


def span_at(spans: Sequence[Span], offset: int) -> Span | None:
    """The span that begins at an offset, if one does."""
    for span in spans:
        if span.start == offset:
            return span
    return None


def covering(spans: Sequence[Span], offset: int) -> Span | None:
    """The span that an offset lies in, if any."""
    for span in spans:
        if span.start <= offset < span.end:
            return span
    return None


def innermost(text: str, spans: Sequence[Span], body: Span) -> Span:
    """The body that the possessive of another leads to ("AGENCY's Press Office"), else the body."""
    while body.type == EntityType.ORGANISATION:
        owner = _POSSESSIVE.match(text, body.end)
        inner = span_at(spans, owner.end()) if owner else None
        if inner is None or not inner.named or inner.type != EntityType.ORGANISATION:
            break
        body = replace(inner, within=(*inner.within, body))
    return body


def led_at(text: str, spans: Sequence[Span], start: int) -> Span | None:
    """The span at an offset, or what the words there lead to, or None.

    A leader does ("NATO-led KFOR"), and a noun that owns a body ("the Mission's Field Office").
    """
    span = span_at(spans, start)
    if span is None:
        owner = _OWNER.match(text, start)
        body = span_at(spans, owner.end()) if owner else None
        return body if body is not None and body.type == EntityType.ORGANISATION else None
    led = text.startswith(_LED, span.end)
    return span_at(spans, span.end + len(_LED)) if led else span
