"""Who represents or commands what, by the offices written beside names."""

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.cast import Cast, Figure, Office
from communique.extractors.cast.figure import Basis
from communique.extractors.cast.kinds import may_be
from communique.extractors.cast.offices import line_label
from communique.extractors.cast.offices.around.demonstratives import without_pointing
from communique.extractors.cast.offices.holders import title_in_full
from communique.extractors.mentions import Mention
from communique.extractors.mentions.people.leading.of_states import JOINTS
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.extractors.standing.within.commands import own_leader
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType, Relation

_LISTED = frozenset({", ", " (", ": ", " – ", ", respectively ", ", respectively, "})
_JOINTS = JOINTS | {"; ", "; and "}
"""What stands between the states or people of one list."""
_PEERS = re.compile(
    r" (?:[\w-]+ ){0,3}(?:counterparts?|homologues?|opposite numbers?|colleagues?|ministers"
    r"|presidents|premiers|leaders|chiefs|peers|ambassadors|directors|secretaries|envoys|speakers"
    r"|representatives|commanders|commissioners|prosecutors|delegates)[,:]? (?:the )?"
)
"""What stands between the demonyms of several states and the names of their officials."""
_VERB = 20
"""Characters before an officer that may hold the verb."""
_SERVICE = 40
"""Characters before a rank that may tell of another service."""
_REACH = 300
"""Characters before a state that are looked at."""
_SECOND = re.compile(r"(?i)(?:deputy|vice|assistant|former|second|ex)\b")
"""How the office of those begins who are not in command."""
_COMMANDING = re.compile(
    r"(?i)(?:acting )?(?:head of (?:the )?(?=mission)|(?=(?:force|mission|exercise|operation) ))"
    r"(?P<kind>force|mission|exercise|operation)(?: (?:commander|leader|chief|director|head))?"
)
"""Offices of those who command the operation that a release is about."""
_HELD = (
    "minister|president|prosecutor|ambassador|premier|chief|commander|director|commissioner|chair|"
    "envoy|representative|governor|mayor|speaker|counsellor|coordinator"
)
_PLURAL = re.compile(
    rf"\A(?P<before>(?:(?!(?:of|for|to|at|in)\b)[\w'\u2019-]+ )*(?:{_HELD}|head|leader))s\b",
    re.IGNORECASE,
)
"""The office of several, as the sentence words it that names them all."""
_SHARED = re.compile(
    r"\b(?P<office>(?:(?:prime|deputy|vice|foreign|defen[cs]e|interior|home|justice|finance|economy|"
    r"trade|energy|health|agriculture|transport|culture|environment|education|police|attorney|"
    rf"permanent|state)[ ]){{0,2}}(?:{_HELD}|head|attorney|secretar(?=ie)))(?:s|ies)"
    r"(?P<general>[ -]general\b)?(?P<field> (?:of|for) (?:the )?(?-i:[A-Z])[\w-]{1,20}"
    r"(?:,? (?:and )?(?-i:[A-Z])[\w-]{1,20}){0,4})? (?:of|from)\b",
    re.IGNORECASE,
)
"""The office before the states and names of those who hold it."""
_ACRONYM = re.compile(r"\b(?P<word>[A-Z]{3,6}) $")
"""A word before a rank that may be the acronym of the body it is held in."""
_REPRESENTED = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


def offices(
    cast: Cast, scenes: Sequence[Scene], triggers: Mapping[str, re.Pattern[str]]
) -> Iterator[Finding]:
    """Yield what each named official represents, leads, or stands for in a labelled list.

    Args:
        cast: The cast.
        scenes: The scenes, in order.
        triggers: The patterns of this package, by name.
    """
    plural = triggers["plural-office"]
    for scene in scenes:
        pairs = zip(scene.mentions, scene.figures, strict=True)
        for number, (mention, figure) in enumerate(pairs):
            if figure is None or mention.type != EntityType.PERSON:
                continue
            span = sentence_around(scene, mention.start, mention.end)
            held = _held(cast, scene, number, triggers)
            for office in held:
                yield from _office(figure, office, span)
                yield from _owners(cast, office, span)
                yield from _in_command(cast, figure, office, span)
                yield from own_leader(scene, number, office, span)
            yield from _own_rank(cast, scene, number, triggers, span)
            label = line_label(cast, scene, number) if mention.span is not None else None
            if label is not None:
                yield from _labelled(scene, figure, held, label, span)
            elif not any(office.body for office in held):
                state = _listed_state(scene, number, plural)
                if state is not None:
                    shared = list(_SHARED.finditer(scene.block.text[: mention.start]))
                    yield Finding(
                        figure, Relation.REPRESENTS, state, *span, "represents/plural-office", 0.9,
                        role=_singular(shared[-1]) if shared and not held else None,
                    )  # fmt: skip


