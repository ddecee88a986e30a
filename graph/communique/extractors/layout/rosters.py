"""Rosters: sentences that list who was there, and who took part from where."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Sentence

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.syntax.stance import stance
from communique.extractors.reading.timing import Calendar
from communique.ontology import EntityType, Relation, Status

_ATTENDANCE = re.compile(
    r"(?:\bparticipants?\b[^.;]{0,60}?\b(?:includ\w+|were|was|are)\b"
    r"|\b(?:also )?present (?:at|during|on)\b[^.;]{0,80}?\b(?:were|was|are)\b"
    r"|\b(?:also )?in attendance\b[^.;]{0,40}?\b(?:were|was|are)\b"
    r"|\b(?:was|were|is|are) (?:also )?(?:attended|joined) (?:\w+ ){0,3}?by\b"
    r"|\b(?:also )?(?:taking|took) part (?:were|was|are)\b|\battended by\b|\bwith the participation of\b|\bbrought together\b|\bgathered\b)",
    re.IGNORECASE,
)
_COMPANIONS = re.compile(
    r"\b(?:accompanied by|accompanying [^.;]{0,60}?\b(?:is|are|were|was)|joined (?:\w+ ){0,4}?by"
    r"|with (?:him|her|them) (?:in|on|at)\b[^.;]{0,60}?\b(?:is|are|was|were)|delegation (?:is|was|will be)? ?(?:comprised of|includes?|included|comprises|also includes))\b",
    re.IGNORECASE,
)
_COUNTRIES = re.compile(
    r"\b(?:countr(?:y|ies)|states|authorities|officers|investigators|police|law enforcement|"
    r"prosecutors|agencies|personnel|teams|troops|experts|participants|trainees)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:arrest\w*|search\w*|raid\w*|seiz\w+|dismantl\w+|detain\w*|takedown|house searches|"
    r"simultaneous\w*|action days?|carried out|joint investigation team|took part|participat\w+)\b",
    re.IGNORECASE,
)
_NOT_PART = re.compile(
    r"\b(?:nationals?|citizens?|suspects?|victims?|smuggl\w+|traffick\w+|originat\w+|destined|"
    r"imported|exported|route|market|sold|bought|produced|neither|nor)\b",
    re.IGNORECASE,
)
_TAKING_PART = re.compile(r"\b(?:took|taking|take) part\b|\bparticipa\w+", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?:members|parties|partners)(?: to (?:it|the \w+)| of (?:it|the \w+))? (?:are|were|include)\b",
    re.IGNORECASE,
)
_CO_LEADERS = re.compile(r"\bwith ([^.;]{3,120}?) as (?:its )?co-?lead(?:er)?s?\b")
_PAYING = re.compile(r"\b(?:cost|fund|donat|financ|pay|paid|grant|contribut|thank|prais|pledge)\w*", re.IGNORECASE)
_LIST = 3
"""States in one sentence from which on they are a list of those that take part."""


def rosters(
    scene: Scene, sentence: Sentence, cast: Cast, occasion: Occasion, calendar: Calendar
) -> Iterator[Finding]:
    """Yield participants, companions and involved states that a sentence lists."""
    start, end = scene.span(sentence)
    text = scene.block.text[start - scene.block.start : end - scene.block.start]
    status = stance(sentence.root)
    if status is None or "“" in text:
        return
    yield from _attendance(scene, text, (start, end), occasion, calendar, status)
    yield from _companions(scene, text, (start, end), occasion, calendar, status)
    yield from _states(scene, text, (start, end), cast)
    yield from _members(scene, text, (start, end), cast, status)


def _members(
    scene: Scene, text: str, span: tuple[int, int], cast: Cast, status: Status
) -> Iterator[Finding]:
    """Yield members of a joint undertaking and its co-leaders."""
    topic = next((f for f in _inside(scene, *span) if f.type == EntityType.OPERATION), cast.topic())
    if topic is None:
        return
    if match := _MEMBERS.search(text):
        for figure in dict.fromkeys(_inside(scene, span[0] + match.end(), span[1])):
            if figure.type in {EntityType.ORGANISATION, EntityType.COUNTRY}:
                yield Finding(
                    figure, Relation.PARTICIPATES_IN, topic, *span, "roster/members", 0.75,
                    status=status,
                )  # fmt: skip
    if match := _CO_LEADERS.search(text):
        for figure in _inside(scene, span[0] + match.start(1), span[0] + match.end(1)):
            if figure.type in {EntityType.ORGANISATION, EntityType.COUNTRY}:
                yield Finding(figure, Relation.LEADS, topic, *span, "leads/co-leader", 0.8)


def _inside(scene: Scene, start: int, end: int) -> Iterator[Figure]:
    """The figures mentioned in a span of the repaired text, bodies that somebody stands for included."""
    for mention, figure, body in zip(scene.mentions, scene.figures, scene.bodies, strict=True):
        if start <= scene.block.start + mention.start < end:
            party = figure or body
            if party is not None:
                yield party


def _attendance(
    scene: Scene, text: str, span: tuple[int, int], occasion: Occasion, calendar: Calendar,
    status: Status,
) -> Iterator[Finding]:  # fmt: skip
    match = _ATTENDANCE.search(text)
    if match is None:
        return
    middle = span[0] + match.end()
    event = next((f for f in _inside(scene, span[0], middle) if f.type == EntityType.EVENT), None)
    event = event or _latest_event(scene, span[0]) or occasion.event
    if event is None:
        return
    date = calendar.at(scene, *span, middle)
    for figure in dict.fromkeys(_inside(scene, middle, span[1])):
        if figure.type in {EntityType.PERSON, EntityType.ORGANISATION}:
            yield Finding(
                figure, Relation.PARTICIPATES_IN, event, *span, "roster/attendance", 0.8,
                date=date, status=status,
            )  # fmt: skip


def _latest_event(scene: Scene, before: int) -> Figure | None:
    events = [
        figure
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if figure and figure.type == EntityType.EVENT and scene.block.start + mention.start < before
    ]
    return events[-1] if events else None


def _companions(
    scene: Scene, text: str, span: tuple[int, int], occasion: Occasion, calendar: Calendar,
    status: Status,
) -> Iterator[Finding]:  # fmt: skip
    match = _COMPANIONS.search(text)
    place = occasion.destination(scene)
    if match is None or place is None:
        return
    middle = span[0] + match.end()
    for figure in dict.fromkeys(_inside(scene, middle, span[1])):
        if figure.type == EntityType.PERSON:
            for destination in place:
                yield Finding(
                    figure, Relation.VISITS, destination, *span, "roster/companions", 0.75,
                    date=calendar.at(scene, *span, middle), status=status,
                )  # fmt: skip


def _states(scene: Scene, text: str, span: tuple[int, int], cast: Cast) -> Iterator[Finding]:
    """Yield INVOLVES for states listed as taking part in the operation of the release."""
    inside = list(dict.fromkeys(_inside(scene, *span)))
    named = [f for f in inside if f.type == EntityType.OPERATION]
    topic = named[0] if named else cast.topic()
    if _PAYING.search(text) or (not named and any(f.type == EntityType.EVENT for f in inside)):
        return
    states = [f for f in dict.fromkeys(_inside(scene, *span)) if f.type == EntityType.COUNTRY]
    if topic is None or not states or _NOT_PART.search(text):
        return
    listed = len(states) >= _LIST and _COUNTRIES.search(text)
    acted = _ACTION.search(text) and (_COUNTRIES.search(text) or topic in inside)
    if not listed and not acted:
        return
    taking = _TAKING_PART.search(text)
    for state in states:
        if taking:
            yield Finding(
                state, Relation.PARTICIPATES_IN, topic, *span, "roster/taking-part", 0.75,
                status=Status.HELD,
            )  # fmt: skip
        yield Finding(
            topic, Relation.INVOLVES, state, *span, "roster/states", 0.75 if listed else 0.65
        )
