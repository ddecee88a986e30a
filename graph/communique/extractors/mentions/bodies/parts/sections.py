"""Parts of bodies under capitals before a common noun: "the Harbour Theft unit"."""

from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.extractors.sieve import holds
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, TerritoryMention, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_FEWEST_CAPITALS = 2
_LONGEST_NAME = 7
"""Words of the longest name before its noun."""
_BEARINGS = frozenset({"Eastern", "Northern", "Southern", "Western"})
_JOINTS = frozenset({"and", "&"})
_OPENINGS = POSSESSIVES | frozenset("the a its their by of from and with led ,".split())

_SEATED = frozenset({"office", "branch", "bureau", "chapter", "board"})
"""Units that a town alone names for no single body."""


class Sections:
    """Finds units whose noun alone has no capital."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._nouns = words.section_nouns
        self._behind = tuple(f" {noun}" for noun in sorted(self._nouns))
        self._ends = nouns.organisation_ends - _BEARINGS
        self._others = (
            nouns.organisation_heads | self._ends | words.heads | titles.role_heads
            | titles.honorifics | titles.ranks | nouns.event_heads
        )  # fmt: skip

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield units named by what they are for.

        Args:
            index: Words of the block.
            territories: What states the block names.
        """
        told = holds(index.text, self._behind)
        for place, word in enumerate(index.words) if told else ():
            if word.text not in self._nouns or not place or not index[place - 1].capital:
                continue
            first = self._first(index, place)
            while index[first].text in self._ends:
                first += 1
            opened = first > 0 and index[first - 1].lower in _OPENINGS
            named = opened and self._is_named(index, first, place, territories)
            if named and index.gap(place) == " ":
                name = index.phrase(first, place)
                yield Span(
                    index[first].start, word.end, EntityType.ORGANISATION, name,
                    aliases=_owned(index, first, name), strength=4,
                )  # fmt: skip

    @staticmethod
    def _first(index: WordIndex, place: int) -> int:
        """Index of the first of the capitalised words before a noun, joints among them."""
        first = place
        while first > 0 and place - first < _LONGEST_NAME and index.gap(first) == " ":
            joint = index[first - 1].text in _JOINTS and first > 1 and index[first - 2].capital
            if not (index[first - 1].capital or (joint and first < place)):
                break
            first -= 1
        return first

    def _is_named(
        self, index: WordIndex, first: int, place: int, territories: Sequence[TerritoryMention]
    ) -> bool:
        """Whether words before a noun name no other body, office, state or person."""
        states = [t for t in territories if index[first].start <= t.start < index[place].start]
        capitals = [t.start for t in states if t.kind == NameKind.CAPITAL]
        states = [t for t in states if t.start not in capitals]
        inside = sum(index.at(t.end) - index.at(t.start) for t in states)
        words = [word.text for word in index.words[first:place] if word.capital]
        owned = first > 1 and index[first - 1].text in POSSESSIVES and index[first - 2].capital
        seated = index[place].text in _SEATED  # each body has an office in the town
        alone = owned or (not seated and _is_of_body(index, place))
        fewest = 1 if alone else _FEWEST_CAPITALS
        if len(words) - inside < fewest or self._others.intersection(words):
            return False
        return index[first].start in capitals or fold(words[0]) not in given_names()


def _is_of_body(index: WordIndex, place: int) -> bool:
    """Whether what a unit is of stands behind its noun: "the Torsk branch of the LEAGUE"."""
    behind = [word for word in index.words[place + 1 : place + 4] if word.text != "the"]
    of = len(behind) > 1 and behind[0].text == "of" and index.gap(place + 1) == " "
    return of and behind[1].capital


def _owned(index: WordIndex, first: int, name: str) -> tuple[str, ...]:
    """A unit with the capitalised owner before it: "LEAGUE's Tide team", "LEAGUE Tide team"."""
    if first < _FEWEST_CAPITALS or index[first - 1].text not in POSSESSIVES:
        return ()
    owner = index[first - 2].text
    return (f"{owner}'s {name}", f"{owner} {name}") if index[first - 2].capital else ()
