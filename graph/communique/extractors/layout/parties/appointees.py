"""Who is appointed by a list ("announced the following appointments:"), and to what office."""

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

BULLETS = re.compile(r"[\s•*–—\-\d.()]*")
_ITEM = re.compile(r"\W*(?:\d{1,2}[.)]|[•*–—-]|[a-z]\))\s")
"""A line of a list, though nobody is found in it."""
_LABEL = re.compile(r"[\W\d]*(?P<role>[A-Z][^:.\n]{2,80}): ")
_OFFICE = re.compile(
    r"(?:[–—-]|,? to be|,? nominee for|,? for|,? as|:)\s+(?:the )?(?P<role>[A-Z][^;]*?)"
    r"(?:,? (?:vice|in succession|replacing|for a term|for the term|whose|effective|with effect)\b"
    r"|[;.]|\Z)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?i)(?:from|until|till|as of|effective|with|since|by|on)\b")
"""How what stands behind a dash begins that is no office."""
_LINE = re.compile(r"[^\n]+")
LONGEST_ROLE = 120
_LEAVES = re.compile(
    r"(?i)\b(?:relieved|dismissed|removed|recalled|released from|retir\w+|resign\w*|steps? down|"
    r"leaves|leaving|awarded|decorated)\b"
)
"""What a line says of somebody who is not appointed."""
_TAKES = re.compile(
    r"(?i)\b(?:appointed|named|nominated|designated|promoted|becomes|to be)\b| – |: "
)
"""What a line below a decree says of somebody who is."""
APPOINTERS = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY)
"""Who appoints: the first of the first type that the announcement names."""


def appointees(
    scenes: Sequence[Scene], triggers: Mapping[str, re.Pattern[str]]
) -> Iterator[Finding]:
    """Yield whom the subject of an announcement appoints in the lines below it.

    Args:
        scenes: The scenes, in order.
        triggers: What the last sentence before such a list says, which ends with a colon, and what
            the title says of a list of decisions.
    """
    appointer: Figure | None = None
    lead, decreed = (0, 0), False
    for scene in scenes:
        people, text = list(_people(scene)), scene.block.text
        if appointer is not None and people and people[0][0] is not appointer:
            for person, begin, stop in people:
                line = text[begin:stop]
                if _LEAVES.search(line) or (decreed and not _TAKES.search(line)):
                    continue
                for start, end in ((scene.block.start + begin, scene.block.start + stop), lead):
                    yield Finding(
                        appointer, Relation.APPOINTS, person, start, end, "appoints/list", 0.85,
                        role=_role(scene, begin, stop),
                    )  # fmt: skip
        elif _announces(scene, scenes[0], triggers):
            appointer, lead = _appointer(scene) or _appointer(scenes[0]), _last_sentence(scene)
            decreed = triggers["decreed"].search(text) is not None
        elif not _ITEM.match(text):
            appointer = None


def _announces(scene: Scene, title: Scene, triggers: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether a line leads a list of appointments, by its words or by those of the title."""
    text = scene.block.text
    headed = scene.block.kind == BlockKind.HEADING and not scene.mentions
    if not headed and not text.rstrip().endswith(":"):
        return False
    if triggers["announcing"].search(text) or triggers["decreed"].search(text):
        return True
    told = triggers["title-of-appointments"].search(title.block.text)
    return told is not None and triggers["decisions"].search(text) is not None


def _people(scene: Scene) -> Iterator[tuple[Figure, int, int]]:
    """Yield the people with whose names the lines of a block begin, and where the lines are."""
    for line in _LINE.finditer(scene.block.text):
        person = _first(scene, *line.span())
        if person is not None:
            yield person, *line.span()


def _first(scene: Scene, start: int, end: int) -> Figure | None:
    """The person whose name a line begins with, or has right behind an office with a colon."""
    label = _LABEL.match(scene.block.text, start, end)
    done = label.end() if label else start
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if mention.span is None or not done <= mention.span.start < end:
            continue
        begin = max(mention.start, done)
        begins = BULLETS.fullmatch(scene.block.text, done, begin) is not None
        return figure if begins and figure and figure.type == EntityType.PERSON else None
    return None


def _role(scene: Scene, start: int, end: int) -> str | None:
    """The office that a line gives: before a colon, after the name, or before it."""
    text = scene.block.text
    people = [m for m in scene.mentions if m.type == EntityType.PERSON and m.span]
    named = next(((m, m.span) for m in people if m.span and start <= m.span.start < end), None)
    label = _LABEL.match(text, start, end)
    if label is not None and named and named[1].start >= label.end():
        towns = (m for m in scene.mentions if m.type == EntityType.PLACE)
        posted = any(m.start == label.start("role") and m.end == label.end("role") for m in towns)
        return None if posted else label["role"]
    office = _OFFICE.search(text, named[1].end if named else start, end)
    if office is not None and not _WHEN.match(office["role"]):
        return office["role"].strip(" ,.") if len(office["role"]) <= LONGEST_ROLE else None
    ahead = (
        r.title for r in (named[0].roles if named else ()) if named and r.end <= named[1].start
    )
    return next(ahead, None)


def _last_sentence(scene: Scene) -> tuple[int, int]:
    """Where the last sentence of a block stands in the repaired text."""
    begin = scene.block.text.rstrip().rfind(". ") + 1
    blank = len(scene.block.text[begin:]) - len(scene.block.text[begin:].lstrip())
    return scene.block.start + begin + blank, scene.block.end


def _appointer(scene: Scene) -> Figure | None:
    """The first of the first type that a block names."""
    for kind in APPOINTERS:
        for figure in scene.figures:
            if figure is not None and figure.type == kind:
                return figure
    return None
