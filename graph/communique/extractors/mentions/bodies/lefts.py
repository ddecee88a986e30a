"""How far the names of bodies reach to the left of their head nouns."""

import re

from communique.extractors.mentions.bodies.tails.topics import ABSTRACT
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import Titles

_JOINTS, _AMPERSAND = frozenset({"and", "&", "for"}), "&"
DASHES = frozenset({"-", "–"})
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_LONGEST_NUMBER = 4
"""Digits below which a number may be that of a unit."""
_MAJESTY, _STYLES = "Majesty", frozenset({"His", "Her", "Their"})
"""Owner of armed forces and the word before it that belongs to the name."""
_MONARCHS = frozenset({"King", "Queen", "Prince", "Princess", "Sultan", "Sheikh", "Emperor"})
_STYLED = frozenset({"Honorable", "Honourable", "Hon'ble", "Honble", "Commanding"})
"""What stands before the names of parliaments, and of what an officer commands."""
_NAMESAKES = frozenset(
    "University Centre Center Hospital College School Academy Institute Foundation Fund Trust "
    "Laboratory Library Museum Authority Complex Battalion Regiment Brigade Barracks Base".split()
)
"""Heads of what is named after a monarch."""
_SAINTS = frozenset({"St", "Saint", "St."})
"""What stands before the name of a house named after a saint ("St Jude's School")."""
_RANKED = frozenset({"First", "Second", "Third"})
_COMMANDS = frozenset({"Army", "Area", "Brigade", "Corps", "Division", "Fleet", "Region"})
"""Heads of what armies count, and how they begin offices as well ("First Secretary")."""
_STATE, _OF_STATES = "State", frozenset({"Attorney", "Attorneys", "Prosecutor", "Prosecutors"})
"""What owns a prosecutor in the name of an office, and how he is called ("State's Attorney")."""
_WESTERN = "Western"
_COMMANDED = frozenset({"Air", "Area", "Army", "Command", "Fleet", "Military", "Naval", "Regional"})
"""Words behind "Western" with which it is no half of the world."""
_COUNTED = frozenset(
    "Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Several Many Numerous".split()
)
"""What counts things of a body at the beginning of a sentence ("Two Coast Guard cutters")."""
_PARTICLES = frozenset({"do", "da", "de", "del", "dos", "das"})
_OPENED = frozenset({"the", "The", "its", "their", "a", "new"})
"""Words before the first of the fields of a body."""


