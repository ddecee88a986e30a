"""The state of an office of state that is worded without one, by the setting of a release."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from communique.extractors.cast.cast import Cast, is_state_office
from communique.extractors.cast.figure import Figure
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_WITHOUT_MINISTERS = frozenset({"USA"})
"""States that name only foreign prime ministers and ministers in their releases, having none."""

_FACING = re.compile(
    r"\b(?:meet\w*|met|sp(?:oke|eak\w*)|calls?|called|talks|told|counterpart|welcom\w+|host\w*)\b"
    r"[^.]{0,60}$"
)
_WHERE = re.compile(
    r"(?i)\b(?:in|to|at|from|with|of|visit\w*|near|and|for|between)\s(?:the\s)?$|[,(]\s?$"
)
"""What stands before a state where people are or come from, not one that does something."""

_GUEST = re.compile(
    r"\b(?:with|told|called|welcom\w+|host\w*|greet\w+|congratulat\w+|thank\w+|receiv\w+"
    r"|invitation of|guests? of|received by|call(?:s|ed)? on)\s$"
)
"""What stands right before a president who is another state's."""

_ISSUER_HEADS = frozenset({"president", "vice president", "first lady", "second gentleman"})
_WEIGHED_HEADS = ("president", "vice president")
_SEATS = frozenset({"Brussels", "Geneva", "New York", "The Hague", "Strasbourg", "Vienna"})
"""Seats of international bodies, where officials of many states are."""
_PRESIDENCY = re.compile(r"(?i)\bwhite house\b|\bpresiden")
_INITIAL = re.compile(r"\b[A-Z]\.")
_OPENING = 3
"""Scenes of the opening: title and two more."""


