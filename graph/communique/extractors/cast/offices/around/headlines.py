"""The state that the title of a release tells of whoever does what it is about."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.holders import may_be_one, surname
from communique.extractors.cast.pointing import is_one_office
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import fold
from communique.gazetteer.titles import PEERS
from communique.ontology import EntityType


class _Told(NamedTuple):
    """An office of a state that a title begins with, and by whose surname the text goes on."""

    role: Role
    state: Figure
    name: str


class Headlines:
    """Knows of whom a title speaks by office: "Estonian minister visits X" above "Minister A"."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene]) -> None:
        """Take the cast and the scenes, with all states named."""
        self._cast = cast
        self._scenes = scenes

    def state(self, mention: Mention, role: Role) -> Figure | None:
        """The state of somebody of whose office the text does not say so, as the title does."""
        told = self._told
        if told is None or mention.span is None or surname(mention) != told.name:
            return None
        return told.state if _is_same(told.role, role) else None

    @cached_property
    def _told(self) -> _Told | None:
        """What the title tells, if the text first brings in somebody with that office."""
        role = self._opening()
        state = self._cast.named(role.body) if role is not None and role.body else None
        if role is None or state is None or state.type != EntityType.COUNTRY:
            return None
        if self._cast.state not in {None, state}:
            return None
        bearers = [
            (mention, other)
            for scene in self._scenes
            for mention in scene.mentions
            for other in mention.roles
            if mention.span is not None and not other.former and _is_same(role, other)
        ]
        names = {surname(mention) for mention, other in bearers if other.body is None}
        if len(names) != 1 or bearers[0][1].body is not None or self._has_peer(state):
            return None  # two of one office may be host and guest
        name = names.pop()
        return None if self._rivals(role, state) - {name} else _Told(role, state, name)

    def _rivals(self, role: Role, state: Figure) -> set[str]:
        """The surnames of those to whom the text gives an office of a state that may be meant."""
        return {
            surname(mention)
            for scene in self._scenes
            for mention in scene.mentions
            for other in mention.roles
            if mention.span is not None and other.body is not None and not other.former
            if may_be_one(other, role)
            if self._cast.state_of(self._cast.named(other.body)) is state
        }

    def _has_peer(self, state: Figure) -> bool:
        """Whether the text calls somebody of a state the counterpart of another one."""
        roles = (role for scene in self._scenes for m in scene.mentions for role in m.roles)
        peers = (role.body for role in roles if fold(role.head) in PEERS and role.body is not None)
        return any(self._cast.named(body) is state for body in peers)

    def _opening(self) -> Role | None:
        """The office without a name with which the title begins."""
        scene = self._scenes[0] if self._scenes else None
        first = next(iter(scene.mentions), None) if scene is not None else None
        if scene is None or first is None or scene.block.kind != BlockKind.TITLE:
            return None
        plural = first.roles and first.roles[0].head.endswith("s")
        alone = first.span is None and len(first.roles) == 1 and not plural
        ahead = scene.block.text[: first.start].strip("“\"' ").lower()
        opens = ahead in {"", "the"} and not first.roles[0].former if alone else False
        return first.roles[0] if opens else None


def _is_same(role: Role, other: Role) -> bool:
    """Whether two offices are one by their titles."""
    return is_one_office(fold(role.title), fold(other.title))
