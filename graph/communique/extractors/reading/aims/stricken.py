"""The state that help is for which does not say to whom it goes: where a disaster has struck."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_DISASTER = (
    r"(?:floods?|flooding|inundations?|earthquakes?|quakes?|cyclones?|hurricanes?|typhoons?|"
    r"tsunamis?|eruptions?|droughts?|famine|landslides?|mudslides?|wildfires?|bushfires?|"
    r"(?:forest|bush) fires?|explosions?|storms?|tornado(?:es)?|disasters?|cholera)"
)
_HELP = (
    r"(?:aid|assistance|help|relief|support|supplies|donations?|package|equipment|weapons|"
    r"rescuers|rescue teams?)"
)
_STRUCK = re.compile(
    rf"(?i)\b{_DISASTER}\b[^.;:]{{0,50}}? (?:in|across|throughout|of|hits?|struck|strikes?|"
    r"devastated|devastating|ravaged|battered|affected|affecting|swept)"
    r"(?: (?:parts|the people|the (?:\w+ )?coast) of)?(?: (?:the|north\w*|south\w*|east\w*|"
    r"west\w*|central))*\s+$"
    r"|\b(?:flood|earthquake|quake|cyclone|hurricane|typhoon|storm|drought|disaster|tsunami)"
    r"[- ](?:hit|stricken|struck|affected|ravaged|devastated)\s+$"
    rf"|\brecovery (?:in|of)\s+$|\b(?:humanitarian|emergency|relief|disaster) {_HELP}(?: \w+)? "
    r"(?:to|for|in)(?: (?:the|people|victims|government|of))*\s+$"
)
"""What stands before the state that a disaster has struck."""
_REQUEST = rf"(?:request|appeal)(?: for (?:[\w-]+ ){{0,3}}{_HELP})?"
_ASKED = re.compile(rf"(?i)\b{_REQUEST} (?:by|from|of)(?: (?:the|government|authorities|of))*\s+$")
"""What stands before the state that has asked for help."""
_ASKS = re.compile(
    rf"(?i)[’']s {_REQUEST}\b"
    rf"|,? (?:had |has |have )?(?:requested|asked for|appealed for|activated) [^.;:]{{0,60}}"
    rf"(?:{_HELP}|Mechanism)\b"
)
"""What stands behind it."""
_OWN = re.compile(
    rf"(?i)(?:[’']s)? (?:[\w-]+ )?{_DISASTER}\b|[’']s? recovery\b"
    rf"|,? receives? (?:[\w-]+ ){{0,2}}{_HELP}\b"
)
"""What stands behind it: "Peru's floods"."""
_AIDED = re.compile(
    rf"(?i)\b{_HELP}(?: (?:package|shipment|convoy|flights?|team))? (?:to|for)"
    r"(?: (?:the|people|government|republic|kingdom|state|of))*\s+$"
)
"""What stands in a title before the state that help is for."""
_TOLD = re.compile(rf"(?i)\b{_DISASTER}\b")
_CALLED = re.compile(rf"\b(?:{_DISASTER}|Civil Protection Mechanism|fires?|blazes?)\b")
"""What tells that a request is one for relief; a disaster in capitals is in a body's name."""
_RECEIVED = re.compile(
    rf"(?i)\b(?:receiv\w+|landed|arriv\w+|acknowledg\w+|thank\w*|gratitude)\b[^.;]{{0,120}}\b{_HELP}\b"
    rf"|\b{_HELP}\b[^.;]{{0,80}}\b(?:receiv\w+|landed|arriv\w+)\b"
)
"""What the state says that is helped."""
_OPENING = 5
"""Blocks that a release opens with."""
_REACH = 110
_BEHIND = 50


def stricken(cast: Cast, scenes: Sequence[Scene]) -> Figure | None:
    """The one state that a release says has been struck by a disaster, or is helped.

    The title tells it first, then the opening; then it is the issuer's own, if that says at once
    that there was a disaster and that help has come.
    """
    opening = [s for s in scenes[:_OPENING] if s.block.kind != BlockKind.HEADING]
    for scene in opening:
        told = f"{opening[0].block.text}\n{scene.block.text}"
        found = set(_states(scene)) or (set(_asking(scene)) if _CALLED.search(told) else set())
        if found:
            return found.pop() if len(found) == 1 else None
    text = "\n".join(scene.block.text for scene in opening)
    own = _TOLD.search(text) is not None and _RECEIVED.search(text) is not None
    return cast.state if own else None


def _states(scene: Scene) -> Iterator[Figure]:
    """Yield the states that a block says are struck or helped."""
    text, title = scene.block.text, scene.block.kind == BlockKind.TITLE
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if figure is None or figure.type != EntityType.COUNTRY:
            continue
        before = text[max(0, mention.start - _REACH) : mention.start]
        after = text[mention.end : mention.end + _BEHIND]
        aided = title and _AIDED.search(before) is not None
        if aided or _STRUCK.search(before) or _OWN.match(after):
            yield figure


def _asking(scene: Scene) -> Iterator[Figure]:
    """Yield the states that a block says have asked for help."""
    text = scene.block.text
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if figure is not None and figure.type == EntityType.COUNTRY:
            before = text[max(0, mention.start - _REACH) : mention.start]
            if _ASKED.search(before) or _ASKS.match(text, mention.end):
                yield figure
