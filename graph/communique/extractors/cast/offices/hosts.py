"""Hosts: officials of the issuing state whom a foreign guest meets or calls on."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.around.clauses import (
    CLAUSE_GAPS,
    DOES,
    LIST_GAPS,
    opens_clause,
    sentence_begin,
)
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind, Territory, fold
from communique.ontology import EntityType

_BY = re.compile(
    r"(?<!headed )(?<!led )(?<!chaired )\bby (?:the |his |her )?$|"
    r"\b(?:on|with) (?:the |His |Her |Excellency )*$"
)
_RECEIVED_BY = re.compile(
    r"\b(?:received|welcomed|greeted|hosted|met|joined)\b[^.;,]{0,40} by (?:the |his |her |its )?$"
)
_LINKS = frozenset({",", "and", ", and"})
"""What stands between two people of a list."""
_FOLLOWING = 4
"""Mentions behind an office, its acronym and field among them, that may name its holder."""
_REACH = 120
"""Characters before a mention that are looked at."""
_NEAR = 12
"""Characters before a mention that tell whether it is faced."""
_DATELINE = re.compile(
    r"(?:, ?[A-Z]\w+)?,?(?: \(?(?:\w+[,.]? ){0,2}\d{1,2}(?:st|nd|rd|th)?(?:[,.]? \w+){0,2}\)?)?"
    r"(?: \([A-Z]{2,8}\))?(?:[.,]? ?[-–—]|:|\n|$)"
)
"""What stands behind the town of a dateline: the day, an agency, a dash."""
_ACRONYM = re.compile(
    r"(?: [A-Z]{2,8}| \([A-Z]{2,8}\))?(?: (?:for|of|on|in) [^.;:()]{1,90})?, (?:the )?"
)
_FACED = re.compile(r"\b(?:with|by|and|met|meet|meets|to|of|for)(?: the)? $")
"""What stands before somebody in whose list others are named."""
_INVITED = re.compile(
    r"(?:^|[.\n] ?)(?:At|Upon|On|Following) (?:the|an) (?:\w+ )?invitation (?:of|by|from) "
    r"(?:the |his |her |its )?(?:Her |His )?(?:Excellency |H\.E\. )?$"
)
"""How a sentence begins that names who has invited somebody."""
_PRONOUN = re.compile(
    r"\s*(?:(?:Later|Then|Earlier|Afterwards|Subsequently|Today|Yesterday|On|In|At|During|While|"
    r"After|Before|Following|This|That|The (?:same|following|next))\b[^.,;:\n]{0,40},? )?"
    r"(?:[Hh]e|[Ss]he) "
)
"""How a sentence begins that goes on with who did something."""
_OWN_MEETING = re.compile(
    r",? (?:during|in|at|on the margins of|on the sidelines of) (?:his|her|their) "
    r"(?:[\w-]+ ){0,2}(?:meetings?|talks|discussions|conversation|call|consultations)\b"
    r"[^.;,]{0,30} with (?:the )?"
)
"""What stands between somebody and whom he or she meets: "by X, during her meeting with Y"."""
_ATTENDED = re.compile(
    r"(?i)\b(?:attended|attending|present (?:at|in|during)|took part in|participat(?:ed|ing) in|"
    r"joined) (?:the|this|their) (?:[\w-]+ ){0,2}(?:meeting|talks|call|discussions|audience)\b"
    r"[^.;]{0,40} (?:were|was|are|included)(?: also)? (?:the )?$"
)
"""What stands before those who are at a meeting beside the host: "attended the meeting were"."""
_HONOURS = re.compile(
    r"(?:(?:His|Her|Their|the|H\.E\.|H\.R\.H\.|Majesty|Majesties|Royal|Imperial|Highness|Excellency|"
    r"Excellencies|Hon\.|Honou?rable|Samdech|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) )+$"
)
"""How somebody is addressed between the words that tell of a meeting and the office."""
_BACK = 12
"""Mentions before one that are looked at."""
_FRONTED = re.compile(
    r"(?:^|[.!?][”\"’]? |\n)(?:In|During|After|Following|Speaking) (?:(?!\b(?:met|meets?|spoke|"
    r"speaks?|told|called|welcomed|hosted|received|invited)\b)[^,.;:])*, (?:the )?$"
)
"""What may stand before who does something: "In separate calls, X discussed"."""


class Hosts:
    """Tells whether somebody who is met is the host of a foreign guest."""

    def __init__(self, cast: Cast, facing: re.Pattern[str]) -> None:
        """Take the cast, with all states named, and what stands before those who are met."""
        self._cast = cast
        self._facing = facing

    def is_facing(self, scene: Scene, mention: Mention) -> bool:
        """Whether the words before a mention make it somebody whom another one meets."""
        before = _HONOURS.sub("the ", _before(scene, mention))
        aside = _FRONTED.search(before) or _ATTENDED.search(before)
        return aside is None and self._facing.search(before) is not None

    @staticmethod
    def receives(scene: Scene, mention: Mention) -> bool:
        """Whether the words before a mention say that somebody is received by it."""
        return _RECEIVED_BY.search(_before(scene, mention)) is not None

    def is_host(self, scene: Scene, number: int, *, alone: bool = False) -> bool:
        """Whether a foreign guest is the first of a sentence: "Minister A called on Premier B".

        Or follows: "At the invitation of Minister A, Premier B of X will visit STATE". Where no
        foreign state is named near (``alone``), a guest may come from a body of several states.
        """
        text = scene.block.text
        if _INVITED.search(_before(scene, scene.mentions[number])):
            return self._is_followed(scene, number)
        begin = sentence_begin(text, scene.mentions[number].start)
        people = [
            m
            for m in scene.mentions[max(0, number - _BACK) : number]
            if m.start >= begin and m.type == EntityType.PERSON
        ]
        guest = self._guest(scene, number, people := people or subject_before(scene, begin))
        if guest is None:
            return False
        joined = text[people[-1].end : scene.mentions[number].start].strip() in _LINKS
        if joined and len(people) > 1:
            unsaid = self._is_unsaid(scene, number - 1)
            return unsaid and self.is_host(scene, number - 1, alone=alone)
        state = self._cast.office_state(guest) or self._sender(guest)
        state = state or self._home(scene, guest)
        if guest.start < begin and self._is_abroad(scene, begin, state):
            return False
        if state is None:
            several = alone and self._is_of_several(scene, guest)
            return several or (not guest.roles and self._voices(scene.mentions[number]))
        return state is not self._cast.state

    def _guest(self, scene: Scene, number: int, people: Sequence[Mention]) -> Mention | None:
        """Who comes to whom a mention means: the first of the people before it, if not met too."""
        start = scene.mentions[number].start
        if people and _OWN_MEETING.fullmatch(scene.block.text, people[-1].end, start):
            return people[-1]
        if people and self._is_faced(scene, people[0]):
            people = subject_before(scene, sentence_begin(scene.block.text, start))
        return people[0] if people and not self._is_faced(scene, people[0]) else None

    def _is_of_several(self, scene: Scene, guest: Mention) -> bool:
        """Whether somebody has an office in a body that no state has, and not in the issuer."""
        figure, issuer = self._figure(scene, guest), self._cast.issuer
        bodies = [office.body for office in figure.offices if office.body] if figure else []
        own = {issuer, *(issuer.within if issuer is not None else ())}
        return bool(bodies) and all(
            body.type == EntityType.ORGANISATION
            and body.country is None
            and own.isdisjoint({body, *body.within})
            for body in bodies
        )

    @staticmethod
    def _figure(scene: Scene, mention: Mention) -> Figure | None:
        """The figure of a mention of this block, or None."""
        return scene.figures[scene.mentions.index(mention)]

    def _is_abroad(self, scene: Scene, begin: int, state: Figure | None) -> bool:
        """Whether the sentence before names a third state, where a guest may be met."""
        earlier = sentence_begin(scene.block.text, begin - 1)
        near = (m for m in scene.mentions if earlier <= m.start < begin)
        spans = (m.span for m in near if m.type == EntityType.COUNTRY)
        named = {self._cast.named(span) for span in spans if span is not None}
        return not named <= {state, self._cast.state}

    def _voices(self, mention: Mention) -> bool:
        """Whether the issuer is the office of whom a mention means ("Office of the Premier")."""
        name = fold(self._cast.issuer.name) if self._cast.issuer is not None else ""
        titles = (fold(role.title) for role in mention.roles if role.title != "Minister")
        return any(re.search(rf"(?<!deputy )\b{re.escape(t)}\b", name) for t in titles)

    def _is_followed(self, scene: Scene, number: int) -> bool:
        """Whether an official of another state is named behind a comma."""
        following = scene.mentions[number + 1] if number + 1 < len(scene.mentions) else None
        if following is None or following.type != EntityType.PERSON:
            return False
        gap = scene.block.text[scene.mentions[number].end : following.start]
        bodies = [role.body for role in following.roles if role.body is not None]
        state = self._cast.named(bodies[-1]) if bodies else None
        foreign = state is not None and state.type == EntityType.COUNTRY
        return gap in CLAUSE_GAPS and foreign and state is not self._cast.state

    def _is_unsaid(self, scene: Scene, number: int) -> bool:
        """Whether somebody is met of whom no words tell to which state they belong."""
        mention = scene.mentions[number]
        told = any(role.body is not None for role in mention.roles)
        person = mention.type == EntityType.PERSON and mention.span is not None
        return person and not told and self.is_facing(scene, mention)

    def _sender(self, guest: Mention) -> Figure | None:
        """The state whose official somebody without name is ("the Danish Minister")."""
        bodies = [role.body for role in guest.roles if role.body is not None]
        state = self._cast.named(bodies[-1]) if bodies and guest.span is None else None
        return state if state is not None and state.type == EntityType.COUNTRY else None

    def _home(self, scene: Scene, guest: Mention) -> Figure | None:
        """The state of a foreign body of a guest: "a delegation of the Seimas, led by X"."""
        figure = self._figure(scene, guest)
        bodies = [office.body for office in figure.offices if office.body] if figure else []
        homes = (self._cast.home_of(body) for body in bodies)
        return next((home for home in homes if home is not None), None)

    def _is_faced(self, scene: Scene, mention: Mention) -> bool:
        """Whether somebody is met, or does what others undergo ("received by X")."""
        return self.is_facing(scene, mention) or bool(_BY.search(_before(scene, mention)))


def subject_before(scene: Scene, begin: int) -> list[Mention]:
    """Who did something in the sentence before, if one begins with "he" or "she"."""
    text = scene.block.text
    if not begin or _PRONOUN.match(text, begin) is None:
        return []
    earlier = sentence_begin(text, begin - 1)
    near = (m for m in scene.mentions if earlier <= m.start < begin)
    return [m for m in near if m.type == EntityType.PERSON][:1]


def _before(scene: Scene, mention: Mention) -> str:
    """The words before a mention, as far as they matter."""
    return scene.block.text[max(0, mention.start - _REACH) : mention.start]


def explained(scene: Scene, number: int) -> Mention | None:
    """Who holds an office by the name behind it: "the Chair of X, Minister A, will visit"."""
    text, mention = scene.block.text, scene.mentions[number]
    following = scene.mentions[number + 1 : number + _FOLLOWING]
    named = (m for m in following if m.type == EntityType.PERSON and m.span is not None)
    other = next(named, None)
    if other is None:
        return None
    apposed = _ACRONYM.fullmatch(text, mention.end, other.start) is not None
    does = text.startswith(",", other.end) and DOES.match(text, other.end)
    faced = _FACED.search(text[max(0, mention.start - _NEAR) : mention.start])
    return other if apposed and does and not faced else None


def is_listed(scene: Scene, number: int) -> bool:
    """Whether somebody is named right before a mention in a list that it goes on with."""
    before = scene.mentions[number - 1] if number else None
    if before is None or before.type != EntityType.PERSON or opens_clause(scene, number):
        return False
    return scene.block.text[before.end : scene.mentions[number].start] in LIST_GAPS


def dateline_seat(scene: Scene) -> Span | None:
    """The state or capital whose name is the dateline that opens a block, or None."""
    span = dateline_site(scene)
    seat = span and (span.type == EntityType.COUNTRY or span.kind == NameKind.CAPITAL)
    return span if seat else None


def dateline_site(scene: Scene) -> Span | None:
    """The place whose name is the dateline that opens a block, or None."""
    site = scene.mentions[0] if scene.mentions else None
    span = site.span if site is not None and not site.start else None
    if site is None or span is None or not _DATELINE.match(scene.block.text, site.end):
        return None
    return span if span.type in {EntityType.COUNTRY, EntityType.PLACE} else None


def names_most(scene: Scene, number: int, state: Figure, own: Figure | None) -> bool:
    """Whether the sentence of a mention names no other foreign state as often as one."""
    mention, text = scene.mentions[number], scene.block.text
    home = own.territory if own is not None else None
    begin, end = text.rfind(". ", 0, mention.start) + 1, text.find(". ", mention.end)
    beside = (m for m in scene.mentions if begin <= m.start and (m.end <= end or end < 0))
    named = Counter(
        territory.iso3
        for span in spans_of(beside)
        if (territory := state_named(span)) not in (None, home)
    )
    code = state.territory.iso3 if state.territory else ""
    return named[code] > max((n for other, n in named.items() if other != code), default=0)


def names_state(mentions: Iterable[Mention], state: Figure) -> bool:
    """Whether mentions name a state, by themselves or by somebody's office."""
    named = (state_named(span) for span in spans_of(mentions))
    return state.territory is not None and state.territory in named


def spans_of(mentions: Iterable[Mention]) -> Iterator[Span]:
    """Yield what mentions name, by themselves and as the bodies of offices."""
    for mention in mentions:
        spans = (mention.span, *(role.body for role in mention.roles))
        yield from (span for span in spans if span is not None)


def state_named(span: Span) -> Territory | None:
    """The state that a span names, by itself or by a body of it."""
    return span.territory if span.type == EntityType.COUNTRY else span.country
