"""What a meeting is for: hosted, led and held somewhere is the meeting, not its purpose."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import SIGNATURES, UNDERTAKINGS, Relation

_TOLD = frozenset(
    {Relation.HOSTS, Relation.ORGANISES, Relation.LEADS, Relation.COORDINATES, Relation.HELD_IN}
)
"""Relations of what a sentence tells of."""
_FOR = re.compile(
    r"(?: [a-z-]+){0,2}?"
    r"(?: (?:for|on|about|regarding|ahead of|before|after|following|in preparation (?:for|of)|"
    r"devoted to|dedicated to)| (?:in order )?to [a-z-]+(?: (?:for|on|up))?)"
    r"(?: (?!(?:by|in|at|held|hosted|led|run|organised|organized)\b)[a-z-]+){0,4} "
)
"""Between a meeting and its purpose: "a conference to plan"."""
_GOES_ON = re.compile(r" (?:was|were|is|are|will|has|have|had|took|takes|opened|began|ended)\b")
"""What stands behind the purpose where the sentence goes on with the meeting."""


def without_purposes(scenes: Sequence[Scene], found: Sequence[Finding]) -> list[Finding]:
    """The findings, with the meeting where they told of what it is for.

    Args:
        scenes: The scenes, in order.
        found: What was found so far.
    """
    ordered = sorted(found, key=_start)
    moved: dict[Finding, Finding] = {}
    for scene in scenes:
        for meeting, purpose, number in _pairs(scene):
            start, end = _sentence(scene, number)
            first, last = (bisect_left(ordered, at, key=_start) for at in (start, end))
            for finding in ordered[first:last]:
                other = _moved(finding, meeting, purpose) if finding.relation in _TOLD else None
                if other is not None:
                    moved[finding] = other
    kept = [finding for finding in found if finding not in moved]
    known = {finding.ends for finding in kept}
    return [*kept, *(one for one in dict.fromkeys(moved.values()) if one.ends not in known)]


def _start(finding: Finding) -> int:
    return finding.start


def _pairs(scene: Scene) -> Iterator[tuple[Figure, Figure, int]]:
    """Yield meetings, what stands behind each as its purpose, and the number of its mention."""
    text = scene.block.text
    for one, other in pairwise(range(len(scene.mentions))):
        ahead, behind = scene.mentions[one], scene.mentions[other]
        meeting, purpose = scene.figures[one], scene.figures[other]
        if meeting and purpose and {ahead.type, behind.type} <= UNDERTAKINGS:
            gap = _FOR.fullmatch(text, ahead.end, behind.start)
            if gap and _GOES_ON.match(text, behind.end) and _stands_once(scene, other):
                yield meeting, purpose, other


def _sentence(scene: Scene, number: int) -> tuple[int, int]:
    """Where the sentence of a mention begins and ends; the block if it is not parsed."""
    at = scene.block.start + scene.mentions[number].start
    spans = [scene.span(sentence) for sentence in scene.sentences()]
    return next((s for s in spans if s[0] <= at < s[1]), (scene.block.start, scene.block.end))


def _stands_once(scene: Scene, number: int) -> bool:
    """Whether a sentence means by one mention only what is meant by it."""
    start, end = (at - scene.block.start for at in _sentence(scene, number))
    meant = [scene.figures[n] for n in scene.numbers(start, end)]
    return meant.count(scene.figures[number]) == 1


def _moved(finding: Finding, meeting: Figure, purpose: Figure) -> Finding | None:
    """A finding on a purpose as one on its meeting; None if it tells of no purpose."""
    signature = SIGNATURES[finding.relation]
    if finding.object is purpose and meeting.type in signature.objects:
        return replace(finding, object=meeting) if finding.subject is not meeting else None
    if finding.subject is purpose and meeting.type in signature.subjects:
        return replace(finding, subject=meeting) if finding.object is not meeting else None
    return None
