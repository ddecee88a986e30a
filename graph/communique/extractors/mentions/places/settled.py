"""Towns that the language model takes for bodies or people, told by the words around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, find_territory, fold
from communique.ontology import EntityType

_BESIDE = frozenset({" and ", ", ", ", and "})
_INSIDE = (" in ", " near ", " outside ")
_DATED = re.compile(
    r", (?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]*\b[^–—-]{0,12}(?:[–—-]|$)"
)
"""What follows the town of a dateline: "RIGA, 9 March 2022 –"."""
_LEADS = (*_INSIDE, " at ")
_OPENINGS = frozenset({"In ", "Near ", "Outside ", "At "})
_TRUST = re.compile(
    r"\b(?:(?:confidence|trust(?:ed|s)?|faith|believe[sd]?|interest|belief) in"
    r"|(?:[Ff]ellow|[Pp]artner|[Pp]rofessor|[Cc]ounsel|[Aa]ssociate|[Pp]ositions?) at) $"
)
"""What may be in somebody, and who works for a firm."""
_PAIRED = re.compile(r"\b(?P<led>(?:in|near|outside|at) )(?:[A-Z][\w’'-]+ ){1,3}and $")
"""The first of two towns, before the second."""
_LONGEST_PAIR = 60
_REACH = 20
_JOINT = " and "
_CUT = (" of", " on", " for")
"""Ends of what the model has cut short: "Great Hall of"."""


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


def with_towns(text: str, labels: Sequence[tuple[int, int, str]]) -> Sequence[tuple[int, int, str]]:
    """The labels of the model, towns for people who stand where a town does.

    "The drill was held in Sidi Torsk." is about nobody, nor is the body in "Tram of Torsk".
    """
    return [
        (start, end, _label(text, start, end) if label == "PERSON" else label)
        for start, end, label in labels
    ]


def _label(text: str, start: int, end: int) -> str:
    """What the model takes for somebody."""
    words = text[start:end].split()
    if not words or words[0].islower() or fold(words[0]) in given_names():
        return "PERSON"
    led = text.endswith(_LEADS, 0, start) or text[:start] in _OPENINGS
    trusted = led and _TRUST.search(text, max(0, start - _REACH), start)
    dated = not start and _DATED.match(text, end)
    if (led and not trusted) or dated:
        return "GPE"
    paired = _PAIRED.search(text, max(0, start - _LONGEST_PAIR), start)
    if paired and not _TRUST.search(text, max(0, paired.start() - _REACH), paired.end("led")):
        return "GPE"
    linked = len(words) > 1 and words[-2].islower()
    return "ORG" if linked and words[-1] in site_words().cities else "PERSON"


def settled_hints(text: str, hints: Iterable[Span], known: Sequence[Span]) -> Iterator[Span]:
    """Yield hints, surer where a town is longer than a capital, none that takes two for one.

    "Suva Reka" is not in Fiji; "in A and B" names two towns.
    """
    places = [span for span in known if span.type == EntityType.PLACE]
    starts, ends = {p.start for p in places}, {p.end for p in places}
    for hint in map(_without_joint, hints):
        joint = text.find(_JOINT, hint.start, hint.end)
        parted = joint in ends and joint + len(_JOINT) in starts
        if not parted or hint.type == EntityType.COUNTRY:
            led = text.endswith(_LEADS, 0, hint.start)  # "the minister, Washington Berg"
            yield replace(hint, strength=2) if led and _is_longer(hint) else hint


def _without_joint(hint: Span) -> Span:
    """A hint without a word that only joins what follows to it: "Great Hall of"."""
    name = hint.name.rsplit(" ", 1)[0] if hint.name.endswith(_CUT) else hint.name
    cut = len(hint.name) - len(name)
    return replace(hint, end=hint.end - cut, name=name) if cut else hint


def _is_longer(hint: Span) -> bool:
    """Whether the name of a town begins with that of a capital."""
    first, *more = hint.name.split()
    known = find_territory(first) if len(more) == 1 and hint.type == EntityType.PLACE else None
    return known is not None and known[1] == NameKind.CAPITAL
