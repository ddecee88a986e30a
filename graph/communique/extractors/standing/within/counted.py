"""What is said of several events together is said of each: "Both meetings were chaired by X"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extractors.cast import Figure
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType

_COUNTED = re.compile(
    r"\b(?:both(?: of)?(?: the| these)?|(?:the|these|all)(?: the)? (?P<size>two|three))$",
    re.IGNORECASE,
)
"""What stands before a noun in the plural that means those told before it."""
_SIZES = {"two": 2, "three": 3}
_NUMBER = re.compile(r"(?:two|three)\b")
_TOPIC = re.compile(r" (?:of|for|with|on|in|between|at|among|against|from)\b")
"""What new ones are told by, and not those told before: "both workshops for teachers"."""
_REACH = 24


@dataclass(frozen=True, slots=True)
class _Count:
    """A noun that counts events: where it stands, what it is taken for, and the events."""

    at: int
    figure: Figure
    events: tuple[Figure, ...]


def told_of_each(scenes: Iterable[Scene], found: Sequence[Finding]) -> list[Finding]:
    """The findings, those of several events that a noun counts as one of each of them.

    The events are those of its block before it, else of the blocks before, if just so many.
    """
    counts = list(_counted(scenes))
    if not counts:
        return list(found)
    known = {finding.ends for finding in found}
    told: list[Finding] = []
    for finding in found:
        each = list(_each(finding, counts))
        told += [one for one in each if one.ends == finding.ends or one.ends not in known]
    return told


def _each(finding: Finding, counts: Sequence[_Count]) -> Iterator[Finding]:
    """Yield a finding for every event that its ends stand for; the same if they stand for none."""
    for subject in _meant(finding, finding.subject, counts):
        for thing in _meant(finding, finding.object, counts):
            if subject is not thing:
                yield replace(finding, subject=subject, object=thing)


def _meant(finding: Finding, end: Figure, counts: Sequence[_Count]) -> Sequence[Figure]:
    """The events that an end of a finding stands for in its words, or the end."""
    own = (c.events for c in counts if c.figure is end and finding.start <= c.at < finding.end)
    return next(own, (end,))


def _counted(scenes: Iterable[Scene]) -> Iterator[_Count]:
    """Yield what counts events, of the blocks in order."""
    earlier: dict[Figure, None] = {}
    for scene in scenes:
        here: dict[Figure, None] = {}
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is None or figure.type != EntityType.EVENT:
                continue
            size = _size(scene.block.text, mention)
            events = here or earlier
            if size and len(events) == size:
                yield _Count(scene.block.start + mention.start, figure, tuple(events))
            elif not size:
                here[figure] = None
        earlier |= here


def _size(text: str, mention: Mention) -> int:
    """How many events a mention in the plural counts; 0 if it counts none."""
    plural = text[mention.start : mention.end].endswith("s")
    if not plural or _TOPIC.match(text, mention.end) is not None:
        return 0
    own = _NUMBER.match(text, mention.start)
    before = text[max(0, mention.start - _REACH) : mention.start].rstrip()
    found = _COUNTED.search(f"{before} {own.group()}" if own else before)
    return _SIZES[(found["size"] or "two").lower()] if found else 0
