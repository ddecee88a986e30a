"""Lists told one by one: "A and B visited X and Y, respectively"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.shapes.placed import Placed
from communique.extractors.shapes.shape import Shape, shapes

RULE = "respective/pair"
_ORDERED = re.compile(r"\b(?:respectively|in (?:that|this) order|in the same order)\b")


def with_respective(scenes: Sequence[Scene], found: Sequence[Finding]) -> list[Finding]:
    """The findings with each of a list by its place, without those of others of the list.

    Args:
        scenes: The scenes, in order.
        found: What was found so far.
    """
    placed = Placed(found)
    told: list[Finding] = []
    crossed: set[Finding] = set()
    for scene in scenes:
        for shape in shapes(scene) if _ORDERED.search(scene.block.text) else ():
            ordering = _ORDERED.search(shape.text)
            lists = _lists(scene, shape, ordering.start()) if ordering else None
            for finding in placed.between(shape.start, shape.end) if lists else ():
                pairs = list(_paired(finding, *lists)) if lists else []
                told += pairs
                crossed |= {finding} if pairs and finding.ends not in _ends(pairs) else set()
    return [*(finding for finding in found if finding not in crossed), *dict.fromkeys(told)]


def _ends(findings: Sequence[Finding]) -> set[object]:
    return {finding.ends for finding in findings}


def _lists(scene: Scene, shape: Shape, at: int) -> tuple[list[Figure], list[Figure]] | None:
    """The last two lists of one length before a place of a sentence, else those around it."""
    several = [(place, them) for place, them in sorted(shape.lists.items()) if len(them) > 1]
    before = [figures for place, figures in several if place < at]
    after = [figures for place, figures in several if place > at][:1]
    around = [] if _hold_in_order(scene, before[-1:]) else [*before[-1:], *after]
    for lists in (before, around):
        alike = [(one, other) for one, other in pairwise(lists) if len(one) == len(other)]
        if alike:
            return alike[-1]
    return None


def _hold_in_order(scene: Scene, lists: Sequence[Sequence[Figure]]) -> bool:
    """Whether people hold offices by their order: "the ministers of A and B, NAME and NAME"."""
    return any(
        role.body is not None and role.body.end <= mention.start
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if figure is not None and any(figure in those for those in lists)
        for role in mention.roles
    )


def _paired(
    finding: Finding, ones: Sequence[Figure], others: Sequence[Figure]
) -> Iterator[Finding]:
    """Yield what a finding of two of the lists states of each two that stand in one place."""
    turned = finding.subject in others and finding.object in ones
    if turned or (finding.subject in ones and finding.object in others):
        for one, other in zip(ones, others, strict=True):
            subject, thing = (other, one) if turned else (one, other)
            yield replace(finding, subject=subject, object=thing, rule=RULE, role=None)
