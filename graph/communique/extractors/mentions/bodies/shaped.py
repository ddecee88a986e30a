"""Organisations by the shape of their names: a head noun with capitalised words around it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extractors.mentions.bodies.naming import shaped_span
from communique.extractors.mentions.bodies.tails import BodyTails
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import TerritoryMention, find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_JOINTS = frozenset({"and", "&", "for"})
_OUTSIDE = frozenset({"for", "to", "on", "against"})
"""Words behind the name of a listed body that are no part of it."""
_WHOLE = frozenset(
    "Union Bank Police Forces Force Guard Army Navy Court Parliament Alliance League Senate "
    "Assembly Community Organisation Organization".split()
)
"""Heads after which a name that the gazetteer has never goes on with those."""
_PORTFOLIO = re.compile(r"(?<=\bMinister) (?:of|for) (?:the )?$")
"""What stands before a portfolio, which is no body ("Minister of Police and Administration")."""
_PORTFOLIO_REACH = 20
_DASHES = frozenset({"-", "–"})
_PAIR = re.compile("[-–]")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_EVERYBODYS = frozenset({"Programme", "Program", "Initiative", "Mission", "Crown", "Headquarters"})
"""Weak heads of what is no body where somebody owns it."""
_LONGEST_NUMBER = 4
"""Digits below which a number may be that of a unit."""
_MAJESTY, _STYLES = "Majesty", frozenset({"His", "Her", "Their"})
"""Owner of armed forces and the word before it that belongs to the name."""
_MONARCHS = frozenset({"King", "Queen", "Prince", "Princess", "Sultan", "Sheikh", "Emperor"})
_NAMESAKES = frozenset(
    "University Centre Center Hospital College School Academy Institute Foundation Fund Trust "
    "Laboratory Library Museum Authority Complex Battalion Regiment Brigade Barracks Base".split()
)
"""Heads of what is named after a monarch."""
_STAFF = "Staff"
_PROGRAMMES = frozenset({"Programme", "Program", "Project", "Initiative"})
"""Heads of what is carried out, whatever the name goes on with."""
_DEEDS = frozenset(
    "Demining Training Policing Evacuation Rescue Relief Combat Escort Mentoring".split()
)
"""Words before "Mission" that make it something carried out, wherever it is."""
_FEWEST_CAPITALS = 2
_FEWEST_WITH_WEAK_HEAD = 3
_BEFORE_LONE_HEAD = frozenset({"the", "of", "to", "in", "by", "from", "before", "with", "and"})


class ShapedBodies:
    """Finds names of bodies around their head nouns.

    Attributes:
        heads: Those nouns.
    """

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        self._nouns = nouns
        self._titles = titles
        self._words = body_words()
        self.heads = nouns.organisation_heads | self._words.heads
        self._weak = nouns.weak_organisation_heads | self._words.weak_heads
        openings = nouns.organisation_openings | self._words.openings
        self._not_first = titles.role_modifiers - openings
        self._compounds = titles.portfolio | nouns.organisation_compounds | self._words.compounds
        self._ends = self.heads | self._words.suffixes
        self._tails = BodyTails(nouns, titles, self.heads)

    def find(
        self, index: WordIndex, territories: Sequence[TerritoryMention], listed: Sequence[Span] = ()
    ) -> Iterator[Span]:
        """Yield candidates, overlapping ones included.

        Args:
            index: Words of the block.
            territories: What states the block names.
            listed: Bodies of the gazetteer in it; no other name begins inside one of them.
        """
        inside = {
            place: index.at(span.end)
            for span in listed
            for place in range(index.at(span.start) + 1, index.at(span.end))
        }
        starts = {index.at(span.start): span for span in listed}
        for place, word in enumerate(index.words):
            if word.text in self.heads or self._is_staff(index, place):
                yield from self._around(index, place, territories, inside, starts)
            elif word.text[:-1] in self._words.owned_heads and self._is_owner(index, place):
                first = self._leftmost(index, place)
                if first < place:
                    yield shaped_span(index, first, place, territories, lost=1)

    def _is_staff(self, index: WordIndex, place: int) -> bool:
        """Whether a word ends "General Staff" or the like."""
        staff = index[place].text == _STAFF and place > 0
        return staff and index[place - 1].text in self._words.staffs

    def _around(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention],
        inside: Mapping[int, int], starts: Mapping[int, Span],
    ) -> Iterator[Span]:  # fmt: skip
        """Yield the name around a head, if the words are enough of one."""
        first = self._leftmost(index, place)
        first = min(inside.get(first, first), place)
        while first < place and index[first].mark:
            first += 1
        first = _with_state(index, first, territories)
        last = self._tails.last(index, first, place, territories, inside)
        if self._is_served(index, first, place, last) or _is_shared(index, first):
            return
        known = inside.get(place, inside.get(place + 1, 0))
        if known == place + 1 <= last and first in starts and _is_whole(index, place):
            return  # "African Union for the …": the gazetteer has the name in full
        if place < known <= last and index[known].capital and index.gap(known) == " ":
            return  # "Department of Justice Fraud Section": what follows is another body
        if self._is_name(index, first, place, last):
            span = shaped_span(index, first, last, territories)
            if _is_joint(index, first, territories):
                span = replace(span, strength=6)
            yield _above(index, span, last, starts.get(first))

    def _is_served(self, index: WordIndex, first: int, place: int, last: int) -> bool:
        """Whether a name is what an office is for: "Minister of …", "Envoy of the Union for …"."""
        start = index[first].start
        if _PORTFOLIO.search(index.text[max(0, start - _PORTFOLIO_REACH) : start]):
            return True
        if not first == place < last or index[place].text not in _WHOLE:
            return False
        before = [word.text for word in index.words[max(0, place - 3) : place]]
        if before[-1:] == ["the"]:
            del before[-1]
        served = before[-1:] == ["of"] and before[-2:][0] in self._titles.role_heads
        return served and index[place + 1].text == "for"

    def _is_owner(self, index: WordIndex, place: int) -> bool:
        """Whether a plural head is a possessive without apostrophe before another name."""
        following = index[place + 1] if place + 1 < len(index) else None
        joined = following is not None and index.gap(place + 1) == " " and following.capital
        return joined and index[place].text.endswith("s")

    def _is_name(self, index: WordIndex, first: int, place: int, last: int) -> bool:
        """Whether the words around a head are enough of a name."""
        head = index[place].text
        words = [w for w in index.words[first : last + 1] if w.capital or _ORDINAL.match(w.text)]
        capitals = sum(word.text not in self._nouns.organisation_ends for word in words)
        carried_out = head in self._nouns.operation_heads and capitals > _FEWEST_CAPITALS
        goes_on = last > place and (head not in _PROGRAMMES or index[place + 1].capital)
        if carried_out and (not goes_on or index[place - 1].text in _DEEDS):
            return False  # "Baltic Air Policing Mission" is carried out, "Mission in Kosovo" a body
        if capitals == 1 and head in self._nouns.lone_organisation_heads:
            return place > 0 and index[place - 1].text in _BEFORE_LONE_HEAD
        if first and index[first - 1].text in POSSESSIVES and head not in _EVERYBODYS:
            return capitals >= _FEWEST_CAPITALS  # "the Guard's Maritime Service"
        if place and index[first - 1].text == "and" and index[first - 2].text in self.heads:
            return capitals >= _FEWEST_CAPITALS  # "Border Troops and Customs Service"
        weak = head in self._weak and not self._is_of_state(index, first, last)
        return capitals >= (_FEWEST_WITH_WEAK_HEAD if weak else _FEWEST_CAPITALS)

    def _is_of_state(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a name is one that every state has a body of ("Defence Force")."""
        return index.phrase(first, last).lower() in self._words.of_state

    def _leftmost(self, index: WordIndex, place: int) -> int:
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
        while not owned and first < place and index[first].text in self._not_first:
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
        if _ORDINAL.fullmatch(word.text):
            return place
        tight = word.text in _DASHES and place and not index.gap(place) + index.gap(place + 1)
        return place - 1 if tight and index[place - 1].text[0].isupper() else None

    def _counted(self, index: WordIndex, place: int, head: int) -> int | None:
        """Index of a word that is the number of a unit ("3 Harbour Brigade"), or None."""
        number = index[place].text
        unit = index[head].text in self._words.numbered_units
        return place if unit and number.isdigit() and len(number) < _LONGEST_NUMBER else None

    def _further_left(self, index: WordIndex, place: int) -> int | None:
        """Index of the first word with which a name goes on to the left, or None."""
        before = index[place]
        if before.text in self._titles.role_heads or self._is_end(index, place):
            return None
        if place and index.phrase(place - 1, place) in self._titles.role_heads:
            return None  # "Director General Harbour Department"
        if before.capital and before.text not in self._nouns.organisation_ends:
            return place
        return place - 1 if before.text in _JOINTS and self._is_compound(index, place) else None

    def _is_end(self, index: WordIndex, place: int) -> bool:
        """Whether another body ends with a word, as the owner of the name after it."""
        return index[place].text[:-1] in self._words.owned_heads and self._is_owner(index, place)

    def _is_compound(self, index: WordIndex, place: int) -> bool:
        """Whether a connective stands inside a name ("Advisory and Liaison Team")."""
        if place < 1 or place + 1 >= len(index):
            return False
        if index.phrase(place - 1, place + 1) in self._words.joined_heads:
            return True
        if index[place - 1].text not in self._compounds:
            return False
        if index[place - 1].text in self._ends and place > 1 and index[place - 2].capital:
            return False  # "Coast Guard and Harbour Police" are two
        opening = place - 1
        while opening > 0 and index[opening].capital and index.same_line(opening):
            opening -= 1
        return index[opening].text not in {"of", "for"} and index[place + 1].capital