def _singular(shared: re.Match[str]) -> str:
    """The office of one of those who are named together: "Minister for Foreign Affairs"."""
    office = shared["office"]
    stem = f"{office}y" if office.lower().endswith("secretar") else office
    return stem + (shared["general"] or "") + (shared["field"] or "")


def _own_rank(
    cast: Cast,
    scene: Scene,
    number: int,
    triggers: Mapping[str, re.Pattern[str]],
    span: tuple[int, int],
) -> Iterator[Finding]:
    """Yield the police force that issues a release as that of an officer who speaks in it.

    No other body may be named in the same passage, nor another service beside the rank.
    """
    issuer, text = cast.issuer, scene.block.text
    mention, figure = scene.mentions[number], scene.figures[number]
    rank = mention.honorific.rstrip(".")
    if issuer is None or figure is None or figure.offices:
        return
    if not triggers["police-rank"].search(rank) or not triggers["police"].search(issuer.name):
        return
    said = triggers["said"].search(text, max(0, mention.start - _VERB), mention.start)
    speaks = said or triggers["speaks"].match(text, mention.end)
    others = (
        other is not None and other is not issuer and other.type == EntityType.ORGANISATION
        for other in scene.figures
    )  # fmt: skip
    if speaks and not any(others) and not _serves_elsewhere(issuer, text, mention, triggers):
        yield Finding(
            figure, Relation.REPRESENTS, issuer, *span, "represents/own-rank", 0.85, role=rank
        )


def _held(
    cast: Cast, scene: Scene, number: int, triggers: Mapping[str, re.Pattern[str]]
) -> list[Office]:
    """The offices that a mention tells of somebody.

    An officer whom a release of the police calls by another service ("Fire Commander") is not of
    the issuer.
    """
    issuer, mention, figure = cast.issuer, scene.mentions[number], scene.figures[number]
    held = figure.told(mention.roles, scene.number) if figure else []
    police = issuer is not None and triggers["police"].search(issuer.name) is not None
    if police and issuer and _serves_elsewhere(issuer, scene.block.text, mention, triggers):
        return [office for office in held if office.basis != Basis.ISSUER]
    return held


def _serves_elsewhere(
    issuer: Figure, text: str, mention: Mention, triggers: Mapping[str, re.Pattern[str]]
) -> bool:
    """Whether the words around a rank tell of another service than the issuer, or a past one."""
    ahead = max(0, mention.start - _SERVICE)
    acronym = _ACRONYM.search(text, ahead, mention.start)
    initials = {"".join(filter(str.isupper, form)) for form in (issuer.name, *issuer.aliases)}
    return (
        triggers["other-service"].search(text, ahead, mention.start) is not None
        or triggers["in-other-service"].match(text, mention.end) is not None
        or (acronym is not None and acronym["word"] not in initials)
    )


def _listed_state(scene: Scene, number: int, plural: re.Pattern[str]) -> Figure | None:
    """The state before a name in "the ministers of STATE, NAME, and STATE, NAME".

    After several states as many people follow: "the ministers of STATE and STATE, NAME and NAME".
    Without commas each name follows its state: "the ambassadors of STATE NAME and STATE NAME".
    """
    if (beside := _state_beside(scene, number, plural)) is not None:
        return beside
    first = _run(scene, number, EntityType.PERSON, -1)
    last = _run(scene, number, EntityType.PERSON, 1)
    if not first or scene.mentions[number].span is None:
        return None
    kind = scene.mentions[first - 1].type
    opening = _run(scene, first - 1, kind, -1)
    states = [*_led(scene, opening), *scene.figures[opening:first]]
    text, place = scene.block.text, scene.mentions[opening].start
    gap = text[scene.mentions[first - 1].end : scene.mentions[first].start]
    ahead = text[max(0, place - _REACH) : place]
    told = plural.search(ahead) if gap in _LISTED else _PEERS.fullmatch(gap)
    alone = len(states) == 1 and first == number
    paired = len(states) == last + 1 - first
    state = states[number - first] if (alone or paired) and not _goes_on(scene, opening) else None
    return state if told and state is not None and state.type in _REPRESENTED else None


