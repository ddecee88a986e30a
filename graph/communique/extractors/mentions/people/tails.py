"""What follows a role head: portfolios, the body, and whom an envoy is sent to."""

from dataclasses import dataclass

from communique.extractors.mentions.people.context import BODY_TYPES, Context
from communique.extractors.mentions.people.heads import RoleHeads
from communique.extractors.mentions.spans import Span, covering, span_at
from communique.gazetteer.territories import NameKind
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on", "within"})
_DETERMINERS = frozenset({"the", "his", "her", "its"})
_INSIDE = frozenset({"of", "at", "in"})
"""Prepositions by which a body after a state is the nearer one."""
_JOINED_BODIES = frozenset({EntityType.ORGANISATION, EntityType.OPERATION})
_PORTFOLIO_GAPS = frozenset({" ", "-", "\n"})
_LIST_REACH = 4
"""Words within which a list of portfolios comes to its "and"."""


@dataclass(slots=True)
class Tail:
    """What has been read after a role head.

    Attributes:
        end: Offset after the office so far.
        body: The body it stands in.
        body_start: Offset where the words that name the body begin, the preposition included.
        envoy: Whether it acts for somebody elsewhere.
    """

    end: int
    body: Span | None = None
    body_start: int | None = None
    envoy: bool = False


class TailReader:
    """Reads an office on from its head."""

    def __init__(self, titles: Titles, heads: RoleHeads) -> None:
        """Take the title classes."""
        self._titles = titles
        self._heads = heads

    def read(self, context: Context, last: int) -> Tail:
        """The tail of an office.

        Args:
            context: The block.
            last: Index of the last word of its head.
        """
        tail = Tail(context.index[last].end)
        if beside := self._beside(context, tail.end):
            return Tail(beside.end, beside, tail.end)
        head = context.index[last].text
        place: int | None = last + 1
        while place is not None and place + 1 < len(context.index):
            place = self._step(context, place, head, tail)
        return tail

    @staticmethod
    def _beside(context: Context, end: int) -> Span | None:
        """The body right after an office ("Commander KFOR"), or None."""
        span = span_at(context.spans, end + 1) if context.index.text[end : end + 1] == " " else None
        joined = span and span.named and span.type in _JOINED_BODIES
        return span if joined else None

    def _step(self, context: Context, place: int, head: str, tail: Tail) -> int | None:
        """Take one more phrase into a tail; index of the word after it, None where it ends."""
        joint = context.index[place].text
        if joint in {"and", "&", ","}:
            end = self._more_portfolio(context, place) if tail.body is None else None
            return self._extend(context, tail, end)
        if joint not in _PREPOSITIONS:
            return None
        if joint == "to" and head not in self._titles.accredited:
            self._serve(context, place, tail)
            return None
        following = place + 1
        if context.index[following].text in _DETERMINERS and following + 1 < len(context.index):
            following += 1
        span = span_at(context.spans, context.index[following].start)
        if span and span.kind == NameKind.DEMONYM:
            self._serve_foreign(context, span, tail)
            return None
        if span and span.named and span.type in BODY_TYPES | {EntityType.PLACE}:
            return self._take(context, joint, head, span, tail)
        end = self._portfolio(context, following) if joint != "in" else None
        if end is not None and self._is_away(joint, head) and joint != "on":
            tail.envoy = True
        return self._extend(context, tail, end)

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
        if joint == "in" and span.type in {EntityType.PLACE, EntityType.COUNTRY}:
            return None
        if self._is_away(joint, head) and head in self._titles.envoys:
            tail.envoy = tail.body is None
        elif span.type in BODY_TYPES:
            nearer = tail.body and tail.body.type == EntityType.COUNTRY and joint in _INSIDE
            if tail.body is None or nearer:
                tail.body_start = tail.end if tail.body_start is None else tail.body_start
                tail.body = span
        return self._extend(context, tail, span.end)

    def _nested(self, context: Context, place: int) -> int | None:
        """End of the office that begins at a word, modifiers before it included, or None."""
        first = self._heads.after_modifiers(context.index, place)
        last = self._heads.last(context.index, first) if first is not None else None
        return self.read(context, last).end if last is not None else None

    def _portfolio(self, context: Context, first: int) -> int | None:
        """End of a run of capitalised words, or None; it stops before a name or an honorific."""
        index, place = context.index, first
        known = False
        while place < len(index) and index[place].capital:
            text = index[place].text
            apart = place > first and index.gap(place) not in _PORTFOLIO_GAPS
            if apart or covering(context.names, index[place].start) or self._is_address(text):
                break
            is_title = text in self._titles.portfolio or text in self._titles.role_heads
            if known and not is_title:
                break
            known = known or is_title
            place += 1
        return index[place - 1].end if place > first else None

    def _is_address(self, word: str) -> bool:
        """Whether a word is an honorific or a rank."""
        return word in self._titles.honorifics or word.rstrip(".") in self._titles.ranks

    def _more_portfolio(self, context: Context, place: int) -> int | None:
        """End of a portfolio after "and" or a comma ("Political Affairs, Peace, and Security")."""
        index, following = context.index, place + 1
        comma = index[place].text == ","
        if comma and index[following].text == "and":
            following += 1
        if following >= len(index) or index[following].text not in self._titles.portfolio:
            return None
        if covering(context.names, index[following].start):
            return None
        if self._heads.starts_office(index, following):
            return None
        reach = index.words[following - 1 : following + _LIST_REACH]
        if comma and not any(word.text == "and" for word in reach):
            return None
        return self._portfolio(context, following)
