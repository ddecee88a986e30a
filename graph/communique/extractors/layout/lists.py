"""Statements that layout makes: lists under a lead-in, schedules under headings."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import Block, BlockKind
from communique.extractors.layout.listing import heads
from communique.extractors.layout.outline import PARTS, Item, Outline
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.ontology import EntityType, Relation, Status

_LEAD = re.compile(
    r"(?i)\b(?:met|meet|meetings?|talks|discussions|consultations|bilaterals?|conversations|calls)\b"
)
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?(?:a|p)\.?m\b|\bnoon\b", re.IGNORECASE)
_LONGEST_LINE = 200
"""Longest line of a schedule, in code points."""

_PERSON = EntityType.PERSON
_LABELS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_LABEL_GAP = re.compile(r"(?: ?\([^)]{2,40}\))?(?:: | [–—-] )")
_HEADING = re.compile(
    r"(?i)(?:(?:list of|his|her|our|other|further|main|series of|on the (?:margins|sidelines))\s)*"
    r"(?:bilaterals?|(?:bilateral |high-level |official |separate )(?:meetings?|talks|encounters?|"
    r"consultations|discussions)|meetings with|meetings held|talks with|phone calls|"
    r"telephone (?:calls|conversations)|calls)\b.{0,50}"
)
_CLOCK = re.compile(r"\([A-Z]{2,5}\)|\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?")
_PRESENT = re.compile(
    r"(?i)\b(?:attend\w*|participa\w+|present|delegat\w+|took part|taking part|speakers?|"
    r"represented|panell?ists?|lecturers?|guests?|joined by|members of)\b"
)
_TALK = re.compile(
    r"(?i)\b(?:meeting|talks|call|conversation|lunch|dinner|breakfast|audience|consultations|"
    r"t[êe]te-[àa]-t[êe]te|bilateral|meets|discussions?|received by)\b"
    r"[^.;]{0,40}?\b(?:with|by|on)\b"
)
_COMPANY = re.compile(r"(?i)\b(?:accompan\w+|delegation)\b")
_MEETINGS = frozenset({"meeting", "call", "talk", "conversation"})
_OPENING = 4
"""Blocks that a release opens with."""

_DASH = re.compile(r"\s*[–—-] ")
_AHEAD = re.compile(r"\b(?:will|to|shall)\b[^.]*$")
_PARTIES = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})


def meeting_lists(
    cast: Cast, scenes: Sequence[Scene], outline: Outline, calendar: Calendar
) -> Iterator[Finding]:
    """Yield a meeting for each item of a list whose lead-in says who met."""
    owner = _owner(scenes)
    for item in outline.items:
        block = item.scene.block
        lead = item.lead.block.text if item.lead else block.lead or ""
        if not _introduces(lead):
            continue
        host = _subject(cast, item, owner)
        for guest in _guests(item) if host is not None else ():
            if host is not None and guest is not host:
                yield Finding(
                    host, Relation.MEETS, guest, block.start, block.end, "meets/bilateral-list",
                    0.95, date=calendar.of_span(block.start, block.end), status=_status(lead),
                )  # fmt: skip


def _guests(item: Item) -> list[Figure]:
    """Those whom an item of a list names: its people, else the first body or state."""
    people = [f for f in heads(item.scene, 0, len(item.scene.block.text)) if f.type == _PERSON]
    first = next((f for f in item.scene.figures if f and f.type == _PERSON), None)
    other = next((f for f in item.scene.parties(*item.span) if f.type in _PARTIES), None)
    return people or [figure for figure in (first or other,) if figure is not None]


def _label(item: Item) -> list[Figure]:
    """The state or body before the colon or dash of an item "STATE: NAME, TITLE"."""
    scene = item.scene
    first = scene.figures[0] if scene.figures else None
    if first is None or first.type not in _LABELS or len(scene.mentions) == 1:
        return []
    return [first] if _LABEL_GAP.match(scene.block.text, scene.mentions[0].end) else []


def _status(lead: str) -> Status:
    return Status.PLANNED if _AHEAD.search(lead) else Status.HELD


def _introduces(lead: str) -> bool:
    """Whether the last sentence before a list, or its heading, says that its items were met."""
    last = lead.rsplit(". ", 1)[-1]
    if _PRESENT.search(last):
        return False
    heading = "\n" not in last and _HEADING.fullmatch(last.strip())
    return bool(heading) or (lead.rstrip().endswith(":") and bool(_LEAD.search(last)))


def _subject(cast: Cast, item: Item, owner: Figure | None) -> Figure | None:
    """Who met, by the last sentence of the lead-in: the person nearest to the words that say so.

    Failing that its first party, the person whose doings the release tells, the issuer.
    """
    lead = item.lead
    if lead is None:
        return owner or cast.issuer
    text = lead.block.text
    opening = text.rfind(". ") + 1
    said = _LEAD.search(text, opening)
    last = said.start() if said else len(text)
    parties = [
        (mention, party)
        for mention, figure, body in zip(lead.mentions, lead.figures, lead.bodies, strict=True)
        if mention.start >= opening and (party := figure or body) and party.type in _PARTIES
    ]
    people = [(m, p) for m, p in parties if p.type == EntityType.PERSON]
    before = [p for m, p in people if m.start < last]
    others = [p for _, p in (*people, *parties)]
    found = before[-1:] or others[:1]
    return found[0] if found else owner or cast.issuer


def participant_lists(
    cast: Cast, scenes: Sequence[Scene], outline: Outline, *, travelling: bool
) -> Iterator[Finding]:
    """Yield who attends what: lists under "… attended by:", states counted in items.

    Args:
        cast: The entities of the release.
        scenes: Its blocks.
        outline: Its list items.
        travelling: Whether the release tells a trip, on which a delegation goes along.
    """
    yield from _counted(cast, scenes)
    for item in outline.items:
        lead = item.lead.block.text if item.lead else item.scene.block.lead or ""
        if not _PRESENT.search(lead) or _introduces(lead):
            continue
        event = _attended(item, outline.main)
        company = _COMPANY.search(lead)
        if event is None or (company and (travelling or not _opens(scenes, event))):
            continue
        people = [guest for guest in _guests(item) if guest.type == _PERSON]
        for guest in (*people, *_label(item)) if people else ():
            if event.named or event.noun not in _MEETINGS:
                for start, end in (item.span, *item.announced):
                    yield Finding(
                        guest, Relation.PARTICIPATES_IN, event, start, end,
                        "roster/participant-list", 0.85, status=_status(lead),
                    )  # fmt: skip


def _attended(item: Item, main: Figure | None) -> Figure | None:
    """The event that those of a list attend: that of the lead-in, the main one, the last one."""
    near = item.lead.figures if item.lead else ()
    here = [f for f in near if f is not None and f.type == EntityType.EVENT]
    here = [f for f in here if f.named or f.noun not in PARTS]
    if here:
        return here[-1]
    return main if main is not None and main.named else item.event or main


def _opens(scenes: Sequence[Scene], event: Figure) -> bool:
    """Whether a release opens with an event."""
    return any(event in scene.figures for scene in scenes[:_OPENING])


def _counted(cast: Cast, scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield the states that list items count ("Estonia (3)")."""
    topic = cast.topic()
    for scene in scenes:
        block = scene.block
        if topic is None or not (_DASH.match(block.text) or block.kind == BlockKind.BULLET):
            continue
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            counted = re.match(r" ?\(\d+\)", block.text[mention.end : mention.end + 10])
            if figure and figure.type == EntityType.COUNTRY and counted:
                yield Finding(
                    topic, Relation.INVOLVES, figure, block.start, block.end, "roster/counted", 0.8
                )


