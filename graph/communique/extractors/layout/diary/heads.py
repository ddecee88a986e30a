"""With what a line of a programme opens: its day, hour, town and whose doings it tells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Scene
from communique.feeds.repair.wrapping import DAY
from communique.ontology import EntityType

_JOINT = re.compile(r"[\s*•|,;:.()\[\]–—-]{0,12}(?:(?:in|at|[Ff]rom|until|to) )?")
_MARK = re.compile(r"\s*\*?\s*(?:[:|–—.,)]|-\s|\s-|$)")
"""What stands behind the name of a person of whom a line tells without a verb."""
_APPOSED = re.compile(r"[,.)]\s*$")
"""What ends a head that is the name of somebody in a list: "NAME, Ambassador of STATE"."""
_WEEKDAY = r"(?:Mon?|Tu(?:es?)?|Wed?n?e?s?|Thu?r?s?|Fri?|Sat?u?r?|Sun?)(?:day)?\b\.?"
_DAYS = re.compile(
    rf"(?:{_WEEKDAY},? (?:the )?)?{DAY}(?! ?[ap]\.?m)"
    rf"|{_WEEKDAY}(?:,? \d{{1,2}}(?:st|nd|rd|th)?)?(?=\s*(?:$|[,:|(–—\n-]))"
    r"|day (?:\d{1,2}|one|two|three|four|five)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?:\d{1,2}[:.h]\d\d|\d{1,2}(?= ?[ap]\.?m))(?: ?[ap]\.?m\.?)?(?: ?(?:hours|hrs|h))?"
    r"(?: ?(?:[–-]|to|until) ?\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\.?)?)?|noon\b"
    r"|\(?(?-i:[A-Z]{2,4}T)\b\)?",
    re.IGNORECASE,
)
_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a line of a programme.

    Attributes:
        end: Where what it says takes place begins, in code points from the start of the block.
        day: Whether it names a day.
        hour: Whether it names an hour.
        sites: The places that it names.
        person: Whose doings it tells, or None.
        told: Whether it tells them in a sentence, which begins with the person.
        away: Whether it says that the person is in the place: "NAME in TOWN:".
    """

    end: int
    day: bool
    hour: bool
    sites: tuple[Figure, ...]
    person: Figure | None
    told: bool = False
    away: bool = False

    def is_whole(self, scene: Scene) -> bool:
        """Whether nothing stands behind it."""
        return not scene.block.text[self.end :].strip(" .:–—-|*()")


def sectioned(scenes: Iterable[Scene]) -> Iterator[tuple[Scene, Figure | None]]:
    """Yield blocks with whom they open with, else the official alone in a line above, or None."""
    section: Figure | None = None
    for scene in scenes:
        head = head_of(scene)
        alone = head.person is not None and not (head.told or head.day or head.hour)
        if alone and head.person is not None and head.person.offices and head.is_whole(scene):
            section = head.person
        yield scene, head.person or section


def head_of(scene: Scene) -> Head:
    """The opening of a line; it ends where the line begins that has none."""
    text, end = scene.block.text, 0
    day = hour = away = False
    sites: list[Figure] = []
    person: Figure | None = None
    for _ in range(_MOST_PARTS):
        joint = _JOINT.match(text, end)
        start = joint.end() if joint is not None else end
        named = _at(scene, start)
        if (dated := _DAYS.match(text, start)) is not None:
            day, end = True, dated.end()
        elif (timed := _HOUR.match(text, start)) is not None:
            hour, end = True, timed.end()
        elif named is not None and named[1].type in _PLACES and _MARK.match(text, named[0]):
            sites.append(named[1])
            end = named[0]
        elif named is not None and person is None and named[1].type == EntityType.PERSON:
            person = named[1]
            if not _tells(scene, named[0]):
                return Head(start, day, hour, tuple(sites), person, told=True)
            end = named[0]
            away = text.startswith(" in ", end)
        else:
            end = start
            break
    if person is not None and not (day or hour or sites) and _is_listed(scene, end):
        return Head(0, day, hour, (), None)
    return Head(end, day, hour, tuple(sites), person, away=away)


def _is_listed(scene: Scene, end: int) -> bool:
    """Whether somebody whose name ends at an offset is one of a list of people."""
    bullet = scene.block.kind == BlockKind.BULLET and not scene.block.text[end:].strip()
    return bullet or _APPOSED.search(scene.block.text[:end]) is not None


def _at(scene: Scene, start: int) -> tuple[int, Figure] | None:
    """The end of the mention that begins at an offset, and who or what it means."""
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if mention.start == start and figure is not None:
            return mention.end, figure
    return None


def _tells(scene: Scene, end: int) -> bool:
    """Whether a line tells of a person whose name ends at an offset without verb, or by a town."""
    text = scene.block.text
    return _MARK.match(text, end) is not None or text.startswith((" in ", " at "), end)
