"""Rolls: lines in a row that are no sentences, and what stands above them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from communique.extractors.layout.blocks import BlockKind
from communique.extractors.parse import FINITE
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType, Relation

_LONGEST_ROW = 220
"""Longest line of a roll, in code points."""
_MOST_ABOVE = 5
"""Lines above a roll that may say what it is: head cells of a table, and a sentence."""
_OPENS = re.compile(
    r"[\W\d]{0,8}(?:(?:[a-z]|[ivx]{2,4})[.)]\s)?(?:(?i:and |from )?(?:The|the)\s)?[\W_]{0,3}"
)
"""What may stand before the first name of a line."""
_TITLES = re.compile(r"(?:[A-Z][\w.’'-]{1,20} ){1,3}")
"""Titles that a person's mention leaves out."""
SURE = frozenset(
    f"roll/{relation.lower()}"
    for relation in (
        Relation.MEMBER_OF, Relation.PARTICIPATES_IN, Relation.INVOLVES, Relation.REPRESENTS,
        Relation.FUNDS, Relation.SUPPORTS,
    )
)  # fmt: skip
"""Names of the rules that read rolls."""
_TOTAL = re.compile(r"(?i)\W*(?:grand |sub-?)?totals?\b")


@dataclass(frozen=True, slots=True)
class Roll:
    """Lines in a row of one kind.

    Attributes:
        above: What stands between it and the roll before, the nearest last; few lines.
        rows: Its lines.
        follows: Whether a roll of the same kind ends where ``above`` begins.
    """

    above: tuple[Scene, ...]
    rows: tuple[Scene, ...]
    follows: bool


def rolls(scenes: Sequence[Scene], is_row: Callable[[Scene], bool]) -> Iterator[Roll]:
    """Yield the runs of lines below the title that are rows, in text order.

    Args:
        scenes: The blocks of a release.
        is_row: Whether a line is one of those looked for.
    """
    above: list[Scene] = []
    rows: list[Scene] = []
    follows = False
    for scene in scenes:
        if above and scene.block.kind != BlockKind.TITLE and is_row(scene):
            rows.append(scene)
            continue
        if rows:
            yield Roll(tuple(above[-_MOST_ABOVE:]), tuple(rows), follows)
            above, rows, follows = [], [], True
        above.append(scene)
    if rows:
        yield Roll(tuple(above[-_MOST_ABOVE:]), tuple(rows), follows)


def is_short(scene: Scene) -> bool:
    """Whether a line may be one of a list or table: short, and no sentence."""
    text = scene.block.text
    if len(text) > _LONGEST_ROW or text.rstrip().endswith(":"):
        return False
    if " | " in text or "\t" in text:
        return True
    return not any(sentence.root.tag_ in FINITE for sentence in scene.sentences())


def is_total(text: str) -> bool:
    """Whether a line or row sums up the others."""
    return _TOTAL.match(text) is not None


def opens(scene: Scene) -> bool:
    """Whether a line begins with its first mention, but for marks, a number, article and title."""
    first = scene.mentions[0] if scene.mentions else None
    if first is None:
        return False
    begin = _OPENS.match(scene.block.text, 0, first.start)
    titled = first.type == EntityType.PERSON and begin is not None
    words = scene.block.text[begin.end() if begin is not None else 0 : first.start]
    return not words or (titled and _TITLES.fullmatch(words) is not None)


def said(scene: Scene) -> int:
    """Where the last sentence of a block begins, in code points from its start."""
    return scene.block.text.rfind(". ", 0, len(scene.block.text.rstrip()) - 1) + 1
