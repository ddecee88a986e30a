"""How far the name of a body goes on behind its head noun."""

from collections.abc import Mapping, Sequence

from communique.extractors.mentions.bodies.tails.areas import Areas
from communique.extractors.mentions.bodies.tails.runs import CapitalRuns
from communique.extractors.mentions.bodies.tails.topics import Topics
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.gazetteer.titles import Titles

_FIGHTS = frozenset({"combating", "combatting", "countering", "fighting"})
_TAIL = frozenset({"of", "for", "on", "against", "to", "de", "du"}) | _FIGHTS
_TOPICS = frozenset({"of", "for", "on"})
_LONGEST_TAIL = 16
"""Words that a name may have after its head."""
_LONG_NAME = 3
"""Words of a listed name that "and" before it does not join to another one."""
_LONGEST_SUFFIX = 3
"""Words right behind the head of a name."""
_FIELDS = frozenset(
    "Excellence Research Studies Training Education Cooperation Co-operation Leadership Innovation "
    "Expertise Competence Capacity Trafficking Traffic Trade Corruption Violence".split()
)
"""Topics behind which "in" goes on with the name ("Centre of Excellence in X")."""
_BEARINGS = frozenset(
    "East West North South Northeast Northwest Southeast Southwest Central Eastern Western "
    "Northern Southern".split()
)
_QUARTERS = frozenset({"Zone", "Region", "Sector", "District", "Area"})
"""Parts of the area of a body, and what stands before them ("Guard East Zone")."""
_AREAS = frozenset(
    "canton county district governorate municipality oblast prefecture province region".split()
)
"""Nouns of areas without capital ("of the Torsk region")."""
_UNITED = frozenset(
    "Alliance Assembly Association Chamber Confederation Conference Council Federation Forum "
    "League Network Society Union".split()
)
"""Heads of what the members of a state have joined ("Association of Latvia Harbours")."""
_CONSULAR = frozenset({"Consulate", "High Commission", "Deputy High Commission"})
_GENERAL = frozenset({"Consulate", "Secretariat", "Directorate", "Inspectorate"})
_NUMBERS = frozenset({"no", "No", "No.", "Nº", "N°", "number", "Number", "Nr"})
_PERSON = range(2, 4)
"""Words of a personal name that may stand right after a body."""
_OFFICE_REACH = 8
"""Words before a body within which the office of the person after it stands."""