class Setting:
    """Tells by what a release says around them whose officials are meant."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene]) -> None:
        """Take the cast and the scenes, with all states named."""
        self._cast = cast
        self._scenes = scenes

    def state(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The state of an office of state: its holder's, the last one named, the issuer's."""
        mention = scene.mentions[number]
        known = self._cast.office_state(mention.span.name) if mention.span else None
        if known is not None:
            return known
        own, head = self._cast.state, role.head.lower()
        if own is None:
            return self.before(scene, number) or self._only(scene, number)
        facing = is_facing(scene, mention)
        if head in _ISSUER_HEADS and self._is_own(mention, head, facing=facing):
            return own
        return self._foreign_or_own(scene, number, head, facing=facing)

    def _is_own(self, mention: Mention, head: str, *, facing: bool) -> bool:
        if head not in _WEIGHED_HEADS or mention.span is None:
            return not facing
        known = self._presidents[head]
        return known is not None and _surname(mention) == known

    def _foreign_or_own(
        self, scene: Scene, number: int, head: str, *, facing: bool
    ) -> Figure | None:
        own = self._cast.state
        ministers = own is not None and not self._is_without_ministers
        before = self.before(scene, number)
        if before is not None and (facing or not ministers or self._is_close(scene, number)):
            return before
        if ministers and not facing and head != "president":
            return own
        return self._only(scene, number) or (own if ministers and head != "president" else None)

    @property
    def _is_without_ministers(self) -> bool:
        own = self._cast.state
        return bool(own and own.territory and own.territory.iso3 in _WITHOUT_MINISTERS)

    def _is_close(self, scene: Scene, number: int) -> bool:
        """Whether a sentence names something before a mention, the issuing state not among it."""
        start = scene.mentions[number].start
        begin = scene.block.text.rfind(". ", 0, start) + 1
        near = [m for m in scene.mentions[:number] if m.start >= begin]
        own = self._cast.state.territory if self._cast.state else None
        spans = [m.span for m in near if m.span is not None and m.type == EntityType.COUNTRY]
        return bool(near) and not any(span.territory == own for span in spans)

    def _only(self, scene: Scene, number: int) -> Figure | None:
        """The only foreign state of the opening, unless another one holds the office there."""
        mention = scene.mentions[number]
        for earlier in scene.mentions[:number]:
            bodies = [role.body for role in earlier.roles if role.body is not None]
            if bodies and is_same_office(earlier, mention):
                return None
        return self._sole

    @cached_property
    def _sole(self) -> Figure | None:
        """The only foreign state of the opening, if there is just one."""
        states = {
            span.territory.iso3: span
            for scene in self._scenes[:_OPENING]
            for mention in scene.mentions
            for span in (mention.span, *(role.body for role in mention.roles))
            if span is not None and span.type == EntityType.COUNTRY and span.territory is not None
        }
        own = self._cast.state
        if own is not None and own.territory is not None:
            states.pop(own.territory.iso3, None)
        return self._cast.named(next(iter(states.values()))) if len(states) == 1 else None

    @cached_property
    def _presidents(self) -> dict[str, str | None]:
        """Surnames of the issuing state's own: of whom the release most speaks by each head."""
        weights: dict[str, dict[str, float]] = {head: defaultdict(float) for head in _WEIGHED_HEADS}
        for scene, mention, role in self._named_presidents():
            names = weights[role.head.lower()]
            own = role.body is not None and self._cast.named(role.body) is self._cast.state
            if role.body is None or own:
                names[_surname(mention)] += 3 if own else self._weight(scene, mention, role)
            else:
                names[_surname(mention)] -= 10
        return {head: _heaviest(names) for head, names in weights.items()}

    def _named_presidents(self) -> Iterator[tuple[Scene, Mention, Role]]:
        for scene in self._scenes:
            for mention in scene.mentions:
                for role in mention.roles if mention.span else ():
                    if role.head.lower() in _WEIGHED_HEADS and not role.former:
                        yield scene, mention, role

    def _weight(self, scene: Scene, mention: Mention, role: Role) -> float:
        """How much a mention speaks for the president being the issuing state's own."""
        assert mention.span is not None  # noqa: S101  # only named presidents are weighed
        if _GUEST.search(scene.block.text, max(0, mention.start - 40), mention.start):
            return -0.4
        words = mention.span.name
        issuer = self._cast.issuer
        distant = issuer is not None and not _PRESIDENCY.search(issuer.name)
        full = " " in words and not _INITIAL.search(words)
        distant = distant and role.head.lower() == "president" and self._is_without_ministers
        return -0.5 if distant and full else 1

    def before(self, scene: Scene, number: int) -> Figure | None:
        """The foreign state named last before a mention in its block, by itself or by an office."""
        mention = scene.mentions[number]
        for earlier in reversed(scene.mentions[:number]):
            state = self._state_by_office(scene, earlier, mention)
            if state is not None and is_same_office(earlier, mention):
                return None  # one state has one holder
            if state is not None:
                return state if state is not self._cast.state else None
            sites = {EntityType.COUNTRY, EntityType.PLACE}
            there = _WHERE.search(scene.block.text[: earlier.start])
            seat = earlier.span is not None and earlier.span.name in _SEATS
            if earlier.type in sites and earlier.span and there and not seat:
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


def is_same_office(earlier: Mention, mention: Mention) -> bool:
    """Whether two people hold offices of one title."""
    titles = {fold(role.title) for role in mention.roles}
    named = earlier.span is not None and mention.span is not None
    return named and any(fold(role.title) in titles for role in earlier.roles)


def is_facing(scene: Scene, mention: Mention) -> bool:
    """Whether the words before a mention make it somebody whom another one meets."""
    return bool(_FACING.search(scene.block.text[: mention.start]))


def _heaviest(weights: dict[str, float]) -> str | None:
    best = max(weights, key=lambda name: weights[name], default=None)
    return best if best is not None and weights[best] > 0 else None


def _surname(mention: Mention) -> str:
    words = fold(mention.span.name).replace(",", " ").split() if mention.span else [""]
    while len(words) > 1 and words[-1].rstrip(".") in {"jr", "sr", "ii", "iii", "iv"}:
        del words[-1]
    return words[-1]
