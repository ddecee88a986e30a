"""Names inside names, and names that two others beside each other make up."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span, without_overlap
from communique.gazetteer.bodies import body_words
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_WHOLES = frozenset({EntityType.ORGANISATION, EntityType.EVENT, EntityType.OPERATION})
"""What may have another name inside its own."""
_PARTS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY, EntityType.PLACE})
_BEFORE_PART = re.compile(r"(?:\b(?:of|at|for|within|in|to|from|and)(?: the)?|,|['’]s?) $")
_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_IN = re.compile(r" (?:in|at) (?:the )?")
_ACRONYM = re.compile(r"[A-Z]{3,}|Interpol|Europol")
_GOES_ON = re.compile(r" [A-Z]")
_WITHOUT_PARTS = frozenset({"University of ", "College of ", "Bank of "})
"""Beginnings of names whose rest is no name: "University of Harbourtown School of Law"."""
_GOES_ON_BEHIND = re.compile(r"[- ][A-Z]")
_CLOSED = re.compile(r"[.,;:)]|$| (?:in|on|at|and|for|with|to|from|by)\b")
"""What stands behind the name of a branch: no verb, which the place may be the subject of."""
_FEWEST_CHARACTERS = 3
_LISTED = 3
"""Strength of a body of the gazetteer."""


def nested(text: str, spans: Sequence[Span], candidates: Sequence[Span]) -> list[Span]:
    """The spans, each with the names inside its own.

    Args:
        text: The block.
        spans: What remains of the candidates.
        candidates: Everything that a rule found, overlapping.
    """
    parts = [span for span in candidates if span.type in _PARTS and span.named]
    parts.sort(key=_begin)
    return [
        replace(span, within=tuple(_inside(text, span, parts)))
        if span.type in _WHOLES and span.named
        else span
        for span in spans
    ]


def _begin(span: Span) -> int:
    return span.start


def _inside(text: str, whole: Span, parts: Sequence[Span]) -> list[Span]:
    """The longest of the names, which are in order, that lie inside another one."""
    first, last = (bisect_left(parts, offset, key=_begin) for offset in (whole.start, whole.end))
    inner = (span for span in parts[first:last] if span.end <= whole.end)
    return without_overlap(span for span in inner if _is_part(text, whole, span))


def _is_part(text: str, whole: Span, span: Span) -> bool:
    """Whether a name inside another one is what that belongs to or lies in."""
    if span.type == EntityType.COUNTRY or _leads(text, whole, span):
        return True
    behind = span.start > whole.start and bool(_BEFORE_PART.search(text, whole.start, span.start))
    if span.type == EntityType.ORGANISATION and _GOES_ON.match(text, span.end, whole.end):
        return False  # "Office of Cabinet Affairs"
    if text[whole.start : span.start] in _WITHOUT_PARTS:
        return False
    solid = span.strength > 0 or span.type == EntityType.PLACE
    return behind and span.end - span.start >= _FEWEST_CHARACTERS and solid


def _leads(text: str, whole: Span, span: Span) -> bool:
    """Whether a name begins with that of an international body ("LEAGUE Mission in Torsk")."""
    if span.start != whole.start or span.type != EntityType.ORGANISATION or span.country:
        return False
    goes_on = _GOES_ON.match(text, span.end, whole.end) is not None
    form = text[span.start : span.end]
    return (
        goes_on and span.strength == _LISTED and (form.isupper() or _is_known_shorter(form, span))
    )


def _is_known_shorter(form: str, span: Span) -> bool:
    """Whether a body in full is one that has an acronym ("Harbour Union Commission")."""
    return " " in form and any(alias.isupper() for alias in span.aliases)


def seated(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans, bodies with a further name that says where they are ("Court | in Torsk").

    A release calls a court, school or office so as often as not.
    """
    sites = {span.start: span for span in spans if span.type in _SITES}
    for span in spans:
        form = text[span.start : span.end]
        inside = _IN.match(text, span.end) if span.type == EntityType.ORGANISATION else None
        site = sites.get(inside.end()) if inside else None
        if inside and site and span.named and form.rsplit(" ", 1)[-1] in body_words().seated:
            longer = f"{span.name}{inside[0]}{text[site.start : site.end]}"
            yield replace(span, aliases=(*span.aliases, longer))
        else:
            yield span


def branches(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans; a body and the place right after it are its office there ("UNICEF Chad")."""
    pending: Span | None = None
    for span in spans:
        if pending is not None and _is_branch(text, pending, span):
            yield _branch(text, pending, span)
            pending = None
            continue
        if pending is not None:
            yield pending
        pending = span
    if pending is not None:
        yield pending


def _is_branch(text: str, body: Span, site: Span) -> bool:
    """Whether a place right after a body tells which of its offices is meant."""
    beside = body.end + 1 == site.start and text[body.end] == " "
    form = text[body.start : body.end]
    listed = body.strength == _LISTED and body.country is None and " " in form
    known = _ACRONYM.fullmatch(form) or form in body_words().branching
    known = known or listed or _is_shaped(form, body)
    if not beside or not known or body.type != EntityType.ORGANISATION:
        return False
    if site.kind == NameKind.DEMONYM:
        return False
    if site.type not in {EntityType.PLACE, EntityType.COUNTRY}:
        return False
    if form not in body_words().branching and not _ACRONYM.fullmatch(form):
        return _CLOSED.match(text, site.end) is not None
    return not _GOES_ON_BEHIND.match(text, site.end)


def _is_shaped(form: str, body: Span) -> bool:
    """Whether a body is known by the head at the end of its name: "Harbour Guard"."""
    words = form.split()
    return len(words) > 1 and body.named and words[-1] in body_words().seated_units


def _branch(text: str, body: Span, site: Span) -> Span:
    """The office of a body in a place."""
    country = site.territory or body.country
    form = text[body.start : site.end]
    return Span(
        body.start, site.end, EntityType.ORGANISATION, form, country=country, strength=4,
        aliases=(f"{body.name} {site.name}",), within=(body, site),
    )  # fmt: skip