def _is_shared(index: WordIndex, first: int) -> bool:
    """Whether words are the end of "Heads of State and Government of …"."""
    before = [word.text for word in index.words[max(0, first - 2) : first]]
    return before == ["State", "and"] and index[first].text == "Government"


def _is_joint(index: WordIndex, first: int, territories: Sequence[TerritoryMention]) -> bool:
    """Whether a name begins with two states ("Peru-Chile Joint Commission")."""
    states = [part for part in _PAIR.split(index[first].text) if find_territory(part)]
    if len(states) > 1:
        return True
    start = index[first].start
    pair = [mention for mention in territories if mention.start >= start][:2]
    joined = len(pair) > 1 and index.text[pair[0].end : pair[1].start] in _DASHES
    return joined and pair[0].start == start


def _with_state(index: WordIndex, first: int, territories: Sequence[TerritoryMention]) -> int:
    """Index of the first word of the state that a name begins inside ("A and B Coast Guard")."""
    start = index[first].start
    named = (t for t in territories if t.start < start < t.end)
    return next((index.at(t.start) for t in named if " and " in index.text[t.start : t.end]), first)


def _above(index: WordIndex, span: Span, last: int, listed: Span | None) -> Span:
    """A body that begins with a known one and ends with its head, which beats that one."""
    following = index.after(last)
    ended = following is None or not following.capital
    longer = listed is not None and listed.end < span.end
    if listed is None or not ended or not longer or listed.type != EntityType.ORGANISATION:
        return span
    return replace(span, strength=max(span.strength, listed.strength + 1))


def _is_whole(index: WordIndex, place: int) -> bool:
    """Whether a listed name that ends with a word does not go on with the next one."""
    return index[place].text in _WHOLE and index[place + 1].text in _OUTSIDE
