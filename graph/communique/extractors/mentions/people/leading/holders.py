"""Bodies cut before the person who holds an office in them: "Head of the Customs Service NAME"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extractors.mentions.people.leading.addresses import LONGEST_ADDRESS, Addresses
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_OFFICE = re.compile(r"\b(?:(?P<long>\w+[ -]\w+)|(?P<head>\w+)) (?:of|for|to|at|in) (?:the )?$")
_REACH = 60
"""Characters before a body that hold the noun of an office."""
_NAME = range(2, 6)
"""Words of the name of a holder."""
_NAMED_AFTER = frozenset(
    "University Hospital Museum Institute Academy School College Foundation Theatre Theater Centre "
    "Center Clinic Library".split()
)
"""Houses that are named after somebody or something behind their noun."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_RANK = 2
"""Words from which on a rank is no word of a field of work ("General")."""


class Holders:
    """Tells where the name of a body ends and that of a person begins."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the classes of words that stand in names of bodies and of offices."""
        self._heads, self._topics = nouns.organisation_heads, titles.portfolio
        self._offices = titles.role_heads
        self._addresses = Addresses(titles)
        self._impersonal = (
            self._heads | self._topics | titles.role_heads | titles.role_modifiers
            | titles.local_modifiers
            | titles.honorifics | titles.never_names | nouns.operation_heads | nouns.event_heads
            | nouns.operation_prefixes | nouns.regions | nouns.organisation_openings
            | nouns.organisation_compounds | nouns.operation_kinds | site_words().sites
        )  # fmt: skip

    def cut(self, index: WordIndex, spans: Iterable[Span]) -> Iterator[Span]:
        """Yield the spans of a block, bodies without a person at their end, none in a rank.

        Args:
            index: Words of the block.
            spans: What it may name.
        """
        for span in spans:
            longer = span.type == EntityType.ORGANISATION and " " in span.name
            if not longer:
                yield span
            elif not self._is_in_rank(index, index.at(span.start)):
                yield self._cut(index, span)

    def _is_in_rank(self, index: WordIndex, first: int) -> bool:
        """Whether a rank goes on over a word ("Generale di | Divisione NAME")."""
        begun = range(max(0, first - LONGEST_ADDRESS), first)
        return any(self._addresses.forms.longest(index, place) > first - place for place in begun)

    def _cut(self, index: WordIndex, span: Span) -> Span:
        first, behind = index.at(span.start), index.at(span.end)
        last = self._before_rank(index, first, behind)
        if last is None:
            last = self._before_holder(index, first, behind)
        if last is None:
            return span
        name = index.phrase(first, last)
        kept = tuple(alias for alias in span.aliases if alias in name)
        return replace(span, end=index[last].end, name=name, aliases=kept)

    def _before_rank(self, index: WordIndex, first: int, behind: int) -> int | None:
        """The last word before "of" and a rank with its holder, or None."""
        for place in range(first + 1, behind - 1):
            if index[place].text == "of":
                past = self._addresses.past(index, place + 1)
                if past >= place + 1 + _RANK and past < behind:
                    return place - 1
        return None

    def _before_holder(self, index: WordIndex, first: int, behind: int) -> int | None:
        """The last word before the name of who holds the office before the body, or None."""
        start = index[first].start
        office = _OFFICE.search(index.text, max(0, start - _REACH), start)
        if office is None or self._offices.isdisjoint(
            {office["head"], *(office["long"] or "").split()[-1:], office["long"]}
        ):
            return None
        last = behind - 1
        while last > first and self._is_personal(index, last):
            last -= 1
        goes_on = behind < len(index) and index[behind].capital and index.gap(behind) == " "
        headed = index[last].text in self._heads or (
            index[last].text in self._topics and index[first].text in self._heads
        )
        named = last == first and index[first].text in _NAMED_AFTER  # "Hospital NAME NAME"
        return last if headed and behind - 1 - last in _NAME and not (goes_on or named) else None

    def _is_personal(self, index: WordIndex, place: int) -> bool:
        """Whether a word may stand in somebody's name."""
        text = index[place].text
        plain = index[place].capital and _WORD.fullmatch(text) is not None
        known = text in self._impersonal or text.isupper() or find_territory(text) is not None
        return plain and not known and index.gap(place) == " "
