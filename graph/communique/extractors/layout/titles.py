"""Titles that say who met: "A and B Before Their Meeting", "A's Call with …" and who was there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.outline import Item, Outline, protagonist
from communique.extractors.layout.parties.together import together
from communique.extractors.parse import FINITE
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.gazetteer.territories import NameKind, Territory
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
_TRAVELLERS = re.compile(
    r"(?!.*\b(?:Ambassador|Envoy|Representative|Resident|Press)\b).*\b(?:Minister|Secretary|"
    r"Undersecretary|President|Premier|Chancellor|King|Queen|Prince|Princess|Pope|Commissioner|"
    r"Director[- ]General|Speaker)\b"
)
"""Offices whose holders are at home elsewhere than where a title says that they are."""
_OPENS = re.compile(r"(?:^|[,;:–—|]|\band)\s*(?:[Tt]he )?$")
"""What stands before who is somewhere; a guest stands behind other words: "talks with …"."""
_AWAY = re.compile(r" in (?:the )?")
_NEXT = re.compile(r"(?:,| and|, and) (?:the )?")
_AWAY_ENDS = re.compile(r"\s*(?:[,;:(–—-]|$)")
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
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


def titled_journeys(cast: Cast, scenes: Sequence[Scene], calendar: Calendar) -> Iterator[Finding]:
    """Yield where somebody goes by a title without verb: "Minister A in STATE, Minister B in TOWN".

    An office without a name in it is that of the first person below it who holds one like it.

    Args:
        cast: The figures of the release.
        scenes: Its blocks, in order.
        calendar: Its dates.
    """
    home = cast.state.territory if cast.state is not None else None
    for number, sites in away(scenes[0]) if scenes else ():
        block = scenes[0].block
        traveller = scenes[0].figures[number] or _holder(scenes, number, home)
        if traveller is None:
            continue
        if not all(_is_abroad(site, {home, traveller.home}) for site in sites):
            continue
        for site in sites:
            yield Finding(
                traveller, Relation.VISITS, site, block.start, block.end, "title/away", 0.75,
                date=calendar.within(block.start, block.end),
            )  # fmt: skip


def _is_abroad(site: Figure, homes: set[Territory | None]) -> bool:
    """Whether a place is in another state than those, as far as anything is known of it."""
    return site.territory is None or site.territory not in homes


def away(title: Scene) -> list[tuple[int, list[Figure]]]:
    """The numbers of the officials whom a title without verb places somewhere, and where."""
    parse = title.parse
    if parse is None or any(token.tag_ in FINITE for token in parse.tokens):
        return []
    text = title.block.text
    found = []
    for number, mention in enumerate(title.mentions):
        led = _AWAY.match(text, mention.end)
        official = _TRAVELLERS.match(text[mention.start : mention.end])
        opens = _OPENS.search(text, 0, mention.start)
        if mention.type == EntityType.PERSON and official and led and opens:
            found.append((number, _sites(title, number + 1, led.end())))
    return [(number, sites) for number, sites in found if sites]


def _sites(title: Scene, number: int, start: int) -> list[Figure]:
    """The places listed from an offset of a title, unless it goes on with something else."""
    text, sites = title.block.text, []
    end = start
    for mention, figure in zip(title.mentions[number:], title.figures[number:], strict=True):
        demonym = mention.span is not None and mention.span.kind == NameKind.DEMONYM
        if figure is None or figure.type not in _SITES or demonym or mention.start != start:
            break
        sites.append(figure)
        end = mention.end
        joint = _NEXT.match(text, end)
        start = joint.end() if joint else -1
    return sites if _AWAY_ENDS.match(text, end) or text.startswith(" and ", end) else []


def _holder(scenes: Sequence[Scene], number: int, home: Territory | None) -> Figure | None:
    """The first person below a title if he or she alone may hold the office that it names.

    Somebody of another state than that of the release does not.
    """
    title = scenes[0]
    people = [mention for mention in title.mentions if mention.type == EntityType.PERSON]
    heads = {role.head.split()[-1] for role in title.mentions[number].roles}
    person = protagonist(scenes[1:]) if len(people) == 1 else None
    below = {
        role.head.split()[-1]
        for scene in scenes[1:]
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if figure is person
        for role in mention.roles
    }
    own = home is None or person is None or person.home in {None, home}
    return person if own and heads & below else None


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
