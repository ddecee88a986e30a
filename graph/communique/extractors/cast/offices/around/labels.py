"""Whom a line is about by a label: "Bahrain: NAME", "For Peru: NAME", a state on a line above."""

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.around.clauses import LIST_GAPS
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_BULLETS = r"[ •–—\-*.)0-9]{0,8}"
_FOR = (
    r"(?:(?:(?:signed )?(?:for|by)(?: and on behalf of)?|on behalf of|from|on|representing)\b ?)?"
    r"(?:the (?:(?:government|state|sides?|delegation|part) of (?:the )?)?)?"
)
"""What leads to the side for which those of a line stand: "On behalf of the"."""
_SIDE = r"(?:['’]s?)?(?: (?:side|delegation|party|part|team|representatives?|participants?))"
_OPENS = re.compile(rf"{_BULLETS}{_FOR}", re.IGNORECASE)
_LABELS = re.compile(
    rf"(?:{_SIDE})?\s*(?:\([^)\n]{{0,60}}\)\s*)?"
    r"(?P<mark>:|[ \t]+[–—-](?=\s)|\s\||[ ]{2,}|\t)[ \t]*"
)
_ALONE = re.compile(rf"{_SIDE}?[ \t]*:?\s*", re.IGNORECASE)
"""What may stand behind the only name of a line that labels those below it."""
_SIDED = re.compile(rf".*{_SIDE}\s*:?\s*\Z", re.IGNORECASE | re.DOTALL)
_ABOVE = re.compile(r"(?i)\bon (?:the |behalf of (?:the )?)$|\bfor (?:the )?$|\bfrom (?:the )?$")
"""What stands before the side in a longer line: "Present at the talks, on the PERUVIAN side:"."""
_NAMED = re.compile(rf"{_BULLETS}(?:the )?", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:[,(;:|–—-]|\.?\s*\Z)")
"""What stands behind somebody's name in a list, where a sentence has a verb."""
_STOPS = re.compile(r"[.!?…][\"”’')]*\s*\Z")
_QUESTIONS = frozenset({"WHO"})
"""Labels of advisories that are acronyms of bodies as well."""
_SIDES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_LONGEST = 220
"""Longest line of a list, in code points."""


def line_label(cast: Cast, scene: Scene, number: int) -> Figure | None:
    """What labels the line of a mention: a state ("Bahrain: …", "Bahrain – NAME"), a body.

    Likewise the state or body of its row in a table. Failing that the side that a line above
    labels; a body only for those without one of their own.
    """
    if scene.label is not None and "\n" not in scene.block.text:
        return cast.named(scene.label)
    if (own := _own_label(cast, scene, number)) is not None or scene.side is None:
        return own
    mention = scene.mentions[number]
    served = any(role.body is not None for role in mention.roles)
    if mention.start != scene.mentions[0].start:
        return None
    if scene.side.type == EntityType.ORGANISATION and served:
        return None
    return cast.named(scene.side)


def _own_label(cast: Cast, scene: Scene, number: int) -> Figure | None:
    """What stands before a mention in its line, and a colon or dash behind it."""
    text, start = scene.block.text, scene.mentions[number].start
    begin = text.rfind("\n", 0, start) + 1
    first = next((m for m in scene.mentions if m.start >= begin), None)
    body = first is not None and first.type == EntityType.ORGANISATION
    if first is None or first.span is None or not (body or first.type == EntityType.COUNTRY):
        return None
    opens = _OPENS.fullmatch(text, begin, first.start) and first.end < start
    labels = _LABELS.match(text, first.end) if opens else None
    if labels is None:
        return None
    asks = text[first.start : first.end] in _QUESTIONS
    if body and (scene.block.kind == BlockKind.TITLE or asks):
        return None
    if body and labels["mark"] != ":" and not _ends_line(text, scene.mentions[number].end):
        return None
    listed = scene.block.kind == BlockKind.BULLET or "\n" in text
    if labels["mark"] != ":" or not listed or body:
        begins = labels.end() == start or (not body and _is_run(scene, labels.end(), number))
        return cast.named(first.span) if begins else None
    return cast.named(first.span)


def _is_run(scene: Scene, start: int, number: int) -> bool:
    """Whether an offset begins a line of mere names of people, one of them a mention."""
    text, mentions = scene.block.text, scene.mentions
    people = [m for m in mentions if m.start >= start]
    gaps = [text[one.end : other.start] for one, other in pairwise(people)]
    begins = bool(people) and people[0].start == start and mentions[number] in people
    named = all(m.type == EntityType.PERSON and m.span is not None for m in people)
    return begins and named and set(gaps) <= LIST_GAPS and _ends_line(text, people[-1].end)


def _ends_line(text: str, end: int) -> bool:
    """Whether nothing but a mark stands behind an offset in its line."""
    return not text[end:].partition("\n")[0].strip(" .;,")


def note_sides(scenes: Sequence[Scene]) -> None:
    """Give the lines of lists the state or body that stands alone on a line above them."""
    side: Span | None = None
    goes_on = False
    for scene in scenes:
        if scene.block.kind == BlockKind.TITLE:
            continue
        if (own := _side(scene)) is not None:
            side, goes_on = own, False
        elif side is not None and _is_row(scene, goes_on=goes_on):
            scene.side = side
            goes_on = scene.block.text.rstrip().endswith((",", ";"))
        else:
            side = None


def _side(scene: Scene) -> Span | None:
    """The state or body that is all a line names: "PERU", "On the Peruvian side:"."""
    text, mentions = scene.block.text, scene.mentions
    if not mentions or len(text) > _LONGEST:
        return None
    last = mentions[-1]
    sided = _SIDED.match(text, last.end) is not None and text.rstrip().endswith(":")
    alone = len(mentions) == 1 and _OPENS.fullmatch(text, 0, last.start) is not None
    led = alone or (sided and _ABOVE.search(text, 0, last.start) is not None)
    if not led or last.span is None or not last.span.named or last.type not in _SIDES:
        return None
    demonym = last.span.kind == NameKind.DEMONYM
    ends = _ALONE.fullmatch(text, last.end)
    return last.span if ends and (sided or not demonym) else None


def _is_row(scene: Scene, *, goes_on: bool) -> bool:
    """Whether a line is one of a list: somebody's name or office, and no verb behind it."""
    block, first = scene.block, scene.mentions[0] if scene.mentions else None
    if first is None or first.type != EntityType.PERSON or len(block.text) > _LONGEST:
        return False
    if not _NAMED.fullmatch(block.text, 0, first.start):
        return False
    stops = _STOPS.search(block.text) is not None and block.kind != BlockKind.BULLET
    return (goes_on or not stops) and _behind(block.text, first)


def _behind(text: str, first: Mention) -> bool:
    return _BEHIND.match(text, first.end) is not None
