"""Capitalised words in the names of bodies, up to the official who comes behind."""

import re

from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.territories import fold
from communique.gazetteer.titles import Titles

_MODIFIERS = frozenset({"Special", "Chief", "State", "Federal", "Public", "National"})
"""Words with which the office that a body is of may begin ("Office of the Special Prosecutor")."""
_OF_OFFICE = frozenset({"Office of the", "Cabinet of the", "Secretariat of the"})
"""What stands before the office that a body is of."""
_INITIAL = re.compile(r"[A-Z]\.")
_FEWEST_OF_OFFICE = 3
"""Words of that."""


class CapitalRuns:
    """Finds where the capitalised words of a name end."""

    def __init__(self, titles: Titles, heads: frozenset[str]) -> None:
        """Take the title classes and the head nouns of bodies."""
        self._titles, self._heads = titles, heads
        self.officials = titles.role_heads | titles.honorifics | titles.grades
        self._held = titles.role_heads - titles.honorifics
        self._owned = body_words().owned_heads

    def last(self, index: WordIndex, first: int) -> int:
        """Index of the last of the capitalised words from one on that is no official's."""
        last = index.capitals(first)
        for number in range(first, last):
            if index[number].text[:-1] in self._owned and index[number].text[-1] == "s":
                return number - 1 if number > first else first
        office = self._office(index, first, last)
        if office is not None:
            return office
        opened = first + self._is_of_office(index, first)
        officials = (
            number for number in range(opened + 1, last + 1)
            if (self._is_official(index[number].text) or self._opens_name(index, first, number))
            and not self._is_owner(index, number)
            and not (number < last and index[number + 1].text in self._heads)
        )  # fmt: skip
        end = next(officials, last + 1) - 1
        return index.capitals(end + 2) if self._is_owner(index, end) else end

    def _is_owner(self, index: WordIndex, place: int) -> bool:
        """Whether a word is the office that the name of a body holds ("Prosecutor's Office")."""
        if place + 2 >= len(index) or index[place].text not in self._held:
            return False
        return index[place + 1].text in POSSESSIVES and index[place + 2].text in self._heads

    def _office(self, index: WordIndex, first: int, last: int) -> int | None:
        """Index of the last word of the office that a body is of, or None if no office is named.

        "Office of the High Commissioner", whoever holds it.
        """
        opened = first >= _FEWEST_OF_OFFICE and index.phrase(first - 3, first - 1) in _OF_OFFICE
        following = index.after(last)
        if not opened or (following is not None and following.text in POSSESSIVES):
            return None
        held = [number for number in range(first, last + 1) if index[number].text in self._held]
        end = held[0] if held else last
        while end < last and self._is_held(index, end + 1):
            end += 1
        return end if held and index[end].text not in _MODIFIERS else None

    def _is_held(self, index: WordIndex, place: int) -> bool:
        """Whether an office goes on with a word: "Commissioner Ombudsman", "Attorney General"."""
        held = index[place].text in self._held
        return held or index.phrase(place - 1, place) in self._titles.role_heads

    def _is_of_office(self, index: WordIndex, first: int) -> bool:
        """Whether a body is that of an office with a modifier, which begins at a word."""
        if first < _FEWEST_OF_OFFICE or first + 1 >= len(index):
            return False
        named = index.phrase(first - 3, first - 1) == "Office of the"
        following = index.after(first + 1)
        owns = following is not None and following.text in POSSESSIVES
        return named and index[first].text in _MODIFIERS and not owns

    def _is_official(self, word: str) -> bool:
        """Whether a word begins an official: "Col." does, "Ministers" after "Council of" do not."""
        if word.endswith("s") and word[:-1] in self._titles.role_heads:
            return False
        bare = word.removesuffix(".")
        return bare in self.officials or (bare != word and bare in self._titles.ranks)

    def _opens_name(self, index: WordIndex, first: int, place: int) -> bool:
        """Whether an initial begins a personal name behind a body: "Agency for Ports | R. Haddad".

        One behind a forename is inside the name that a body bears.
        """
        if not _INITIAL.fullmatch(index[place].text):
            return False
        following, before = index.after(place), index[place - 1].text
        told = place - first > 1 or before in self._titles.portfolio
        named = following is not None and following.capital and index.same_line(place + 1)
        return told and named and fold(before) not in given_names()
