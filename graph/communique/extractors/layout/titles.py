"""Titles that say who met: "A and B Before Their Meeting", "A's Call with …" and who was there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.outline import Item, Outline
from communique.extractors.layout.parties.together import together
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation, Status

_MEETING = re.compile(
    r"(?i)\b(?:before|after|following|prior to|ahead of|at the start of|at the top of) "
    r"(?:their|the|a) (?:[\w-]+ ){0,2}(?:meeting|talks|lunch|dinner|breakfast|call|bilateral)\b"
    r"|\bjoint (?:press|media|news) (?:conference|availability|briefing|point|statement)"
)
_WITH = re.compile(
    r"(?i)\b(?:meetings?|calls?|conversations?|discussions?|roundtable|talks|lunch|dinner|meets"
    r"|met|speaks|spoke) (?:virtually |by phone )?with\b|\b(?:meets?|met|receives?|received)\b"
)
_THERE = re.compile(
    r"(?i)\b(?:participants?|participating|participated|attendees?|attending|attended|present|"
    r"in attendance|t(?:ook|aking) part|joined (?:[\w-]+ ){0,4}?by)\b[^\n]{0,60}$"
)
_HELD = re.compile(
    r"\b(?:met|meet|meets|held|hold|holds|hosted|hosts?|convened|convenes?|received|receives?|"
    r"spoke|speaks?|welcomed|had|chaired|joined)\b"
)
"""What the opening says that the holders of a meeting did."""
_MOST_HOSTS = 3
"""With more people than these, a sentence does not tell who met those of a list."""
_HEADED = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_MOST_PARTIES = 5
"""With more people than these, a title lists those at an event."""


def lying_ahead(scenes: Sequence[Scene], found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; what a title tells in the present is planned if all below it is.

    "Secretary X Travels to Y" above "Secretary X will travel to Y": of the same person's doings
    of that kind.
    """
    findings = list(found)
    title = scenes[0].block if scenes and scenes[0].block.kind == BlockKind.TITLE else None
    parse = scenes[0].parse if scenes else None
    if title is None or parse is None or any(token.tag_ == "VBD" for token in parse.tokens):
        yield from findings
        return
    told: dict[tuple[Figure, Relation], set[Status]] = {}
    for finding in findings:
        if finding.start >= title.end and finding.status is not None:
            told.setdefault((finding.subject, finding.relation), set()).add(finding.status)
    for finding in findings:
        known = told.get((finding.subject, finding.relation))
        held = finding.start < title.end and finding.status == Status.HELD
        ahead = held and known == {Status.PLANNED}
        yield replace(finding, status=Status.PLANNED) if ahead else finding


def titled_meetings(scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield that the first person of such a title met the others."""
    for scene in scenes:
        if scene.block.kind not in _HEADED or not _MEETING.search(scene.block.text):
            continue
        people = [f for f in scene.figures if f and f.type == EntityType.PERSON]
        yield from _meetings(scene, list(dict.fromkeys(people)))


def _meetings(scene: Scene, people: Sequence[Figure]) -> Iterator[Finding]:
    """Yield the meetings of the first with each of the others, unless they are of one side."""
    if len(people) > _MOST_PARTIES:
        return
    for other in people[1:]:
        if people[0].home is None or people[0].home != other.home:
            yield Finding(
                people[0], Relation.MEETS, other, scene.block.start, scene.block.end,
                "title/meeting", 0.85,
            )  # fmt: skip


def attended_meetings(scenes: Sequence[Scene], outline: Outline) -> Iterator[Finding]:
    """Yield that those listed as attending the meeting of the title met who held it.

    The title says whose meeting it is ("President's Meeting with …"), else the opening does.
    """
    title = scenes[0] if scenes else None
    match = _WITH.search(title.block.text) if title else None
    if title is None or match is None or _people(title, match.end(), len(title.block.text)):
        return
    hosts = _with_others(together(title, 0, match.start()), scenes) or _first_people(scenes)
    for item in outline.items:
        guest = _guest(item) if _THERE.search(item.heading.strip(" :*")) else None
        for host in hosts:
            if guest is not None and guest not in hosts and not _is_beside(item, host):
                block = item.scene.block
                yield Finding(
                    host, Relation.MEETS, guest, block.start, block.end, "title/attending", 0.8
                )


def _is_beside(item: Item, host: Figure) -> bool:
    """Whether a line above says that those of a list stand on the side of somebody."""
    side = item.scene.side
    return side is not None and host.home is not None and side.territory == host.home


def _people(scene: Scene, start: int, end: int) -> list[Figure]:
    """The people named in a span of a block."""
    figures = (scene.figures[number] for number in scene.numbers(start, end))
    return [f for f in figures if f is not None and f.type == EntityType.PERSON]


def _with_others(hosts: Sequence[Figure], scenes: Sequence[Scene]) -> list[Figure]:
    """Those whose meeting a title tells, with those who held it too by the opening."""
    opening = _opening(scenes)
    met = _HELD.search(opening[0].block.text, *opening[1:]) if opening and hosts else None
    if opening is None or met is None:
        return list(hosts)
    others = together(*opening[:2], met.start())
    joined = not set(hosts).isdisjoint(others)
    return list(dict.fromkeys((*hosts, *(others if joined else ()))))


def _opening(scenes: Sequence[Scene]) -> tuple[Scene, int, int] | None:
    """The block that the body begins with, and where in it its first sentence begins and ends."""
    body = next((scene for scene in scenes if scene.block.kind == BlockKind.PARAGRAPH), None)
    sentence = next(iter(body.sentences()), None) if body is not None else None
    if body is None or sentence is None:
        return None
    start, end = body.span(sentence)
    return body, start - body.block.start, end - body.block.start


def _first_people(scenes: Sequence[Scene]) -> list[Figure]:
    """The people of the first sentence of the body, unless they are many."""
    opening = _opening(scenes)
    hosts = list(dict.fromkeys(_people(*opening))) if opening else []
    return hosts if len(hosts) <= _MOST_HOSTS else []


def _guest(item: Item) -> Figure | None:
    """The person of a line of a list."""
    return next((f for f in item.scene.figures if f and f.type == EntityType.PERSON), None)
