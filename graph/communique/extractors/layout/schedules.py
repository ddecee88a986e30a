"""Statements that schedules make: days, hours, places and appointments, a line each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from communique.extractors.cast import Figure
from communique.extractors.cast.main_event import JOURNEYS, PARTS
from communique.extractors.layout.blocks import Block, BlockKind
from communique.extractors.layout.diary.heads import sectioned
from communique.extractors.layout.outline import OPENING, protagonist
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.feeds.repair.wrapping import DATED_ITEM, DAY
from communique.ontology import EntityType, Relation, Status

_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?(?:a|p)\.?m\b|\bnoon\b", re.IGNORECASE)
_OPENS = re.compile(
    rf"\s*(?:(?:{DAY},? )?(?:at )?\d{{1,2}}[:.h]\d\d\b(?! ?[ap]\.?m)|"
    rf"{DATED_ITEM.pattern}.*[^.]\s*\Z)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"[\W\d]*(?:(?:with|the|its|some|members|representatives|officials|delegation|leadership|board|"
    r"heads?|of|from)\s)*"
)
"""What stands between a talk and the body with which it is."""
_LONGEST_LINE = 200
"""Longest line of a schedule, in code points."""

_LONGEST_HEADING = 60
_CLOCK = re.compile(rf"\([A-Z]{{2,5}}\)|\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?|\A{DAY}(?= ?[:–—-])")
_TALK = re.compile(
    r"(?i)\b(?P<what>meeting|talks|call|video ?conference|conversation|lunch|dinner|breakfast|"
    r"audience|consultations|t[êe]te-[àa]-t[êe]te|bilaterals?|meets|discussions?|received by|"
    r"receives|welcomes|welcome(?= by\b)|exchange(?: of views)?)"
    r"\b(?:(?<=meets)(?! with\b)|(?<=receives)|(?<=welcomes)|"
    r"[^.;]{0,40}?\b(?:with|between|(?:given|granted|hosted|offered|paid|requested) by|"
    r"(?<=call )(?:up)?on|(?<=welcome )by)\b|"
    r"(?P<of>(?: on the occasion|(?!\s(?:on|about|regarding|concerning)\b)"
    r"[^.;]){0,40}?\bof\b)|"
    r"(?<=bilateral)(?: meeting)?:|(?<=bilaterals)(?: meetings)?:)"
)
"""Talks and what leads to the other side; "of" leads to people only ("meeting of the board")."""
NOT_MET = re.compile(
    r"(?i),? (?:(?:is |was |will be |being )?(?:absent|excused|away)\b|"
    r"to (?:resign|stop|end|release|withdraw|act|apologi[sz]e|step|answer|explain|drop|lift)\b)"
)
"""What stands behind who is not there, or called on to do something."""
_TOPIC = re.compile(r"\b(?:by|on|about|regarding|concerning)\b")
"""What stands before what a talk is about, and before who wrote what it is of."""
_PRIVATE = re.compile(
    r"(?i)meeting|call|video|conversation|audience|t[êe]te|bilateral|meets|receive"
)
_JOURNEY = re.compile(
    r"(?i)\b(?:visits?(?: to)?|arriv(?:al|es) (?:in|at)|travels? to|departs? for|departure for|"
    r"tours?(?: of)?)\b"
)
_GUEST = re.compile(r" (?:of|by|from) (?:the )?")
"""What stands between a visit and who comes."""
CALLED = re.compile(
    r"(?i)\b(?:schedules?|program(?:me)?|agenda|diary|calendar|week|advisory|itinerary|engagements)\b"
)
CALLED_OFF = re.compile(r"(?i)\b(?:cancel\w+|postponed|called off)\b")
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
_VISITED = _SITES | {EntityType.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a schedule.

    Attributes:
        scene: Its block.
        owner: Whose schedule it is, or None.
        own: Whether the title calls it the schedule of its owner.
        date: Its day, if it is known.
        place: Where the heading above it says that he or she is, or None.
        start: Where what takes place begins, in code points from the start of the block.
        end: Where it ends; None at the end of the block.
    """

    scene: Scene
    owner: Figure | None
    own: bool
    date: str | None
    place: Figure | None
    start: int = 0
    end: int | None = None

    @property
    def text(self) -> str:
        """The block up to where it ends."""
        return self.scene.block.text[: self.end]

    @property
    def figures(self) -> list[Figure | None]:
        """Who and what it names behind its day, hour and town."""
        return [self.scene.figures[number] for number in self.numbers]

    @property
    def numbers(self) -> range:
        """Which mentions of its block these are."""
        return self.scene.numbers(self.start, len(self.text))

    def finding(
        self, subject: Figure, relation: Relation, thing: Figure, rule: str, confidence: float
    ) -> Finding:
        """A finding that the line states."""
        block = self.scene.block
        return Finding(
            subject, relation, thing, block.start, block.end, rule, confidence, date=self.date,
            status=None if relation == Relation.HELD_IN else Status.PLANNED,
        )  # fmt: skip

    def met(self, talk: re.Match[str]) -> list[Figure]:
        """Who is met behind the words of a talk: people, else the body right behind them."""
        people = self.after(talk, frozenset({EntityType.PERSON}))
        wanted = frozenset({EntityType.ORGANISATION} if not people and not talk["of"] else ())
        bodies = self.after(talk, wanted)
        starts = {
            figure: mention.start
            for mention, figure in zip(self.scene.mentions, self.scene.figures, strict=True)
        }
        text = self.scene.block.text
        if not people:
            return [b for b in bodies[:1] if _NEAR.fullmatch(text, talk.end(), starts[b])]
        topic = _TOPIC.search(text, talk.end())
        return [p for p in people if topic is None or starts[p] < topic.start()]

    def is_guest(self, start: int) -> bool:
        """Whether somebody is named at an offset of the line."""
        first = (m for m in self.scene.mentions if m.start == start)
        return any(mention.type == EntityType.PERSON for mention in first)

    def after(self, match: re.Match[str], kinds: frozenset[EntityType]) -> list[Figure]:
        """The figures of some types behind a match, but for those in brackets and the owner."""
        return [
            figure
            for number in self.scene.numbers(match.end(), len(self.text))
            if (figure := self.scene.figures[number]) is not None
            and figure.type in kinds
            and figure is not self.owner
            and not _modifies(self.scene, number)
            and not _of_another(self.scene, number)
            and not NOT_MET.match(self.scene.block.text, self.scene.mentions[number].end)
        ]


