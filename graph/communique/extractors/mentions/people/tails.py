"""What follows a role head: portfolios, the body, and whom an envoy is sent to."""

from communique.extractors.mentions.people.context import (
    BODY_TYPES,
    DETERMINERS,
    Context,
    Tail,
    is_name_like,
)
from communique.extractors.mentions.people.heads import RoleHeads
from communique.extractors.mentions.spans import Span, covering, innermost, led_at, span_at
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.territories import NameKind
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on", "within"})
_UNDER = "under"
_SEATS = {("in", EntityType.PLACE), ("at", EntityType.PLACE), ("in", EntityType.COUNTRY)}
_INSIDE = frozenset({"of", "at", "in"})  # before a body nearer than the state
_JOINED_BODIES = frozenset({EntityType.ORGANISATION, EntityType.OPERATION})
_PORTFOLIO_GAPS = frozenset({" ", "-", "\n"})
_NAME_REACH = 3
"""Words of a portfolio, in no class, after which a name may stand."""
_ADDRESS = "Ambassador"  # before a name as often its form of address
_OF_STATES = frozenset({"President", "Premier", "King", "Queen", "Emir", "Sultan"})
"""Who is at a house or body without holding an office there ("the President at State House")."""
_CHARGED = "charge"
"""How an office ends that words its field: "Minister of State in charge of the X"."""
_DEEPEST = 4
"""Offices within offices ("Secretary to the Minister to the …") that are read."""
_LONGEST_LIST = 24
"""Words within which a list of states comes to its "and"."""
_LIST_REACH = 4
"""Words within which a list of portfolios comes to its "and"."""


