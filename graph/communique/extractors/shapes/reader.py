"""What the shapes of the sentences of a release state."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.kinds import is_headed, may_be
from communique.extractors.cast.main_event import (
    is_attended,
    is_held,
    is_journey,
    is_meal,
    is_passing,
    is_sitting,
    is_spoken,
)
from communique.extractors.reading.money import money
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.trigger import recalls_youth
from communique.extractors.shapes.hearing import heard
from communique.extractors.shapes.shape import SIGNS, Shape, shapes
from communique.extractors.shapes.wording import NOTHING, Said, Worded, Wording
from communique.extractors.sieve import Sieve
from communique.ontology import SIGNATURES, UNDERTAKINGS, EntityType, Relation, Status

_VAGUE = frozenset(
    "assistance aid support relief funding fund financial effort work proces measure ceasefire "
    "cease-fire truce".split()
)
"""Nouns of operations that nobody takes part in."""
_ACTS = frozenset("raid search searche inspection swoop sweep".split())
"""Nouns, without plural ending, of deeds that in the plural are one operation."""
_CAREER = re.compile(
    rf"(?:^\W*(?:He|She|(?:M[rs]s?|Dr|Prof)\.)|{SIGNS[EntityType.PERSON]})[^.;]{{0,300}}"
    r"\b(?:serve[sd]?|worked|fellow|scholar|graduated|career|member of the board|judge)\b",
    re.IGNORECASE,
)
"""What tells of a person's posts, among which "a member of" a body is one."""
_MOST_PAIRED = 3  # of more, a list says too little about every two
_WHO = re.compile(r",? who (?!are\b|were\b|have\b|both\b|will\b|met\b|had\b)")
"""Who of a list does something that is one person's to do."""
_BY_ONE = frozenset(
    {
        Relation.LEADS, Relation.HOSTS, Relation.ORGANISES, Relation.COORDINATES,
        Relation.LOCATED_IN, Relation.APPOINTS,
    }
)  # fmt: skip
"""Relations in which the owner of a body has no part by what the body does."""
_SITTING = frozenset({Relation.HELD_IN, Relation.LEADS})
"""Relations of a meeting, not of what those who meet are of ("meeting of experts of a forum")."""
_OWED = frozenset(
    "damages tax taxes fine fines penalty penalties compensation restitution ransom ransoms bail "
    "interest dividend dividends salary salaries rent alimony bribe bribes".split()
)
"""Words of what is paid to no end of one's own."""
_AIM = re.compile(
    r"(?<!\bpay)(?<!\bpays)(?<!\bpaid)(?<!\bpaying) (?:to (?!the\b|its\b|an?\b)[a-z]{3,} "
    r"|(?:for|towards?|into) (?!\w+ (?:years?|months?|weeks?)\b))"
)
"""What tells what money is meant for, so that it is nothing said before."""
_SPOKEN = {
    Relation.INVOLVES: EntityType.OPERATION,
    Relation.HELD_IN: EntityType.OPERATION,
    Relation.LEADS: EntityType.OPERATION,
    Relation.FUNDS: EntityType.OPERATION,
    Relation.SUPPORTS: EntityType.OPERATION,
    Relation.ORGANISES: EntityType.OPERATION,
    Relation.HOSTS: EntityType.EVENT,
    Relation.COORDINATES: EntityType.OPERATION,
    Relation.MEMBER_OF: EntityType.ORGANISATION,
    Relation.PART_OF: EntityType.ORGANISATION,
    Relation.LOCATED_IN: EntityType.ORGANISATION,
    Relation.PARTICIPATES_IN: EntityType.EVENT,
}
"""What an end without sign is."""


