"""What the lines of a programme say, by the day, town and person that carry over to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_attended, is_private
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.diary.heads import Head, head_of
from communique.extractors.layout.outline import OPENING, protagonist
from communique.extractors.layout.schedules import CALLED, CALLED_OFF, Line, entries, is_met
from communique.extractors.layout.titles import away
from communique.extractors.parse import FINITE
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.gazetteer.territories import Territory
from communique.ontology import EntityType, Relation

SURE = frozenset({"diary/meeting", "diary/visit", "diary/town", "diary/event", "diary/held-in"})
"""Rules that stand whatever the scorer holds of them."""
_FEWEST = 2
"""Days from which on lines are a programme."""
_LONGEST = 260
_TOP = 2
"""Blocks in which a dateline may stand."""
_TRAVEL = re.compile(
    r"(?i)\b(?:visits?|visiting|travel\w*|tours?|touring|trips?|journeys?|itinerary|legs?|"
    r"departs?|flies)\b"
)
"""Words of an opening by which somebody goes to the towns of a programme."""
_VENUE = re.compile(
    r"(?i)\b(?:palace|palazzo|palais|castle|house|hotel|cent(?:re|er)|hall|building|airport|base|"
    r"camp|office|headquarters|university|college|school|academy|museum|stadium|park|barracks|"
    r"residence|embassy|chancellery|ministry)\b"
)
"""Words of places that are no towns."""
_NOTHING = re.compile(
    r"(?i)\W*(?:no\b|none\b|free\b|private\b|to be (?:confirmed|announced)|tb[ac])"
)
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Col|Gen|Amb|Maj|Cap|Rev|Hon))\.\s+(?=[A-Z])"
    r"|;\s+"
)
"""Where a sentence of a line ends."""
_FINITE = FINITE - {"VBD"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_FIRST = re.compile(r"(?i)\W*(?:the )?$")
"""What stands before the event that alone is what a line names."""


@dataclass(slots=True)
class _Diary:
    """A programme while it is read: what carries over to the next line.

    Attributes:
        owner: Whose programme it is by title and opening; None if it is that of several.
        own: Whether the title calls it the programme of its owner.
        seat: Where the release is issued, to which nobody travels.
        travels: Whether the opening says that somebody goes somewhere.
        date: The day of the lines.
        site: The town of the lines.
        section: Under whose name alone in a line they stand, or None.
        home: The state that issues the release, or None.
    """

    owner: Figure | None
    own: bool
    seat: Figure | None
    travels: bool
    date: str | None = None
    site: Figure | None = None
    section: Figure | None = None
    home: Territory | None = None

    def note(self, scene: Scene, head: Head, date: str | None) -> None:
        """Carry over what a line opens with; a new day leaves the town."""
        if head.day:
            self.date, self.site = date, None
        if head.sites:
            self.site = head.sites[-1]
        if head.person is not None and not head.told and head.is_whole(scene):
            self.section = head.person

    def who(self, head: Head) -> Figure | None:
        """Of whom a line tells."""
        return head.person or self.section or self.owner

    def visited(self, head: Head, who: Figure | None) -> Figure | None:
        """The town to which somebody goes by the opening of a line."""
        town = head.sites[0] if head.sites else None
        goes = who is not None and who.type == EntityType.PERSON and (self.travels or head.away)
        if town is None or town is self.seat or not goes or _VENUE.search(town.name):
            return None
        lives = who is not None and town.territory in {self.home, who.home}
        return None if lives and town.territory is not None else town


def diary(cast: Cast, scenes: Sequence[Scene], calendar: Calendar) -> Iterator[Finding]:
    """Yield what the lines of a programme say: whom somebody meets, where he goes, what is held.

    Args:
        cast: The figures of a release.
        scenes: Its blocks, in order.
        calendar: Its dates.
    """
    heads = {scene.number: head_of(scene) for scene in scenes if _may_be(scene)}
    days = [number for number, head in heads.items() if _opens_day(scenes[number], head)]
    if len(days) < _FEWEST:
        return
    state = _opened(scenes, heads, days[0])
    state.home = cast.state.territory if cast.state is not None else None
    for scene in scenes:
        head = heads.get(scene.number)
        if head is None:
            continue
        state.note(scene, head, calendar.within(scene.block.start, scene.block.end))
        below = heads.get(scene.number + 1)
        if head.is_whole(scene) and not head.day and below is not None and below.day:
            state.date = None  # a town above lines that have their own days
        if scene.number >= days[0] and not CALLED_OFF.search(scene.block.text):
            yield from _said(state, scene, head)


def _opened(scenes: Sequence[Scene], heads: Mapping[int, Head], first: int) -> _Diary:
    """What title and opening tell of a programme whose days begin with a block."""
    opening = scenes[:first]
    title = scenes[0]
    told = "\n".join(scene.block.text for scene in opening[: OPENING + 1])
    sites = (f for s in opening[1:] for f in s.figures if f and f.type == EntityType.PLACE)
    travels = _TRAVEL.search(told) is not None
    tellers = {head.person for head in heads.values() if head.person is not None}
    owner = protagonist(opening) or _first_teller(scenes, heads, first)
    if len(tellers) > 1 or (owner is not None and is_met(scenes[first:], owner)):
        owner = None
    called = travels or CALLED.search(title.block.text) is not None
    own = called and (owner in title.figures or _names_office(title))
    return _Diary(owner, own, next(sites, None), travels or bool(away(title)))


def _first_teller(scenes: Sequence[Scene], heads: Mapping[int, Head], first: int) -> Figure | None:
    """Of whom the first line of a programme tells, if the title names an office without holder."""
    lines = (h for n, h in heads.items() if n >= first and not h.is_whole(scenes[n]))
    line = next(lines, None)
    return line.person if line is not None and _names_office(scenes[0]) else None


def _names_office(title: Scene) -> bool:
    """Whether a title names an office whose holder the text tells: "Week of the Chancellor"."""
    return any(
        mention.type == EntityType.PERSON
        and figure is None
        and not any(role.head.endswith("s") for role in mention.roles)
        for mention, figure in zip(title.mentions, title.figures, strict=True)
    )


def _said(state: _Diary, scene: Scene, head: Head) -> Iterator[Finding]:
    """Yield what one line of a programme says."""
    who = state.who(head)
    own = state.own or who is not state.owner
    line = Line(scene, who, own, date=state.date, place=state.site, start=head.end)
    if _NOTHING.match(scene.block.text, head.end):
        return
    town = state.visited(head, who)
    if town is not None and who is not None:
        yield line.finding(who, Relation.VISITS, town, "diary/town", 0.8)
    if head.is_whole(scene) or _is_told(scene, head):
        return
    for finding in _of_parts(line):
        if finding.relation == Relation.HELD_IN or not head.told:
            yield replace(finding, rule=_rule(finding))


def _of_parts(line: Line) -> Iterator[Finding]:
    """Yield what the sentences of a line say, each for itself."""
    start = line.start
    for stop in (*_STOP.finditer(line.text, line.start), None):
        end = stop.start() if stop is not None else None
        yield from entries(replace(line, start=start, end=end))
        start = stop.end() if stop is not None else start


def _rule(finding: Finding) -> str:
    """The name of the rule of a line: of a programme if it names what it is about."""
    if finding.relation in {Relation.MEETS, Relation.VISITS}:
        return f"diary/{finding.rule.rsplit('/', 1)[-1]}"
    held = finding.relation == Relation.HELD_IN
    event = finding.subject if held else finding.object
    if not event.named and (not held or is_private(event) or not is_attended(event)):
        return finding.rule
    return "diary/held-in" if held else "diary/event"


def _may_be(scene: Scene) -> bool:
    """Whether a block may be a line of a programme."""
    return scene.block.kind != BlockKind.TITLE and len(scene.block.text) <= _LONGEST


def _opens_day(scene: Scene, head: Head) -> bool:
    """Whether a line opens with a day; "TOWN, 3 May 2024" at the top says where a text is from."""
    first = scene.figures[0] if scene.figures else None
    dateline = scene.number <= _TOP and head.sites[:1] == (first,) and scene.mentions[0].start == 0
    return head.day and not dateline


def _is_told(scene: Scene, head: Head) -> bool:
    """Whether a line tells what is over, or behind its head what others do, in a sentence."""
    for sentence in scene.sentences():
        root = sentence.root
        helps = [child for child in root.children if child.dep_ in {"aux", "auxpass"}]
        finite = any(token.tag_ in _FINITE for token in (root, *helps))
        done = (t for t in root.children if t.dep_ in _SUBJECTS and scene.offset(t) >= head.end)
        if any(token.tag_ == "VBD" for token in (root, *helps)):
            return True
        if finite and not head.told and any(True for _ in done):
            return True
    return False
