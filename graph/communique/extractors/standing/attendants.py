"""Who else was at a meeting that a sentence tells: "The ambassador also attended the talks."."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.cast.main_event import is_private, is_session
from communique.extractors.layout.lists import guests
from communique.extractors.layout.outline import Item
from communique.extractors.layout.parties.heads import last_sentence
from communique.extractors.parse import Sentence
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.beside.sides import is_end, meant, own_side, side_of
from communique.extractors.syntax.stance import stance
from communique.gazetteer.territories import fold
from communique.ontology import EntityType, Relation

_MET = re.compile(r"\b(?:met|meets|received|receives|talks|spoke|call(?:ed)? on|welcomed)\b")
"""Words of another meeting, after which that of the block before is not meant."""
_PRESENCE = re.compile(r"\bin the presence of\b")
"""What stands before who was there when others met."""
_THERE = re.compile(
    r"(?i)\b(?:present|attend\w*|in attendance|tak(?:ing|en?) part|took part|participa\w*|"
    r"accompan\w+|assisted|flanked|joined|also there|at the table)\b|"
    r"\b(?:side|delegation|team)s?:?\s*$"
)
"""What the line above a list says of those who were at a meeting."""
_PUBLIC = frozenset(
    "ceremony parade inauguration opening launch unveiling handover graduation commemoration "
    "conference seminar workshop forum symposium exhibition concert demonstration".split()
)
"""Nouns of events at which those who are there need not meet."""
_AT_PUBLIC = re.compile(
    r"\b(?:at|attend\w*) the (?:\w+ )?"
    r"(?:ceremony|closing|opening|inauguration|launch|unveiling|parade)\b"
)
"""What is attended that is no meeting of two sides, whether or not it is a figure."""
_HELD = "participates/hold"
"""The rule that takes those who held an event with others for its participants."""
_NEAR = 700
"""Characters before such a line in which the meeting is told."""
_FARTHEST = 6
"""Blocks from the last that tells of a meeting to who was there too."""
_SIDES = 2
"""Parties of a meeting that are the two sides, though it is not told for whom one stands."""
_MOST_PARTIES = 4
"""With more people than these, the meeting is an event with participants."""


def attendants(
    scenes: Sequence[Scene],
    present: re.Pattern[str],
    found: Sequence[Finding],
    issuers: Iterable[Figure | None] = (),
) -> Iterator[Finding]:
    """Yield that those at a meeting without name met the other side.

    "Attending an unnamed bilateral meeting is MEETS, not PARTICIPATES_IN" (annotation guide).

    Args:
        scenes: The scenes, in order.
        present: What a sentence says of those who were there too.
        found: What was found so far.
        issuers: Who issues the release, whose officials need no telling whose they are.
    """
    home = {issuer.name for issuer in issuers if issuer is not None}
    meetings = sorted((f for f in found if f.relation == Relation.MEETS), key=lambda f: f.start)
    events = sorted(filter(_is_public, found), key=lambda f: f.start)
    above = blocks = 0
    for scene in scenes if meetings else ():
        block = scene.block
        met = _MET.search(block.text)
        for sentence in scene.sentences():
            start = scene.span(sentence)[0]
            begin = block.start if met and block.start + met.end() <= start else above
            told = _told(meetings, begin, start)
            there = told and present.search(scene.text(sentence))
            named = _named_by(scene, sentence)
            public = {f.subject for f in _told(events, start, start + 1) if f.object in named}
            yield from _beside(scene, sentence, _told(meetings, start, start + 1), home)
            if there and not _is_apart(scene, sentence):
                met_there = meant(_told(meetings, 0, start), told, scene.text(sentence))
                yield from _joined(scene, scene.span(sentence), met_there, home, public)
        if met or _told(meetings, block.start, block.end):
            above, blocks = block.start, 0
        blocks += 1
        above = above if blocks <= _FARTHEST else block.start


def listed_attendants(
    items: Sequence[Item], found: Sequence[Finding], issuers: Iterable[Figure | None] = ()
) -> Iterator[Finding]:
    """Yield that those listed below "Present at the talks:" met the other side of a meeting.

    Args:
        items: The lines of lists.
        found: What was found so far.
        issuers: Who issues the release, whose officials need no telling whose they are.
    """
    home = {issuer.name for issuer in issuers if issuer is not None}
    meetings = sorted((f for f in found if f.relation == Relation.MEETS), key=lambda f: f.start)
    for item in items if meetings else ():
        lead = item.lead
        if lead is None or not _THERE.search(last_sentence(lead.block.text)) or _is_named(lead):
            continue
        told = _told(meetings, lead.block.start - _NEAR, lead.block.end)
        for start, end in (item.span, *item.announced) if told else ():
            there = meant(_told(meetings, 0, lead.block.end), told, last_sentence(lead.block.text))
            yield from _met(guests(item), (start, end), there, home, _sided(item))


def _is_named(lead: Scene) -> bool:
    """Whether the line above a list names what was attended."""
    spans = (mention.span for mention in lead.mentions)
    return any(span and span.type == EntityType.EVENT and span.named for span in spans)


def _sided(item: Item) -> set[str]:
    """For whom one of a list stands: the side that labels it, who was with "the Minister"."""
    if item.scene.side is not None:
        return {item.scene.side.name}
    people = [f for f in (item.lead.figures if item.lead else ()) if f is not None]
    named = list(dict.fromkeys(filter(_is_person, people)))
    return side_of(named[0]) if len(named) == 1 else set()


def _told(meetings: Sequence[Finding], start: int, end: int) -> Sequence[Finding]:
    """The meetings, which are in order, that sentences tell which begin in a span of the text."""
    first, last = (bisect_left(meetings, at, key=lambda met: met.start) for at in (start, end))
    return meetings[first:last]


def without_attended(found: Iterable[Finding], attended: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings but for those that make a meeting, at which somebody met, an event.

    So too where a sentence itself says who had "a working session" with whom.
    """
    findings = list(found)
    guests = {(finding.subject, finding.start) for finding in attended}
    met = [finding for finding in findings if finding.relation == Relation.MEETS]
    sides = {(end, one.start) for one in met for end in (one.subject, one.object)}
    for finding in findings:
        here, event = (finding.subject, finding.start), finding.object
        joined = here in guests and (is_private(event) or is_session(event))
        held = finding.rule == _HELD and here in sides and is_session(event)
        if finding.relation != Relation.PARTICIPATES_IN or not (joined or held):
            yield finding


