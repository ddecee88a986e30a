"""Offices: role heads with what stands before and after them, and the body they stand in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extractors.mentions.people.context import BODY_TYPES, Context, Tail
from communique.extractors.mentions.people.heads import RoleHeads
from communique.extractors.mentions.people.tails import TailReader
from communique.extractors.mentions.spans import Role, Span, covering, span_at
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.territories import NameKind, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_SPACES = re.compile(r"\s+")
_SITE_PREPOSITIONS = frozenset({"in", "at", "from"})
_CALLING = frozenset(
    "bring brings bringing brought invite invites invited inviting welcome welcomes welcomed "
    "welcoming".split()
)
"""Verbs behind which "to" tells where somebody comes ("welcomed to Riga President NAME")."""
_GRADES = frozenset(
    "Executive Interim Acting Deputy Managing Vice Assistant Associate Senior Chief".split()
)
_UNITS = frozenset(
    "Section Division Branch Bureau Unit Department Board Wing Squadron Battalion Contingent "
    "Detachment Sector".split()
)
_WHOLE = frozenset(
    "Agency Ministry Service Office Commission Organisation Organization Authority Administration "
    "Court Council Institute Company Corporation Bank".split()
)
"""Heads of a whole name, behind which a unit belongs to an office ("AGENCY Section Chief")."""
_ADDRESSED = 5
"""Words of forms of address between an office and the name behind its comma, and one."""
_WORLD = frozenset({"UN", "United Nations"})
"""The body whose commissioners head bodies of their own, called by their offices."""
_CLOSED = re.compile(r"[,;](?! [A-Z][a-z]+,)|\.(?:\s|$)|$")
"""What stands behind the body of an office that commas enclose; no further part of its name."""
_BESIDE = frozenset({" ", ", "})
_SERVED = frozenset({"General", "President", "Chairperson", "Commissioner", "Representative"})
"""Last words of the offices whose holders send others."""
_INTRODUCED = 4
"""Words from the last of a body's name, over the acronym in brackets, to the office."""
_OPENERS = frozenset({"the", "its", "his", "her", "their"}) | POSSESSIVES
_PAST = frozenset({"former", "outgoing"})
_ACRONYM = re.compile(r" ?\([A-Z][\w./-]{1,11}\) ")
"""The acronym of a body between its name and an office in it."""
_FORMER = re.compile(r"(?i)(?:former|ex-|outgoing|late)\b")


