"""Statements that hold by how somebody or something is called: offices, and bodies within bodies."""

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.extractors.layout.blocks import BlockKind
from communique.extractors.cast import Cast, Figure, Office
from communique.extractors.cast.casting import label_of
from communique.extractors.cast.cast import is_state_office
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.mentions import Mention
from communique.ontology import EntityType, Relation


def offices(cast: Cast, scenes: list[Scene]) -> Iterator[Finding]:
    """Yield who represents what, by the offices written beside names."""
    for scene in scenes:
        for number, mention in enumerate(scene.mentions):
            figure = scene.figures[number]
            if figure is None or mention.type != EntityType.PERSON or not mention.roles:
                continue
            start, end = sentence_around(scene, mention.start, mention.end)
            for office in figure.offices:
                if office.block == scene.number and office.role in mention.roles:
                    yield from _office(cast, scene, figure, office, (start, end))


def _office(
    cast: Cast, scene: Scene, figure: Figure, office: Office, span: tuple[int, int]
) -> Iterator[Finding]:
    role, body = office.role, office.body
    label = label_of(cast, scene)
    rule = "represents/office"
    if body is not None and body is not figure:
        if body.type == EntityType.OPERATION and role.commands:
            yield Finding(
                figure, Relation.LEADS, body, *span, "leads/commander", 0.9, role=role.title
            )
        elif body.type in {EntityType.COUNTRY, EntityType.ORGANISATION}:
            confidence = 0.95 if role.body is not None else 0.75
            yield Finding(
                figure, Relation.REPRESENTS, body, *span, rule, confidence, role=role.title
            )
    if label is not None and label is not body:
        title = scene.block.text[role.start : role.end]
        yield Finding(
            figure, Relation.REPRESENTS, label, *span, "represents/labelled", 0.95, role=title
        )
    elif (
        body is not None
        and body.type == EntityType.ORGANISATION
        and role.body is not None
        and role.body.kind is None
    ):
        owner = _owner(cast, scene, role.start)
        if owner is not None and owner is not body:
            yield Finding(
                figure, Relation.REPRESENTS, owner, *span, "represents/owner", 0.8, role=role.title
            )


def _owner(cast: Cast, scene: Scene, offset: int) -> Figure | None:
    """Nobody: the state of a body is stated only by a label or by the office itself."""
    return None


def sentence_around(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The parsed sentence around a span of a block, in the repaired text; the block if unparsed."""
    for sentence in scene.sentences():
        first, last = scene.span(sentence)
        if first <= scene.block.start + start < last:
            return first, max(last, scene.block.start + end)
    return scene.block.start, scene.block.end


def bracketed_places(cast: Cast, scenes: list[Scene]) -> Iterator[Finding]:
    """Yield what lies where by "COUNTRY (TOWN, TOWN and TOWN)" and "TOWN, COUNTRY"."""
    for scene in scenes:
        state: tuple[int, Figure] | None = None
        for number, mention in enumerate(scene.mentions):
            figure = scene.figures[number]
            if figure is None or mention.span is None:
                continue
            if figure.type == EntityType.COUNTRY:
                before = scene.mentions[number - 1] if number else None
                place = scene.figures[number - 1] if number else None
                gap = scene.block.text[before.end : mention.start] if before else ""
                if place and place.type == EntityType.PLACE and gap == ", ":
                    span = sentence_around(scene, mention.start, mention.end)
                    yield Finding(
                        place, Relation.LOCATED_IN, figure, *span, "located/town-country", 0.9
                    )
                opened = scene.block.text[mention.end :].lstrip().startswith("(")
                state = (mention.end, figure) if opened else None
            elif state and figure.type == EntityType.PLACE:
                gap = scene.block.text[state[0] : mention.start]
                if "(" in gap and ")" not in gap:
                    span = sentence_around(scene, mention.start, mention.end)
                    yield Finding(
                        figure, Relation.LOCATED_IN, state[1], *span, "located/bracketed", 0.95
                    )


_LED = re.compile(r"-led\s+(?:[\w-]+\s+){0,3}$")
_OWNS = re.compile(r"[’']s?\s+$")
_HELD = frozenset({EntityType.ORGANISATION, EntityType.OPERATION, EntityType.EVENT})


def adjacent(cast: Cast, scenes: list[Scene]) -> Iterator[Finding]:
    """Yield what stands side by side: "BODY's MISSION" is part of it, "STATE-led FORCE" is led by it."""
    for scene in scenes:
        for (left, one), (right, other) in pairwise(zip(scene.mentions, scene.figures, strict=True)):
            if one is None or other is None or one is other or left.span is None:
                continue
            gap = scene.block.text[left.end : right.start]
            span = sentence_around(scene, right.start, right.end)
            if _LED.match(gap) and other.type == EntityType.OPERATION:
                leader = cast.state_of(one) if one.type == EntityType.COUNTRY else one
                if leader is not None:
                    yield Finding(leader, Relation.LEADS, other, *span, "leads/x-led", 0.85)
            if gap in {" in ", " in the ", " at the ", " at ", ", "} and right.span is not None:
                yield from _lies(left, one, other, gap, span)
            owner = one.type == EntityType.ORGANISATION and _OWNS.fullmatch(gap)
            if owner and other.named and other.type in _HELD:
                yield Finding(other, Relation.PART_OF, one, *span, "part-of/possessive", 0.85)


def _lies(
    left: Mention, one: Figure, other: Figure, gap: str, span: tuple[int, int]
) -> Iterator[Finding]:
    """Yield where an event is held or a site lies, by "EVENT in TOWN" and "SITE in TOWN"."""
    place = other.type == EntityType.PLACE
    if one.type == EntityType.EVENT and place and gap != ", ":
        yield Finding(one, Relation.HELD_IN, other, *span, "held-in/beside", 0.8)
    elif one.type == EntityType.OPERATION and place and gap.startswith(" in"):
        yield Finding(one, Relation.HELD_IN, other, *span, "held-in/beside", 0.75)
    elif one.type == EntityType.OPERATION and other.type == EntityType.COUNTRY and gap.startswith(" in"):
        yield Finding(one, Relation.INVOLVES, other, *span, "involves/beside", 0.75)
    elif one.type == EntityType.PLACE and place and gap in {" in ", ", "} and " " in one.name:
        yield Finding(one, Relation.LOCATED_IN, other, *span, "located/beside", 0.75)
    elif one.type == EntityType.ORGANISATION and place and gap == " in ":
        yield Finding(one, Relation.LOCATED_IN, other, *span, "located/beside", 0.7)


def is_list_item(scene: Scene) -> bool:
    """Whether a scene is an item of a list."""
    return scene.block.kind == BlockKind.BULLET


__all__ = ["bracketed_places", "is_list_item", "is_state_office", "offices", "sentence_around"]
