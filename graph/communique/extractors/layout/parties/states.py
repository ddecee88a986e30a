"""The states and bodies of an operation that one sentence lists."""

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.parties.passage import Passage
from communique.extractors.reading.script import Finding
from communique.extractors.triggers import Heard
from communique.ontology import EntityType, Relation, Status

_SURE = 0.75
_LIST = 3
"""States in one sentence from which on they are a list of those that take part."""
_MEANS = frozenset({"assistance", "aid", "support", "programme", "program", "project", "funding"})
_FROM = re.compile(r"\bfrom\b.*\b(?:took|taking|take) part\b")
_FORCES = re.compile(
    r"(?i)\b(?:troops|forces|contingents|soldiers|teams|personnel|participants|trainees|experts|"
    r"technicians|officers|units)\b[^.;:]{0,40}\b(?:(?:provided|contributed|sent) by|from) "
    r"(?:the )?$"
)
"""What stands before the first of the states whose people are in something."""
_BESIDE = re.compile(r"\b(?:along|together) with\b")
"""What makes an operation behind them one more that sends people."""
_WHERE = re.compile(r", where\b|\b(?:in|at|during) which\b")
"""What makes the states before it a setting: "back from STATE, where she took part"."""
_DATELINE = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}, [^.;:–—]{0,60}?\s(?:–|—|--?)\s")
_LISTED = re.compile(r"(?: \([^()]{1,20}\))?(?:, |; | and |, and )(?:the )?")
"""What stands between two of a list."""
_MEMBERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


class StateReader:
    """Reads involved states, members and co-leaders from the sentences of one release."""

    def __init__(self, cast: Cast) -> None:
        """Take the figures of the release."""
        self._cast = cast

    def read(self, passage: Passage) -> Iterator[Finding]:
        """Yield the states and bodies that a sentence lists."""
        yield from self._states(passage)
        yield from self._members(passage)
        yield from self._leaders(passage)

    def _states(self, passage: Passage) -> Iterator[Finding]:
        """Yield the states listed as taking part in the operation the release is about."""
        inside = passage.all()
        listed = set(_guests(passage))
        named = [f for f in inside if f.type == EntityType.OPERATION and f not in listed]
        topic = named[0] if named else self._cast.topic()
        written = _of_dateline(passage)
        aside = {written, *_seats(passage)}
        states = [f for f in inside if f.type == EntityType.COUNTRY and f not in aside]
        confidence = _listing(passage.heard, inside, states, topic)
        if topic is None or topic in listed or confidence is None:
            return
        taking = passage.heard.search("taking part")
        if taking and _WHERE.search(passage.text, 0, taking.start()):
            return
        own = topic not in named or not _BESIDE.search(passage.text)
        sends = own and confidence == _SURE and _sends(passage, states)
        for state in states:
            if sends:
                yield Finding(
                    state, Relation.PARTICIPATES_IN, topic, passage.start, passage.end,
                    "roster/of-forces", 0.65, status=passage.status,
                )  # fmt: skip
            if taking and (topic in named or _FROM.search(passage.text)):
                yield Finding(
                    state, Relation.PARTICIPATES_IN, topic, passage.start, passage.end,
                    "roster/taking-part", 0.75, status=Status.HELD,
                )  # fmt: skip
            yield Finding(
                topic, Relation.INVOLVES, state, passage.start, passage.end, "roster/states",
                confidence,
            )  # fmt: skip

    def _members(self, passage: Passage) -> Iterator[Finding]:
        """Yield members of a joint undertaking."""
        match = passage.heard.search("members")
        topic = self._undertaking(passage) if match is not None else None
        if match is None or topic is None:
            return
        for figure in passage.after(match):
            if figure.type in _MEMBERS:
                yield Finding(
                    figure, Relation.PARTICIPATES_IN, topic, passage.start, passage.end,
                    "roster/members", 0.75, status=passage.status,
                )  # fmt: skip

    def _leaders(self, passage: Passage) -> Iterator[Finding]:
        """Yield co-leaders of a joint undertaking."""
        match = passage.heard.search("co-leaders")
        topic = self._undertaking(passage) if match is not None else None
        if match is None or topic is None:
            return
        first, last = (passage.start + offset for offset in match.span(1))
        for figure in passage.scene.parties(first, last):
            if figure.type in _MEMBERS:
                yield Finding(
                    figure, Relation.LEADS, topic, passage.start, passage.end, "leads/co-leader",
                    0.8,
                )  # fmt: skip

    def _undertaking(self, passage: Passage) -> Figure | None:
        """The operation of a sentence, else the last before it, else that of the release."""
        offset = passage.start - passage.scene.block.start
        inside = [f for f in passage.all() if f.type == EntityType.OPERATION]
        before = passage.scene.before(offset, EntityType.OPERATION)
        return next(iter([*inside, *before[::-1]]), self._cast.topic())


def _of_dateline(passage: Passage) -> Figure | None:
    """The state that a block opens with before a dash: "LYON, France - An operation"."""
    block = passage.scene.block
    opened = _DATELINE.match(block.text) if passage.start == block.start else None
    if opened is None:
        return None
    parties = list(passage.scene.parties(block.start, block.start + opened.end()))
    states = [figure for figure in parties if figure.type == EntityType.COUNTRY]
    return states[0] if len(states) == 1 else None


def _guests(passage: Passage) -> Iterator[Figure]:
    """The missions that stand in a list of states and bodies: "Peru, EULEX and Europol"."""
    scene, start = passage.scene, passage.start - passage.scene.block.start
    end = start + len(passage.text)
    for left, right in pairwise(scene.numbers(start, end)):
        before, figure = scene.figures[left], scene.figures[right]
        if before is None or figure is None or figure.type != EntityType.OPERATION:
            continue
        gap = scene.block.text[scene.mentions[left].end : scene.mentions[right].start]
        inside = scene.mentions[right].end <= end
        if inside and before.type in _MEMBERS and _LISTED.fullmatch(gap):
            yield figure


def _sends(passage: Passage, states: list[Figure]) -> bool:
    """Whether forces or people lead to the first of the states that a passage lists."""
    scene, offset = passage.scene, passage.start - passage.scene.block.start
    first = (
        mention.start
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if mention.start >= offset and figure in states
    )
    return _FORCES.search(scene.block.text, offset, next(first, offset)) is not None


def _seats(passage: Passage) -> Iterator[Figure]:
    """The states where bodies sit that a passage names by them: "the Peru-based Institute"."""
    scene, start = passage.scene, passage.start - passage.scene.block.start
    for number in scene.numbers(start, start + len(passage.text)):
        figure, end = scene.figures[number], scene.mentions[number].end
        if figure is not None and scene.block.text.startswith("-based", end):
            yield figure


def _listing(
    heard: Heard, inside: list[Figure], states: list[Figure], topic: Figure | None
) -> float | None:
    """How surely a sentence lists states that take part; None if it does not."""
    if not states or topic is None or heard.search("elsewhere") or heard.search("paying"):
        return None
    event = any(f.type == EntityType.EVENT for f in inside)
    within = topic in inside
    if (event and not within) or topic.noun in _MEANS:
        return None
    action = heard.search("action")
    sure = action or (topic.named and not heard.search("taking part"))
    if len(states) >= _LIST and sure and heard.search("countries"):
        return _SURE if within or topic.named else None
    return 0.65 if action and within else None
