"""Role heads: the nouns that name an office, and the words before them that belong to it."""

import re
from functools import lru_cache

from communique.extractors.mentions.words import WordIndex, opening, reaches
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import Titles, plural_heads

_LONGEST_STYLE = 4
"""Words of the longest rank of a role head."""
_BRACKET = 3
"""Words of an acronym with its brackets."""
_LONGEST_FIELD = 9
"""Words of a field with its brackets."""
_WINDS = frozenset("North South East West Northern Southern Eastern Western Pacific".split())
_JOINTS = frozenset({"and", "&", "of", "the", "-", "–", "/", ","})
_ANDS = frozenset({"and", "&"})
_FORMS = 1 << 13
"""Openings of words that are remembered."""
_PROPER = re.compile(r"\.|\b(?:US|United|Holy|Europe)\b")
"""Words of heads that keep their capitals."""
_TO_COME = re.compile(r"-(?:designate|elect|Designate|Elect)$")


class RoleHeads:
    """Recognises role heads in the words of a block.

    Attributes:
        singulars: Role heads by their plurals.
    """

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._lower = titles.lower_heads | {
            head.lower()
            for head in titles.role_heads
            if " " in head and _PROPER.search(head) is None
        }
        heads = titles.role_heads | self._lower
        self.singulars = plural_heads(titles)
        self._openings = reaches({*heads, *self.singulars}, opening)
        self._reach = lru_cache(_FORMS)(self._longest_head)
        left = titles.role_modifiers | titles.portfolio | titles.local_modifiers
        self._left = left | titles.lower_modifiers
        self._fields = titles.portfolio | read_nouns().regions | _WINDS
        self._topics = titles.portfolio - read_nouns().organisation_heads - {"Coalition", "Staff"}

    def _longest_head(self, begun: str) -> int:
        """Words of the longest role head that may begin so; 0 if none does."""
        return max(self._openings.get(begun, 0), self._openings.get(begun.title(), 0))

    def places(self, index: WordIndex) -> list[int]:
        """Where a role head may begin."""
        reach = self._reach
        return [place for place, word in enumerate(index) if reach(word.opening)]

    def last(self, index: WordIndex, place: int) -> int | None:
        """Index of the last word of the longest role head that begins at a word, or None."""
        most = self._reach(index[place].opening)
        for last in range(min(place + most, len(index)) - 1, place - 1, -1):
            if last + 1 < len(index) and index[last + 1].text in self._titles.patronymics:
                continue  # "Sultan bin Saad" is a name
            if last + 1 < len(index) and self._goes_on(index, last):
                continue
            form = index.phrase(place, last)
            form = _TO_COME.sub("", form) if "-" in form else form
            heads = self._titles.role_heads
            if form in heads or (form.isupper() and form.title() in heads):
                return self._styled(index, last)
            if form in self._lower:
                return self._styled(index, last)
            if form in self.singulars and self._leads(index, last):
                return last
        return None

    def is_plural(self, head: str) -> bool:
        """Whether a role head is the plural of one, and in no class itself."""
        listed = head in self._titles.role_heads or head in self._lower
        return head in self.singulars and not listed

    def _leads(self, index: WordIndex, last: int) -> bool:
        """Whether a name may stand right behind a word."""
        following = index.after(last)
        near = following is not None and following.capital and index.gap(last + 1) == " "
        return near and index[last + 1].text not in self._titles.portfolio

    def _styled(self, index: WordIndex, last: int) -> int:
        """Index of the last word of a role head with its rank."""
        for end in range(min(last + _LONGEST_STYLE, len(index) - 1), last, -1):
            if index.phrase(last + 1, end) in self._titles.styles:
                return end
        return last

    def _goes_on(self, index: WordIndex, last: int) -> bool:
        """Whether a word and the next call states members, a general, or what a minister is for.

        "U.S. Attorney General" is an office without the words before it, "Minister of State
        Property" no minister of state.
        """
        text, following = index[last].text, index[last + 1].text
        generals = following == "General" and f"{text} General" in self._titles.role_heads
        of_state = text == "State" and following in self._titles.portfolio
        of_state = of_state and last > 1 and index.gap(last + 1) == " "
        return generals or of_state or (text == "Member" and following in self._titles.memberships)

    def starts_office(self, index: WordIndex, place: int) -> bool:
        """Whether a role head begins at a word or after modifiers that begin there."""
        return self.after_modifiers(index, place) is not None

    def after_modifiers(self, index: WordIndex, place: int) -> int | None:
        """Index of the role head that begins at a word or after modifiers, or None."""
        while place < len(index):
            if self.last(index, place) is not None:
                return place
            if index[place].text not in self._left:
                return None
            place += 1
        return None

    def first_of_office(self, index: WordIndex, place: int) -> int:
        """Index of the modifier before a word that belongs to its office; the word if none does.

        "and" between two portfolios is passed over.
        """
        if place < 1:
            return place
        before = index[place - 1].text
        if before in self._left:
            return place - 1
        joined = before in {"and", "&"} and place > 1
        if joined and index[place - 2].text in self._titles.portfolio:
            return place - 2 if self.last(index, place) is None else place
        return place

    def field(self, index: WordIndex, place: int) -> int:
        """Words of the field in brackets or behind the comma of an office, or 0.

        "Secretary (East)"; brackets with a state alone tell whose it is, those with a name who
        holds it.
        """
        if place < len(index) and index[place].text == ",":
            return self._apposed_field(index, place)
        reach = range(place + 2, min(place + _LONGEST_FIELD, len(index)))
        close = next((n for n in reach if index[n].text == ")"), None)
        if close is None or index[place].text != "(":
            return 0
        words = [index[n].text for n in range(place + 1, close)]
        known = self._fields | _JOINTS
        owned = find_territory(" ".join(words)) is not None
        told = all(word in known or find_territory(word) for word in words)
        return close - place + 1 if told and not owned else 0

    def _apposed_field(self, index: WordIndex, place: int) -> int:
        """Words of the field that commas enclose behind an office ("Head, Media & Publicity")."""
        last = place
        while last + 1 < min(place + _LONGEST_FIELD, len(index)) and index.same_line(last + 1):
            word = index[last + 1].text
            if word not in self._topics and (last == place or word not in _ANDS):
                break
            last += 1
        ends = last + 1 == len(index) or not index.same_line(last + 1) or index[last + 1].mark
        told = index[place - 1].text in self._titles.fielded and last > place + 1
        return last - place + 1 if told and ends and index[last].text not in _ANDS else 0

    @staticmethod
    def bracketed(index: WordIndex, place: int) -> int:
        """Words of the acronym that parts an office from its body ("Chief (CX) of X"), or 0."""
        if place + _BRACKET >= len(index) or index[place].text != "(":
            return 0
        acronym, follows = index[place + 1].text, index[place + _BRACKET].text in {"of", "at", "in"}
        closed = index[place + 2].text == ")"
        return _BRACKET if closed and acronym.isupper() and follows else 0