def schedules(cast: Cast, scenes: Sequence[Scene], calendar: Calendar) -> Iterator[Finding]:
    """Yield for each dated line of a schedule the event, where it is held and who takes part."""
    carried: str | None = None
    place: Figure | None = None
    owner = _owner(scenes)
    for scene in scenes:
        block = scene.block
        if block.kind == BlockKind.HEADING:
            place = next((f for f in scene.figures if f and f.type in _SITES), None)
        date = carried = calendar.within(block.start, block.end) or carried
        if not date or not _line(block):
            continue
        yield from _talks(scene, owner, date)
        event = next((f for f in scene.figures if f and f.type == EntityType.EVENT), None)
        if event is not None:
            yield from _appointment(scene, event, date, place)


def _owner(scenes: Sequence[Scene]) -> Figure | None:
    """Whose schedule it is: the person of the title, else of the first blocks."""
    for scene in scenes[:_OPENING]:
        for figure in scene.figures:
            if figure is not None and figure.type == EntityType.PERSON:
                return figure
    return None


def _talks(scene: Scene, owner: Figure | None, date: str) -> Iterator[Finding]:
    """Yield whom the owner of a schedule meets by a line "10.00 Meeting with X"."""
    block = scene.block
    match = _TALK.search(block.text)
    if owner is None or match is None:
        return
    for number, figure in enumerate(scene.figures):
        after = scene.mentions[number].start >= match.end()
        person = figure is not None and figure.type == EntityType.PERSON
        if figure and person and after and figure is not owner and not _modifies(scene, number):
            yield Finding(
                owner, Relation.MEETS, figure, block.start, block.end, "schedule/meeting", 0.85,
                date=date, status=Status.PLANNED,
            )  # fmt: skip


def _appointment(scene: Scene, event: Figure, date: str, place: Figure | None) -> Iterator[Finding]:
    """Yield who takes part in the event of a line, and where it is held."""
    block = scene.block
    if not event.named:
        event.name = _line_name(block.text)
    span = (block.start, block.end)
    for number, figure in enumerate(scene.figures):
        if figure and figure.type == EntityType.PERSON and not _modifies(scene, number):
            yield Finding(
                figure, Relation.PARTICIPATES_IN, event, *span, "schedule/participant", 0.9,
                date=date, status=Status.PLANNED,
            )  # fmt: skip
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