class BodyTails:
    """Finds the last word of names of bodies."""

    def __init__(self, nouns: Nouns, titles: Titles, heads: frozenset[str]) -> None:
        """Take the word classes and the head nouns."""
        self._nouns = nouns
        self._titles = titles
        self._heads = heads
        self._undertakings = nouns.operation_heads | nouns.event_heads
        self._words = body_words()
        self._inner = site_words().inner - {"as", "do", "am"}  # English as well
        self._runs = CapitalRuns(titles, heads)
        self._topics = Topics(nouns, titles, heads, self._runs)
        self._areas = Areas(nouns, heads | self._runs.officials)
        self._vocabulary = titles.portfolio | titles.role_modifiers | heads

    def last(
        self, index: WordIndex, first: int, place: int, territories: Sequence[TerritoryMention],
        inside: Mapping[int, int],
    ) -> int:  # fmt: skip
        """Index of the last word of the name whose head is at ``place``.

        Args:
            index: Words of the block.
            first: Index of its first word.
            place: Index of its head.
            territories: What states the block names.
            inside: Words inside listed names, and the word behind each.
        """
        last, joint = self._suffix(index, place), ""
        while last + 2 < len(index) and last - place < _LONGEST_TAIL:
            if _is_next(index, last, inside):
                break
            further = self._further(index, place, last, joint, territories)
            if further is None:
                break
            if index[last + 1].text in _TOPICS:
                joint = index[last + 1].text
            last = max(further, inside.get(further + 1, 0) - 1)
        return self._without_person(index, first, place, last)

    def _suffix(self, index: WordIndex, place: int) -> int:
        """Index of the last word of what stands right behind a head: "Command East", "Branch 3"."""
        last = place
        while last + 1 < len(index) and last - place < _LONGEST_SUFFIX:
            following, gap = index[last + 1].text, index.gap(last + 1)
            if following == "-" and not gap and last + 2 < len(index) and not index.gap(last + 2):
                if index[last + 2].text not in self._words.suffixes:
                    break
                last += 2
            elif gap == " " and following in self._words.suffixes:
                last += 1
            else:
                break
        last = self._quarter(index, last)
        return self._number(index, last)

    @staticmethod
    def _quarter(index: WordIndex, last: int) -> int:
        """Index of the last word of "East Zone" behind a head, or of what stands before it."""
        first = last + (index[last].text not in _BEARINGS)
        if first + 1 >= len(index) or index.gap(first + 1) != " " or index.gap(first) != " ":
            return last
        quarter = index[first].text in _BEARINGS and index[first + 1].text in _QUARTERS
        return first + 1 if quarter else last

    @staticmethod
    def _number(index: WordIndex, last: int) -> int:
        """Index of the last word of "No. 5" or "number 3" behind a head, or of the head."""
        place = last + 1
        if place + 1 >= len(index) or index[place].text not in _NUMBERS or index.gap(place) != " ":
            return last
        place += 1 + (index[place + 1].text == ".")
        return place if place < len(index) and index[place].text.isdigit() else last

    def _further(
        self, index: WordIndex, place: int, last: int, joint: str,
        territories: Sequence[TerritoryMention],
    ) -> int | None:  # fmt: skip
        """Index of the last word of one more phrase of the name, or None."""
        following = index[last + 1].text
        if following in {",", "and", "&"} and joint:
            areas = self._areas.listed(index, place, last, territories) if joint == "for" else None
            if areas or following == ",":
                return areas or self._topics.listed(index, place, last, joint)
        if index.gap(last + 1) != " " or self._is_purpose(index, last, territories):
            return None
        if following == "General" and index[last].text in _GENERAL:
            return last + 1
        if last == place and index[place].text in self._words.seats:
            return self._seat(index, last + 1, territories) or self._goes(index, last, territories)
        if following in {"and", "&"}:
            return self._topics.further(index, last, place)
        return self._goes(index, last, territories, place)

    def _is_purpose(
        self, index: WordIndex, last: int, territories: Sequence[TerritoryMention]
    ) -> bool:
        """Whether an undertaking follows behind a state: "of Peru for the Quiet Bay Project"."""
        place = last + 2
        if index[last + 1].text != "for" or all(t.end != index[last].end for t in territories):
            return False
        place += index[place].text == "the" and place + 1 < len(index)
        return index[self._runs.last(index, place)].text in self._undertakings

    def _goes(
        self, index: WordIndex, last: int, territories: Sequence[TerritoryMention],
        place: int | None = None,
    ) -> int | None:  # fmt: skip
        """Index of the last word of a phrase with a preposition, or None."""
        head = last if place is None else place
        if self._goes_on(index, last + 1, head):
            return self._tail(index, last + 2, territories, index[head].text)
        field = last > head and index[last].text in _FIELDS and index[last + 1].text == "in"
        return self._topics.field(index, last + 2) if field else None

    def _seat(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention]
    ) -> int | None:
        """Index of the last word of the town or state after a head ("Embassy Kyiv"), or None."""
        named = next((t for t in territories if t.start == index[place].start), None)
        if named is not None:
            return index.at(named.end) - 1 if named.kind != NameKind.DEMONYM else None
        last = index.capitals(place)
        alone = last == place and index[place].capital and self._is_unknown(index, place)
        return place if alone and index[place].text not in self._nouns.undertaking_ends else None

    def _goes_on(self, index: WordIndex, joint: int, place: int) -> bool:
        """Whether a preposition may stand inside the name."""
        text = index[joint].text
        head = index[place].text
        if text == "to" and index[joint + 1].text not in self._words.aims:
            return head in self._nouns.organisations_abroad | self._words.towards
        abroad = text == "in" and (
            head in self._nouns.organisations_abroad | _CONSULAR
            or index.phrase(max(0, place - 1), place) in _CONSULAR
        )
        return text.lower() in _TAIL or abroad

    def _tail(
        self, index: WordIndex, following: int, territories: Sequence[TerritoryMention], head: str
    ) -> int | None:
        """Index of the last word of "X" or "the X" after a preposition, or None."""
        article = index[following].text in {"the", "The"} and following + 1 < len(index)
        following += article
        word = index[following]
        ranked = index.phrase(following, min(following + 1, len(index) - 1)) in self._titles.ranks
        called = ranked or word.text in self._titles.forms_of_address
        addressed = called and index.capitals(following)
        if (
            not word.capital
            or (word.text in self._nouns.organisation_ends and not _is_quarter(index, following))
            or (addressed and addressed > following)
        ):
            return None
        state = next((t for t in territories if t.start == word.start), None)
        if state is None:
            end = self._owned(index, self._runs.last(index, following))
            if self._is_inner(index, end + 1):
                return self._runs.last(index, end + 2)
            return end + (article and _is_area(index, end + 1))
        last = index.at(state.end) - 1
        inner = self._owned(index, self._runs.last(index, last))
        if state.kind == NameKind.DEMONYM:
            return None if inner == last and _is_described(index, last + 1) else inner
        if head in _UNITED and inner > last and index[inner].text.endswith("s"):
            return inner
        known = self._heads | self._titles.portfolio
        ends = [n for n in range(last + 1, inner + 1) if index[n].text in known]
        return ends[-1] if ends else last

    def _owned(self, index: WordIndex, last: int) -> int:
        """Index of the last word of "People's Harbour Party", if such owners end with a word."""
        following = last + 2
        if following >= len(index) or index[last + 1].text not in POSSESSIVES:
            return last
        if index[last].text not in self._words.owners or not index[following].capital:
            return last
        end = self._runs.last(index, following)
        return end if index[end].text in self._heads else last

    def _is_inner(self, index: WordIndex, joint: int) -> bool:
        """Whether a word goes on with the name of a town ("nad")."""
        following = index.after(joint) if joint < len(index) else None
        return following is not None and following.capital and index[joint].text in self._inner

    def _without_person(self, index: WordIndex, first: int, place: int, last: int) -> int:
        """The last word without the personal name that follows a body in an office.

        "Director of the Institute of Marine Research Anna Berg": nothing parts the two.
        """
        if not self._is_in_office(index, first):
            return last
        known = last
        while known > place and self._is_unknown(index, known):
            known -= 1
        ended = known > place and index[known].capital
        return known if ended and last - known in _PERSON else last

    def _is_unknown(self, index: WordIndex, place: int) -> bool:
        """Whether a word is capitalised and in no class of words of bodies."""
        return index[place].capital and index[place].text not in self._vocabulary

    def _is_in_office(self, index: WordIndex, first: int) -> bool:
        """Whether an office stands before a body ("Director of the")."""
        for place in range(first - 1, max(0, first - _OFFICE_REACH) - 1, -1):
            word = index[place].text
            if word in self._titles.role_heads or word in self._titles.lower_heads:
                return True
            if word == "." or "\n" in index.gap(place + 1):
                return False
        return False


def _is_next(index: WordIndex, last: int, inside: Mapping[int, int]) -> bool:
    """Whether a listed body with a long name follows behind "and", which is no topic."""
    begins = last + 1 not in inside and last + 2 not in inside
    long = inside.get(last + 3, 0) - (last + 2) >= _LONG_NAME
    return index[last + 1].text in {"and", "&"} and begins and long


def _is_described(index: WordIndex, place: int) -> bool:
    """Whether a word is what an adjective before it describes ("on the Danish proposal")."""
    return place < len(index) and index.gap(place) == " " and index[place].text.islower()


def _is_area(index: WordIndex, place: int) -> bool:
    """Whether a word is the noun of an area behind its name ("of the Torsk region")."""
    near = place < len(index) and index.gap(place) == " "
    return near and index[place].text in _AREAS


def _is_quarter(index: WordIndex, place: int) -> bool:
    """Whether a word is "Western" before a part of some area ("for the Western District of X")."""
    following = index.after(place)
    return following is not None and index[place].text in _BEARINGS and following.text in _QUARTERS