def _goes_on(scene: Scene, opening: int) -> bool:
    """Whether a list began before with a body of another kind: "the guards of A and B"."""
    before = scene.mentions[opening - 1] if opening else None
    if before is None or before.type != EntityType.ORGANISATION:
        return False
    return scene.block.text[before.end : scene.mentions[opening].start] in _JOINTS


def _state_beside(scene: Scene, number: int, plural: re.Pattern[str]) -> Figure | None:
    """The state right before a name, where others of a list are written so."""
    before, mention = scene.mentions[number - 1 : number + 1] if number else (None, None)
    state, text = scene.figures[number - 1], scene.block.text
    if before is None or mention is None or state is None or before.type != EntityType.COUNTRY:
        return None
    noun = before.span is not None and before.span.kind != NameKind.DEMONYM
    told = plural.search(text[max(0, before.start - _REACH) : before.start])
    return state if noun and told and text[before.end : mention.start] == " " else None


def _led(scene: Scene, number: int) -> list[Figure]:
    """The state that an office before a list of further ones names: "the ministers of STATE, …"."""
    before = scene.mentions[number - 1] if number else None
    body = scene.bodies[number - 1] if number else None
    if before is None or body is None or body.type != EntityType.COUNTRY:
        return []
    gap = scene.block.text[before.end : scene.mentions[number].start]
    return [body] if gap in _JOINTS else []


def _run(scene: Scene, number: int, kind: EntityType, step: int) -> int:
    """The first or last mention of a type, one joined to the next, around one of it."""
    text, mentions = scene.block.text, scene.mentions
    while 0 <= number + step < len(mentions) and mentions[number + step].type == kind:
        left, right = sorted((number, number + step))
        if text[mentions[left].end : mentions[right].start] not in _JOINTS:
            break
        number += step
    return number


def _labelled(
    scene: Scene, figure: Figure, held: Sequence[Office], label: Figure, span: tuple[int, int]
) -> Iterator[Finding]:
    """Yield what the state that labels a line states of a person in it, with office or without."""
    roles = [
        scene.block.text[office.role.start : office.role.end]
        for office in held
        if office.body is not label
    ]
    for role in roles if held else [None]:
        yield Finding(
            figure, Relation.REPRESENTS, label, *span, "represents/labelled", 0.95, role=role
        )


def _owners(cast: Cast, office: Office, span: tuple[int, int]) -> Iterator[Finding]:
    """Yield whose part the body of an office is by the possessive before it."""
    worded, body = office.role.body, office.body
    if worded is None or body is None:
        return
    for owner in worded.within:
        if owner.end <= worded.start:
            yield Finding(body, Relation.PART_OF, cast.named(owner), *span, "part-of/owner", 0.9)


def _office(figure: Figure, office: Office, span: tuple[int, int]) -> Iterator[Finding]:
    role, body = office.role, office.body
    if body is None:
        return
    if body.type == EntityType.OPERATION and role.commands and not _SECOND.match(role.title):
        yield Finding(figure, Relation.LEADS, body, *span, "leads/commander", 0.9, role=role.title)
    elif body.type in _REPRESENTED:
        confidence = 0.95 if role.body is not None else 0.75
        title = without_pointing(title_in_full(figure, office))
        yield Finding(
            figure, Relation.REPRESENTS, body, *span, f"represents/{office.basis}", confidence,
            role=_PLURAL.sub(r"\g<before>", title, count=1) or None,
        )  # fmt: skip


def _in_command(
    cast: Cast, figure: Figure, office: Office, span: tuple[int, int]
) -> Iterator[Finding]:
    """Yield what is led by who commands by the name of the office, if no body stands with it."""
    commands = _COMMANDING.fullmatch(office.role.title)
    topic = cast.topic()
    if office.role.body is not None or commands is None or topic is None:
        return
    if topic is not office.body and may_be(commands["kind"].lower(), topic):
        yield Finding(
            figure, Relation.LEADS, topic, *span, "leads/in-command", 0.8, role=office.role.title
        )
