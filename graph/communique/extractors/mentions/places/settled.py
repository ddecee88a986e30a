"""Towns that the language model takes for bodies, told by the words around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.ontology import EntityType

_BESIDE = frozenset({" and ", ", ", ", and "})
_INSIDE = (" in ", " near ", " outside ")
_DATED = re.compile(
    r", (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]*\b"
    r"[^–—-]{0,12}[–—-]"
)
"""What follows the town of a dateline: "RIGA, 9 March 2022 –"."""


def settle_towns(text: str, spans: Sequence[Span]) -> list[Span]:
    """Let what the model takes for a body be a place where the words around say so."""
    settled: list[Span] = []
    for span in spans:
        before = settled[-1] if settled else None
        place = before is not None and before.type == EntityType.PLACE
        beside = before is not None and place and text[before.end : span.start] in _BESIDE
        inside = text[: span.start].endswith(_INSIDE)
        hint = span.strength == 0 and span.type == EntityType.ORGANISATION
        opens = hint and not span.start and _DATED.match(text, span.end) is not None
        town = hint and (beside or inside or opens)
        settled.append(replace(span, type=EntityType.PLACE) if town else span)
    return settled
