"""Who chairs what a list says people were at, by a mark behind the name: "Ana Duran (Chair)"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

_MARK = re.compile(
    r"(?i)(?:, [^()\n;:]{2,60}?)? ?[(\[](?:the |meeting )?"
    r"(?P<role>(?:co-?)?(?:chair(?:man|woman|person)?|moderator))"
    r"[)\]]"
)
"""What stands behind the name of who is in the chair, his state or body before it."""
_LISTS = frozenset(
    {
        "roster/participant-list", "sheet/line", "label/participates_in", "roll/participates_in",
    }
)  # fmt: skip
"""Rules by which somebody is one of a list of those who were at an event."""


def marked_chairs(scenes: Sequence[Scene], found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield who leads an event as the one of those listed whom the list calls its chair.

    Args:
        scenes: The scenes.
        found: What was found so far.
    """
    listed: dict[Figure, Finding] = {}
    for finding in found:
        at_event = finding.object.type == EntityType.EVENT
        if finding.rule in _LISTS and finding.relation == Relation.PARTICIPATES_IN and at_event:
            listed.setdefault(finding.subject, finding)
    for scene in scenes if listed else ():
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            at = listed.get(figure) if figure is not None else None
            if at is None or mention.span is None or figure is None:
                continue
            mark = _MARK.match(scene.block.text, mention.span.end)
            if mark is not None and _is_his(scene, mark) and figure.type == EntityType.PERSON:
                yield Finding(
                    figure, Relation.LEADS, at.object, scene.block.start, scene.block.end,
                    "leads/marked-chair", 0.8, at.date, role=mark["role"],
                )  # fmt: skip


def _is_his(scene: Scene, mark: re.Match[str]) -> bool:
    """Whether nobody else is named between a name and the mark."""
    people = (m for m in scene.mentions if m.type == EntityType.PERSON)
    return not any(mark.start() <= m.start < mark.start("role") for m in people)
