"""The body or state that an office stands in, as worded or by its setting."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Basis, Body, Figure
from communique.extractors.cast.offices.addressed import own_state, speaks_of_own
from communique.extractors.cast.offices.around.clauses import LIST_GAPS, opens_clause
from communique.extractors.cast.offices.around.demonstratives import (
    pointed_before,
    pointed_behind,
    pointed_to,
    superior,
)
from communique.extractors.cast.offices.around.labels import line_label
from communique.extractors.cast.offices.around.setting import Setting
from communique.extractors.cast.offices.holders import (
    is_same_office,
    is_state_office,
    name_words,
)
from communique.extractors.cast.offices.issuers import Issuers
from communique.extractors.cast.offices.owners import (
    is_called,
    is_worded,
    named_last,
    noun_of,
    only_operation,
    owner_before,
    word_ahead,
)
from communique.extractors.mentions import Mention, Role, Span
from communique.extractors.reading.script import Scene
from communique.extractors.triggers import read_triggers
from communique.gazetteer.posts import read_posts
from communique.gazetteer.territories import NameKind, fold
from communique.gazetteer.titles import PEERS
from communique.ontology import EntityType

_REACH = 4
"""Mentions before an office among which its owner is looked for."""

_JUDICIAL = frozenset("attorney ombudsman ombudsperson prosecutor prosecutions procurator".split())
"""Words of offices that states have, and bodies hardly ever."""
_OWNED = 40
"""Characters before an office that may say whose it is: "the Bank's"."""
_NEAR = 24
"""Characters before an office that may tell that it is "its"."""

_LED_BY = re.compile(r",? (?:which (?:is|was) )?(?:headed|led) by (?:the |its |their )?")
_OF_MISSION = re.compile(
    r"(?i)(?:(?:acting|deputy|incoming|outgoing|new) ){0,2}"
    r"(?:head of mission|(?:force|mission) (?:commander|chief of staff|leader))"
)
_MISSION = "mission"
"""Offices in the mission that a release is about, and what calls it."""
_DELEGATION = re.compile(r"(?i)\b(?:delegation|deputation|team|group|mission)\b")
"""What stands between a body and who leads its delegation, and what it sends."""


class OfficeBodies:
    """Finds the body of an office in the scenes of one release."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene]) -> None:
        """Take the cast, with all bodies named, and the scenes for what the setting tells."""
        self._cast = cast
        self._scenes = scenes
        self._posts = read_posts()
        triggers = read_triggers("communique.extractors.cast.offices")
        self._serving, self._its, self._his = (triggers[n] for n in ("serving", "its", "his"))
        self._owned, self._of_the = triggers["owned"], triggers["of-the"]
        self._elsewhere = triggers["elsewhere"]
        self._setting = Setting(cast, scenes, self._posts, triggers)
        self._issuers = Issuers(cast, scenes, self._posts, self._setting)

    def of(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The body of an office of the mention with that number; None if it stays open."""
        if word_ahead(scene, role) in self._posts.unreal:
            return None
        return self._stood_in(scene, number, role)

    def there(self, scene: Scene, number: int) -> Figure | None:
        """The state in which an official is said to be "there"."""
        return self._setting.there(scene, number)

    def _stood_in(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The body of an office that somebody holds."""
        if role.body is not None:
            figure = self._cast.named(role.body)
            capital = role.body.kind == NameKind.CAPITAL
            return _found(self._cast.state_of(figure) if capital else figure, Basis.WORDED)
        if role.head.lower() in PEERS:
            return _found(self._setting.of_peer(scene, number), Basis.CUE)
        department = _found(self._department(scene, number, role), Basis.DEPARTMENT)
        if role.envoy:
            return department or self._issuers.envoy(scene, number, role)
        if fold(role.title) in self._posts.personal:
            return _found(self._issuers.resident(scene, number, role), Basis.OWN)
        mention = scene.mentions[number]
        if pointed := self._pointed(scene, number, role):
            return _found(pointed[0], Basis.ITS)
        return (
            _found(self._sent_with(scene, number, role), Basis.ITS)
            or _found(self._shared(mention, role), Basis.SHARED)
            or _found(self._worded_elsewhere(mention, role), Basis.ELSEWHERE)
            or _found(self._carried(scene, number, role), Basis.LISTED)
            or department
            or self._open(scene, number, role)
        )

    def _pointed(self, scene: Scene, number: int, role: Role) -> list[Figure | None]:
        """Whose an office is by "its", "her" or "the Bank's" before it; none without such words."""
        before = scene.block.text[max(0, role.start - _NEAR) : role.start]
        behind = pointed_behind(role)
        if pointed := behind or pointed_before(before):
            owner = pointed_to(self._cast, self._scenes, scene, number, pointed)
            if owner is not None or behind:
                return [owner]
        if self._its.search(before) is not None:
            judicial = not _JUDICIAL.isdisjoint(fold(role.title).split())
            of_state = judicial or is_state_office(role, self._posts)
            return [owner_before(scene, number, of_state=of_state)]
        if (his := self._his.search(before)) is not None:
            of_state = is_state_office(role, self._posts)
            return superior(scene, number, his["his"], role, of_state=of_state)
        if is_state_office(role, self._posts) and speaks_of_own(scene, role):
            return [own_state(self._cast)]
        noun = self._noun(scene, role)
        if noun is None and _OF_MISSION.fullmatch(role.title):
            own = self._cast.issuer if is_called(self._cast.issuer, _MISSION) else None
            mission = own or only_operation(self._scenes, scene, number, _MISSION)
            return [mission] if mission is not None else []
        called = self._called(scene, number, noun) if noun else None
        issuers = noun in self._posts.any_body and self._cast.state is None
        return [called] if called is not None or (noun is not None and not issuers) else []

    def _called(self, scene: Scene, number: int, noun: str) -> Figure | None:
        """The body named last that a noun calls, or the one operation."""
        body = named_last(self._cast, self._scenes, scene, number, noun)
        if body is None and noun in self._posts.undertakings:
            return only_operation(self._scenes, scene, number, noun)
        return body

    def _noun(self, scene: Scene, role: Role) -> str | None:
        """What an office calls its body, if no more ("the Bank's", "of the Bank"), folded."""
        owned = self._owned.search(scene.block.text[max(0, role.start - _OWNED) : role.start])
        found = owned or self._of_the.search(role.title)
        noun = noun_of(found[1]) if found is not None else ""
        force = noun in self._posts.forces and "minister" not in fold(role.head)
        called = noun in self._posts.bodies or noun in self._posts.undertakings
        return noun if force or called else None

    def _sent_with(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The body just before an office whose holder leads those it sends.

        "A delegation of the Seimas, headed by Speaker X"; a minister leads those of a ministry or
        state.
        """
        before = scene.mentions[number - 1] if number else None
        if before is None or not _LED_BY.fullmatch(scene.block.text, before.end, role.start):
            return None
        text, figure = scene.block.text, scene.figures[number - 1]
        if not _DELEGATION.search(text, max(0, before.start - _OWNED), before.end):
            return None
        of_state = is_state_office(role, self._posts) and fold(role.head) != "speaker"
        wanted = EntityType.COUNTRY if of_state else EntityType.ORGANISATION
        return figure if figure is not None and figure.type == wanted else None

    def _department(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The body that alone has such an office; a state's only in a release of that state."""
        if prosecution := self._issuers.prosecution(scene, number, role):
            return prosecution
        state, span = self._cast.state, role.department
        if span is None or self._is_elsewhere(scene, number, role):
            return None
        own = state is not None and span.country == state.territory
        if own and self._is_met_by_it(scene, number, role, span):
            return None
        return self._cast.named(span) if own or span.country is None else None

    def _is_met_by_it(self, scene: Scene, number: int, role: Role, department: Span) -> bool:
        """Whether the department itself issues and meets an Attorney General: a foreign one."""
        issuer = self._cast.issuer
        issues = issuer is not None and issuer.name == department.name
        general = issues and role.head == "Attorney General"
        return general and self._setting.is_facing(scene, scene.mentions[number])

    def _shared(self, mention: Mention, role: Role) -> Figure | None:
        """The state of another office of the same person ("Deputy Premier and Minister of X")."""
        joined = self._joined(mention, role)
        if joined is not None or not is_state_office(role, self._posts):
            return joined
        bodies = [self._cast.named(r.body) for r in mention.roles if r.body is not None]
        return next((body for body in bodies if body.type == EntityType.COUNTRY), None)

    def _joined(self, mention: Mention, role: Role) -> Figure | None:
        """The body behind the office that "and" joins to one: "Spokesperson and Adviser of X"."""
        place = mention.roles.index(role) if role in mention.roles else -1
        further = mention.roles[place + 1 : place + 2] if place >= 0 else ()
        behind = mention.span is not None and role.start >= mention.span.end
        bodies = [r.body for r in further if r.body is not None and r.body.start >= r.start]
        near = bool(further) and further[0].start - role.end <= len(" and ")
        return self._cast.named(bodies[0]) if bodies and behind and near else None

    def _open(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The body of an office that is worded without one; None where that is unsure."""
        label = line_label(self._cast, scene, number)
        of_state = is_state_office(role, self._posts)
        body = label is not None and label.type == EntityType.ORGANISATION
        if label is not None and (of_state or body):
            return Body(label, Basis.LABELLED)
        if label is not None or role.former or self._is_elsewhere(scene, number, role):
            return None
        if of_state:
            found = self._setting.state(scene, number, role)
            own = found is not None and found.figure is self._cast.state
            return found if own or not self._is_of_several(scene.mentions[number], role) else None
        if (union := self._issuers.union(role)) is not None:
            return Body(union, Basis.DEPARTMENT)
        if self._serving.search(role.title):
            return self._setting.served(scene, number)
        return self._issuers.of(scene, number, role)

    def _is_of_several(self, mention: Mention, role: Role) -> bool:
        """Whether somebody speaks for a body of no state as well ("OSCE Chair and Minister X")."""
        bodies = (self._cast.named(r.body) for r in mention.roles if r is not role and r.body)
        return any(b.type == EntityType.ORGANISATION and not self._cast.home_of(b) for b in bodies)

    def _is_elsewhere(self, scene: Scene, number: int, role: Role) -> bool:
        """Whether words around an office name a body, or tell of one ("NAME of the museum")."""
        if is_worded(scene, number, role, self._posts):
            return True
        text, mention = scene.block.text, scene.mentions[number]
        led = mention.span is not None and mention.end == mention.span.end
        told = self._elsewhere.match(text[mention.end : mention.end + _NEAR]) if led else None
        return told is not None and noun_of(told["noun"]) not in self._posts.bodies

    def _worded_elsewhere(self, mention: Mention, role: Role) -> Figure | None:
        """The body that another mention of the same person gives to an office of that head."""
        words = name_words(mention)
        for other, others in self._worded.get(words[-1], ()) if words else ():
            short, long = sorted((words, others), key=len)
            if set(short) <= set(long) and _is_short_for(role, other):
                return self._cast.named(other.body) if other.body else None
        return None

    @cached_property
    def _worded(self) -> dict[str, list[tuple[Role, list[str]]]]:
        """Offices whose words name their body, by each word of their holders' names."""
        found: dict[str, list[tuple[Role, list[str]]]] = defaultdict(list)
        for scene in self._scenes:
            for mention in scene.mentions:
                worded = [r for r in mention.roles if r.body is not None and not r.former]
                words = name_words(mention) if worded else []
                for word in words:
                    found[word].extend((role, words) for role in worded)
        return found

    def _carried(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The foreign state, or body by "its", of the official just before in a list.

        "President A, Secretary B"; not of an ambassador ("German Ambassador A and the Minister").
        """
        listed = fold(role.head) in self._posts.listed and role.title != "Secretary"
        if not number or not (is_state_office(role, self._posts) or listed):
            return None
        before, mention = scene.mentions[number - 1], scene.mentions[number]
        roles = before.roles
        foreign = any("Foreign" in role.title and "Foreign" in r.title for r in roles)
        sent = word_ahead(scene, role) == "the" and any(r.head == "Ambassador" for r in roles)
        sent = sent and not _DELEGATION.search(scene.block.text[: before.start])
        if foreign or sent or is_same_office(before, mention) or self._of_envoys(scene, number):
            return None
        state = None if opens_clause(scene, number) else self._of_list(scene, number)
        return state if state is not self._cast.state else None

    @staticmethod
    def _of_envoys(scene: Scene, number: int) -> bool:
        """Whether those before in a list are ambassadors of two states: the next is of neither."""
        states: set[Figure] = set()
        for place in range(number - 1, max(-1, number - 1 - _REACH), -1):
            figure, before = scene.figures[place], scene.mentions[place]
            gap = scene.block.text[before.end : scene.mentions[place + 1].start]
            if gap not in LIST_GAPS or figure is None:
                break
            held = (o for o in figure.offices if o.role.head == "Ambassador" and o.body)
            states |= {o.body for o in held if o.body is not None}
        return len(states) > 1

    @staticmethod
    def _of_list(scene: Scene, number: int) -> Figure | None:
        """The state or body of the last of those before in a list of whom the text tells it."""
        for place in range(number - 1, max(-1, number - 1 - _REACH), -1):
            figure, before = scene.figures[place], scene.mentions[place]
            gap = scene.block.text[before.end : scene.mentions[place + 1].start]
            if gap not in LIST_GAPS or figure is None or figure.type != EntityType.PERSON:
                return None
            held = [o for o in figure.offices if o.block == scene.number]
            here = [(o.body, o.basis) for o in held if o.body and o.basis != Basis.ENVOY]
            owned = next((body for body, basis in here if basis == Basis.ITS), None)
            state = next((body for body, _ in here if body.type == EntityType.COUNTRY), owned)
            if state is not None or here:
                return state
        return None


def _found(figure: Figure | None, basis: Basis) -> Body | None:
    return Body(figure, basis) if figure is not None else None


def _is_short_for(role: Role, other: Role) -> bool:
    """Whether an office may be a shorter wording of another one ("Secretary", "Minister")."""
    words = set(fold(role.title).split())
    return words <= set(fold(other.title).split())
