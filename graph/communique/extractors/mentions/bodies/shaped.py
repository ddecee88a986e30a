"""Organisations by the shape of their names: a head noun with capitalised words around it."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import Territory, TerritoryMention
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_TAIL = frozenset({"of", "for", "on", "against", "to"})
_JOINTS = frozenset({"and", "&", "for"})
_LONGEST_TAIL = 12
"""Words that a name may have after its head."""
_FEWEST_CAPITALS = 2
_FEWEST_WITH_WEAK_HEAD = 3
_OF_STATE = re.compile(r" of (?:the )?$")


class ShapedBodies:
    """Finds names of bodies around their head nouns."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        self._nouns = nouns
        self._titles = titles
        self._not_first = titles.role_modifiers - nouns.organisation_openings
        self._compounds = titles.portfolio | nouns.organisation_compounds
        self._officials = titles.role_heads | titles.honorifics | titles.grades

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for place, word in enumerate(index.words):
            if word.text not in self._nouns.organisation_heads:
                continue
            first = self._leftmost(index, place)
            last = self._rightmost(index, place, territories)
            if self._is_name(index, first, place, last):
                yield _span(index, first, last, territories)

    def _is_name(self, index: WordIndex, first: int, place: int, last: int) -> bool:
        """Whether the words around a head are enough of a name."""
        head = index[place].text
        words = [w for w in index.words[first : last + 1] if w.capital]
        capitals = sum(word.text not in self._nouns.organisation_ends for word in words)
        if last == place and head in self._nouns.operation_heads and capitals > _FEWEST_CAPITALS:
            return False  # "Baltic Air Policing Mission" is carried out, "Mission in Kosovo" a body
        if capitals == 1 and head in self._nouns.lone_organisation_heads:
            return place > 0 and index[place - 1].text == "the"
        weak = head in self._nouns.weak_organisation_heads
        return capitals >= (_FEWEST_WITH_WEAK_HEAD if weak else _FEWEST_CAPITALS)

    def _leftmost(self, index: WordIndex, place: int) -> int:
        """Index of the first word of the name that a head ends."""
        first = place
        while first > 0 and index.same_line(first):
            further = self._further_left(index, first - 1)
            if further is None:
                break
            first = further
        while first < place and index[first].text in self._not_first:
            first += 1
        return first

    def _further_left(self, index: WordIndex, place: int) -> int | None:
        """Index of the first word with which a name goes on to the left, or None."""
        before = index[place]
        if before.text in self._titles.role_heads:
            return None
        if before.capital and before.text not in self._nouns.organisation_ends:
            return place
        return place - 1 if before.text in _JOINTS and self._is_compound(index, place) else None

    def _is_compound(self, index: WordIndex, place: int) -> bool:
        """Whether a connective stands inside a name ("Advisory and Liaison Team")."""
        if place < 1 or index[place - 1].text not in self._compounds:
            return False
        further = index[place - 2].text if place > 1 else ""
        return further not in {"of", "for"} and index[place + 1].capital

    def _rightmost(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention]
    ) -> int:
        """Index of the last word of the name that a head begins."""
        last = place
        while last + 2 < len(index) and last - place < _LONGEST_TAIL:
            further = None
            if index.gap(last + 1) == " ":
                if index[last + 1].text in {"and", "&"}:
                    further = self._further_portfolio(index, last, place)
                elif self._goes_on(index, last + 1, place):
                    further = self._tail(index, last + 2, territories)
            if further is None:
                break
            last = further
        return last

    def _further_portfolio(self, index: WordIndex, last: int, place: int) -> int | None:
        """Index of the last word after "and X" behind a portfolio, or None."""
        inside = last > place and index[last].text in self._titles.portfolio
        fits = index[last + 2].text in self._titles.portfolio | self._titles.role_modifiers
        return self._capitals(index, last + 2) if inside and fits else None

    def _goes_on(self, index: WordIndex, joint: int, place: int) -> bool:
        """Whether a preposition may stand inside the name."""
        text = index[joint].text
        abroad = text == "in" and index[place].text in self._nouns.organisations_abroad
        return text.lower() in _TAIL or abroad

    def _tail(
        self, index: WordIndex, following: int, territories: Sequence[TerritoryMention]
    ) -> int | None:
        """Index of the last word of "X" or "the X" after a preposition, or None."""
        if index[following].text == "the" and following + 1 < len(index):
            following += 1
        word = index[following]
        if not word.capital or word.text in self._nouns.organisation_ends:
            return None
        state = next((t for t in territories if t.start == word.start), None)
        return index.at(state.end) - 1 if state else self._capitals(index, following)

    def _capitals(self, index: WordIndex, first: int) -> int:
        """Index of the last of the capitalised words from one on that is no official's."""
        last = index.capitals(first)
        officials = (n for n in range(first + 1, last + 1) if index[n].text in self._officials)
        return next(officials, last + 1) - 1


def _span(index: WordIndex, first: int, last: int, territories: Sequence[TerritoryMention]) -> Span:
    start, end, name = index[first].start, index[last].end, index.phrase(first, last)
    return Span(
        start, end, EntityType.ORGANISATION, name,
        country=_country(index.text, start, end, territories),
        aliases=tuple(_other_names(name, start, territories)), strength=3,
    )  # fmt: skip


def _country(
    text: str, start: int, end: int, territories: Sequence[TerritoryMention]
) -> Territory | None:
    """The state inside a name, or the one that owns it: "Latvia's Ministry of Defence"."""
    inside = [t for t in territories if start <= t.start and t.end <= end]
    if inside:
        return inside[-1].territory
    before = text[:start].rstrip()
    owners = {before.removesuffix(ending) for ending in POSSESSIVES} - {before}
    ends = {len(owner) for owner in owners}
    return next((t.territory for t in territories if t.end in ends), None)


def _other_names(name: str, start: int, territories: Sequence[TerritoryMention]) -> Iterator[str]:
    """The name without the state in it, and with the state after it."""
    for mention in territories:
        offset = mention.start - start
        if offset == 0 and len(name) > mention.end - start + 1:
            bare = name[mention.end - start :].strip(" -")
            yield bare
            yield f"{bare} of {mention.territory.name}"
        elif 0 < offset < len(name) and _OF_STATE.search(name[:offset]):
            bare = _OF_STATE.sub("", name[:offset])
            yield bare
            yield f"{bare} of {mention.territory.name}"
