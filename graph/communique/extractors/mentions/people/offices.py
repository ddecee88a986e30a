"""Offices: role heads with what stands before and after them, and the body they stand in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extractors.mentions.people.context import BODY_TYPES, Context, Tail
from communique.extractors.mentions.people.heads import RoleHeads
from communique.extractors.mentions.people.tails import TailReader
from communique.extractors.mentions.spans import Role, Span, covering
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.territories import NameKind
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_SPACES = re.compile(r"\s+")
_SITE_PREPOSITIONS = frozenset({"in", "at", "from"})
_GRADES = frozenset(
    "Executive Interim Acting Deputy Managing Vice Assistant Associate Senior Chief".split()
)
_INTRODUCED = 4
"""Words from the last of a body's name, over the acronym in brackets, to the office."""
_PAST = frozenset({"former", "outgoing"})
_ACRONYM = re.compile(r" ?\([A-Z][\w./-]{1,11}\) ")
"""The acronym of a body between its name and an office in it."""
_FORMER = re.compile(r"(?i)(?:former|ex-|outgoing|late)\b")


class OfficeFinder:
    """Finds offices in the words of a block."""

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._heads = RoleHeads(titles)
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
            begun = inside is not None and inside.start == word.start
            longer = begun and inside is not None and index[last].end > inside.end
            short = word.text.isupper() and inside is not None and not inside.strength
            if inside and inside.type != EntityType.COUNTRY and not longer and not short:
                continue
            role = self._role(context, place, last, done)
            if role:
                roles.append(role)
                done = role.end
        return roles

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
        body = tail.body or owner
        named = covering(context.names, index[last].end + 1)
        if not (index[place].capital or body or named):
            return None
        if owner is not None:
            first = self._opening(index, first, floor)
        title = self._title(index, first, owner, tail)
        before = index[first - 1].text.lower() if first else ""
        return Role(
            index[first].start, tail.end, title, head, body,
            envoy=tail.envoy and body is None,
            former=bool(_FORMER.match(title)) or before in _PAST,
            commands=head.split()[-1] in self._titles.commanders,
            mandate=(*tail.mandate, *([owner] if owner and tail.body else [])),
        )  # fmt: skip

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
                return (index.at(owner.start) if owner else first), owner
            further = self._heads.first_of_office(index, first)
            if further == first or index[further].start < floor:
                break
            first = further
        return first, None

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
        """A body before an office without the grade that belongs to it ("BODY Interim CEO")."""
        last = index.at(span.end) - 1
        graded = index[last].text in _GRADES and index[last].start > span.start
        if not graded or span.type != EntityType.ORGANISATION or span.strength > 1:
            return span
        name = span.name.removesuffix(f" {index[last].text}")
        return replace(span, end=index[last - 1].end, name=name)

    @staticmethod
    def _is_site(index: WordIndex, span: Span) -> bool:
        """Whether a state or capital is where somebody is ("In Riga President NAME …")."""
        place = index.at(span.start)
        if place and index[place - 1].text == "the" and span.type == EntityType.ORGANISATION:
            place -= 1
        noun = span.kind != NameKind.DEMONYM
        return noun and place > 0 and index[place - 1].text.lower() in _SITE_PREPOSITIONS

    def _opening(self, index: WordIndex, first: int, floor: int) -> int:
        """First of the words before the owner of an office that belong to it ("former")."""
        while first > 0 and index[first - 1].start >= floor:
            if index[first - 1].text.lower() not in self._titles.openings:
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
