"""Who is appointed by lists ("announced the following appointments: …"), and to what office."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

_BULLETS = re.compile(r"[\s•*–—\-\d.()]*")
_ITEM = re.compile(r"\W*(?:\d{1,2}[.)]|[•*–—-]|[a-z]\))\s")
"""A line of a list, though nobody is found in it."""
_LABEL = re.compile(r"[\W\d]*(?P<role>[A-Z][^:.\n]{4,80}): ")
_OFFICE = re.compile(
    r"(?:[–—-]|,? to be|,? nominee for|,? for|,? as|:)\s+(?:the )?(?P<role>[A-Z][^;]*?)"
    r"(?:,? (?:vice|in succession|replacing|for a term|for the term|whose|effective|with effect)\b"
    r"|[;.]|\Z)",
    re.IGNORECASE,
)
_LONGEST_ROLE = 120
_AS = r"(?:as|to be(?:come)?|to serve as|to act as|to the (?:post|position|office|role) of)"
_ROLE = (
    r"[ ](?:(?:[A-Z][\w.]*[ ]){{0,2}}[A-Z]\w*['\u2019]s[ ])?"
    r"(?:(?:the|an?|its|his|her|their|our|new|next|first)[ ])*(?P<role>{first}[^,;:.()\n]*?)"
    r"(?=[ ](?:on|by|effective|until|from|since|following|after|replacing|succeeding|who|whose|"
    r"during|today|yesterday|last|this|that|is|was|has|for[ ](?:a|the|an)[ ](?:term|period)|"
    r"for[ ]\w+[ ](?:years|months)|and[ ](?:will|takes|succeeds|replaces|assumes|begins|departs)|"
    r"with[ ]effect|in[ ](?:succession|place|\d)|to[ ](?:succeed|replace)|at[ ]the)\b|[ ]\d|"
    r"[,;:.()\n]|\s*\Z)"
)
_OF_ELSEWHEN = r"(?:who|which|known|formerly|previously|after|having|had|has)"
_NAMED_AS = re.compile(
    rf"(?:(?![ ]{_OF_ELSEWHEN}\b)[^;.\n])*?[ ]{_AS}{_ROLE.format(first='[A-Za-z]')}"
)
_TITLED = re.compile(rf"(?:[ ]{_AS})?{_ROLE.format(first='[A-Z]')}")
_CHOSEN = re.compile(
    r"\b(?:re-?)?(?:appointed|elected|nominated|named|designated|selected|chosen|promoted)\b"
)
_JOINED = re.compile(r",? and\Z|,\Z")
_APPOINTERS = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY)
"""Who appoints: the first of the first type that the announcement names."""


def appointments(scenes: Sequence[Scene], announcing: re.Pattern[str]) -> Iterator[Finding]:
    """Yield whom the subject of an announcement appoints in the lines below it.

    Args:
        scenes: The scenes, in order.
        announcing: What the last sentence before such a list says, which ends with a colon.
    """
    appointer: Figure | None = None
    lead = (0, 0)
    for scene in scenes:
        person = _first(scene)
        if appointer is not None and person is not None and person is not appointer:
            for start, end in ((scene.block.start, scene.block.end), lead):
                yield Finding(
                    appointer, Relation.APPOINTS, person, start, end, "appoints/list", 0.85,
                    role=_role(scene),
                )  # fmt: skip
        elif scene.block.text.rstrip().endswith(":") and announcing.search(scene.block.text):
            appointer, lead = _appointer(scene), _last_sentence(scene)
        elif not _ITEM.match(scene.block.text):
            appointer = None


def with_posts(scenes: Sequence[Scene], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, appointments with the office that their sentence names.

    It stands behind the name ("appointed X as Y", "named X Y"), else behind the verb before whose
    subject the name is ("X was elected Y").
    """
    starts = [scene.block.start for scene in scenes]
    for finding in findings:
        if finding.relation != Relation.APPOINTS or finding.role is not None:
            yield finding
            continue
        scene = scenes[max(0, bisect_right(starts, finding.start) - 1)]
        yield replace(finding, role=_post(scene, finding))


def _post(scene: Scene, finding: Finding) -> str | None:
    start, end = finding.start - scene.block.start, finding.end - scene.block.start
    text = scene.block.text
    pairs = zip(scene.mentions, scene.figures, strict=True)
    people = [
        (mention, figure)
        for mention, figure in pairs
        if mention.type == EntityType.PERSON and start <= mention.start < end
    ]
    for mention in (mention for mention, figure in people if figure is finding.object):
        named = (other.start for other, _ in people if other.span is not None)
        next_name = next((place for place in named if place >= mention.end), end)
        rest = _JOINED.sub("", text[mention.end : next_name].rstrip())
        chosen = _CHOSEN.search(text, mention.end, end)
        passive = _TITLED.match(text, chosen.end(), end) if chosen else None
        found = _TITLED.match(rest) or _NAMED_AS.match(rest) or passive
        if found is not None and len(found["role"]) <= _LONGEST_ROLE:
            return found["role"]
    return None


def _first(scene: Scene) -> Figure | None:
    """The person whose name a line begins with, or has right behind an office with a colon."""
    label = _LABEL.match(scene.block.text)
    done = label.end() if label else 0
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if mention.span is None or mention.start < done:
            continue
        begins = _BULLETS.fullmatch(scene.block.text, done, mention.start) is not None
        return figure if begins and figure and figure.type == EntityType.PERSON else None
    return None


def _role(scene: Scene) -> str | None:
    """The office that a line gives: before a colon, or after the name."""
    text = scene.block.text
    people = [m.span for m in scene.mentions if m.type == EntityType.PERSON and m.span]
    label = _LABEL.match(text)
    if label is not None and people and people[0].start >= label.end():
        return label["role"]
    office = _OFFICE.search(text, people[0].end if people else 0)
    short = office is not None and len(office["role"]) <= _LONGEST_ROLE
    return office["role"].strip(" ,.") if office and short else None


def _last_sentence(scene: Scene) -> tuple[int, int]:
    """Where the last sentence of a block stands in the repaired text."""
    begin = scene.block.text.rstrip().rfind(". ") + 1
    blank = len(scene.block.text[begin:]) - len(scene.block.text[begin:].lstrip())
    return scene.block.start + begin + blank, scene.block.end


def _appointer(scene: Scene) -> Figure | None:
    for kind in _APPOINTERS:
        for figure in scene.figures:
            if figure is not None and figure.type == kind:
                return figure
    return None
