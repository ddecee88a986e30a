"""Whose officials travel with somebody: "he came with Minister A" is a minister of his state."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.around.clauses import sentence_begin
from communique.extractors.cast.offices.hosts import subject_before
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene
from communique.extractors.sieve import holds
from communique.extractors.triggers import read_triggers
from communique.ontology import EntityType

_SIGNS = (
    "ccompan", "elegation", "ntourage", "etinue", "ravel", "ompany", "oin", "suite", "party",
    "plane", "trip", "visit", "journey", "tour", "ith ",
)  # fmt: skip
"""One of them stands in what tells of companions."""
_VISITS = re.compile(
    r",? (?:[^.;:]{0,60}?)\b(?:visits?|visited|visiting|travel\w*|arriv\w+|fl(?:ew|ies|ying)|"
    r"pa(?:ys?|id)|(?:is|was|will be) in|"
    r"(?:le(?:d|ads?)|head(?:s|ed)) (?:a|an|the|his|her) (?:[\w-]+ ){0,6}delegation|"
    r"concluded|began|begins|embark\w+|left for|depart\w*|return\w*|undertook|undertak\w+)\b"
)
"""What follows the name of who is on a journey."""
_STOP = re.compile(
    r"(?:[a-z]{4}|[\d)])[.!?][\"”’]? |"
    r"[.!?] (?:In|On|At|The|He|She|They|It|Both|During|After|While) |\n"
)
"""Where a sentence ends: behind a word too long for a form of address, or before an opening."""
_REACH = 120
"""Characters before a mention that are looked at."""


class Companions:
    """Finds those who travel with somebody, and whose officials they are."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], facing: re.Pattern[str]) -> None:
        """Take the cast and the scenes, with all states named, and what stands before the met."""
        self._cast = cast
        self._scenes = scenes
        self._facing = facing
        triggers = read_triggers("communique.extractors.layout")
        self._after, self._before = triggers["companions"], triggers["accompanying"]

    def state(self, scene: Scene, number: int) -> Figure | None:
        """The state of whom somebody travels with; None if nobody is known to travel so."""
        if not holds(scene.block.text, _SIGNS):
            return None
        ends = self._led(scene, scene.mentions[number])
        if ends is None:
            return None
        others = [m for m in scene.mentions if ends[0] <= m.start < ends[1]]
        beside = [m for m in others if m is not scene.mentions[number]]
        said = subject_before(scene, ends[0])
        travellers = self._travellers(scene, scene.mentions[number])
        alone = [m for m in beside if _is_bare(m)]  # "who accompanied the Minister"
        leads = chain([m for m in beside if m not in alone], said, travellers, alone)
        home = next(filter(None, (self._home(scene, lead) for lead in leads)), None)
        unnamed = any(map(_is_bare, said))
        return self._cast.state if home is None and unnamed else home

    def _led(self, scene: Scene, mention: Mention) -> tuple[int, int] | None:
        """Where those stand whom a mention travels with, by the words before or behind it."""
        text = scene.block.text
        begin = sentence_begin(text, mention.start)
        ends = _STOP.search(text, mention.end)
        stop = len(text) if ends is None else ends.start() + 1
        told = self._after.search(text, begin, mention.start)
        if told is not None and not _STOP.search(text, told.end(), mention.start):
            return begin, told.end()
        told = self._before.search(text, mention.end, stop)
        return (told.start(), told.end()) if told is not None else None

    def _home(self, scene: Scene, mention: Mention) -> Figure | None:
        """The state of an official who is not met, as worded or known."""
        if mention.type != EntityType.PERSON:
            return None
        before = scene.block.text[max(0, mention.start - _REACH) : mention.start]
        if self._facing.search(before):
            return None
        span = state_span(mention)
        worded = self._cast.state_of(self._cast.named(span)) if span is not None else None
        return worded or self._cast.office_state(mention)

    def _travellers(self, scene: Scene, mention: Mention) -> Iterator[Mention]:
        """Yield who is said to be on a journey before a mention, the last first."""
        for earlier in reversed(self._scenes[: scene.number + 1]):
            for other in reversed(earlier.mentions):
                near = earlier is not scene or other.end <= mention.start
                person = near and other.type == EntityType.PERSON
                if person and _VISITS.match(earlier.block.text, other.end):
                    yield other


def _is_bare(mention: Mention) -> bool:
    """Whether a mention is an office alone, which names neither holder nor body."""
    return mention.span is None and all(role.body is None for role in mention.roles)


def state_span(mention: Mention) -> Span | None:
    """The state that a mention names, by itself or by the office it words."""
    if mention.type == EntityType.COUNTRY:
        return mention.span
    bodies = [role.body for role in mention.roles if role.body is not None]
    states = [body for body in bodies if body.type == EntityType.COUNTRY]
    return states[-1] if states else None