def _is_apart(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells what else was attended, or that somebody was not there."""
    if _AT_PUBLIC.search(scene.text(sentence)):
        return True
    start, end = (place - scene.block.start for place in scene.span(sentence))
    inside = [m.span for m in scene.mentions if start <= m.start < end and m.span is not None]
    named = any(span.type == EntityType.EVENT and span.named for span in inside)
    return named or stance(sentence.root) is None


def _beside(
    scene: Scene, sentence: Sentence, told: Sequence[Finding], home: set[str]
) -> Iterator[Finding]:
    """Yield whom those met in whose presence a sentence says that others met."""
    presence = _PRESENCE.search(scene.text(sentence)) if told else None
    start, end = scene.span(sentence)
    if presence:
        yield from _joined(scene, (start + presence.end(), end), meant((), told, ""), home)


def _joined(
    scene: Scene,
    span: tuple[int, int],
    told: Sequence[Finding],
    home: set[str],
    public: Collection[Figure] = (),
) -> Iterator[Finding]:
    """Yield whom the people of a stretch met in the last of the meetings told before it.

    Left out are those of whom it says that they were at a public event.
    """
    there = (f for f in scene.parties(*span) if _is_person(f) and f not in public)
    people = list(dict.fromkeys(there))
    yield from _met(people, span, told, home)


def _met(
    people: Sequence[Figure],
    span: tuple[int, int],
    same: Sequence[Finding],
    home: set[str],
    sided: Collection[str] = (),
) -> Iterator[Finding]:
    """Yield whom people met in meetings told before them.

    Args:
        people: Who was there too.
        span: Where the text says so.
        same: The meetings.
        home: Who issues the release.
        sided: For whom they are said to stand.
    """
    last = same[-1]
    ends = dict.fromkeys(end for f in same for end in (f.subject, f.object))
    parties = [end for end in ends if is_end(end, same)]
    if len(parties) > _MOST_PARTIES and len(same) < len(parties) - 1:
        return
    for guest in people:
        own = own_side(guest, home).union(sided)
        for party in parties if guest not in parties else ():
            if _is_met(guest, own, party, parties):
                yield Finding(
                    guest, Relation.MEETS, party, *span, "meets/attendant", 0.8,
                    last.date, place=last.place, status=last.status,
                )  # fmt: skip


def _named_by(scene: Scene, sentence: Sentence) -> set[Figure | None]:
    """Whom and what a block names up to the end of a sentence."""
    end = scene.span(sentence)[1] - scene.block.start
    return {scene.figures[number] for number in scene.numbers(0, end)}


def _is_public(finding: Finding) -> bool:
    """Whether somebody is said to be at an event that by its noun is no meeting of two sides."""
    event = finding.object
    attends = finding.relation == Relation.PARTICIPATES_IN and event.type == EntityType.EVENT
    return attends and fold(event.noun or event.name).rsplit(" ", 1)[-1] in _PUBLIC


def _is_person(figure: Figure) -> bool:
    return figure.type == EntityType.PERSON


def _is_met(guest: Figure, own: set[str], party: Figure, parties: Sequence[Figure]) -> bool:
    """Whether somebody of one side of a meeting is faced with a party of another."""
    faced = side_of(party)
    beside = any(own & side_of(other) for other in parties)
    if not own or own & faced or not (faced or (beside and len(parties) == _SIDES)):
        return False
    sided = beside or own.isdisjoint(side_of(guest))
    return sided or (guest.home is not None and party.home is not None)