class OfficeFinder:
    """Finds offices in the words of a block.

    Attributes:
        singulars: Heads of offices by their plurals.
    """

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._heads = RoleHeads(titles)
        self.singulars = self._heads.singulars
        self._tails = TailReader(titles, self._heads)

    def find(self, index: WordIndex, spans: Sequence[Span], names: Sequence[Span]) -> list[Role]:
        """The offices of a block in order, none overlapping.

        Args:
            index: Words of the block.
            spans: Bodies, states, operations, events and places of the block.
            names: Personal names that are sure already; an office does not run into one.
        """
        context = Context(index, spans, names)
        roles: list[Role] = []
        done = -1
        for place in self._heads.places(index):
            word = index[place]
            last = self._heads.last(index, place) if word.start >= done else None
            if last is None or covering(names, word.start) or self._is_rank(index, place):
                continue
            inside = covering(spans, word.start)
            if inside is None or inside.type == EntityType.COUNTRY:
                role = self._role(context, place, last, done)
            else:
                role = self._inside(context, place, last, inside, done)
            if role:
                roles.append(role)
                done = role.end
        return roles

    def _inside(
        self, context: Context, place: int, last: int, body: Span, floor: int
    ) -> Role | None:
        """The office whose head stands in what looks like the name of a body, or None.

        Args:
            context: The block.
            place: Index of the first word of the head.
            last: Index of its last word.
            body: What looks like a body.
            floor: Offset before which the office does not begin.
        """
        word, index = context.index[place], context.index
        if own := self._called_so(context, place, last, body):
            return own
        if self._are_several(context, last, body):
            others = [span for span in context.spans if span is not body]
            return self._role(replace(context, spans=others), place, last, floor)
        longer = body.start == word.start and index[last].end > body.end
        same = (body.start, body.end) == (word.start, index[last].end) and place < last
        guessed = not body.strength and (same or word.text.isupper())
        fits = longer or guessed  # "Surgeon General", which only the model takes for a body
        return self._role(context, place, last, floor) if fits else None

    def _called_so(self, context: Context, place: int, last: int, body: Span) -> Role | None:
        """The office by which a body is called before its holder: "UN High Commissioner for X"."""
        index, end = context.index, body.end
        if body.type != EntityType.ORGANISATION or index[last].end == end or not body.strength:
            return None
        acronym = _ACRONYM.match(index.text, end)
        start = acronym.end() if acronym else end + (2 if index.text.startswith(", ", end) else 1)
        first = place - (place > 0 and index[place - 1].text in self._titles.role_modifiers)
        owner = index.text[body.start : index[first].start].strip()
        beside = index.text[end:start] in _BESIDE or acronym is not None
        owned = owner.rpartition(" ")[2][:1].isupper()
        if not owned or not beside or self._name_at(context, start) is None:
            return None
        whole = body
        if owner not in _WORLD:
            whole = Span(body.start, body.start + len(owner), body.type, owner)
        title = _SPACES.sub(" ", index.text[index[first].start : end])
        return Role(body.start, end, title, index.phrase(place, last), whole)

    def _are_several(self, context: Context, last: int, body: Span) -> bool:
        """Whether what looks like a body is an office in the plural before its holders' names."""
        ends = body.end == context.index[last].end and context.index[last].text in self.singulars
        return ends and span_at(context.names, body.end + 1) is not None

    def _is_rank(self, index: WordIndex, place: int) -> bool:
        """Whether a word goes on with a rank of three: "Air Chief Marshal"."""
        firsts = range(max(0, place - 2), min(place, len(index) - 2))
        return any(index.phrase(first, first + 2) in self._titles.ranks for first in firsts)

    def _role(self, context: Context, place: int, last: int, floor: int) -> Role | None:
        """The office around a head, or None if a head without capital stands for itself.

        Args:
            context: The block.
            place: Index of the first word of the head.
            last: Index of its last word.
            floor: Offset before which the office does not begin.
        """
        index = context.index
        head = index.phrase(place, last)
        first, owner = self._before(context, place, floor)
        tail = self._tails.read(context, last)
        body = tail.body or owner or context.nationals(index[last].end, tail.end)
        named = covering(context.names, index[last].end + 1)
        if not (
            index[place].capital or body or named or self._is_apposed(context, first, tail.end)
        ):
            return None
        if self._heads.is_plural(head) and not (named or self._leads_given(index, last)):
            return None
        if owner is not None:
            first = self._opening(index, first, floor)
        title = self._title(index, first, owner, tail)
        before = index[first - 1].lower if first else ""
        return Role(
            index[first].start, tail.end, title, head, body,
            envoy=tail.envoy and body is None,
            former=bool(_FORMER.match(title)) or before in _PAST,
            commands=not self._titles.commanders.isdisjoint((head, head.split()[-1])),
            mandate=(*tail.mandate, *([owner] if owner and tail.body else [])),
        )  # fmt: skip

    @staticmethod
    def _leads_given(index: WordIndex, last: int) -> bool:
        """Whether a given name and another word with capital stand right behind a word."""
        given, following = index.after(last), index.after(last + 1)
        named = given is not None and fold(given.text) in given_names()
        return named and following is not None and following.capital

    def _before(self, context: Context, place: int, floor: int) -> tuple[int, Span | None]:
        """First word of the office and the body named before it ("Latvian President")."""
        index, first = context.index, place
        while first > 0 and index.same_line(first) and index[first - 1].start >= floor:
            before = index[first - 1]
            span = self._introduced(context, first) or covering(context.spans, before.start)
            if span and span.type in BODY_TYPES | {EntityType.PLACE}:
                usable = span.type in BODY_TYPES or span.kind == NameKind.CAPITAL
                usable = usable and span.named and not self._is_site(index, span)
                graded = self._without_grade(index, span)
                return (index.at(span.start), graded) if usable else (first, None)
            if before.text in POSSESSIVES:
                span = covering(context.spans, before.start - 1)
                owner = span if span and span.type in BODY_TYPES else None
                owner = owner or self._served(context, first - 2)
                return (index.at(owner.start) if owner else first), owner
            further = self._heads.first_of_office(index, first)
            if further == first or index[further].start < floor:
                break
            first = further
        return first, None

    def _served(self, context: Context, last: int) -> Span | None:
        """The body of an office whose possessive leads to another: "BODY Secretary-General's"."""
        index, first = context.index, last
        while first > 0 and (further := self._heads.first_of_office(index, first)) < first:
            first = further
        head = index[last].text.split("-")[-1] if last >= 0 else ""
        span = covering(context.spans, index[first].start - 2) if head in _SERVED else None
        near = span is not None and index.text[span.end : index[first].start] == " "
        return span if near and span is not None and span.type == EntityType.ORGANISATION else None

    def _is_apposed(self, context: Context, first: int, end: int) -> bool:
        """Whether a comma and the whole of an apposed name follow: "its chairman, NAME,"."""
        index = context.index
        before = index[first - 1].lower if first else ""
        if not index.text.startswith(", ", end):
            return False
        if before not in _OPENERS:
            return self._is_enclosed(context, first, end)
        name = self._name_at(context, end + len(", "))
        return name is not None and context.is_last(name)

    @staticmethod
    def _is_enclosed(context: Context, first: int, end: int) -> bool:
        """Whether a name and a body enclose an office by commas: "NAME, commander, BODY,"."""
        text, start = context.index.text, context.index[first].start
        named = first > 1 and context.index[first - 2].capital
        body = (
            span_at(context.spans, end + len(", "))
            if named and text[start - 2 : start] == ", "
            else None
        )
        if body is None or body.type != EntityType.ORGANISATION or not body.named:
            return False
        return _CLOSED.match(text, body.end) is not None

    def _name_at(self, context: Context, start: int) -> Span | None:
        """The name that begins at an offset, maybe with a form of address, or None."""
        index, place = context.index, context.index.at(start)
        name = next((name for name in context.names if name.start >= start), None)
        address = index.text[start : name.start] if name else ""
        titled = not address or self._tails.is_address(index[place].text.rstrip("."))
        return name if titled and address.count(" ") < _ADDRESSED else None

    @staticmethod
    def _introduced(context: Context, place: int) -> Span | None:
        """The body with its acronym right before a word ("BODY (ACRONYM) President"), or None."""
        index = context.index
        if index[place - 1].text != ")" or place < _INTRODUCED:
            return None
        span = covering(context.spans, index[place - _INTRODUCED].start)
        gap = index.text[span.end : index[place].start] if span else ""
        return span if _ACRONYM.fullmatch(gap) else None

    @staticmethod
    def _without_grade(index: WordIndex, span: Span) -> Span:
        """A body before an office without the grade or unit that belongs to the office.

        "BODY Interim CEO", "BODY Section Chief".
        """
        last = index.at(span.end) - 1
        inside = index[last].start > span.start and span.type == EntityType.ORGANISATION
        graded = index[last].text in _GRADES and span.strength <= 1
        unit = index[last].text in _UNITS and index[last - 1].text in _WHOLE
        unit = unit and span.name.endswith(f" {index[last].text}")
        if not inside or not (graded or unit):
            return span
        name = span.name.removesuffix(f" {index[last].text}")
        return replace(span, end=index[last - 1].end, name=name)

    @staticmethod
    def _is_site(index: WordIndex, span: Span) -> bool:
        """Whether a state or capital is where somebody is ("In Riga President NAME …")."""
        place = index.at(span.start)
        if place and index[place - 1].text == "the" and span.type == EntityType.ORGANISATION:
            place -= 1
        if span.kind == NameKind.DEMONYM or not place:
            return False
        called = place > 1 and index[place - 1].lower == "to" and index[place - 2].lower in _CALLING
        return called or index[place - 1].lower in _SITE_PREPOSITIONS

    def _opening(self, index: WordIndex, first: int, floor: int) -> int:
        """First of the words before the owner of an office that belong to it ("former")."""
        while first > 0 and index[first - 1].start >= floor:
            if index[first - 1].lower not in self._titles.openings:
                break
            first -= 1
        return first

    @staticmethod
    def _title(index: WordIndex, first: int, owner: Span | None, tail: Tail) -> str:
        """The words of an office without the body it stands in."""
        start = index[first].start
        end = tail.body_start if tail.body_start is not None else tail.end
        if owner is None:
            return _SPACES.sub(" ", index.text[start:end]).strip(" ,")
        acronym = _ACRONYM.match(index.text, owner.end)
        place = index.at(acronym.end() if acronym else owner.end)
        while place < len(index) and index[place].text in POSSESSIVES:
            place += 1
        rest = index[place].start if place < len(index) else owner.end
        return _SPACES.sub(" ", index.text[start : owner.start] + index.text[rest:end]).strip(" ,")
