"""What a meeting is for: hosted, led and held somewhere is the meeting, not its purpose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from communique.extractors.cast import Figure
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.shapes.placed import Placed
from communique.extractors.standing.sentences import sentence_around
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
    placed = Placed(found)
    moved: dict[Finding, Finding] = {}
    for scene in scenes:
        for meeting, purpose, (start, end) in _pairs(scene):
            for finding in placed.between(start, end):
                other = _moved(finding, meeting, purpose) if finding.relation in _TOLD else None
                if other is not None:
                    moved[finding] = other
    kept = [finding for finding in found if finding not in moved]
    known = {finding.ends for finding in kept}
    return [*kept, *(one for one in dict.fromkeys(moved.values()) if one.ends not in known)]


def _pairs(scene: Scene) -> Iterator[tuple[Figure, Figure, tuple[int, int]]]:
    """Yield meetings, what stands behind each as its purpose, and the span of the sentence."""
    for one, other in pairwise(range(len(scene.mentions))):
        meeting, purpose = scene.figures[one], scene.figures[other]
        if meeting and purpose and _is_for(scene, scene.mentions[one], scene.mentions[other]):
            around = sentence_around(scene, scene.mentions[other].start, scene.mentions[other].end)
            if _stands_once(scene, purpose, around):
                yield meeting, purpose, around


def _is_for(scene: Scene, ahead: Mention, behind: Mention) -> bool:
    """Whether one undertaking is for the next one, and the sentence goes on with the first."""
    text, both = scene.block.text, {ahead.type, behind.type} <= UNDERTAKINGS
    gap = _FOR.fullmatch(text, ahead.end, behind.start) if both else None
    return gap is not None and _GOES_ON.match(text, behind.end) is not None


def _stands_once(scene: Scene, figure: Figure, around: tuple[int, int]) -> bool:
    """Whether a sentence means a figure by one mention only."""
    start, end = (at - scene.block.start for at in around)
    return [scene.figures[n] for n in scene.numbers(start, end)].count(figure) == 1


def _moved(finding: Finding, meeting: Figure, purpose: Figure) -> Finding | None:
    """A finding on a purpose as one on its meeting; None if it tells of no purpose."""
    signature = SIGNATURES[finding.relation]
    if finding.object is purpose and meeting.type in signature.objects:
        return replace(finding, object=meeting) if finding.subject is not meeting else None
    if finding.subject is purpose and meeting.type in signature.subjects:
        return replace(finding, subject=meeting) if finding.object is not meeting else None
    return None
