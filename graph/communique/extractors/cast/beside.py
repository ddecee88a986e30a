"""Descriptions that the name beside them explains: "the exercise X", "X, a yearly drill"."""

import re

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.pointing import DAYS
from communique.extractors.mentions.undertakings.shapes import DUBBED_BEHIND, NAMED_BEHIND
from communique.extractors.reading.script import Scene
from communique.ontology import UNDERTAKINGS, EntityType

_NAME_AFTER = re.compile(
    r",? ?(?:called|code-?named|dubbed|(?:en)?titled|(?:nick)?named|known as)? ?[“\"‘'(]?"
)
_NAME_FAR_AFTER = re.compile(f"{DUBBED_BEHIND}|{NAMED_BEHIND}")
"""What stands between a kind that others are told of and its name."""
_FARTHEST_NAME = 4
"""Mentions from a kind to its name."""
_NAME_BEFORE = re.compile(
    r"(?:[”\"’)]?,|,[”\"’]) (?:an?|the|its|their|one of the|part of an?) (?:[\w’'-]+ ){0,7}"
)
_JOINED = re.compile(r"(?: (?:and|or))? (?:(?!(?:an?|the|its|their) )[a-z][a-z-]* ){0,3}")
"""What stands between two nouns of one description: "search and rescue and spill exercise"."""
_POINTS = re.compile(r"(?i)\b(?:that|this) (?:[\w’'-]+ ){0,2}$")
_EXPLAINS = re.compile(r", an? (?:[\w’'-]+ ){0,5}")
_ADJACENT = re.compile(r"[”\"’]? ")
_IS = re.compile(r"[”\"’)]? (?:is|was|will be) (?:an?|the) (?:[\w’'-]+ ){0,4}")
_NAME_AND_OWNER_BEFORE = re.compile(
    r"[”\"’)]?, (?:an?|the) (?:[\w.’'-]+ ){0,3}[^,;:]{2,60}?[-\u2011](?:[\w’'-]+ ){1,3}"
)
"""What stands between a name and its kind that has an owner: "X, a Y-funded programme"."""
_NAME_AND_POSSESSOR_BEFORE = re.compile(
    r"[”\"’)]?, (?:the )?[^,;:]{2,60}?['’]s? (?:[\w’'-]+ ){0,4}"
)
"""The same for an owner by possessive: "X, Y's training programme"."""
_LIST_GOES_ON = re.compile(r"(?:,? and|,) (?:an?|the|its|their) ")
_OF = re.compile(r" of (?:the )?")
_PARTS = DAYS | {"opening", "closing", "launch", "closing ceremony", "opening ceremony"}
_STAGE = re.compile(
    r"(?i)\b(?:opening|closing|concluding|inaugural|final) (?:plenary )?"
    r"(?:session|plenary|sitting)$"
)
"""A part of an event in two words, by which a text says no more than when it was."""
_LONGEST_STAGE = 40
_ROUND = re.compile(r"(?i)\bround$")
_OF_TALKS = re.compile(r" of (?:(?:the|its|their) )?(?:[\w’'–-]+ ){0,6}")
"""What stands between a round and the talks that it is one of."""


def figure_beside(scene: Scene, number: int) -> Figure | None:
    """The named figure that a description stands beside as its kind, if one does."""
    text, mention = scene.block.text, scene.mentions[number]
    noun = text[mention.start : mention.end]
    after = _named(scene, number + 1)
    if after is not None:
        start = scene.mentions[number + 1].start
        same = after.type == mention.type and not noun.endswith("s")
        if same and _NAME_AFTER.fullmatch(text, mention.end, start):
            return after
        part = noun.lower() in _PARTS or _STAGE.search(text[: mention.end][-_LONGEST_STAGE:])
        held = after.type == EntityType.EVENT or noun.lower() in DAYS
        if part and held and _OF.fullmatch(text, mention.end, start):
            return after
    apart = (
        _named_far_after(scene, number)
        or _named_before_owner(scene, number)
        or _round_of(scene, number)
    )
    if apart is not None:
        return apart
    last = number - 1 - _is_inside(scene, number)
    before = _named(scene, last) if number else None
    if before is None or before.type != mention.type:
        return _pointed_out(scene, number)
    end = scene.mentions[last].end
    if any(form.fullmatch(text, end, mention.start) for form in (_IS, _ADJACENT)):
        return before
    listed = _LIST_GOES_ON.match(text, mention.end)
    return before if _NAME_BEFORE.fullmatch(text, end, mention.start) and not listed else None


def _is_inside(scene: Scene, number: int) -> bool:
    """Whether the mention before a description is its modifier: "a search and rescue exercise"."""
    mention = scene.mentions[number]
    if number < 2:  # noqa: PLR2004
        return False
    before = scene.mentions[number - 1]
    described = before.span is not None and not before.span.named and before.type == mention.type
    between = scene.block.text[before.end : mention.start]
    return described and _JOINED.fullmatch(between) is not None


def _round_of(scene: Scene, number: int) -> Figure | None:
    """The round that is told of talks: "the third round of the Irish-Polish consultations"."""
    mention, text = scene.mentions[number], scene.block.text
    for back in range(number - 1, -1, -1):
        before = scene.mentions[back]
        if before.type != mention.type or before.span is None:
            continue
        if _ROUND.search(text, before.start, before.end) is None:
            return None
        told = _OF_TALKS.fullmatch(text, before.end, mention.start)
        return scene.figures[back] if told else None
    return None


def _named_far_after(scene: Scene, number: int) -> Figure | None:
    """The name of a description behind those it tells of: "an inquiry by X, code-named Y"."""
    text, mention = scene.block.text, scene.mentions[number]
    for ahead in range(number + 1, min(number + _FARTHEST_NAME, len(scene.mentions) - 1) + 1):
        after = _named(scene, ahead)
        if after is not None and after.type == mention.type:
            start = scene.mentions[ahead].start
            return after if _NAME_FAR_AFTER.fullmatch(text, mention.end, start) else None
    return None


def _pointed_out(scene: Scene, number: int) -> Figure | None:
    """The description that another one explains: "that programme, an EU initiative".

    An owner of the other one may stand between.
    """
    mention, text = scene.mentions[number], scene.block.text
    if _LIST_GOES_ON.match(text, mention.end):
        return None
    for back in range(number - 1, max(-1, number - 3), -1):
        before, last = scene.figures[back], scene.mentions[back]
        if before is None or before.named or before.type != mention.type:
            continue
        pointed = _POINTS.search(text[: last.start])
        if pointed and _EXPLAINS.fullmatch(text, last.end, mention.start):
            return before
    return None


def _named_before_owner(scene: Scene, number: int) -> Figure | None:
    """The named figure before an owner of a description: "Project X, an EU-funded initiative"."""
    before = _named(scene, number - 2) if number > 1 else None
    mention = scene.mentions[number]
    if before is None or before.type != mention.type:
        return None
    end = scene.mentions[number - 2].end
    text, start = scene.block.text, mention.start
    if _NAME_AND_OWNER_BEFORE.fullmatch(text, end, start):
        return before
    owned = _NAME_AND_POSSESSOR_BEFORE.fullmatch(text, end, start)
    return before if owned and not _LIST_GOES_ON.match(text, mention.end) else None


def _named(scene: Scene, number: int) -> Figure | None:
    """The figure of a mention if it is an operation or event with a name."""
    figure = scene.figures[number] if number < len(scene.figures) else None
    return figure if figure and figure.named and figure.type in UNDERTAKINGS else None
