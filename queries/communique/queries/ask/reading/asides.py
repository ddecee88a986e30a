"""What a question says beside its point and no template can take: where, and from which state."""

import re
from dataclasses import replace
from itertools import pairwise

from communique.ontology import EntityType
from communique.queries.ask.reading.mention import Mention
from communique.queries.ask.reading.terms import Asked

_IN = re.compile(r"\b(?:in|at) (?:the )?$", re.IGNORECASE)
_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_OFFICIALS = frozenset({"official", "people"})
_MEET = "meet"


def without_where(asked: Asked) -> Asked | None:
    """A question about a meeting of somebody named, without where it was ("in Riga")."""
    if not any(_MEET in term.classes for term in asked.terms):
        return None
    for place in asked.mentions:
        before = _IN.search(asked.text[: place.start])
        if before is None or not place.types or not place.types <= _PLACES:
            continue
        others = [mention for mention in asked.mentions if mention is not place]
        beside = any(mention.end + 1 == before.start() for mention in others)
        if len(others) > beside:  # "Lind in Riga" alone is about both
            return _without(asked, place, before.start())
    return None


def without_state(asked: Asked) -> Asked | None:
    """A question about somebody or something named, without whose officials are asked for."""
    if len(asked.mentions) == 1:
        return None
    for term, following in pairwise(asked.terms):
        state = term.mention
        if state is None or _OFFICIALS.isdisjoint(following.classes):
            continue
        if state.types != {EntityType.COUNTRY}:
            continue
        found = _without(asked, state, state.start)
        return replace(found, doubts=found.doubts + 1)
    return None


def _without(asked: Asked, mention: Mention, start: int) -> Asked:
    """The question without a name and the words from an offset to it."""
    return replace(
        asked,
        terms=tuple(term for term in asked.terms if not start <= term.start < mention.end),
        mentions=tuple(other for other in asked.mentions if other is not mention),
        asides=(*asked.asides, asked.text[start : mention.end]),
    )
