"""Casting: which figure each mention of a release stands for."""

from collections.abc import Sequence
from itertools import pairwise

from communique.extractors.layout.blocks import BlockKind
from communique.extractors.cast import Cast, Figure, Office
from communique.extractors.cast.cast import is_state_office
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_DEFINITE = frozenset({"the", "this", "these", "that", "its", "their", "such", "said"})
_PRESIDENTIAL = frozenset({"USA"})
"""States whose own releases name foreign prime ministers and ministers, having none."""

_PERSONAL = frozenset({"Ambassador", "Senator", "Judge", "Governor"})
"""Offices kept as a form of address, which say nothing of a body."""

_OPENING = 3
"""Blocks that make up the opening: title and two more."""

_OWN_HEADS = ("Secretary", "Spokesperson", "Attorney General", "Counselor", "Administrator", "Coordinator", "Spokesman", "Spokeswoman", "Commissioner", "Director")  # fmt: skip
"""Offices that a government body's release names without the body, being its own."""

_ISSUER_HEADS = frozenset({"president", "vice president", "first lady", "second gentleman"})


def cast_scenes(cast: Cast, scenes: Sequence[Scene]) -> None:
    """Fill in the figures of all scenes: names first, then offices alone, which may point ahead."""
    for scene in scenes:
        scene.figures = [None] * len(scene.mentions)
        scene.bodies = [None] * len(scene.mentions)
    for scene in scenes:
        for number, mention in enumerate(scene.mentions):
            if mention.span is not None and mention.type != EntityType.PERSON and mention.span.named:
                form = scene.block.text[mention.start : mention.end]
                scene.figures[number] = cast.named(mention.span, form)
    _note_opening(scenes)
    for scene in scenes:
        for number, mention in enumerate(scene.mentions):
            if mention.type == EntityType.PERSON and mention.span is not None:
                offices = _offices(cast, scene, number)
                scene.figures[number] = cast.person(mention, scene.number, offices)
    for scene in scenes:
        for number, mention in enumerate(scene.mentions):
            if mention.span is None:
                _cast_office(cast, scene, number)
            elif not mention.span.named:
                scene.figures[number] = _described(cast, scene, mention)
                _note_opening(scenes[: scene.number + 1])


def _note_opening(scenes: Sequence[Scene]) -> None:
    """Mark what the title and the first two blocks of text speak of."""
    for scene in scenes[:_OPENING]:
        for figure in scene.figures:
            if figure is not None:
                figure.opening = True


def _described(cast: Cast, scene: Scene, mention: Mention) -> Figure:
    assert mention.span is not None  # noqa: S101  # descriptions have a span
    before = scene.block.text[: mention.start].split()
    phrase = mention.span.name.split()
    noun = scene.block.text[mention.start : mention.end]
    lead = before[-1].lower() if before else ""
    alone = len(phrase) == len(noun.split())
    further = before[-2].lower() if len(before) > 1 else ""
    definite = lead in _DEFINITE or (not alone and further in _DEFINITE)
    fresh = scene.block.kind == BlockKind.BULLET and noun[0].isupper()
    topic = cast.topic()
    if scene.block.kind == BlockKind.TITLE and mention.type == EntityType.OPERATION and topic and topic.named:
        return topic
    return cast.described(mention.span, noun, definite and not fresh, fresh)


def _offices(cast: Cast, scene: Scene, number: int) -> list[Office]:
    mention = scene.mentions[number]
    return [
        Office(role, _body(cast, scene, number, role), scene.number) for role in mention.roles
    ]


def _cast_office(cast: Cast, scene: Scene, number: int) -> None:
    """Find the holder of an office named alone; failing that, keep the body it speaks for."""
    mention = scene.mentions[number]
    role = mention.roles[0]
    body = cast.named(role.body) if role.body else None
    holder = cast.holder(role, body)
    if holder is None and body is None and cast.issuer is not None:
        holder = cast.holder(role, cast.issuer)
    scene.figures[number] = holder
    scene.bodies[number] = body if holder is None else None


def _body(cast: Cast, scene: Scene, number: int, role: Role) -> Figure | None:
    """The body of an office: as worded, else by its setting, else the issuer's."""
    if role.body is not None:
        figure = cast.named(role.body)
        capital = role.body.kind == NameKind.CAPITAL
        return cast.state_of(figure) if capital else figure
    if role.envoy:
        return _sender(cast)
    if role.title in _PERSONAL:
        return None
    if is_state_office(role):
        return _setting(cast, scene, number, role)
    if scene.block.kind == BlockKind.BULLET and _label(cast, scene):
        return None
    own = cast.state is None or role.head.endswith(_OWN_HEADS)
    return cast.issuer if own else None


def _sender(cast: Cast) -> Figure | None:
    """Whom an envoy without sender speaks for: the issuer, or its state."""
    return cast.state or cast.issuer


def _setting(cast: Cast, scene: Scene, number: int, role: Role) -> Figure | None:
    """The state named last before an office of state, in its block; else the issuer's own."""
    mention = scene.mentions[number]
    if label := _label(cast, scene):
        return label
    known = cast.office_state(mention.span.name) if mention.span else None
    if known is not None:
        return known
    head = role.head.lower()
    first = not scene.block.text[: mention.start].rsplit(". ", 1)[-1].strip(" “\"")
    if cast.state is not None and head in _ISSUER_HEADS and first:
        return cast.state
    for earlier in reversed(scene.mentions[:number]):
        if earlier.roles and earlier.roles[-1].body is not None and is_state_office(earlier.roles[-1]):
            body = cast.named(earlier.roles[-1].body)
            if body.type == EntityType.COUNTRY and _close(scene, earlier, mention):
                return body
        if earlier.type in {EntityType.COUNTRY, EntityType.PLACE} and earlier.span:
            figure = cast.named(earlier.span)
            state = cast.state_of(figure)
            if state is not None and state is not cast.state:
                return state
    if cast.state is None:
        return None
    foreign = cast.state.territory is not None and cast.state.territory.iso3 in _PRESIDENTIAL
    return cast.state if not foreign or head in _ISSUER_HEADS else None


def _close(scene: Scene, earlier: Mention, mention: Mention) -> bool:
    """Whether no sentence ends between two mentions."""
    return ". " not in scene.block.text[earlier.end : mention.start]


def _label(cast: Cast, scene: Scene) -> Figure | None:
    """The state that labels a list item ("Bahrain: …")."""
    if scene.block.kind != BlockKind.BULLET or not scene.mentions:
        return None
    first = scene.mentions[0]
    colon = scene.block.text[first.end : first.end + 2].lstrip().startswith(":")
    if first.type == EntityType.COUNTRY and first.span and colon and not scene.block.text[: first.start].strip():
        return cast.named(first.span)
    return None


def label_of(cast: Cast, scene: Scene) -> Figure | None:
    """The state that labels a list item, if one does."""
    return _label(cast, scene)


def neighbours(mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Mentions side by side."""
    return list(pairwise(mentions))
