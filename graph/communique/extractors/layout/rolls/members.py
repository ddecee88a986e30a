"""Rolls of states and bodies that are members of something or take part in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_private
from communique.extractors.layout.labels import OF_ANOTHER
from communique.extractors.layout.listing import heads
from communique.extractors.layout.outline import Outline
from communique.extractors.layout.parties.gathering import goes_on
from communique.extractors.layout.rolls.roll import Roll, is_short, opens, rolls, said
from communique.extractors.reading.money import sums
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.triggers import Triggers
from communique.ontology import UNDERTAKINGS, EntityType, Relation

_PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PERSON})
_GROUPS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_WHOLES = UNDERTAKINGS | {EntityType.ORGANISATION}
_CARRIED_OUT = (EntityType.COUNTRY, EntityType.OPERATION)
_FEWEST = 2
"""Names from which on a roll is one."""
_PARTED = re.compile(r"\s*(?:\.?\s*$|[,;:/|•(\n–—-]|(?:and|with|since|as)\b)")
"""What follows the first name of a line."""
_LABEL = re.compile(r"[\W\d]{0,8}(?P<label>[A-Z][^:.;!?|\n]{2,70}?)\s?:\s")
_OPEN = re.compile(r"(?i)\b(?:follow(?:s|ing)|these|below)\b")
"""Words of a sentence with a final stop that leads a list all the same."""


@dataclass(frozen=True, slots=True)
class _Sense:
    """What the words above a roll say of its names.

    Attributes:
        whole: What they are members of or take part in.
    """

    whole: Figure

    def stated(self, scene: Scene, start: int) -> Iterator[tuple[Figure, Relation, Figure]]:
        """Yield what it says of the names of a line behind an offset."""
        named = heads(scene, start, len(scene.block.text))
        first = named[0].type if named else None
        for figure in named:
            if figure is self.whole or figure.type not in _PARTIES:
                continue
            if self.whole.type == EntityType.ORGANISATION:
                relation = Relation.MEMBER_OF if figure.type in _GROUPS else Relation.REPRESENTS
                if figure.type == first:
                    yield figure, relation, self.whole
            elif figure.type in _GROUPS and first in _GROUPS:
                yield figure, Relation.PARTICIPATES_IN, self.whole
                if (figure.type, self.whole.type) == _CARRIED_OUT:
                    yield self.whole, Relation.INVOLVES, figure


class RollReader:
    """Reads the rolls of one release."""

    def __init__(self, triggers: Triggers, cast: Cast, outline: Outline) -> None:
        """Take the patterns, and what the release is about."""
        self._triggers = triggers
        self._outline = outline
        self._topic = cast.topic()

    def read(self, scenes: Sequence[Scene]) -> Iterator[Finding]:
        """Yield who is a member of what, and who took part in what, by rolls and their heads."""
        sense: _Sense | None = None
        for roll in rolls(scenes, _is_row):
            above = [scene.block.text for scene in roll.above]
            continues = roll.follows and len(above) == 1 and goes_on(above[0])
            sense = sense if continues else self._sense(roll.above[-1], scenes)
            if sense is not None and (continues or _size(roll) >= _FEWEST):
                for row in roll.rows:
                    yield from _findings(row, sense, 0)
        for scene in scenes[1:]:
            label = _LABEL.match(scene.block.text)
            if label is not None and _is_named(scene, label.end()):
                sense = self._of_words(label["label"], scene, 0, label.end(), scenes)
                yield from _findings(scene, sense, label.end()) if sense is not None else ()

    def _sense(self, lead: Scene, scenes: Sequence[Scene]) -> _Sense | None:
        """What a line above a roll says of it, if it leads a list."""
        text, begin = lead.block.text, said(lead)
        words = text[begin:]
        if words.rstrip().endswith(".") and not _OPEN.search(words):
            return None
        return self._of_words(words, lead, begin, len(text), scenes)

    def _of_words(
        self, words: str, lead: Scene, begin: int, end: int, scenes: Sequence[Scene]
    ) -> _Sense | None:
        if self._triggers.search("roll-other", words):
            return None
        belong = self._triggers.search("roll-members", words) is not None
        if not belong and not self._triggers.search("roll-present", words):
            return None
        whole = self._whole(lead, begin, end, belong) or (
            None if OF_ANOTHER.search(words) else self._spoken_of(lead, begin, scenes, belong)
        )
        if whole is None or is_private(whole):
            return None
        fits = belong or whole.type in UNDERTAKINGS
        return _Sense(whole) if fits else None

    def _whole(self, lead: Scene, begin: int, end: int, belong: bool) -> Figure | None:
        """What the words of a lead name or describe: a body of members, else what is attended."""
        told = [
            figure
            for number in lead.numbers(begin, end)
            if (figure := lead.figures[number]) is not None and figure.type in _WHOLES
        ]
        named = [f for f in told if f.named]
        fitting = [f for f in named if (f.type == EntityType.ORGANISATION) == belong]
        described = [f for f in told if not f.named and f.type in UNDERTAKINGS and not belong]
        return next(iter((*reversed(fitting), *reversed(named), *described)), None)

    def _spoken_of(
        self, lead: Scene, begin: int, scenes: Sequence[Scene], belong: bool
    ) -> Figure | None:
        """What the sentences before speak of, else what the release is about."""
        before = [*scenes[1 : lead.number], lead]
        spoken = [
            figure
            for scene in before
            for mention, figure in zip(scene.mentions, scene.figures, strict=True)
            if figure is not None and figure.type in _WHOLES and figure.named
            if scene is not lead or mention.start < begin
        ]
        words = lead.block.text[begin:].lower()
        said_words = set(re.findall(r"[\w'’-]+", words))
        meant = [f for f in reversed(spoken) if (n := _noun(f)) in said_words or f" {n} " in words]
        titled = [f for f in scenes[0].figures if f in spoken and f is not None]
        about = [f for f in (self._topic, self._outline.main) if f is not None and f.named]
        candidates = [*meant, *titled, *about, *reversed(spoken)]
        wanted = _WHOLES if belong else UNDERTAKINGS
        return next((f for f in candidates if f.type in wanted), None)


def _is_row(scene: Scene) -> bool:
    """Whether a line begins with somebody who may be a member and tells of no money."""
    first = scene.figures[0] if scene.figures else None
    if first is None or first.type not in _PARTIES or not is_short(scene):
        return False
    if first.type == EntityType.PERSON and scene.mentions[0].span is None:
        return False
    parted = _PARTED.match(scene.block.text, scene.mentions[0].end)
    return parted is not None and opens(scene) and not sums(scene.block.text)


def _noun(figure: Figure) -> str:
    """The last word of a name as a pattern, by which sentences call it again: "the Panel"."""
    return re.escape(figure.name.rsplit(" ", 1)[-1].lower())


def _size(roll: Roll) -> int:
    return sum(len(heads(row, 0, len(row.block.text))) for row in roll.rows)


def _is_named(scene: Scene, start: int) -> bool:
    """Whether names of states and bodies alone stand behind an offset of a line."""
    numbers = scene.numbers(start, len(scene.block.text))
    figures = [scene.figures[number] for number in numbers]
    kinds = {figure.type if figure is not None else None for figure in figures}
    return len(figures) >= _FEWEST and kinds <= _GROUPS and is_short(scene)


def _findings(scene: Scene, sense: _Sense, start: int) -> Iterator[Finding]:
    block = scene.block
    for subject, relation, thing in sense.stated(scene, start):
        yield Finding(
            subject, relation, thing, block.start, block.end, f"roll/{relation.lower()}", 0.85
        )
