"""Where a body sits: "at the headquarters of BODY", "at BODY's premises"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.ontology import EntityType

_SEATS = r"(?:headquarters|premises|seat|compound|pavilion)"
_SEAT_OF = re.compile(
    rf"\b(?:at (?:the )?|in the (?=seat))(?P<seat>(?:new )?{_SEATS} of (?:the )?)$"
)
_AT = re.compile(r"\bat(?: the| its)? $")
_OWN_SEAT = re.compile(rf"['’]s? (?:new )?{_SEATS}\b(?! of )")
_RECEIVED = re.compile(r"\b(?:receiv|welcom|greet)\w+[^.!?\n]*$")
"""Who is received at the seat of a body visits the body."""
_REACH = 40
"""Characters before a body that hold what its seat is called."""
_CLAUSE = 120
"""Characters before a seat that hold the verb."""


def quarters(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans, where something is at the seat of a body that seat for the body.

    Only behind "at": who visits the headquarters of a body, or is received at them, visits it.
    """
    for span in spans:
        body = span.type == EntityType.ORGANISATION and span.named
        yield (_seat(text, span) if body else None) or span


def _seat(text: str, body: Span) -> Span | None:
    """The seat of a body around its name, or None."""
    if _RECEIVED.search(text, max(0, body.start - _CLAUSE), body.start):
        return None
    own = _OWN_SEAT.match(text, body.end)
    if own is not None:
        led = _AT.search(text, max(0, body.start - _REACH), body.start)
        return _place(text, body, body.start, own.end()) if led else None
    of = _SEAT_OF.search(text, max(0, body.start - _REACH), body.start)
    return _place(text, body, of.start("seat"), body.end) if of else None


def _place(text: str, body: Span, start: int, end: int) -> Span:
    name = text[start:end]
    return Span(start, end, EntityType.PLACE, name, strength=body.strength, within=(body,))
