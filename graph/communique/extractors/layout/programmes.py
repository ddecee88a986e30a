"""Programmes: what the lines of a schedule say is planned, for the date they stand under."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.diary.heads import sectioned
from communique.extractors.layout.schedules import CALLED_OFF, NOT_MET, is_line, owner_of
from communique.extractors.parse import FINITE
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.feeds.repair.wrapping import DAY
from communique.gazetteer.territories import NameKind
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_CLOCK = re.compile(r"\s*\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)? ")
"""The time of day with which a line begins that is no item."""
_ENTRY = re.compile(
    r"(?:\A|\n|(?<=[.;] ))[ \t\xa0•·*–—-]{0,12}"
    rf"(?:{DAY},? ?)?(?:(?:[A-Z][a-z]+day|Afterwards|Later|Then|Next)[:,]? ?)?"
    r"(?:\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: ?[–-] ?\d{1,2}[:.h]\d\d)?)?[ \t\xa0:,–—-]{0,12}"
    r"(?:(?:[Bb]ilateral|[Ww]orking|[Oo]fficial|[Cc]ourtesy|[Jj]oint|[Pp]rivate|[Vv]irtual|[Vv]ideo|"
    r"[Tt]elephone|[Pp]hone|[Ff]amily|[Ff]arewell|[Ii]ntroductory|[Tt]rilateral|[Ss]tate|[Bb]rief|"
    r"[Ff]ield|[Oo]ne-day|[Tt]wo-day|[Gg]uided) )*"
    r"(?:(?P<talk>[Mm]eetings?|[Tt]alks|[Dd]iscussions?|[Cc]onversations?|[Aa]udiences?|[Cc]alls?|"
    r"[Ll]unch|[Dd]inner|[Bb]reakfast|[Cc]onsultations?|[Ee]ncounter|[Vv]ideoconference|[Cc]offee|"
    r"[Tt][êe]te-[àa]-t[êe]te|[Ss]ession|[Ee]xchange(?: of views)?|[Bb]ilateral|[Vv]isit)"
    r" (?:with|between|(?:(?<=[Cc]all )|(?<=[Cc]alls ))(?:on|upon)|"
    r"to(?= the (?:President|Prime|King|Queen|Governor|Speaker|Mayor|"
    r"Sultan|Emir|Chancellor)\b))"
    r"|(?P<journey>[Vv]isit|[Tt]our|[Tt]rip|[Aa]rrival|[Dd]eparture|[Tt]ravel|[Ff]light|[Jj]ourney|"
    r"[Ss]top(?:over)?)"
    r"(?: of the \w+)? (?:to|in|at|for|(?<=[Vv]isit )of|(?<=[Tt]our )of))\b"
)
"""A line or sentence of a programme without verb: "Working lunch with …", "Visit to …"."""
_ENTRY_ENDS = re.compile(
    r"[.;](?:\s|\Z)|\n|, (?:followed|given|hosted|chaired|which|where|who)\b|\(|"
    r" (?:about|regarding|concerning|"
    r"on (?:(?:the|its|their|his|her|an?) (?!sidelines|margins|occasion)|"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z](?![a-z]+ \d)))"
)
_OPENING = 5
"""Characters within which somebody begins a block."""
_ASIDE = frozenset({"acl", "relcl"})
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE, EntityType.ORGANISATION})


def engagements(scenes: Sequence[Scene], calendar: Calendar) -> Iterator[Finding]:
    """Yield whom the owner of a programme meets and where he or she goes, by lines without verb."""
    first = owner_of(scenes)
    carried: str | None = None
    for scene, section in sectioned(scenes[1:]):
        block, owner = scene.block, section or first
        carried = _day_on(scene, calendar, carried)
        if carried is None or block.kind == BlockKind.TITLE:
            continue
        if owner is None or owner.type != EntityType.PERSON:
            continue
        for match in _ENTRY.finditer(block.text):
            line = block.text[match.start() :].lstrip().partition("\n")[0]
            if CALLED_OFF.search(line):
                continue
            ended = _ENTRY_ENDS.search(block.text, match.end())
            span = match.end(), ended.start() if ended else len(block.text)
            entry = _Entry(scene, _doer(scene, match.start()) or owner, carried, *span)
            if not entry.is_sentence():
                yield from entry.met() if match["talk"] else entry.visited()


def _doer(scene: Scene, start: int) -> Figure | None:
    """Of whom a block tells that begins with somebody before an entry."""
    first = scene.mentions[0] if scene.mentions and start else None
    opens = first is not None and first.type == EntityType.PERSON
    return scene.figures[0] if opens and scene.mentions[0].start < _OPENING else None


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a programme: whose it is, its day, and the span of its block after its noun."""

    scene: Scene
    owner: Figure
    date: str
    start: int
    end: int

    def is_sentence(self) -> bool:
        """Whether a verb says what came of it: "Talks with … broke down"."""
        parse = self.scene.parse
        return parse is not None and any(
            token.tag_ in FINITE and token.dep_ not in _ASIDE
            for token in parse.tokens
            if self.start <= self.scene.offset(token) < self.end
        )

    def met(self) -> Iterator[Finding]:
        """Yield whom the owner meets: people, and those for whom unnamed officials speak."""
        for number, body in self._named():
            if NOT_MET.match(self.scene.block.text, self.scene.mentions[number].end):
                continue
            figure = self.scene.figures[number]
            if figure is None and body is not None:
                yield self._finding(Relation.MEETS, body, "schedule/meeting")
            elif figure is not None and figure.type == EntityType.PERSON:
                yield self._finding(Relation.MEETS, figure, "schedule/meeting")

    def visited(self) -> Iterator[Finding]:
        """Yield where the owner goes: what is named first, but for where a guest goes."""
        mentions = self.scene.mentions
        if any(
            mentions[number].type == EntityType.PERSON for number, _ in islice(self._named(), 1)
        ):
            return
        figures = (
            self.scene.figures[number]
            for number, _ in self._named()
            if not ((span := mentions[number].span) and span.kind == NameKind.DEMONYM)
        )
        sites = (figure for figure in figures if figure is not None and figure.type in _SITES)
        for figure in islice(sites, 1):
            yield self._finding(Relation.VISITS, figure, "schedule/visit")

    def _named(self) -> Iterator[tuple[int, Figure | None]]:
        """The numbers of the mentions of the entry, with the bodies that offices speak for."""
        for number, mention in enumerate(self.scene.mentions):
            if self.start <= mention.start < self.end and self.scene.figures[number] != self.owner:
                yield number, self.scene.bodies[number]

    def _finding(self, relation: Relation, thing: Figure, rule: str) -> Finding:
        block = self.scene.block
        return Finding(
            self.owner, relation, thing, block.start, block.end, rule, 0.8, date=self.date,
            status=Status.PLANNED,
        )  # fmt: skip


