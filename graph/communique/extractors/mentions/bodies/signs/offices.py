"""Offices of bodies under common nouns and in cities: "AGENCY's field office", "AGENCY Torsk"."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
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
_OFFICE_IN = ("office", "in")


class BodyOffices:
    """Finds the parts of known bodies that a text names by a common noun."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._nouns, self._agencies = words.office_nouns, words.field_agencies
        self._no_city = (
            nouns.organisation_heads | nouns.organisation_ends | nouns.operation_heads
            | titles.role_heads | titles.role_modifiers | titles.ranks | titles.portfolio
            | titles.honorifics | words.documents | words.posts | words.heads
        )  # fmt: skip

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
                yield from self._abroad(index, body)
                yield from self._before(index, body)

    def _behind(self, index: WordIndex, body: Span) -> Iterator[Span]:
        """Yield "AGENCY field office", and the noun alone behind a possessive."""
        first = index.at(body.end)
        if first >= len(index):
            return
        owned = index[first].text in POSSESSIVES
        first += owned
        for last in range(min(first + _LONGEST_NOUN, len(index)) - 1, first - 1, -1):
            noun = index.phrase(first, last).replace("’", "'")
            if noun in self._nouns and index.gap(first) == " ":
                form = index.text[body.start : body.end]
                start = index[first].start if owned else body.start
                yield self._part(body, start, index[last].end, f"{form} {noun}", noun)
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

    def _abroad(self, index: WordIndex, body: Span) -> Iterator[Span]:
        """Yield "BODY's office in Torsk"."""
        first = index.at(body.end)
        town = first + len(_OFFICE_IN) + 1
        if town >= len(index) or index[first].text not in POSSESSIVES:
            return
        words = tuple(word.text for word in index.words[first + 1 : town])
        if words == _OFFICE_IN and index[town].capital:
            longest = min(index.capitals(town), town + _LONGEST_CITY - 1)
            others = (n - 1 for n in range(town + 1, longest + 1) if self._is_next(index[n].text))
            last = next(others, longest)
            noun = index.phrase(first + 1, last)
            form = index.text[body.start : body.end]
            yield self._part(body, body.start, index[last].end, f"{form} {noun}", noun)

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
        aliases = [f"{form} {noun}" for form in (body.name, *body.aliases)]
        whole = replace(body, start=start, end=end, within=(), territory=None)
        return replace(whole, name=name, aliases=tuple(dict.fromkeys(aliases)), strength=4)
