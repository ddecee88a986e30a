"""The body or state that an office stands in, as worded or by its setting."""

import re

from communique.extractors.cast.cast import Cast, is_state_office
from communique.extractors.cast.figure import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_WITHOUT_MINISTERS = frozenset({"USA"})
"""States that name only foreign prime ministers and ministers in their releases, having none."""

_PERSONAL = frozenset({"Ambassador", "Senator", "Judge", "Governor"})
"""Offices kept as a form of address, which say nothing of a body."""

_LIST_GAPS = frozenset(
    {", ", "; ", ", and ", " and ", " and the ", ", the ", ", and the ", "; and "}
)
_COUNTERPART = re.compile(
    r"\b(?:meet\w*|met|sp(?:oke|eak\w*)|calls?|called|talks|told|counterpart|welcom\w+|host\w*)\b"
    r"[^.]{0,60}$"
)
_WHERE = re.compile(
    r"(?i)\b(?:in|to|at|from|with|of|visit\w*|near|and|for|between)\s(?:the\s)?$|[,(]\s?$"
)
"""What stands before a state where people are or come from, not one that does something."""

_OWN_HEADS = (
    "Secretary", "Spokesperson", "Attorney General", "Counselor", "Administrator", "Coordinator",
    "Spokesman", "Spokeswoman", "Commissioner", "Director",
)  # fmt: skip
"""Offices that a government body's release names without the body, being its own."""

_ISSUER_HEADS = frozenset({"president", "vice president", "first lady", "second gentleman"})


class OfficeBodies:
    """Finds the body of an office in the scenes of one release."""

    def __init__(self, cast: Cast) -> None:
        """Take the cast, with all bodies named."""
        self._cast = cast

    def of(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The body of an office of the mention with that number; None if it stays open."""
        if role.body is not None:
            figure = self._cast.named(role.body)
            capital = role.body.kind == NameKind.CAPITAL
            return self._cast.state_of(figure) if capital else figure
        department = self._department(role)
        if role.envoy:
            return department or self._cast.state
        if role.title in _PERSONAL:
            return None
        shared = self._shared(scene.mentions[number], role)
        near = shared or self._carried(scene, number)
        return near or department or self._open(scene, number, role)

    def _department(self, role: Role) -> Figure | None:
        """The department of a secretary in a release of the state that has it."""
        state, span = self._cast.state, role.department
        own = span is not None and span.country is not None and state is not None
        if span is None or not own or span.country != (state and state.territory):
            return None
        return self._cast.named(span)

    def _shared(self, mention: Mention, role: Role) -> Figure | None:
        """The state of another office of the same person ("Deputy Premier and Minister of X")."""
        if not is_state_office(role):
            return None
        bodies = [self._cast.named(r.body) for r in mention.roles if r.body is not None]
        return next((body for body in bodies if body.type == EntityType.COUNTRY), None)

    def _open(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The body of an office that is worded without one."""
        label = self.label(scene)
        if is_state_office(role):
            return label or self._setting(scene, number, role)
        own = self._cast.state is None or role.head.endswith(_OWN_HEADS)
        return self._cast.issuer if own and label is None else None

    def _carried(self, scene: Scene, number: int) -> Figure | None:
        """The foreign state of the official just before in a list ("President A, Secretary B")."""
        if not number:
            return None
        before, mention = scene.mentions[number - 1], scene.mentions[number]
        figure = scene.figures[number - 1]
        gap = scene.block.text[before.end : mention.start]
        if gap not in _LIST_GAPS or figure is None or figure.type != EntityType.PERSON:
            return None
        bodies = [o.body for o in figure.offices if o.block == scene.number and o.body is not None]
        state = next((b for b in bodies if b.type == EntityType.COUNTRY), None)
        return state if state is not self._cast.state else None

    def _setting(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The state of an office of state: its holder's, the last one named, the issuer's."""
        mention = scene.mentions[number]
        known = self._cast.office_state(mention.span.name) if mention.span else None
        if known is not None:
            return known
        own, head = self._cast.state, role.head.lower()
        facing = _COUNTERPART.search(scene.block.text[: mention.start])
        if own is not None and head in _ISSUER_HEADS and not facing:
            return own
        before = self._before(scene, number)
        if before is not None or own is None:
            return before
        ministers = own.territory is None or own.territory.iso3 not in _WITHOUT_MINISTERS
        return own if ministers or head in _ISSUER_HEADS else None

    def _before(self, scene: Scene, number: int) -> Figure | None:
        """The foreign state named last before a mention in its block, by itself or by an office."""
        mention = scene.mentions[number]
        for earlier in reversed(scene.mentions[:number]):
            state = self._state_by_office(scene, earlier, mention)
            if state is not None:
                return state
            sites = {EntityType.COUNTRY, EntityType.PLACE}
            there = _WHERE.search(scene.block.text[: earlier.start])
            if earlier.type in sites and earlier.span and there:
                state = self._cast.state_of(self._cast.named(earlier.span))
                if state is not None and state is not self._cast.state:
                    return state
        return None

    def _state_by_office(self, scene: Scene, earlier: Mention, mention: Mention) -> Figure | None:
        """The state of an earlier official of the same sentence."""
        role = earlier.roles[-1] if earlier.roles else None
        if role is None or role.body is None or not is_state_office(role):
            return None
        body = self._cast.named(role.body)
        close = ". " not in scene.block.text[earlier.end : mention.start]
        return body if close and body.type == EntityType.COUNTRY else None

    def label(self, scene: Scene) -> Figure | None:
        """The state that labels a list item ("Bahrain: …"), if one does."""
        first = scene.mentions[0] if scene.mentions else None
        if first is None or first.span is None or scene.block.kind != BlockKind.BULLET:
            return None
        text = scene.block.text
        labels = text[first.end :].lstrip().startswith(":") and not text[: first.start].strip()
        country = first.type == EntityType.COUNTRY
        return self._cast.named(first.span) if labels and country else None