class BodyOpenings:
    """Finds the first word of names of bodies."""

    def __init__(self, nouns: Nouns, titles: Titles, heads: frozenset[str]) -> None:
        """Take the word classes and the head nouns."""
        self._nouns, self._titles, self._words = nouns, titles, body_words()
        openings = nouns.organisation_openings | self._words.openings
        self._not_first = titles.role_modifiers - openings
        self._no_opening = titles.role_heads | _STYLED | _COUNTED
        self._compounds = titles.portfolio | nouns.organisation_compounds | self._words.compounds
        self._ends = heads | self._words.suffixes
        self._others = (
            heads | titles.role_heads | titles.honorifics | titles.ranks | self._words.documents
            | nouns.event_heads | nouns.operation_heads
        )  # fmt: skip

    def first(self, index: WordIndex, place: int) -> int:
        """Index of the first word of the name that a head ends."""
        first, owned = place, False
        while first > 0 and index.same_line(first):
            further = self._owner(index, first - 1)
            owned = owned or further is not None
            if further is None:
                further = self._further_left(index, first - 1)
            if further is None:
                further = self._joined(index, first - 1) or self._counted(index, first - 1, place)
            if further is None:
                break
            first = further
        counted = index[first].text in _RANKED and index[place].text in _COMMANDS
        while not (owned or counted) and first < place and index[first].text in self._not_first:
            first += 1
        return first - self._is_namesake(index, first, place)

    @staticmethod
    def _is_namesake(index: WordIndex, first: int, place: int) -> bool:
        """Whether a name is that of a house named after a monarch ("King NAME University")."""
        if not 0 < first < place or index.gap(first) != " " or not index[first].capital:
            return False
        return index[first - 1].text in _MONARCHS and index[place].text in _NAMESAKES

    def _owner(self, index: WordIndex, place: int) -> int | None:
        """Index of the word before the possessive that a word is, if an office owns the name.

        "Prosecutor's Office", "Children's Fund"; an office is taken with all its words.
        """
        word = index[place].text
        lost = word[-1:] == "s" and self._office(index, place, word[:-1])
        if word not in POSSESSIVES or not place:
            return place - 1 if lost and place and index[place - 1].capital else None
        owner = index[place - 1].text
        if (saint := place - 2 - (index[place - 2].text == ".")) >= 0 and (
            index[saint].text in _SAINTS
        ):
            return saint
        if owner == _STATE and index[place + 1].text in _OF_STATES:
            return place - 1
        stem = owner.removesuffix("s") if word in {"'", "’"} else owner
        if stem in self._words.owners or owner in self._words.owners:
            styled = place > 1 and index[place - 2].text in _STYLES
            return place - 2 if styled and stem == _MAJESTY else place - 1
        first = self._office(index, place - 1, stem)
        return first or None

    def _office(self, index: WordIndex, place: int, stem: str) -> int:
        """Index of the first word of the office that ends with a word, 0 if it is none."""
        before = f"{index[place - 1].text} {stem}" if place else ""
        if before in self._titles.role_heads:
            return place - 1
        return place if stem in self._titles.role_heads else 0

    def _joined(self, index: WordIndex, place: int) -> int | None:
        """Index of the word before a dash between two names ("Peru–Chile"), or of an ordinal."""
        word = index[place]
        if ORDINAL.fullmatch(word.text):
            return place
        tight = word.text in DASHES and place and not index.gap(place) + index.gap(place + 1)
        return place - 1 if tight and index[place - 1].text[0].isupper() else None

    def _counted(self, index: WordIndex, place: int, head: int) -> int | None:
        """Index of a word that is the number of a unit ("3 Harbour Brigade"), or None."""
        number = index[place].text
        unit = index[head].text in self._words.numbered_units
        return place if unit and number.isdigit() and len(number) < _LONGEST_NUMBER else None

    def _further_left(self, index: WordIndex, place: int) -> int | None:
        """Index of the first word with which a name goes on to the left, or None."""
        before = index[place]
        if before.text in self._no_opening or self._is_end(index, place):
            return None
        if place and index.phrase(place - 1, place) in self._titles.role_heads:
            return None  # "Director General Harbour Department"
        quarter = before.text == _WESTERN and index[place + 1].text in _COMMANDED
        if before.capital and (quarter or before.text not in self._nouns.organisation_ends):
            return place
        joined = before.text in _JOINTS and self._is_compound(index, place)
        return place - 1 if joined or self._is_inner(index, place) else None

    @staticmethod
    def _is_inner(index: WordIndex, place: int) -> bool:
        """Whether a particle stands inside the name of a region ("Torsk do Norte Police")."""
        if index[place].text not in _PARTICLES or not place or not index.same_line(place):
            return False
        return index[place - 1].capital and index[place + 1].capital

    def _is_end(self, index: WordIndex, place: int) -> bool:
        """Whether another body ends with a word, as the owner of the name after it."""
        return index[place].text[:-1] in self._words.owned_heads and self.is_owner(index, place)

    def is_owner(self, index: WordIndex, place: int) -> bool:
        """Whether a plural head is a possessive without apostrophe before another name."""
        following = index[place + 1] if place + 1 < len(index) else None
        joined = following is not None and index.gap(place + 1) == " " and following.capital
        return joined and index[place].text.endswith("s")

    def _is_compound(self, index: WordIndex, place: int) -> bool:
        """Whether a connective stands inside a name ("Advisory and Liaison Team")."""
        if place < 1 or place + 1 >= len(index):
            return False
        if index.phrase(place - 1, place + 1) in self._words.joined_heads:
            return True
        if index[place - 1].text not in self._compounds:
            return self._is_joined(index, place) or self._is_field(index, place)
        if index[place - 1].text in self._ends and place > 1 and index[place - 2].capital:
            return False  # "Coast Guard and Harbour Police" are two
        if find_territory(index[place + 1].text):
            return False  # as are "Danish Relief and Norwegian Ice Corps"
        opening = place - 1
        while opening > 0 and index[opening].capital and index.same_line(opening):
            opening -= 1
        return index[opening].text not in {"of", "for"} and index[place + 1].capital

    def _is_joined(self, index: WordIndex, place: int) -> bool:
        """Whether "&" stands between two capitalised words of which none ends a body's name."""
        if index[place].text != _AMPERSAND or index[place - 1].text in self._ends:
            return False
        return index[place - 1].capital and index[place + 1].capital

    def _is_field(self, index: WordIndex, place: int) -> bool:
        """Whether "and" joins two fields of one body: "the National Burns Care and X Centre"."""
        first = place
        while first > 0 and index[first - 1].capital and index.same_line(first):
            first -= 1
        words = [word.text for word in index.words[first:place]]
        opened = first > 0 and index[first - 1].text in _OPENED
        if not opened or not self._others.isdisjoint(words) or not index[place + 1].capital:
            return False
        told = len(words) > 1 or words[:1] == [] or words[-1] in self._titles.portfolio
        fields = ABSTRACT.search(words[-1]) if words else None
        names = (words[0], words[-1], index[place + 1].text) if words else ()
        return told and fields is not None and not any(map(find_territory, names))
