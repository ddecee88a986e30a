"""Lists whose lines name a state or body and who stands for it: "STATE – NAME, TITLE"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from communique.extractors.cast import Figure
from communique.extractors.cast.main_event import is_attended, is_private
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.lists import ELSEWHERE, PRESENT, introduces
from communique.extractors.layout.outline import Outline
from communique.extractors.layout.parties.gathering import goes_on
from communique.extractors.layout.parties.heads import last_sentence
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

_PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_LABELS = _PARTIES | {EntityType.OPERATION}
_GAP = re.compile(r"(?: ?\([^)]{2,40}\))?(?::\s| [–—-] |\s\|\s|\s{2,}|\t)\s*")
_FEWEST = 3
"""Lines in a row that make a list of those present: two may be the sides of a meeting."""
_LONGEST = 220


def tabled(scenes: Sequence[Scene], outline: Outline) -> Iterator[Finding]:
    """Yield that those take part in the event of a release whom its list of states names.

    Args:
        scenes: The blocks.
        outline: What the release is about, and what introduces its lists.
    """
    event = outline.main
    if event is None or is_private(event) or not is_attended(event):
        return
    leads = {item.scene.number: item.lead.block.text for item in outline.items if item.lead}
    listed = False  # whether the lines before are a list of those present
    for is_row, group in groupby(scenes, _is_row):
        rows = list(group)
        if not is_row:
            listed = listed and len(rows) == 1 and goes_on(rows[0].block.text)
            continue
        lead = leads.get(rows[0].number, rows[0].block.heading or "")
        parties = sum(row.figures[0].type in _PARTIES for row in rows if row.figures[0])
        listed = listed or (parties >= _FEWEST and is_of_those_present(lead))
        for row in rows if listed else ():
            there = [f for f in row.figures[:2] if f and f.type != EntityType.OPERATION]
            yield from (_attends(figure, event, row) for figure in there)


def is_of_those_present(lead: str) -> bool:
    """Whether the words above a list do not tell something else: a sentence says who was there."""
    last = last_sentence(lead)
    if introduces(lead) or ELSEWHERE.search(last):
        return False
    return not last.rstrip().endswith(":") or PRESENT.search(last) is not None


def _is_row(scene: Scene) -> bool:
    """Whether a line is a name of a state or body and, behind a mark, somebody's."""
    block = scene.block
    if block.kind == BlockKind.TITLE or len(block.text) > _LONGEST or len(scene.mentions) < 2:  # noqa: PLR2004
        return False
    (label, person), (first, second) = scene.mentions[:2], scene.figures[:2]
    if first is None or second is None or first.type not in _LABELS:
        return False
    gap = _GAP.match(block.text, label.end)
    return second.type == EntityType.PERSON and gap is not None and gap.end() == person.start


def _attends(figure: Figure, event: Figure, row: Scene) -> Finding:
    return Finding(
        figure, Relation.PARTICIPATES_IN, event, row.block.start, row.block.end,
        "roster/table", 0.8,
    )  # fmt: skip
