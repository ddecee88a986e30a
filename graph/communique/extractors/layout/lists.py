"""Statements that layout makes: lists under a lead-in, schedules under headings."""

import re
from collections.abc import Iterator

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import Block, BlockKind
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.ontology import EntityType, Relation, Status

_LEAD = re.compile(
    r"(?i)\b(?:met|meet|meetings?|talks|discussions|consultations|bilaterals?|conversations|calls)\b"
)
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?(?:a|p)\.?m\b|\bnoon\b", re.IGNORECASE)
_LONGEST_LINE = 200
"""Longest line of a schedule, in code points."""

_CLOCK = re.compile(r"\([A-Z]{2,5}\)|\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?")
_PRESENT = re.compile(
    r"(?i)\b(?:attend\w*|participa\w+|present|delegat\w+|took part|speakers?|represented)\b"
)
_DASH = re.compile(r"\s*[–—-] ")
_PARTIES = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})


def meeting_lists(cast: Cast, scenes: list[Scene], calendar: Calendar) -> Iterator[Finding]:
    """Yield a meeting for each item of a list whose lead-in says who met."""
    for scene in scenes:
        block = scene.block
        if block.kind != BlockKind.BULLET or not block.lead or not _introduces(block.lead):
            continue
        host = _subject(cast, scenes, scene)
        guest = next((f for f in scene.figures if f and f.type == EntityType.PERSON), None)
        guest = guest or next((f for f in scene.figures if f and f.type in _PARTIES), None)
        if host is None or guest is None or host is guest:
            continue
        status = Status.PLANNED if re.search(r"\b(?:will|to)\b[^.]*$", block.lead) else Status.HELD
        yield Finding(
            host, Relation.MEETS, guest, block.start, block.end, "meets/bilateral-list", 0.95,
            date=calendar.of_span(block.start, block.end), status=status,
        )  # fmt: skip


def _introduces(lead: str) -> bool:
    """Whether the last sentence before a list says that its items were met."""
    return lead.rstrip().endswith(":") and bool(_LEAD.search(lead.rsplit(". ", 1)[-1]))


def _subject(cast: Cast, scenes: list[Scene], scene: Scene) -> Figure | None:
    """Who met, by the last sentence of the lead-in: its first party."""
    for other in scenes:
        if other.block.start != scene.block.lead_start:
            continue
        opening = other.block.text.rfind(". ") + 1
        for mention, figure, body in zip(other.mentions, other.figures, other.bodies, strict=True):
            party = figure or body
            if mention.start >= opening and party and party.type in _PARTIES:
                return party
    return cast.issuer


def participant_lists(cast: Cast, scenes: list[Scene]) -> Iterator[Finding]:
    """Yield who attends what by lists under "… attended by:", and states counted in list items."""
    topic = cast.topic()
    for scene in scenes:
        block = scene.block
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            counted = re.match(r" ?\(\d+\)", block.text[mention.end :])
            listed = _DASH.match(block.text) or block.kind == BlockKind.BULLET
            if figure and figure.type == EntityType.COUNTRY and topic and counted and listed:
                yield Finding(
                    topic, Relation.INVOLVES, figure, block.start, block.end, "roster/counted", 0.8
                )
        if block.kind != BlockKind.BULLET or not block.lead or not _PRESENT.search(block.lead):
            continue
        if _introduces(block.lead):
            continue
        event = _lead_event(scenes, scene)
        guest = next((f for f in scene.figures if f and f.type == EntityType.PERSON), None)
        if event is not None and guest is not None:
            yield Finding(
                guest, Relation.PARTICIPATES_IN, event, block.start, block.end,
                "roster/participant-list", 0.85, status=Status.HELD,
            )  # fmt: skip


def _lead_event(scenes: list[Scene], scene: Scene) -> Figure | None:
    """The last event mentioned up to the lead-in of a list."""
    found: Figure | None = None
    for other in scenes:
        if other.number >= scene.number or other.block.kind == BlockKind.BULLET:
            continue
        for figure in other.figures:
            if figure is not None and figure.type == EntityType.EVENT:
                found = figure
    return found


def schedules(cast: Cast, scenes: list[Scene], calendar: Calendar) -> Iterator[Finding]:
    """Yield for each dated line of a schedule the event, where it is held and who takes part."""
    carried: str | None = None
    for scene in scenes:
        block = scene.block
        date = carried = calendar.within(block.start, block.end) or carried
        if not date or not _line(block):
            continue
        event = next((f for f in scene.figures if f and f.type == EntityType.EVENT), None)
        if event is None:
            continue
        if not event.named:
            event.name = _line_name(block.text)
        span = (block.start, block.end)
        for number, figure in enumerate(scene.figures):
            if figure and figure.type == EntityType.PERSON and not _modifies(scene, number):
                yield Finding(
                    figure, Relation.PARTICIPATES_IN, event, *span, "schedule/participant", 0.9,
                    date=date, status=Status.PLANNED,
                )  # fmt: skip
        place = _heading_place(scenes, scene)
        if place is not None:
            yield Finding(
                event, Relation.HELD_IN, place, *span, "schedule/heading-country", 0.9, date=date
            )


def _line(block: Block) -> bool:
    """Whether a block is a line of a schedule: an item with a time, or a line that begins so."""
    if block.kind == BlockKind.BULLET:
        return bool(_TIME.search(block.text))
    return (
        bool(re.match(r"\s*\d{1,2}[:.]\d\d\b(?! ?[ap]\.?m)", block.text))
        and len(block.text) < _LONGEST_LINE
    )


def _line_name(text: str) -> str:
    """The words of a schedule line after date, time and zone."""
    marks = list(_CLOCK.finditer(text))
    return (text[marks[-1].end() :] if marks else text).strip(" -–—,.") or text


def _modifies(scene: Scene, number: int) -> bool:
    """Whether a person stands in brackets."""
    mention = scene.mentions[number]
    return scene.block.text[: mention.start].rstrip().endswith("(")


def _heading_place(scenes: list[Scene], scene: Scene) -> Figure | None:
    """The state or town that the nearest heading above is about."""
    for other in reversed([s for s in scenes if s.number < scene.number]):
        if other.block.kind == BlockKind.HEADING:
            return next(
                (
                    f
                    for f in other.figures
                    if f and f.type in {EntityType.COUNTRY, EntityType.PLACE}
                ),
                None,
            )
    return None