class ShapeReader:
    """Reads the wordings of one release."""

    def __init__(self, wordings: Sieve[Wording], cast: Cast, main: Figure | None = None) -> None:
        """Take the wordings, the cast, and the event that the release is about, if any."""
        self._wordings = wordings
        self._cast = cast
        self._main = main
        self._here: Figure | None = None
        self._begun: Figure | None = None
        self._recent: dict[EntityType, Figure] = {}
        self._last: Figure | None = None

    def read(self, scenes: Iterable[Scene]) -> Iterator[Finding]:
        """Yield what the sentences state, in text order."""
        for scene in scenes:
            self._here, self._begun, before, idle = None, None, NOTHING, 0
            for shape in shapes(scene):
                said, passed = Said.of(shape.text), scene.idle_before(shape.start)
                yield from self._stated(scene, shape, said, before if passed == idle else NOTHING)
                self._note(shape)
                before, idle = said, passed

    def _stated(self, scene: Scene, shape: Shape, said: Said, before: Said) -> Iterator[Finding]:
        signs = frozenset(shape.text)
        for wording in self._wordings.passed(said.small):
            if wording.signs.isdisjoint(signs):
                continue
            if wording.relation == Relation.VISITS and recalls_youth(shape.text):
                continue
            for worded in wording.found(said, before):
                words = shape.offset(worded.start), shape.offset(worded.end)
                status = heard(scene, *words, promised=wording.relation == Relation.FUNDS)
                if status is None:
                    continue
                for found in self._worded(shape, wording, worded):
                    yield _meant(found, wording.status or status)

    def _worded(self, shape: Shape, wording: Wording, worded: Worded) -> Iterator[Finding]:
        left, right = worded.subject, worded.object
        near = right if left is None else left
        if near is None:
            return
        whole, shared = wording.takes_adjectives, wording.relation not in _BY_ONE
        ends = [
            self._spoken(shape, near, wording)
            if at is None
            else shape.meant(_head(shape, at, wording), adjectives=whole, owners=shared)
            for at in (left, right)
        ]
        apart = wording.nearest and any(last.named for last in ends[0][-1:])  # not "missions in X"
        if left is not None and (apart or _WHO.match(shape.text, left + 1)):
            ends[0] = ends[0][-1:]  # "A and B, who is in TOWN": B is
        elif wording.relation == Relation.LOCATED_IN and worded.is_turned:
            ends[0] = ends[0][:1]  # "the capital of X, A, and B": A is
        for found in self._findings(shape, wording, *ends):
            yield _paid(shape, near, found) if len(ends[0]) == 1 or wording.whole else found

    def _findings(
        self, shape: Shape, wording: Wording, left: Sequence[Figure], right: Sequence[Figure]
    ) -> Iterator[Finding]:
        signature = SIGNATURES[wording.relation]
        if wording.relation == Relation.MEMBER_OF and _CAREER.search(shape.text):
            return
        if wording.relation == Relation.INVOLVES:
            alone = wording.several and len(left) == 1  # not "operations and missions"
            left = [figure for figure in left if alone or _is_shared(figure)]
            yield from _taking_part(shape, wording, left, right)
            states = (self._state(figure) for figure in right)
            right = [state for state in states if state is not None]
        left, right = _happening(wording.relation, left, right)
        left = [figure for figure in left if is_headed(figure)] if wording.headed else left
        crowd = signature.symmetric and left == right and len(set(left)) > _MOST_PAIRED
        if crowd or (wording.listed and len(set(left)) == 1):
            return
        for one in dict.fromkeys(left):
            for other in dict.fromkeys(right):
                if signature.symmetric and left == right and other.number < one.number:
                    continue  # every two of one list
                fits = one.type in signature.subjects and other.type in signature.objects
                if fits and one is not other and not _is_at_home(wording.relation, one, other):
                    yield Finding(
                        one, wording.relation, other, shape.start, shape.end, wording.name,
                        wording.confidence,
                    )  # fmt: skip

    def _state(self, figure: Figure) -> Figure | None:
        if figure.type == EntityType.COUNTRY:
            return figure
        return self._cast.home_of(figure) if figure.type == EntityType.ORGANISATION else None

    def _spoken(self, shape: Shape, place: int, wording: Wording) -> list[Figure]:
        """What a sentence speaks of without saying so between its words."""
        kind = EntityType.EVENT if wording.event else _SPOKEN[wording.relation]
        words = re.findall(r"\w+", shape.text.lower())
        if wording.relation == Relation.FUNDS and not _OWED.isdisjoint(words):
            return []
        found = shape.near(place, kind)
        if wording.event or wording.relation == Relation.PARTICIPATES_IN:
            attended = self._attended(found, shape.near(place, EntityType.OPERATION))
            return [f for f in attended if f.type == kind or not wording.event][:1]
        found = None if found is not None and found is shape.owned(place) else found
        if kind != EntityType.OPERATION:
            found = found or self._recent.get(kind)
            return [found] if found else []
        if found is None and wording.relation == Relation.FUNDS and _AIM.search(shape.text, place):
            return []
        found = found or self._operation(shape, shape.owned(place))
        if found is None or not wording.about:
            return [found] if found else []
        spoken = (found, self._cast.topic())
        return [f for f in spoken if f is not None and may_be(wording.about, f)][:1]

    def _attended(self, here: Figure | None, operation: Figure | None) -> list[Figure]:
        """What people may attend, likeliest first: an event, else an operation.

        What the sentence names comes first, then the event that the release is about; neither
        after a sentence about an operation.
        """
        if here is None and operation is None and self._begun is not None:
            return [self._begun]
        before = self._here if self._here and self._here.type == EntityType.EVENT else None
        near = [event for event in (here, operation, before) if event is not None]
        named = [event for event in near if event.named or (event is here and is_meal(event))]
        found = [*named, *([self._main] if self._main else []), *near, self._cast.topic()]
        return [f for f in found if f is not None and _is_attended(f)]

    def _operation(self, shape: Shape, owned: Figure | None) -> Figure | None:
        """The operation that a sentence without one speaks of; none if it speaks of an event.

        What the other end owns is not meant: "funded by Canada's Harbour Programme".
        """
        spoken = shape.last(UNDERTAKINGS)
        spoken = self._here if spoken is None or spoken is owned else spoken
        if spoken is not None:
            return spoken
        topic, last = self._cast.topic(), self._last
        if topic is None:
            return self._recent.get(EntityType.OPERATION) or self._main
        elsewhere = last is not None and last.type == EntityType.EVENT and last.named
        return None if elsewhere and not topic.titled else topic

    def _note(self, shape: Shape) -> None:
        """Remember what the next sentence may speak of, of undertakings none that itself acts."""
        self._begun = shape.opening()
        for sign, figures in shape.lists.items():
            for figure in figures:
                self._recent[figure.type] = figure
                told = figure.type in UNDERTAKINGS and not shape.acts(sign)
                if told and not is_passing(figure):
                    self._last = self._here = figure