class TailReader:
    """Reads an office on from its head."""

    def __init__(self, titles: Titles, heads: RoleHeads) -> None:
        """Take the title classes."""
        self._titles = titles
        self._heads = heads
        self._topics = (
            titles.portfolio | titles.role_heads | titles.local_modifiers | titles.charges
        )
        self._depth = 0

    def read(self, context: Context, last: int) -> Tail:
        """The tail of an office.

        Args:
            context: The block.
            last: Index of the last word of its head.
        """
        tail = Tail(context.index[last].end)
        if beside := self._beside(context, tail.end):
            return Tail(beside.end, beside, tail.end)
        if whole := context.whole(context.index[last].start, tail.end):
            return Tail(whole.end, whole, tail.end)
        head = context.index[last].text
        place: int | None = last + 1 + self._heads.bracketed(context.index, last + 1)
        if field := self._heads.field(context.index, last + 1):
            place = last + 1 + field
            tail.end = context.index[last + field].end
        while place is not None and place + 1 < len(context.index):
            place = self._step(context, place, head, tail)
        return tail

    @staticmethod
    def _beside(context: Context, end: int) -> Span | None:
        """The body right after an office ("Commander KFOR"), or None."""
        span = span_at(context.spans, end + 1) if context.index.text[end : end + 1] == " " else None
        if span is None or not span.named or is_name_like(context.index, span):
            return None
        return span if span.type in _JOINED_BODIES else None

    def _step(self, context: Context, place: int, head: str, tail: Tail) -> int | None:
        """Take one more phrase into a tail; index of the word after it, None where it ends."""
        joint = context.index[place].text
        joint = joint.lower() if joint.isupper() else joint
        if joint in {"and", "&", ",", _UNDER}:
            return self._extend(context, tail, self._more(context, place, tail))
        seated = joint == "at" and head in _OF_STATES and _is_plain(context.index, place)
        if joint not in _PREPOSITIONS or seated or self._serves_named(context, joint, place + 1):
            return None
        word, following = context.index[place + 1], place + 1
        to_do = word.text in self._titles.never_names - DETERMINERS  # "General to Travel to X"
        if joint == "to" and (to_do or head not in self._titles.accredited):
            if not to_do:
                self._serve(context, place, tail)
            return None
        if word.text in DETERMINERS and not span_at(context.spans, word.start):  # "The Gambia"
            following = min(following + 1, len(context.index) - 1)
        following += context.is_level(following)
        span = led_at(context.index.text, context.spans, context.index[following].start)
        if span and span.kind == NameKind.DEMONYM:
            return self._foreign(context, joint, span, tail)
        if span and span.named and span.type in BODY_TYPES | {EntityType.PLACE}:
            return self._take(context, joint, head, span, tail)
        sited = joint != "of" and joint in _INSIDE  # "the President at the Harbour Summit"
        sited |= bool(span and span.named and span.type == EntityType.EVENT)  # no field of work
        end = None if sited else self._portfolio(context, following)
        tail.envoy |= end is not None and self._is_away(joint, head) and joint != "on"
        return self._extend(context, tail, end)

    def _foreign(self, context: Context, joint: str, span: Span, tail: Tail) -> int | None:
        """Take in what a demonym begins: a field of work, or the office of another state."""
        place = context.index.at(span.start)
        following = context.index.at(span.end)
        if joint == "of" and following < len(context.index) and tail.body is None:
            noun = context.index[following]
            if noun.text.lower() in self._titles.sides:
                tail.body, tail.body_start, tail.end = span, tail.end, noun.end
                return following + 1
        regional = self._regional(context, place) if joint == "for" else None
        if regional is None:
            self._serve_foreign(context, span, tail)
        return self._extend(context, tail, regional)

    def _regional(self, context: Context, place: int) -> int | None:
        """End of "Danish and Icelandic Affairs" that begins at a word, or None."""
        index = context.index
        while place + 1 < len(index) and (
            index[place].text == "and" or span_at(context.spans, index[place].start)
        ):
            place += 1
        topic = index[place].text in self._titles.portfolio
        return self._portfolio(context, place) if topic else None

    def _more(self, context: Context, place: int, tail: Tail) -> int | None:
        """End of what "and", "under" or a comma adds to a tail, or None."""
        if context.index[place].text == _UNDER:
            return context.under(place + 1) if tail.body else None
        end = self._more_mandate(context, place, tail)
        return self._more_portfolio(context, place) if end is None and not tail.body else end

    @staticmethod
    def _extend(context: Context, tail: Tail, end: int | None) -> int | None:
        """Let a tail reach to an offset; index of the word after it, None without offset."""
        if end is None:
            return None
        tail.end = end
        return context.index.at(end)

    def _is_away(self, joint: str, head: str) -> bool:
        """Whether a preposition says where an office acts, not whose it is."""
        return joint == "to" or (joint in {"for", "on"} and head in self._titles.envoys)

    def _serves_named(self, context: Context, joint: str, place: int) -> bool:
        """Whether "to" is before another office and its holder ("to Estonian Premier Ana Berg")."""
        index = context.index
        if joint not in {"to", "for"}:
            return False
        if owner := span_at(context.spans, index[place].start):
            if index.text.startswith(("'s ", "’s "), owner.end):
                return joint == "for"  # "thanked the Minister for Latvia's support"
            place = index.at(owner.end)
        first = self._heads.after_modifiers(index, place) if place < len(index) else None
        last = self._heads.last(index, first) if first is not None else None
        if last is None or last + 1 >= len(index) or index[last].text == _ADDRESS:
            return False
        name, near = last + 1, index.gap(last + 1) == " "
        return near and index[name].capital and index[name].text not in self._topics

    def _serve(self, context: Context, place: int, tail: Tail) -> None:
        """Take in the office that another one serves ("Assistant Director to the Minister")."""
        if context.index[place + 1].text == "the" and tail.body is None:
            tail.end = self._nested(context, place + 2) or tail.end

    def _serve_foreign(self, context: Context, owner: Span, tail: Tail) -> None:
        """Take in the office of another state ("Advisor to the Iraqi Minister of …")."""
        end = self._nested(context, context.index.at(owner.end))
        if end is not None:
            tail.end, tail.body, tail.body_start, tail.envoy = end, owner, None, False

    def _take(self, context: Context, joint: str, head: str, span: Span, tail: Tail) -> int | None:
        """Take in a body, or whom an envoy is sent to; None for where an office has its seat."""
        if (joint, span.type) in _SEATS:
            return self._extend(context, tail, self._seat_before_name(context, span, tail))
        sent = joint == "to" and span.type in {EntityType.COUNTRY, EntityType.PLACE}
        away = sent or (self._is_away(joint, head) and head in self._titles.envoys)
        for_places = joint in {"for", "on"} and span.type != EntityType.ORGANISATION
        if joint == "for" and head == _ADDRESS and span.type == EntityType.COUNTRY:
            away = for_places = False  # "the Ambassador for Peru" is Peru's
        if away or for_places or head == _CHARGED:
            tail.envoy = tail.envoy or (away and tail.body is None)
            tail.mandate.append(span)
        elif span.type in BODY_TYPES and not self._is_field(context, joint, head, span):
            span = innermost(context.index.text, context.spans, context.owned(span))
            nearer = tail.body and tail.body.type == EntityType.COUNTRY and joint in _INSIDE
            if tail.body is None or nearer:
                start, body = context.boarded(span) or (tail.end, span)
                tail.body_start = start if tail.body_start is None else tail.body_start
                tail.body = body
        following = context.index.at(span.end)
        topic = following < len(context.index) and context.index.gap(following) == " "
        if joint == "of" and topic and (served := self._served(context, following)):
            return self._extend(context, tail, served)
        if topic and context.index[following].text in self._titles.portfolio and not tail.body:
            return self._extend(context, tail, self._portfolio(context, following))
        return self._extend(context, tail, span.end)

    def _is_field(self, context: Context, joint: str, head: str, body: Span) -> bool:
        """Whether an office is for what looks like a body: only the model takes it for one.

        Or it begins a field of work: "for International Organization Affairs".
        """
        speaks = head.lower().startswith("spokes") or head in self._titles.forms_of_address
        following = context.index.at(body.end)
        topic = following < len(context.index) and context.index[following].text == "Affairs"
        return joint == "for" and (body.strength == 0 or topic) and not speaks

    def _seat_before_name(self, context: Context, seat: Span, tail: Tail) -> int | None:
        """End of where an office acts if its holder's name follows, maybe behind a comma."""
        index, comma = context.index, context.index.text.startswith(",", seat.end)
        place = index.at(seat.end + comma)
        while place < len(index) and self.is_address(index[place].text):
            place += 1
        name = span_at(context.names, index[place].start) if place < len(index) else None
        return seat.end if name and (tail.body or not comma or context.is_last(name)) else None

    def _more_mandate(self, context: Context, place: int, tail: Tail) -> int | None:
        """End of a further state or region that an office is for ("for A, B, and C"), or None."""
        if not tail.mandate or tail.mandate[-1].type == EntityType.ORGANISATION:
            return None
        index, following = context.index, place + 1
        if index[place].text == ",":
            reach = [word.text for word in index.words[place : place + _LONGEST_LIST]]
            if not {"and", "&"} & set(reach[: reach.index(".")] if "." in reach else reach):
                return None
            following += index[following].text in {"and", "&"}
        if following + 1 < len(index) and index[following].text == "the":
            following += 1
        span = span_at(context.spans, index[following].start) if following < len(index) else None
        if span is None or span.type not in {EntityType.COUNTRY, EntityType.PLACE}:
            return None
        after = index.at(span.end)
        owner = span.kind == NameKind.DEMONYM or (
            after < len(index)
            and (index[after].text in POSSESSIVES or self._heads.starts_office(index, after))
        )
        if owner:
            return None
        tail.mandate.append(span)
        return span.end

    def _nested(self, context: Context, place: int) -> int | None:
        """End of the office that begins at a word, modifiers before it included, or None."""
        first = self._heads.after_modifiers(context.index, place)
        last = self._heads.last(context.index, first) if first is not None else None
        if last is None or self._depth >= _DEEPEST:
            return None
        self._depth += 1
        try:
            return self.read(context, last).end
        finally:
            self._depth -= 1

    def _served(self, context: Context, place: int) -> int | None:
        """End of the office in a body that a representative is of, if nobody's name follows."""
        end = self._nested(context, place)  # "of the BODY Secretary-General"
        following = context.index.at(end) if end is not None else place
        named = following < len(context.index) and context.index[following].capital
        return None if named else end

    def _portfolio(self, context: Context, first: int) -> int | None:
        """End of a run of capitalised words, or None; it stops before a name or an honorific."""
        index, place = context.index, first
        known = False
        while place < len(index) and index[place].capital:
            text = index[place].text
            apart = place > first and index.gap(place) not in _PORTFOLIO_GAPS
            if apart or covering(context.names, index[place].start) or self.is_address(text):
                break
            if place > first and self._begins_rank(index, place):
                break
            is_title = text in self._topics or (text.isupper() and text.title() in self._topics)
            if known and not is_title and not context.leads_to_name(place, _NAME_REACH):
                break
            known = known or is_title
            place += 1
        if not known and place - first >= _NAME_REACH and context.is_ministry(first):
            place = first + 1  # "Minister of Antiquities Anna Berg"
        return index[place - 1].end if place > first else None

    def _is_further(self, index: WordIndex, place: int) -> bool:
        """Whether a further portfolio begins at a word after "and" or a comma."""
        if index[place].text in self._titles.portfolio:
            return True
        following = index.after(place)
        topic = following is not None and following.text in self._titles.portfolio
        return bool(topic and index[place].capital and index.gap(place + 1) == " ")

    def _begins_rank(self, index: WordIndex, place: int) -> bool:
        """Whether a rank of several words begins at a word: "Air Chief Marshal"."""
        ends = range(place + 1, min(place + 3, len(index)))
        return any(index.phrase(place, end) in self._titles.ranks for end in ends)

    def is_address(self, word: str) -> bool:
        """Whether a word is an honorific or a rank."""
        bare = word.rstrip(".")
        return bare in self._titles.honorifics or bare in self._titles.ranks

    def _more_portfolio(self, context: Context, place: int) -> int | None:
        """End of a portfolio after "and" or a comma ("Political Affairs, Peace, and Security")."""
        index, following = context.index, place + 1
        comma = index[place].text == ","
        if comma and index[following].text == "and":
            following += 1
        if following >= len(index) or not self._is_further(index, following):
            return None
        if covering(context.names, index[following].start):
            return None
        if self._heads.starts_office(index, following):
            return None
        reach = index.words[following - 1 : following + _LIST_REACH]
        if comma and not any(word.text == "and" for word in reach):
            return None
        return self._portfolio(context, following)


def _is_plain(index: WordIndex, place: int) -> bool:
    """Whether "the" and one word are all that stands of an office before a word."""
    return place > 1 and index[place - 2].text in DETERMINERS
