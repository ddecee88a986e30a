"""Whose part the body of an official is, by the body behind it: "OFFICE, SECTION, BODY"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.ontology import EntityType, Relation

_APPOSED = re.compile(r"\)?, (?:the )?")
_CLOSED = re.compile(r"\s*(?:[;\n)]|,\s|\.(?:\s|$)|$)")
"""What may follow the wider body."""
_FIELD = re.compile(
    r"\b(?:(?:Field|Regional|District|Resident|Branch|Local|Country|Area) "
    r"(?:Office|Division|Bureau)|Resident Agency)$"
)
"""How the office of a body in a town or region is called, which follows the whole."""


def sections(scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield what the parts of bodies in which officials stand are parts of, in text order."""
    for scene in scenes:
        for number, figure in enumerate(scene.figures):
            part = _section(scene, number, figure)
            whole = _behind(scene, number, part) if part is not None else None
            if part is not None and whole is not None:
                mention = scene.mentions[number]
                span = sentence_around(scene, mention.start, mention.end)
                if _FIELD.search(whole.name):
                    part, whole = whole, part
                yield Finding(part, Relation.PART_OF, whole, *span, "part-of/apposed", 0.85)


def _section(scene: Scene, number: int, figure: Figure | None) -> Figure | None:
    """The body at the end of an official's mention, if one stands there."""
    mention = scene.mentions[number]
    role = mention.roles[-1] if mention.roles else None
    if figure is None or role is None or role.body is None:
        return None
    if mention.end not in {role.end, role.body.end}:
        return None
    bodies = [office.body for office in figure.offices if office.role is role]
    body = bodies[-1] if bodies else None
    return body if body is not None and body.type == EntityType.ORGANISATION else None


def _behind(scene: Scene, number: int, part: Figure) -> Figure | None:
    """The body behind a comma after an official's own, an acronym of that passed over."""
    text, end, following = scene.block.text, scene.mentions[number].end, number + 1
    if following < len(scene.mentions) and scene.figures[following] is part:
        end, following = scene.mentions[following].end, following + 1
    if following >= len(scene.mentions):
        return None
    mention, whole = scene.mentions[following], scene.figures[following]
    if whole is None or whole.type != EntityType.ORGANISATION or whole is part:
        return None
    apposed = _APPOSED.fullmatch(text, end, mention.start) and mention.span is not None
    return whole if apposed and _CLOSED.match(text, mention.end) else None