def _head(shape: Shape, place: int, wording: Wording) -> int:
    """The place of the sign that a wording is about: where members meet, their meeting."""
    return shape.head(place) if wording.relation in _SITTING else place


def _happening(
    relation: Relation, left: Sequence[Figure], right: Sequence[Figure]
) -> tuple[Sequence[Figure], Sequence[Figure]]:
    """The ends of a relation without events that cannot be in it.

    Nobody takes part in a speech or visit, no visit is held in a town or has parts, and no body
    sits at what it gives.
    """
    if relation == Relation.PARTICIPATES_IN:
        return left, [figure for figure in right if not (is_spoken(figure) or is_journey(figure))]
    if relation == Relation.HELD_IN:
        return [figure for figure in left if is_held(figure)], right
    if relation == Relation.PART_OF:
        right = [figure for figure in right if not is_journey(figure)]
        if any(map(_is_body, right)):
            left = [figure for figure in left if is_sitting(figure)]
    return left, right


def _is_body(figure: Figure) -> bool:
    return figure.type == EntityType.ORGANISATION


def _is_attended(doing: Figure) -> bool:
    """Whether people take part in an event or operation, no day of it nor several of a kind."""
    apart = doing.noun.endswith(("meetings", "day")) and not doing.named
    return is_attended(doing) and not apart


def _taking_part(
    shape: Shape, wording: Wording, operations: Sequence[Figure], figures: Sequence[Figure]
) -> Iterator[Finding]:
    """What a wording that names bodies says of them: by their part in it their state has one."""
    if SIGNS[EntityType.ORGANISATION] not in wording.signs or not wording.bodies:
        return
    for operation in dict.fromkeys(operations):
        for body in dict.fromkeys(figures):
            if body.type == EntityType.ORGANISATION:
                yield Finding(
                    body, Relation.PARTICIPATES_IN, operation, shape.start, shape.end,
                    wording.name.replace("involves", "participates"), wording.confidence,
                )  # fmt: skip


def _paid(shape: Shape, place: int, found: Finding) -> Finding:
    """A finding with the sum nearest to a place, if its relation takes one."""
    takes = "amount" in SIGNATURES[found.relation].qualifiers
    return replace(found, amount=money(shape.text, place)) if takes else found


def _meant(found: Finding, status: Status) -> Finding:
    """A finding with the status of its sentence, if its relation takes one."""
    takes = "status" in SIGNATURES[found.relation].qualifiers
    return replace(found, status=status) if takes else found


def _is_at_home(relation: Relation, one: Figure, other: Figure) -> bool:
    """Whether somebody would visit the own state: nobody does (annotation guide)."""
    state = other.territory if other.type == EntityType.COUNTRY else None
    return relation == Relation.VISITS and state is not None and one.sure_home == state


def _is_shared(operation: Figure) -> bool:
    """Whether others may take part in an operation: no aid, no several of a kind."""
    several = f"{operation.noun}s" in operation.name.lower().split()
    apart = several and operation.noun not in _ACTS
    return operation.named or not (operation.noun in _VAGUE or apart)
