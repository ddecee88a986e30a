"""Forms of address before a name: honorifics and ranks, as many as stand there."""

import re

from communique.extractors.mentions.words import Forms, WordIndex
from communique.gazetteer.titles import Titles

LONGEST_ADDRESS = 4
"""Words of the longest form of address."""
_CUT = frozenset({".", "'", "’"})
"""Marks at the end of a form of address ("Dr.", "Dato'")."""
_SERVICE = re.compile(r"(?![A-Z]*[AEIOU])[A-Z]{3,5}")
"""An acronym of a force; a surname in capitals has a vowel."""
_BRANCH = re.compile(
    r" (?:of (?:the )?(?:(?:\d(?:st|nd|rd)|[Ff]irst|[Ss]econd|[Tt]hird) (?:[Rr]ank|[Cc]lass)|"
    r"Police|Justice|Militia|Customs|Gendarmerie|Border Guard|Internal Service|Medical Service)|"
    r"(?:\d(?:st|nd|rd)|First|Second|Third) (?:[Rr]ank|[Cc]lass))(?= [A-Z])"
)
"""What a rank is in, or which grade of it, before the name: "General of Police X"."""
_LEFT_SERVICE = frozenset(
    {"N", "Navy", "RN", "rtd", "Rtd", "retd", "Retd", "ret", "Ret", "retired", "Retired"}
)
"""What stands in brackets after the rank of somebody who has left the service."""
_SHORT_RANK = re.compile(r"[A-Z]{2,6}")
"""A rank cut short, in brackets behind the rank in full."""
_APPOSED = frozenset(
    "doctor engineer lawyer professor general colonel captain admiral commodore brigadier "
    "lieutenant counsellor magistrate architect".split()
)
_GRADED = frozenset("vice rear brigadier major lieutenant".split())
"""Forms of address that languages other than English write small, and grades before them."""
_BRACKETED = _LEFT_SERVICE | {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr."}
"""The same, and honorifics that are put in brackets ("Hon. (Mrs.)")."""


class Addresses:
    """Reads honorifics and ranks.

    Attributes:
        forms: Those that may begin a form of address.
    """

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self.forms = Forms(titles.honorifics | titles.ranks, LONGEST_ADDRESS)
        self._further = Forms(titles.further_honorifics, LONGEST_ADDRESS)

    def past(self, index: WordIndex, place: int) -> int:
        """Index of the first word after honorifics and ranks that begin at a word."""
        first = place
        while size := self._next_address(index, place, first):
            place += size
            if place < len(index) and index[place].text in _CUT and not index.gap(place):
                place += 1
            place = self._after_brackets(index, self._after_branch(index, place))
            styled = self.forms.longest(index, place + 1)
            place += bool(styled) and index[place].text == "the"  # "Her Excellency the Honourable"
        place = self._past_apposed(index, place) if place == first else place
        place += place > first and self._is_service(index, place)
        return place + self._is_judge(index, place)

    def _next_address(self, index: WordIndex, place: int, first: int) -> int:
        """Words of the honorific or rank that begins at a word behind those from the first on."""
        before = index.phrase(first, place - 1).removesuffix(".") if place > first else ""
        if before in self._titles.ranks and index[place : place + 1] and index[place].text == "M":
            return 0  # an initial: "Admiral M Anwar Karim"
        size = self.forms.longest(index, place)
        return size or (self._further.longest(index, place) if before else 0)

    def _after_branch(self, index: WordIndex, place: int) -> int:
        """Index of the word after the branch or grade of a rank that ends before a word."""
        ranked = index[place - 1].text in self._titles.ranks
        found = _BRANCH.match(index.text, index[place - 1].end) if ranked else None
        return index.at(found.end()) if found else place

    @staticmethod
    def _past_apposed(index: WordIndex, place: int) -> int:
        """Index of the word after "doctor" or the like between a comma and a name, or of it."""
        words = [word.text for word in index.words[place : place + 2]]
        size = 1 + (words[:1] != [] and words[0] in _GRADED and words[-1] in _APPOSED)
        name = index.words[place + size : place + size + 2]
        told = words[size - 1 : size] and words[size - 1] in _APPOSED
        apposed = told and place > 0 and index[place - 1].text == ","
        return place + size if apposed and [w for w in name if w.capital] == name else place

    @staticmethod
    def _is_service(index: WordIndex, place: int) -> bool:
        """Whether the acronym of a force stands between a rank and a name ("General PNP X")."""
        following = index.after(place)
        if following is None or _SERVICE.fullmatch(index[place].text) is None:
            return False
        return following.text.istitle() and index.gap(place + 1) == " "

    @staticmethod
    def _is_judge(index: WordIndex, place: int) -> bool:
        """Whether "Justice" behind a comma is a form of address."""
        behind = 0 < place < len(index) and index[place].text == "Justice"
        return behind and index[place - 1].text == ","

    @staticmethod
    def _after_brackets(index: WordIndex, place: int) -> int:
        """Index of the word after "(rtd)", "(GEN)" or the like; the word at it if none is there."""
        inside = [word.text for word in index.words[place : place + 4]]
        if inside[:3:2] == ["(", ")"] and _SHORT_RANK.fullmatch(inside[1]):
            return place + 3
        if inside[:1] == ["("] and inside[1:] and inside[1] in _BRACKETED:
            closed = inside.index(")") if ")" in inside else 0
            return place + closed + 1 if closed else place
        return place
