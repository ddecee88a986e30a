"""The outline of a release: what introduces a list item, and what was spoken of before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import main_event
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.parties.heads import announces_met, hangs
from communique.extractors.parse import FINITE
from communique.extractors.reading.script import Scene
from communique.feeds.repair.wrapping import DAY
from communique.ontology import EntityType

_LONGEST_ITEM = 220
"""Longest line that is taken for a list item, in code points."""

OPENING = 3
"""Blocks below the title that a release opens with."""

_OPENS_ITEM = re.compile(
    r"[\W\d]{0,8}(?:[a-z]\)\s)?(?:(?:The|H\.?E\.?|Hon|Rt|Right|Mrs?|Ms|Dr|Prof)\b\.? ?){0,3}"
)
_MARK = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] |[–—*-] ?|[•·▪] ?")
_WHEN = (
    rf"(?:{DAY}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}}[:.h]\d\d(?: ?[ap]\.?m\.?)?"
    r"|(?:in the )?(?:morning|afternoon|evening)|later|afterwards)"
)
_TIMED = re.compile(rf"{_WHEN}(?:,? {_WHEN})?\s*[:–—|-]\s", re.IGNORECASE)
_TIME = re.compile(rf"{_WHEN}(?:,? {_WHEN})?\s*:?\s*\Z", re.IGNORECASE)
"""What opens a line of those met on a day, and a line that is no more than a day or an hour."""
_SENTENCE = re.compile(r"[.!?…][\"”’')]*$")
_INITIAL = re.compile(r"\b(?:Jr|Sr|[A-Z]|Ret|Rtd)\.$")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list.

    Attributes:
        scene: The line.
        lead: The line that introduces the list, or None.
        event: The event mentioned last up to the lead, or None.
    """

    scene: Scene
    lead: Scene | None
    event: Figure | None

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the repaired text, in code points."""
        return self.scene.block.start, self.scene.block.end

    @property
    def announced(self) -> tuple[tuple[int, int], ...]:
        """Where the sentence stands that introduces it, if the lead is one."""
        if self.lead is None or not self.lead.block.text.rstrip().endswith(":"):
            return ()
        block = self.lead.block
        begin = block.text.rfind(". ") + 1
        begin += len(block.text[begin:]) - len(block.text[begin:].lstrip())
        return ((block.start + begin, block.end),)

    @property
    def heading(self) -> str:
        """The words that introduce it: heading and lead."""
        lead = self.lead.block.text if self.lead else self.scene.block.lead or ""
        return f"{self.scene.block.heading or ''}\n{lead}"


class Outline:
    """Finds the list items of a release in one pass."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene]) -> None:
        """Read the scenes of a release in order."""
        self._cast = cast
        self._starts = {scene.block.start: scene for scene in scenes}
        self.items: list[Item] = []
        self.main = main_event(scenes)
        event: Figure | None = None
        lead: Scene | None = None
        for scene, below in zip_longest(scenes, scenes[1:]):
            if scene.block.kind == BlockKind.BULLET:
                above = self.introduces(scene) or (lead if lead and _is_heading(lead) else None)
                self.items.append(Item(scene, above, event))
            elif lead is not None and _labels(scene, below):
                continue
            elif lead is not None and _is_item(scene, self.items):
                self.items.append(Item(scene, lead, event))
            elif lead is None or not _is_aside(scene):
                events = [f for f in scene.figures if f and f.type == EntityType.EVENT]
                event = events[-1] if events else event
                lead = scene if _leads(scene) else None

    def introduces(self, scene: Scene) -> Scene | None:
        """The scene that introduces a bullet."""
        start = scene.block.lead_start
        return None if start is None else self._starts.get(start)


def protagonist(scenes: Sequence[Scene]) -> Figure | None:
    """Whose doings a release tells: the person of the title, else of the first blocks."""
    for scene in scenes[: OPENING + 1]:
        for figure in scene.figures:
            if figure is not None and figure.type == EntityType.PERSON:
                return figure
    return None


def _is_heading(scene: Scene) -> bool:
    return scene.block.kind == BlockKind.HEADING


def _leads(scene: Scene) -> bool:
    """Whether a line may introduce a list."""
    text = scene.block.text
    colon = text.rstrip().endswith(":")
    return colon or _is_heading(scene) or hangs(text) or announces_met(text)


def _labels(scene: Scene, below: Scene | None) -> bool:
    """Whether a line does no more than label the next one, with a state, a side or a time."""
    alone = len(scene.mentions) == 1 and below is not None and below.side is scene.mentions[0].span
    return alone or _TIME.match(scene.block.text) is not None


def _is_aside(scene: Scene) -> bool:
    """Whether a line is an item of a list, though nobody is found in it."""
    text = scene.block.text
    marked = _MARK.match(text) or _TIMED.match(text)
    return marked is not None and len(text) <= _LONGEST_ITEM and not scene.mentions


def _is_item(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether a line without bullet is an item: short, no sentence, a name at its beginning."""
    text = scene.block.text
    if len(text) > _LONGEST_ITEM or text.rstrip().endswith(":") or not scene.mentions:
        return False
    if hangs(text):
        return False
    marked = _MARK.match(text) or _TIMED.match(text)
    full = _SENTENCE.search(text) and not _INITIAL.search(text)
    if full and (not (marked or _goes_on(scene, items)) or _tells(scene)):
        return False
    opening = _OPENS_ITEM.match(text, marked.end() if marked else 0)
    first = scene.mentions[0]
    parties = {EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANISATION}
    begins = first.start <= (opening.end() if opening else 0)
    return first.type in parties and (begins or marked is not None)


def _goes_on(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether a line stands behind an item that says that another one follows."""
    above = items[-1].scene if items else None
    near = above is not None and above.number == scene.number - 1
    return near and above is not None and above.block.text.rstrip().endswith((",", ";"))


def _tells(scene: Scene) -> bool:
    """Whether a line is a sentence with a verb."""
    return any(sentence.root.tag_ in FINITE for sentence in scene.sentences())
