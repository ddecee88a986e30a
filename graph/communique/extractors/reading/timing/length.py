"""How long things last: the days of a journey, and operations that go on for years."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from communique.extractors.cast import Figure
from communique.extractors.dates.expressions.lexicon import SMALL_NUMBERS
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

COUNTED_DAYS = rf"(?P<count>{'|'.join(SMALL_NUMBERS)}|[2-9]|[12]\d)[- ]day"
"""What says how many days something lasts."""
_JOURNEY = re.compile(
    rf"\b{COUNTED_DAYS}"
    r"(?:[ ]\w+){0,2}[ ](?:visit|trip|tour|journey|mission)[ ](?:to|of|in|around|through|across)\b",
    re.IGNORECASE | re.ASCII,
)
_ENDING = re.compile(r"\b(?:conclud|complet|wrap|end|finish|return|clos)\w*", re.IGNORECASE)
_OPENING = re.compile(
    r"\b(?:beg[aiu]n|start|embark|arriv|set(?:s|ting)?[ ]off|set(?:s|ting)?[ ]out|kick|open)\w*",
    re.IGNORECASE,
)
_DEEDS = frozenset(
    "operation exercise training course drill raid raids search searches sweep crackdown days day "
    "action patrol patrols deployment evacuation manoeuvre".split()
)
"""Nouns for operations that are over after some days."""
_REACH = 60
"""Code points after "trip to" within which its destinations stand."""
_DAY = 10

Passage = tuple[Scene, int, int]
"""A block, and where a sentence of it begins and ends in the repaired text."""


class Stays:
    """When somebody was last said to visit a place, sentence after sentence."""

    def __init__(self) -> None:
        """Begin with the first sentence of a release."""
        self._days: dict[Figure, str] = {}

    def note(self, findings: Iterable[Finding]) -> None:
        """Remember the visits of a sentence."""
        visits = (f for f in findings if f.relation == Relation.VISITS)
        self._days.update((f.object, f.date) for f in visits if f.date)

    def of(self, site: Figure) -> str | None:
        """The date of the last visit to a place."""
        return self._days.get(site)


def over_days(passage: Passage, thing: Figure, day: str) -> str:
    """All days of a journey: "returned yesterday from a three-day trip to A" ends with that day.

    Args:
        passage: The sentence that states the journey.
        thing: Where it goes.
        day: Its date, ISO 8601; comes back as it is if it is no day, or if the sentence does not
            say how long the journey lasts and whether it begins or ends then.
    """
    scene, start, end = passage
    text = scene.block.text[start - scene.block.start : end - scene.block.start]
    journey = _JOURNEY.search(text)
    if journey is None or len(day) != _DAY or not _goes_to(scene, thing, start + journey.end()):
        return day
    before = text[: journey.start()]
    ending, opening = _ENDING.search(before), _OPENING.search(before)
    if (ending is None) == (opening is None):
        return day
    return days_counted(journey["count"], day, ended=ending is not None) or day


def days_counted(count: str, day: str, *, ended: bool) -> str | None:
    """All days of what lasts several, as an interval in ISO 8601; None for one day alone.

    Args:
        count: How many they are, as a number or its word.
        day: The first or last of them, ISO 8601.
        ended: Whether it is the last.
    """
    rest = timedelta((SMALL_NUMBERS.get(count.lower()) or int(count)) - 1)
    known = date.fromisoformat(day)
    if not rest or not date.min + rest <= known <= date.max - rest:
        return None
    first, last = (known - rest, known) if ended else (known, known + rest)
    return f"{first}/{last}"


def _goes_to(scene: Scene, thing: Figure, place: int) -> bool:
    """Whether somewhere is named right behind a place in the repaired text."""
    start = place - scene.block.start
    pairs = zip(scene.mentions, scene.figures, strict=True)
    return any(
        figure is thing and start <= mention.start <= start + _REACH for mention, figure in pairs
    )


def lasts(figure: Figure) -> bool:
    """Whether something goes on for years, so that no day of a paragraph is its own."""
    words = (figure.name if figure.named else figure.noun).lower().split()
    return figure.type == EntityType.OPERATION and _DEEDS.isdisjoint(words)
