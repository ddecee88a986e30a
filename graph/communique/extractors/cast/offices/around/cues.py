"""Words around an official that tell the state: "STATE was represented by OFFICIAL"."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.kinds import SEATS
from communique.extractors.cast.offices.around.clauses import sentence_begin
from communique.extractors.cast.offices.around.companions import Companions, state_span
from communique.extractors.cast.offices.hosts import is_listed, spans_of, state_named
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene
from communique.feeds.repair.wrapping import DATED_ITEM
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

OPENING = 3
"""Blocks that a release opens with."""
_REACH = 200
"""Characters before an official that are looked at."""
_BEHIND = 40
"""Characters behind a state that are looked at."""
_FAR = 12
"""Mentions before an official among which the place is looked for where all are."""
_NEAR = 3
"""Mentions before an official among which the state is looked for."""
_STOP = re.compile(r"(?:[a-z]{4}|[\d)])[.!] |\n")
"""Where a sentence ends: behind a word too long for a form of address."""
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
_ITEM = re.compile(rf"\d{{1,2}}[:.h]\d\d\b|{DATED_ITEM.pattern}")
"""How a line of a schedule begins."""
_MET = re.compile(r"\b(?:with|on|upon|by|between)\s(?:the\s|H\.?E\.?\s|His\s|Her\s)*$")
"""What stands before somebody who is met."""
_MET_BY = re.compile(
    r"\b(?:met|meet|meets|meeting|talks|discussions|consultations|conferred|spoke|visited|saw|"
    r"exchanged views|received by|welcomed by)"
    r"(?: (?:today|yesterday|again|earlier|separately|also|briefly|bilaterally))?"
    r"(?: with)?\s(?:(?:the|his|her|their|its)\s|H\.?E\.?\s|His\s|Her\s|Excellency\s)*$"
)
_RECEIVES = re.compile(
    r" (?:(?:has|have|had|also|today|then|warmly) )*(?:received|receives|welcomed|welcomes|hosted|"
    r"hosts|greeted)(?: (?:today|here|at \w+))? (?:the |our |his |her )?"
)
_FRONT = re.compile(
    r"\s*(?:(?:On|Yesterday|Today|Earlier|Later|Then|Also)\b[^,.;:]{0,30},? )?"
    r"(?:[Ww]hile |[Aa]rriving |[Aa]lso |[Ll]ater |[Bb]ack )?[Ii]n (?:the )?"
)
"""How a sentence begins that tells first where it happens."""
_MEETS_IN = re.compile(
    r"\b(?:met|meets?|meeting|talks|discussions|consultations|conversations?|conferred)"
    r"(?: (?:today|yesterday|here))? in $"
)
_WITH = re.compile(
    r" (?:(?:today|yesterday|on \w+day) )?with (?:the |his |her |their )?"
    r"(?:(?!visiting|former|then|outgoing)[\w-]+ )?"
)
"""What stands before and behind the place where somebody is met."""
_ON_VISIT = re.compile(r",? (?:where|to|for|and|on [\w ]{3,20}, where) ")
"""What stands between where somebody travels and whom he or she meets there."""
_THERE = re.compile(r",? (?:(?:today|yesterday|earlier today|last week|here) )?in ")
"""What stands between an official and the state or capital where somebody meets him."""
_NO_NAME = re.compile(r" (?:over )?there\b(?! (?:is|are|was|were)\b)")
"""What stands behind an official of the place named before."""
_GATHERING = (
    r"\b(?:margins?|sidelines?|summit|conference|forum|session|assembly|funeral|inauguration|"
    r"congress|ministerial|g7|g20)\b"
)
_ELSEWHERE = re.compile(rf"(?i)[^.;]{{0,60}}{_GATHERING}")
"""What stands behind a place to which many come from elsewhere."""
_GATHERED = re.compile(rf"(?i){_GATHERING}|\bcouncil\b|\bhigh-level\b")
"""What a sentence tells of to which many come from elsewhere."""
_RESIDENT = re.compile(r"\b(?:Embassy|High Commission|Consulate)\b")
"""What represents a state in another one."""
_ENVOYS = re.compile(r"\b(?:Ambassador|[Ee]mbassy|Charg[ée]|High Commission|Consul)")
_TRAVELS = re.compile(r"(?i)\b(?:visit|travel|arriv|trip\b|journey|tour(?:ed|s)?\b)")
_CHIEFS = frozenset({"president", "prime minister", "chancellor", "king", "queen", "premier"})
_STATE = "@"
"""What stands for the state in a pattern."""


class Cues:
    """Finds the state of an official by the words between."""

    def __init__(
        self, cast: Cast, scenes: Sequence[Scene], triggers: Mapping[str, re.Pattern[str]]
    ) -> None:
        """Take the cast and the scenes, with all states named, and the patterns."""
        self._cast = cast
        self._scenes = scenes
        self._ahead, self._behind = triggers["state-ahead"], triggers["state-behind"]
        self._facing = triggers["facing"]
        self._companions = Companions(cast, scenes, self._facing)
        self._sent_to = triggers["sent-to"]

    @cached_property
    def sole(self) -> Figure | None:
        """The only foreign state of the opening, if no body there is of another one."""
        spans = [
            (territory.iso3, span)
            for scene in self._scenes[:OPENING]
            for span in spans_of(scene.mentions)
            if (territory := state_named(span)) is not None
            and not self._sent_to.search(scene.block.text, max(0, span.start - 24), span.start)
        ]
        own = self._cast.state.territory if self._cast.state is not None else None
        foreign = [(code, span) for code, span in spans if own is None or code != own.iso3]
        states = [span for _, span in foreign if span.type == EntityType.COUNTRY]
        return self._cast.named(states[0]) if states and len(dict(foreign)) == 1 else None

    def hosted(self, scene: Scene, number: int) -> Figure | None:
        """The state where an issuing embassy is, for whom its people meet: "the Ambassador and A".

        Not for who travels, nor for chiefs who are only spoken of: these may be its own.
        """
        if self._host is None:
            return None
        text, mention = scene.block.text, scene.mentions[number]
        begin, stop = sentence_begin(text, mention.start), _STOP.search(text, mention.end)
        end = stop.start() if stop else len(text)
        if _TRAVELS.search(text, begin, end):
            return None
        before = text[begin : mention.start]
        chief = any(role.head.lower() in _CHIEFS for role in mention.roles)
        beside = _ENVOYS.search(before) or _ENVOYS.search(text, mention.end, end)
        return self._host if (self._facing.search(before) if chief else beside) else None

    @cached_property
    def _host(self) -> Figure | None:
        """The state in which the issuer is, if that is an embassy of another one."""
        issuer, own = self._cast.issuer, self._cast.state
        if issuer is None or own is None or not _RESIDENT.search(issuer.name):
            return None
        states = (figure for figure in issuer.within if figure.type == EntityType.COUNTRY)
        return next((state for state in states if state is not own), self.sole)

    def state(self, scene: Scene, number: int) -> Figure | None:
        """The state that words before or behind a mention give to it, or None."""
        before = scene.mentions[max(0, number - _NEAR) : number]
        for earlier in reversed(before):
            span = state_span(earlier)
            if span is not None and self._is_ahead(scene, earlier, span, number):
                return self._figure(span)
        following = scene.mentions[number + 1] if number + 1 < len(scene.mentions) else None
        span = following.span if following is not None else None
        if span is not None and span.type == EntityType.COUNTRY and self._is_behind(scene, number):
            return self._figure(span)
        found = self._companions.state(scene, number) or self._under_heading(scene, number)
        return found or self.there(scene, number)

    def site_behind(self, scene: Scene, number: int) -> Figure | None:
        """The state in which an official of a state is met: "spoke with Premier A in CAPITAL".

        Not in a release without issuer: both may be of there ("Minister A met Minister B in X").
        """
        if self._cast.issuer is None:
            return None
        text, mention = scene.block.text, scene.mentions[number]
        following = scene.mentions[number + 1] if number + 1 < len(scene.mentions) else None
        site = self._foreign_site(following) if following is not None else None
        if following is None or site is None:
            return None
        met = _MET_BY.search(text, max(0, mention.start - _BEHIND), mention.start)
        there = _THERE.fullmatch(text, mention.end, following.start)
        apart = _ELSEWHERE.match(text, following.end)
        return self._figure(site) if met and there and not apart else None

    def site_ahead(self, scene: Scene, number: int) -> Figure | None:
        """The foreign state where an official is met: "In CAPITAL, she was received by Premier A".

        Nobody of another state is named between: "talks in CAPITAL with her counterpart A".
        """
        text, end = scene.block.text, scene.mentions[number].start
        begin, stop = sentence_begin(text, end), _STOP.search(text, end)
        if _GATHERED.search(text, begin, stop.start() if stop else len(text)):
            return None
        for earlier in reversed(scene.mentions[max(0, number - _FAR) : number]):
            if earlier.start < begin:
                break
            site = self._foreign_site(earlier)
            if site is not None and _is_seat(site):
                first = _FRONT.fullmatch(text, begin, earlier.start)
                meets = self._is_met(scene, number, earlier.end) or self._receives(scene, number)
                fronted = first is not None and meets
                inside = _MEETS_IN.search(text, begin, earlier.start)
                joined = inside and _WITH.fullmatch(text, earlier.end, end)
                visited = self._is_met_on_visit(scene, number, begin, earlier)
                return self._figure(site) if fronted or joined or visited else None
            if self._is_foreign(state_span(earlier)):
                break
        return None

    def _is_met(self, scene: Scene, number: int, begin: int) -> bool:
        """Whether somebody is met behind a place of the text, maybe as one of a list."""
        mention = scene.mentions[number]
        if _MET_BY.search(scene.block.text, max(begin, mention.start - _BEHIND), mention.start):
            return True
        before = scene.mentions[number - 1] if number else None
        listed = before is not None and before.start >= begin and is_listed(scene, number)
        return listed and self._is_met(scene, number - 1, begin)

    def _is_met_on_visit(self, scene: Scene, number: int, begin: int, site: Mention) -> bool:
        """Whether somebody is met where a sentence says that one travels: "visited X, where …"."""
        behind = _ON_VISIT.match(scene.block.text, site.end)
        travels = _TRAVELS.search(scene.block.text, begin, site.start)
        return bool(behind and travels) and self._is_met(scene, number, site.end)

    def is_received(self, scene: Scene, number: int) -> bool:
        """Whether somebody is received abroad: "In CAPITAL, President A received Minister B"."""
        host = number - 1
        abroad = host >= 0 and self._receives(scene, host)
        return abroad and self.site_ahead(scene, host) is not None

    def _receives(self, scene: Scene, number: int) -> bool:
        """Whether somebody receives an official of no other state: "President A received our B"."""
        mentions, text = scene.mentions[number : number + 2], scene.block.text
        if len(mentions) == 1 or not _RECEIVES.fullmatch(text, mentions[0].end, mentions[1].start):
            return False
        bodies = [role.body for role in mentions[1].roles]
        return bool(bodies) and not any(self._is_foreign(body) for body in bodies)

    def _is_foreign(self, span: Span | None) -> bool:
        """Whether a span names another state than that of the release."""
        own = self._cast.state.territory if self._cast.state is not None else None
        return span is not None and span.territory != own

    def _foreign_site(self, mention: Mention) -> Span | None:
        """The state or place of one that a mention names, if it is not the issuing state's."""
        span = mention.span if mention.type in _SITES else None
        if span is None or span.territory is None or span.name in SEATS:
            return None
        return span if self._is_foreign(span) else None

    def _under_heading(self, scene: Scene, number: int) -> Figure | None:
        """The state whose town heads the line of a schedule that meets an official there."""
        text, mention = scene.block.text, scene.mentions[number]
        met = _MET.search(text, max(0, mention.start - _BEHIND), mention.start)
        if met is None or self._cast.office_state(mention) or not _ITEM.match(text):
            return None
        above = (s for s in self._scenes[: scene.number][::-1] if s.block.kind == BlockKind.HEADING)
        heading = next(above, None)
        if heading is None or len(heading.mentions) != 1 or not heading.mentions[0].span:
            return None
        site = heading.mentions[0].span
        where = site.territory if site.type in _SITES and site.name not in SEATS else None
        return self._figure(site) if where else None

    def above(self, scene: Scene) -> Figure | None:
        """The foreign state that a heading above gives to a block."""
        area = scene.area
        state = self._cast.named(area) if area and area.type == EntityType.COUNTRY else None
        return state if state is not self._cast.state else None

    def there(self, scene: Scene, number: int) -> Figure | None:
        """The state named before "there": "was in CAPITAL and saw the Minister there"."""
        if not _NO_NAME.match(scene.block.text, scene.mentions[number].end):
            return None
        sites = (m.span for m in reversed(scene.mentions[:number]) if m.type in _SITES)
        site = next((span for span in sites if span is not None and span.territory), None)
        return self._figure(site) if site is not None else None

    def _figure(self, span: Span) -> Figure | None:
        return self._cast.state_of(self._cast.named(span))

    def _is_ahead(self, scene: Scene, earlier: Mention, span: Span, number: int) -> bool:
        text, start = scene.block.text, scene.mentions[number].start
        first = max(text.rfind(". ", 0, earlier.start) + 1, earlier.start - _REACH, 0)
        named = f"{text[first : span.start]}{_STATE}{text[span.end : start]}"
        return start - span.end < _REACH and self._ahead.search(named) is not None

    def _is_behind(self, scene: Scene, number: int) -> bool:
        text, mention, following = scene.block.text, *scene.mentions[number : number + 2]
        gap, rest = text[mention.end : following.start], text[following.end :][:_BEHIND]
        return len(gap) < _REACH and self._behind.search(f"{gap}{_STATE}{rest}") is not None


def _is_seat(span: Span) -> bool:
    """Whether a span names a state or its capital."""
    return span.type == EntityType.COUNTRY or span.kind == NameKind.CAPITAL
