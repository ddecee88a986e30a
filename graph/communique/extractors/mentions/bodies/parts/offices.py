"""Offices of bodies under common nouns and in cities: "AGENCY's field office", "AGENCY Torsk"."""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from communique.extractors.mentions.bodies.naming import no_towns
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.extractors.sieve import holds
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_NOUN = 4
"""Words of the longest noun."""
_LONGEST_CITY = 3
"""Words of the longest name of a city."""
_BEHIND_CITY = frozenset({"and", "in", "with", "on", "for", "to", "led", "said", "or", "at", "is"})
_OF = frozenset({"of", "to"})
_ACRONYM = re.compile("[A-Z]{3,8}")
_OWNERS = frozenset({EntityType.ORGANISATION, EntityType.OPERATION})
_SEATS = frozenset({"office", "bureau", "branch", "detachment", "station"})
"""Nouns for what a body has in a town."""


class BodyOffices:
    """Finds the parts of known bodies that a text names by a common noun."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._never = words.no_acronyms
        self._seats, self._kinds = _SEATS, words.part_modifiers | {"legal", "attaché", "’s", "'s"}
        self._behind_body = tuple(f" {noun}" for noun in sorted(_SEATS))
        self._nouns, self._agencies = words.office_nouns, words.field_agencies
        self._no_city = no_towns(nouns, titles)

    def find(self, index: WordIndex, bodies: Sequence[Span]) -> Iterator[Span]:
        """Yield candidates that beat the body alone.

        Args:
            index: Words of the block.
            bodies: Those known by name, with their places in it.
        """
        for body in bodies:
            if body.type == EntityType.ORGANISATION:
                yield from self._behind(index, body)
                yield from self._city(index, body)
                yield from self._before(index, body)

    def _behind(self, index: WordIndex, body: Span) -> Iterator[Span]:
        """Yield "AGENCY field office", and the noun alone behind a possessive."""
        first = index.at(body.end)
        if first >= len(index):
            return
        owned = index[first].text in POSSESSIVES
        first += owned
        start = first
        if owned and first < len(index) and index[first].capital:
            first = index.capitals(first) + 1  # "BODY's Latin America friendship group"
        for last in range(min(first + _LONGEST_NOUN, len(index)) - 1, first - 1, -1):
            noun = index.phrase(first, last).replace("’", "'")
            if noun in self._nouns and index.gap(first) == " ":
                form, noun = index.text[body.start : body.end], index.phrase(start, last)
                begin = index[start].start if owned else body.start
                yield self._part(body, begin, index[last].end, f"{form} {noun}", noun)
                return

    def _city(self, index: WordIndex, body: Span) -> Iterator[Span]:
        """Yield "AGENCY Torsk", the field office of an agency in a city."""
        first, form = index.at(body.end), index.text[body.start : body.end]
        if form not in self._agencies or first >= len(index) or index.gap(first) != " ":
            return
        last = index.capitals(first)
        words = {word.text for word in index.words[first : last + 1]}
        following = index.after(last)
        ends = following is None or following.mark or following.text in _BEHIND_CITY
        named = index[first].capital and not words & self._no_city
        if ends and named and last - first < _LONGEST_CITY and not index[last].text.endswith("ed"):
            name = index.phrase(first, last)
            yield self._part(body, body.start, index[last].end, f"{form} {name}", name)

    def abroad(self, index: WordIndex, bodies: Sequence[Span]) -> Iterator[Span]:
        """Yield "BODY's office in Torsk", "BODY field office in Torsk" and "BODY's Torsk office".

        Args:
            index: Words of the block.
            bodies: Those known by name or shape, with their places in it.
        """
        if not holds(index.text, self._behind_body):
            return
        for body in (*bodies, *self._unlisted(index)):
            first = index.at(body.end)
            if body.type not in _OWNERS or first >= len(index):
                continue
            first += index[first].text in POSSESSIVES
            last = self._seated(index, first)
            if last is not None and index.gap(first) == " ":
                noun = index.phrase(first, last)
                yield self._part(
                    body, body.start, index[last].end,
                    f"{index.text[body.start : body.end]} {noun}", noun,
                )  # fmt: skip

    def _unlisted(self, index: WordIndex) -> Iterator[Span]:
        """Yield the acronyms before "office", which no list needs to have."""
        for word, following in pairwise(index):
            told = following.text in self._seats and word.text not in self._never
            if told and _ACRONYM.fullmatch(word.text):
                yield Span(word.start, word.end, EntityType.ORGANISATION, word.text)

    def _seated(self, index: WordIndex, first: int) -> int | None:
        """Index of the last word of "field office in Torsk" or "Torsk office", or None."""
        if first >= len(index):
            return None
        if index[first].capital:
            last = index.capitals(first)
            owned = last + 1 < len(index) and index[last + 1].text in self._seats
            others = any(self._is_next(word.text) for word in index.words[first : last + 1])
            return last + 1 if owned and not others and last - first < _LONGEST_CITY else None
        place = first
        while place < min(first + _LONGEST_NOUN, len(index)) and index[place].text in self._kinds:
            place += 1
        town = place + 2
        if town >= len(index) or index[place].text not in self._seats:
            return None
        if index[place + 1].text != "in" or not index[town].capital:
            return None
        longest = min(index.capitals(town), town + _LONGEST_CITY - 1)
        others_at = (n - 1 for n in range(town + 1, longest + 1) if self._is_next(index[n].text))
        return next(others_at, longest)

    def _is_next(self, word: str) -> bool:
        """Whether a word behind a town begins another name: that of an official or of a day."""
        return word in self._no_city or word in calendar.day_name

    def _before(self, index: WordIndex, body: Span) -> Iterator[Span]:
        """Yield "secretariat of the AGENCY"."""
        place = index.at(body.start) - 1
        place -= place >= 0 and index[place].text == "the"
        if place < 1 or index[place].text not in _OF:
            return
        for first in range(max(0, place - _LONGEST_NOUN), place):
            noun = index.phrase(first, place - 1).replace("’", "'")
            if noun in self._nouns:
                name = index.phrase(first, index.at(body.end) - 1)
                yield self._part(body, index[first].start, body.end, name, noun)
                return

    @staticmethod
    def _part(body: Span, start: int, end: int, name: str, noun: str) -> Span:
        """The office of a body, known by the name of the body and the noun as well."""
        forms = (body.name, *body.aliases)
        nouns = dict.fromkeys((noun, noun.rsplit(" in ", 1)[0]))
        aliases = [f"{form}{s} {noun}" for form in forms for noun in nouns for s in ("", "'s")]
        kind = EntityType.ORGANISATION
        whole = replace(body, start=start, end=end, type=kind, within=(), territory=None)
        return replace(whole, name=name, aliases=tuple(dict.fromkeys(aliases)), strength=4)