def on_schedule(
    scenes: Sequence[Scene], calendar: Calendar, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings, those of the lines of a schedule planned for the date of the line."""
    dates = _dated_lines(scenes, calendar)
    starts = sorted(dates)
    ends = {scene.block.start: scene.block.end for scene in scenes}
    for finding in findings:
        place = bisect_right(starts, finding.start) - 1
        start = starts[place] if place >= 0 else None
        takes = SIGNATURES[finding.relation].qualifiers
        if start is None or finding.start >= ends[start] or "status" not in takes:
            yield finding
        else:
            date = finding.date or dates[start] if "date" in takes else None
            yield replace(finding, date=date, status=Status.PLANNED)


def _dated_lines(scenes: Sequence[Scene], calendar: Calendar) -> dict[int, str]:
    """The dates of the lines of a schedule that tell nothing past, by where the lines begin."""
    dates: dict[int, str] = {}
    carried: str | None = None
    for scene in scenes:
        carried = _day_on(scene, calendar, carried)
        told = any(token.tag_ == "VBD" for token in (scene.parse.tokens if scene.parse else ()))
        if carried and _is_line(scene) and not told:
            dates[scene.block.start] = carried
    return dates


def _day_on(scene: Scene, calendar: Calendar, carried: str | None) -> str | None:
    """The day of the lines from a block on; a sentence among them tells of its own days alone."""
    parse = scene.parse
    sentence = parse is not None and any(token.tag_ in FINITE for token in parse.tokens)
    if carried is not None and sentence and not _is_line(scene):
        return carried
    return calendar.within(scene.block.start, scene.block.end) or carried


def _is_line(scene: Scene) -> bool:
    """Whether a block is a line of a schedule, by its mark or the time of day."""
    return is_line(scene.block) or _CLOCK.match(scene.block.text) is not None
