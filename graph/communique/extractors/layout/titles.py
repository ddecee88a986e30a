"""Titles that say who met: "A and B Before Their Meeting", "Joint press conference of A and B"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

_MEETING = re.compile(
    r"(?i)\b(?:before|after|following|prior to|ahead of|at the start of|at the top of) "
    r"(?:their|the|a) (?:[\w-]+ ){0,2}(?:meeting|talks|lunch|dinner|breakfast|call|bilateral)\b"
    r"|\bjoint (?:press|media|news) (?:conference|availability|briefing|point|statement)"
)
_HEADED = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_MOST_PARTIES = 5
"""With more people than these, a title lists those at an event."""


def titled_meetings(scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield that the first person of such a title met the others."""
    for scene in scenes:
        if scene.block.kind not in _HEADED or not _MEETING.search(scene.block.text):
            continue
        people = [f for f in scene.figures if f and f.type == EntityType.PERSON]
        yield from _meetings(scene, list(dict.fromkeys(people)))


def _meetings(scene: Scene, people: Sequence[Figure]) -> Iterator[Finding]:
    """Yield the meetings of the first with each of the others, unless they are of one side."""
    if len(people) > _MOST_PARTIES:
        return
    for other in people[1:]:
        if people[0].home is None or people[0].home != other.home:
            yield Finding(
                people[0], Relation.MEETS, other, scene.block.start, scene.block.end,
                "title/meeting", 0.85,
            )  # fmt: skip