def schedules(scenes: Sequence[Scene], calendar: Calendar) -> Iterator[Finding]:
    """Yield for each dated line of a schedule what takes place, where, and with whom."""
    carried: str | None = None
    place: Figure | None = None
    owner = owner_of(scenes)
    own = bool(scenes) and owner in scenes[0].figures and bool(CALLED.search(scenes[0].block.text))
    for scene, section in sectioned(scenes):
        block = scene.block
        date = calendar.within(block.start, block.end)
        carried = date or carried
        if not is_line(block):
            site = _site(scene)
            dated = date is not None and len(block.text) < _LONGEST_HEADING
            place = site or (None if dated or block.kind == BlockKind.HEADING else place)
        elif carried and not CALLED_OFF.search(block.text):
            whose = section or owner, own or section is not None
            yield from entries(Line(scene, *whose, carried, place))


def owner_of(scenes: Sequence[Scene]) -> Figure | None:
    """Whose schedule it is: who is named above its lines, else the body whose official it is."""
    above = list(takewhile(lambda scene: not is_line(scene.block), scenes[: OPENING + 1]))
    person = protagonist(above)
    if person is not None and not is_met(scenes[len(above) :], person):
        return person
    bodies = (body for scene in above for body in scene.bodies if body is not None)
    return next(bodies, None)


def is_met(scenes: Iterable[Scene], person: Figure) -> bool:
    """Whether a line of a schedule has its owner meet a person."""
    return any(is_line(scene.block) and _meets(scene, person) for scene in scenes)


def _meets(scene: Scene, person: Figure) -> bool:
    if person not in scene.figures:
        return False
    talk = _TALK.search(scene.block.text)
    named = scene.mentions[scene.figures.index(person)]
    return talk is not None and named.span is not None and named.start >= talk.end()


def _site(scene: Scene) -> Figure | None:
    """The place that a heading, or a short line of nothing else, names."""
    block = scene.block
    sites = [f for f in scene.figures if f is not None and f.type in _SITES]
    alone = len(block.text) < _LONGEST_HEADING and len(sites) == len(scene.figures)
    return next(iter(sites), None) if alone or block.kind == BlockKind.HEADING else None


