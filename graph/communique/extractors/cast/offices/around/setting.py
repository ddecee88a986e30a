"""The state of an office of state that is worded without one, by the setting of a release."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import GUESSED, Basis, Body, Figure
from communique.extractors.cast.offices.around.clauses import opens_clause
from communique.extractors.cast.offices.around.cues import OPENING, Cues
from communique.extractors.cast.offices.around.headlines import Headlines
from communique.extractors.cast.offices.around.nearest import (
    Nearest,
    mentions_before,
    words_before,
)
from communique.extractors.cast.offices.holders import (
    Holders,
    field_of,
    is_same_office,
    surname,
)
from communique.extractors.cast.offices.hosts import (
    Hosts,
    dateline_seat,
    is_listed,
    names_most,
    names_state,
)
from communique.extractors.cast.offices.presidents import Presidents
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.posts import Posts
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_JOURNEY = re.compile(
    r"(?i)\b(?:his|her|their|(?:during|on|of|after|following) an?(?=[^.;]* to\b)(?![^.;]* by\b)) "
    r"(?:[\w-]+ ){0,4}"
    r"(?:visit|trip|stay|travel|tour|journey|mission|stop|stopover)\b[^.;]*$"
)
"""What tells of "her visit", or "a visit to" a town, to where the state is another's."""
_OF_HOST = re.compile(r"\b(?:the|his|her|its|their) $")
"""Between a verb and whom it has for guest: "received her Danish counterpart"."""
_HEADS = re.compile(r"minister|\bsecretary$")
"""Who heads a ministry of a state."""


