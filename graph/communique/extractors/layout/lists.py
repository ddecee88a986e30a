"""Statements that lists under a lead-in make."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import PARTS, TRIPS, is_private
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.listing import heads
from communique.extractors.layout.outline import Item, Outline, protagonist
from communique.extractors.layout.parties.heads import (
    BESIDE,
    MET,
    MET_HEADING,
    MET_WITH,
    THINGS,
    announces_met,
    hangs,
    last_sentence,
)
from communique.extractors.layout.parties.together import together
from communique.extractors.reading.money import sums
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.ontology import EntityType, Relation, Status

_HIS = re.compile(r"(?i)\b(?:his|her|he|she)\b")
_PERSON = EntityType.PERSON
_LABELS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_LABEL_GAP = re.compile(r"(?: ?\([^)]{2,40}\))?(?:: | [–—-] )")
PRESENT = re.compile(
    r"(?i)\b(?:attend\w*|participa\w+|present|delegat\w+|took part|taking part|speakers?|"
    r"represented|panell?ists?|lecturers?|guests?|joined by|members of|addressed|spoke (?:at|in)|"
    r"speeches)\b"
)
ELSEWHERE = re.compile(
    r"(?i)\b(?:absen\w+|regret\w*|apolog\w+|stay(?:ed|ing)? away|did not|sanction\w*|appoint\w*)\b"
)
"""What the last sentence before a list says of those who were not there, or else named."""
_COMPANY = re.compile(r"(?i)\b(?:accompan\w+|delegation)\b")
"""Nouns of journeys on which those of a list come along."""
_OPENING = 4
"""Blocks that a release opens with."""

_DASH = re.compile(r"\s*[–—-] ")
_AHEAD = re.compile(r"\b(?:will|to|shall)\b[^.]*$")
_PAST = re.compile(r"(?i)\b(?:was|were|attended|joined|included|met|took|participated|had|held)\b")
_PARTIES = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})


def meeting_lists(
    cast: Cast, scenes: Sequence[Scene], outline: Outline, calendar: Calendar
) -> Iterator[Finding]:
    """Yield a meeting for each item of a list whose lead-in says who met."""
    owner = protagonist(scenes)
    for item in outline.items:
        block = item.scene.block
        lead = item.lead.block.text if item.lead else block.lead or ""
        if not introduces(lead):
            continue
        for host in _hosts(cast, item, owner, outline):
            for guest in _met(item):
                if guest is not host:
                    yield Finding(
                        host, Relation.MEETS, guest, block.start, block.end,
                        "meets/bilateral-list", 0.95,
                        date=calendar.of_span(block.start, block.end), status=_status(lead),
                    )  # fmt: skip


def _hosts(cast: Cast, item: Item, owner: Figure | None, outline: Outline) -> Sequence[Figure]:
    """Those who met whoever a list names, none if one of them stands in it."""
    hosts = _subjects(cast, item, owner)
    if item.lead and not _leads(item):
        hosts = [host for host in hosts if host.type == _PERSON]
    return () if any(_is_listed(host, item, outline) for host in hosts) else hosts


def _is_listed(host: Figure, item: Item, outline: Outline) -> bool:
    """Whether somebody is in the same list, so that it does not tell whom he met."""
    beside = (other for other in outline.items if other.lead is item.lead)
    return any(host in other.scene.figures[:1] for other in beside)


def _met(item: Item) -> list[Figure]:
    """Those of an item of a list of people met; a body or state may only pay for something."""
    pays = bool(sums(item.scene.block.text))
    return [guest for guest in guests(item) if guest.type == _PERSON or not pays]


def guests(item: Item) -> list[Figure]:
    """Those whom an item of a list names: its people, else the first body or state.

    Not a body or state below a line that ends without colon.
    """
    people = [f for f in heads(item.scene, 0, len(item.scene.block.text)) if f.type == _PERSON]
    first = next((f for f in item.scene.figures if f and f.type == _PERSON), None)
    if item.lead is not None and not _leads(item):
        return people or [figure for figure in (first,) if figure is not None]
    other = next((f for f in item.scene.parties(*item.span) if f.type in _PARTIES), None)
    return people or [figure for figure in (first or other,) if figure is not None]


def _leads(item: Item) -> bool:
    """Whether the line above an item leads whatever is listed below it."""
    if item.lead is None or item.scene.block.kind == BlockKind.BULLET:
        return item.scene.block.kind == BlockKind.BULLET
    block = item.lead.block
    return block.kind == BlockKind.HEADING or block.text.rstrip().endswith(":")


def _label(item: Item) -> list[Figure]:
    """The state or body before the colon or dash of an item "STATE: NAME, TITLE"."""
    scene = item.scene
    first = scene.figures[0] if scene.figures else None
    if first is None or first.type not in _LABELS or len(scene.mentions) == 1:
        return []
    return [first] if _LABEL_GAP.match(scene.block.text, scene.mentions[0].end) else []


def _status(lead: str) -> Status:
    return Status.PLANNED if _AHEAD.search(lead) else Status.HELD


def _told(lead: str) -> Status | None:
    """Whether a lead-in says that its list was there or will be; None if it has no verb."""
    return Status.HELD if _PAST.search(lead) else Status.PLANNED if _AHEAD.search(lead) else None


def introduces(lead: str) -> bool:
    """Whether the last sentence before a list, or its heading, says that its items were met."""
    last = last_sentence(lead)
    if MET_WITH.search(last) or announces_met(lead):
        return True
    if PRESENT.search(last) or BESIDE.search(last) or THINGS.search(last):
        return False
    heading = "\n" not in last and MET_HEADING.fullmatch(last.strip())
    leads = lead.rstrip().endswith(":") or hangs(lead)
    return bool(heading) or (leads and bool(MET.search(last)))


def _subjects(cast: Cast, item: Item, owner: Figure | None) -> list[Figure]:
    """Who met, by the last sentence of the lead-in: the people nearest to the words that say so.

    Failing that its first party, the person whose doings the release tells, the issuer.
    """
    lead = item.lead
    main = owner or cast.issuer
    if lead is None:
        return [main] if main else []
    text = lead.block.text
    opening = text.rfind(". ") + 1
    said = [match.start() for match in MET.finditer(text, opening)] or [len(text)]
    parties = [
        (mention, party)
        for mention, figure, body in zip(lead.mentions, lead.figures, lead.bodies, strict=True)
        if mention.start >= opening and (party := figure or body) and party.type in _PARTIES
    ]
    people = [(m, p) for m, p in parties if p.type == EntityType.PERSON]
    last = next((x for x in said if people and people[0][0].start < x), said[0])
    before = together(lead, opening, last) or [p for m, p in people if m.start < last][-1:]
    his = owner is not None and _HIS.search(text, opening) is not None
    others = [p for _, p in people] or ([owner] if his and owner else [p for _, p in parties])
    return before or others[:1] or ([main] if main else [])


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
        if not PRESENT.search(lead) or ELSEWHERE.search(last_sentence(lead)) or introduces(lead):
            continue
        event = _attended(item, outline.main)
        company = _COMPANY.search(lead)
        if event is None or (company and (travelling or not _opens(scenes, event))):
            continue
        people = [guest for guest in guests(item) if guest.type == _PERSON]
        for guest in (*people, *_label(item)) if people else ():
            if not is_private(event) or event.noun in TRIPS:
                for start, end in (item.span, *item.announced):
                    yield Finding(
                        guest, Relation.PARTICIPATES_IN, event, start, end,
                        "roster/participant-list", 0.85, status=_told(lead),
                    )  # fmt: skip


def _attended(item: Item, main: Figure | None) -> Figure | None:
    """The event that those of a list attend: that of the lead-in, the main one, the last one."""
    near = item.lead.figures if item.lead else ()
    here = [f for f in near if f is not None and f.type == EntityType.EVENT]
    here = [f for f in here if f.named or PARTS.isdisjoint(f.noun.split())]
    if here:
        private = main if main is not None and main.named and main.titled else here[-1]
        return next((f for f in reversed(here) if not is_private(f)), private)
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