def entries(line: Line) -> Iterator[Finding]:
    """Yield what a line states."""
    talk = _TALK.search(line.text, line.start)
    met = line.met(talk) if talk and line.owner else []
    for figure in met:
        assert line.owner is not None  # noqa: S101  # nobody is met without
        yield line.finding(line.owner, Relation.MEETS, figure, "schedule/meeting", 0.85)
    yield from _journey(line)
    events = [f for f in line.figures if f is not None and f.type == EntityType.EVENT]
    events = [f for f in events if f.named or f.noun not in JOURNEYS]
    private = bool(met) and talk is not None and bool(_PRIVATE.search(talk["what"]))
    if events and not (private and not events[0].named):
        yield from _appointment(line, _attended(events))


def _attended(events: Sequence[Figure]) -> Figure:
    """The event of a line: the first one, or the named one that it is a part of."""
    named = [event for event in events if event.named]
    return named[0] if named and events[0].noun in PARTS else events[0]


def _journey(line: Line) -> Iterator[Finding]:
    """Yield where the owner of a schedule goes."""
    match = _JOURNEY.search(line.text, line.start)
    guest = _GUEST.match(line.scene.block.text, match.end()) if match else None
    if guest is not None and line.is_guest(guest.end()):
        return
    places = line.after(match, _VISITED) if match and line.owner else []
    for figure in places[:1]:
        if line.owner is not None and match is not None and not _is_beside(line, match, figure):
            yield line.finding(line.owner, Relation.VISITS, figure, "schedule/visit", 0.75)


def _is_beside(line: Line, match: re.Match[str], figure: Figure) -> bool:
    """Whether a body stands apart from a visit: "Visit to the port, run by BODY"."""
    mention = line.scene.mentions[line.scene.figures.index(figure)]
    gap = line.text[match.end() : max(match.end(), mention.start)]
    return figure.type == EntityType.ORGANISATION and ("," in gap or " by " in gap)


def _appointment(line: Line, event: Figure) -> Iterator[Finding]:
    """Yield who takes part in the event of a line, and where it is held."""
    scene = line.scene
    if not event.named and is_line(scene.block):
        event.name = _line_name(scene.block.text)
    people = [
        figure
        for number in line.numbers
        if (figure := scene.figures[number]) is not None
        if figure.type == EntityType.PERSON and not _modifies(scene, number)
    ]
    for figure in people:
        yield line.finding(figure, Relation.PARTICIPATES_IN, event, "schedule/participant", 0.9)
    named = line.figures[0] if line.figures else None
    other = named is not None and named.type == EntityType.PERSON  # "X opens the session"
    if line.owner is not None and line.own and line.owner not in people and not other:
        yield line.finding(line.owner, Relation.PARTICIPATES_IN, event, "schedule/owner", 0.7)
    yield from _venue(line, event)
    if line.place is not None and line.place not in line.figures:
        yield line.finding(event, Relation.HELD_IN, line.place, "schedule/heading-country", 0.9)


def _venue(line: Line, event: Figure) -> Iterator[Finding]:
    """Yield where the event of a line is held: "Opening of the forum, Congress Centre"."""
    scene = line.scene
    for number, figure in enumerate(scene.figures[1:], 1):
        before = scene.mentions[number - 1]
        gap = scene.block.text[before.end : scene.mentions[number].start]
        site = figure is not None and figure.type == EntityType.PLACE
        if figure is not None and site and scene.figures[number - 1] is event and gap == ", ":
            yield line.finding(event, Relation.HELD_IN, figure, "schedule/venue", 0.85)


def is_line(block: Block) -> bool:
    """Whether a block is a line of a schedule: an item with a time, or a line that begins so."""
    if block.kind == BlockKind.BULLET:
        return bool(_TIME.search(block.text))
    return bool(_OPENS.match(block.text)) and len(block.text) < _LONGEST_LINE


def _line_name(text: str) -> str:
    """The words of a schedule line after date, time and zone."""
    marks = list(_CLOCK.finditer(text))
    return (text[marks[-1].end() :] if marks else text).strip(" -–—,.") or text


def _of_another(scene: Scene, number: int) -> bool:
    """Whether a body only says whose something is that is named behind it: "BODY battlegroup"."""
    behind = scene.mentions[number + 1 : number + 2]
    mention = scene.mentions[number]
    return mention.type == EntityType.ORGANISATION and any(
        m.type == EntityType.OPERATION and m.start <= mention.end + 1 for m in behind
    )


def _modifies(scene: Scene, number: int) -> bool:
    """Whether a person stands in brackets."""
    mention = scene.mentions[number]
    return scene.block.text[: mention.start].rstrip().endswith("(")