class Setting:
    """Tells by what a release says around them whose officials are meant."""

    def __init__(
        self,
        cast: Cast,
        scenes: Sequence[Scene],
        posts: Posts,
        triggers: Mapping[str, re.Pattern[str]],
    ) -> None:
        """Take the cast and the scenes, with all states named."""
        self._cast = cast
        self._scenes = scenes
        self._posts = posts
        self._triggers = triggers
        self._cues = Cues(cast, scenes, triggers)
        self._presidents = Presidents(cast, scenes, posts, triggers)
        self._nearest = Nearest(cast, posts, triggers, self._cues)
        self._holders = Holders(cast, scenes, posts)
        self._headlines = Headlines(cast, scenes)
        self._hosts = Hosts(cast, triggers["facing"])
        self._takers: dict[str, str] = {}

    def state(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The state of an office of state: its holder's, the last one named, the issuer's.

        None where a guess would give an office to two: "Premier A spoke to Premier B of X".
        """
        body = self._supposed(scene, number, role)
        mention = scene.mentions[number]
        if body is None or body.basis not in GUESSED:
            return body
        if not self._has(body.figure, role):
            return None
        return None if self._holders.is_another(body.figure, mention, role) else body

    def _supposed(self, scene: Scene, number: int, role: Role) -> Body | None:
        mention = scene.mentions[number]
        told = self._told(scene, number, role)
        if told is not None:
            return told
        own, head = self._cast.state, role.head.lower()
        if own is None:
            if self._cast.issuer and self._presidents.is_of_body(scene, mention):
                return Body(self._cast.issuer, Basis.ISSUER)
            here = _HEADS.search(head) or self._presidents.is_at_home(scene, mention, head)
            home = self._home if here else None
            listed = is_listed(scene, number) or self.is_facing(scene, mention)
            at_home = not listed or self._hosts.is_host(scene, number)
            return Body(home, Basis.LONE) if home and at_home else self._foreign(scene, number)
        facing = self.is_facing(scene, mention)
        chief = head in self._posts.chiefs and self._has(own, role)
        if chief and self._is_own_chief(scene, mention, head, facing=facing):
            return Body(own, Basis.OWN_CHIEF)
        if head == "president" and self._presidents.is_blamed(scene, mention):
            return None
        return self._foreign_or_own(scene, number, role, facing=facing)

    def _told(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The state that the words beside an official tell, or what is known of the person."""
        if (cued := self.cued(scene, number)) is not None:
            return Body(cued, Basis.CUE)
        mention = scene.mentions[number]
        known = self._cast.office_state(mention) or self._headlines.state(mention, role)
        if known is not None:
            return Body(known, Basis.KNOWN)
        if (there := self._met_in(scene, number)) is not None:
            return Body(there, Basis.CUE)
        if self._cast.state is not None and self._cues.is_received(scene, number):
            return Body(self._cast.state, Basis.OWN)
        if (ahead := self._ahead(scene, number, role)) is not None:
            return Body(ahead, Basis.AHEAD)
        above = self._cues.above(scene) if self.is_facing(scene, mention) else None
        host = above or self._cues.hosted(scene, number)
        return Body(host, Basis.FACED) if host is not None else None

    def cued(self, scene: Scene, number: int) -> Figure | None:
        """The state that the words before or behind an official give."""
        return self._cues.state(scene, number)

    def of_peer(self, scene: Scene, number: int) -> Figure | None:
        """The state of a counterpart, never the own one: as the words tell, or where he is met."""
        cued, mention = self.cued(scene, number), scene.mentions[number]
        state = cued or self._cast.office_state(mention) or self._met_in(scene, number)
        return state if state is not self._cast.state else None

    def _met_in(self, scene: Scene, number: int) -> Figure | None:
        """The foreign state in which an official is met."""
        return self._cues.site_behind(scene, number) or self._cues.site_ahead(scene, number)

    def there(self, scene: Scene, number: int) -> Figure | None:
        """The state in which an official is said to be "there"."""
        return self._cues.there(scene, number)

    def _ahead(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The state that the next of two guests brings: "met with OFFICIAL and OFFICIAL of X"."""
        if number + 1 >= len(scene.mentions) or not self.is_facing(scene, scene.mentions[number]):
            return None
        mention, other = scene.mentions[number : number + 2]
        spans = [r.body for r in other.roles if r.body is not None and r.body.start > r.start]
        state = spans[-1] if spans and other.span is not None else None
        apart = state is None or other.span is None or state.start < other.span.end
        if apart or is_same_office(other, mention) or state is None:
            return None
        joined = scene.block.text[mention.end : other.start] in {" and ", ", and "}
        of_state = joined and state.type == EntityType.COUNTRY
        return self._cast.named(state) if of_state else None

    def before(self, scene: Scene, number: int) -> Figure | None:
        """The foreign state named last before a mention in its block."""
        return self._nearest.state(scene, number)

    def served(self, scene: Scene, number: int) -> Body | None:
        """The state whose chief somebody serves ("Secretary to the President")."""
        mention, own = scene.mentions[number], self._cast.state
        before = self._nearest.state(scene, number) if self.is_facing(scene, mention) else None
        served = before or own
        return Body(served, Basis.SERVING) if served is not None else None

    def is_facing(self, scene: Scene, mention: Mention) -> bool:
        """Whether the words before a mention make it somebody whom another one meets."""
        return self._hosts.is_facing(scene, mention)

    def _is_own_chief(self, scene: Scene, mention: Mention, head: str, *, facing: bool) -> bool:
        if head not in self._posts.weighed or mention.span is None:
            return not facing
        return self._presidents.is_own(mention, head)

    def _foreign(self, scene: Scene, number: int) -> Body | None:
        """The foreign state named last before a mention, or the only one of the opening."""
        met = self.is_facing(scene, scene.mentions[number])
        if not met and _is_away(scene, scene.mentions[number]):
            return None
        before = self._nearest.state(scene, number, met=met)
        if before is not None:
            return Body(before, Basis.BEFORE)
        only = self._only(scene, number)
        return Body(only, Basis.LONE) if only is not None else None

    def _foreign_or_own(
        self, scene: Scene, number: int, role: Role, *, facing: bool
    ) -> Body | None:
        own, mention = self._cast.state, scene.mentions[number]
        peer = self._triggers["peer"].search(words_before(scene, mention)) is not None
        ministers = self._has_ministers and not peer
        opens = opens_clause(scene, number)
        facing = facing and not opens
        apart = opens or (not facing and _is_away(scene, mention))
        before = None if apart else self._nearest.state(scene, number, met=facing)
        met = facing or self._hosts.receives(scene, mention)
        has = own is not None and met and self._has(own, role)
        alone = not apart and before is None and self._cues.sole is None
        if own is not None and has and self._hosts.is_host(scene, number, alone=alone):
            return Body(own, Basis.OWN)
        told = not ministers or self._is_close(scene, number)
        if before is not None and not facing and told and own is not None:
            lone = before is self._cues.sole and role.head.lower() != "president"
            told = ministers or lone or names_most(scene, number, before, own)
        if before is not None and (facing or told):
            return Body(before, Basis.FACED if facing else Basis.BEFORE)
        if own is not None and ministers and not facing and role.head.lower() != "president":
            if self._may_hold(own, mention, role):
                return Body(own, Basis.OWN)
            other = self._cues.sole if is_listed(scene, number) else None
            return Body(other, Basis.LONE) if other is not None else None
        only = self._only(scene, number) if facing or own is None else None
        said = ministers or own is None or role.head.lower() != "president"
        near = (*self._scenes[0].mentions, *scene.mentions)
        return Body(only, Basis.LONE) if only and (said or names_state(near, only)) else None

    def _may_hold(self, own: Figure, mention: Mention, role: Role) -> bool:
        """Whether somebody may hold an office of the issuing state."""
        return self._has(own, role) and self.takes(mention, role)

    def _has(self, state: Figure, role: Role) -> bool:
        """Whether a state may have an office."""
        return state.territory is None or self._posts.has(state.territory, fold(role.head))

    def takes(self, mention: Mention, role: Role) -> bool:
        """Whether no other one holds an office of the issuing side by now."""
        if not self._holders.is_single(role) or mention.span is None:
            return True
        holder = self._takers.setdefault(field_of(role), surname(mention))
        return holder == surname(mention)

    @property
    def _has_ministers(self) -> bool:
        own = self._cast.state
        return own is not None and (
            own.territory is None or self._posts.names_ministers(own.territory)
        )

    def _is_close(self, scene: Scene, number: int) -> bool:
        """Whether a sentence names something before a mention, the issuing state not among it."""
        start = scene.mentions[number].start
        begin = scene.block.text.rfind(". ", 0, start) + 1
        near = [m for m in mentions_before(scene, number) if m.start >= begin]
        own = self._cast.state.territory if self._cast.state else None
        spans = [m.span for m in near if m.span is not None and m.type == EntityType.COUNTRY]
        return bool(near) and not any(span.territory == own for span in spans)

    def _only(self, scene: Scene, number: int) -> Figure | None:
        """The only foreign state of the opening, unless another one holds the office there.

        Nor is it that of who meets one of its officials.
        """
        mention, only = scene.mentions[number], self._cues.sole
        if only is None or self._meets_of(only, scene, number):
            return None
        for earlier in mentions_before(scene, number):
            bodies = [role.body for role in earlier.roles if role.body is not None]
            if bodies and is_same_office(earlier, mention):
                return None
        return only

    def _meets_of(self, state: Figure, scene: Scene, number: int) -> bool:
        """Whether an official faces one of a state: "Minister A received Minister B of X"."""
        mention, text = scene.mentions[number], scene.block.text
        behind = scene.mentions[number + 1 :]
        met = [m for m in behind if self._is_guest(scene, m)]
        hosts = scene.mentions[:number] if self._is_guest(scene, mention) else ()
        return any(
            role.body is not None and self._cast.named(role.body) is state
            for other in (*met, *hosts)
            if ". " not in text[min(other.end, mention.end) : max(other.start, mention.start)]
            for role in other.roles
        )

    def _is_guest(self, scene: Scene, mention: Mention) -> bool:
        """Whether the words before a mention make it somebody who is met, or received."""
        before = _OF_HOST.sub("", words_before(scene, mention))
        return self.is_facing(scene, mention) or self._triggers["guest"].search(before) is not None

    @cached_property
    def _home(self) -> Figure | None:
        """The state of the dateline, whose ministers a release without a known state is about."""
        sites = (dateline_seat(scene) for scene in self._scenes[:OPENING])
        seat = next((span for span in sites if span and span.name not in self._posts.seats), None)
        return self._cast.state_of(self._cast.named(seat)) if seat is not None else None


def _is_away(scene: Scene, mention: Mention) -> bool:
    """Whether the words before a mention tell of a journey, most likely its own."""
    return _JOURNEY.search(words_before(scene, mention)) is not None
