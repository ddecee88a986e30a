"""Organisations by the shape of their names: a head noun with capitalised words around it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.extractors.mentions.bodies.lefts import DASHES, ORDINAL, BodyOpenings
from communique.extractors.mentions.bodies.naming import shaped_span
from communique.extractors.mentions.bodies.tails import BodyTails
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import TerritoryMention, find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

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
_PAIR = re.compile("[-–]")
_EVERYBODYS = frozenset(
    "Programme Program Initiative Mission Crown Headquarters Sector Region Zone Area".split()
)
"""Weak heads of what is no body where somebody owns it."""
_BASED = frozenset({"Force", "Army", "Guard"})
_SITES = frozenset({"Base", "Barracks"})
"""Forces and what before them is a site and no body ("Torsk Air Force Base")."""
_STAFF = "Staff"
_PROGRAMMES = frozenset({"Programme", "Program", "Project", "Initiative"})
"""Heads of what is carried out, whatever the name goes on with."""
_DEEDS = frozenset(
    "Demining Training Policing Evacuation Rescue Relief Combat Escort Mentoring Observation "
    "Monitoring Review Assessment Evaluation Appraisal Stabilisation Stabilization Transition "
    "Support".split()
)
"""Words before "Mission" that make it something carried out, wherever it is."""
_FEWEST_CAPITALS = 2
_FEWEST_WITH_WEAK_HEAD = 3
_BEFORE_LONE_HEAD = frozenset({"the", "of", "to", "in", "by", "from", "before", "with", "and"})


@dataclass(frozen=True, slots=True)
class _Known:
    """Where the listed bodies of a block are, by the numbers of its words.

    Attributes:
        inside: By word inside one of them, the word behind it.
        starts: By first word, the body.
        owners: By word behind an international one, its first word: its offices bear its name.
    """

    inside: Mapping[int, int]
    starts: Mapping[int, Span]
    owners: Mapping[int, int]

    @classmethod
    def of(cls, index: WordIndex, listed: Sequence[Span]) -> "_Known":
        """Where bodies are in the words of a block."""
        places = [(index.at(span.start), index.at(span.end), span) for span in listed]
        return cls(
            {place: end for first, end, _ in places for place in range(first + 1, end)},
            {first: span for first, _, span in places},
            {
                end: first
                for first, end, span in places
                if span.country is None and span.type == EntityType.ORGANISATION
                and end < len(index) and index.gap(end) == " "
            },
        )  # fmt: skip


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
        self._weak |= self._words.paired_heads.keys()
        self._offices = (nouns.organisations_abroad - {"Centre"}) | {"Secretariat"}
        self._openings = BodyOpenings(nouns, titles, self.heads)
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
        known = _Known.of(index, listed)
        for place, word in enumerate(index.words):
            headed = word.text in self.heads and not _is_base(index, place)
            if headed or self._is_paired(index, place):
                yield from self._around(index, place, territories, known)
            elif word.text[:-1] in self._words.owned_heads:
                first = self._openings.first(index, place)
                if first < place and self._openings.is_owner(index, place):
                    yield shaped_span(index, first, place, territories, lost=1)

    def _is_paired(self, index: WordIndex, place: int) -> bool:
        """Whether a word ends "General Staff", "Health System" or the like."""
        if not place or not index[place].capital or index.gap(place) != " ":
            return False
        if index[place].text == _STAFF:
            return index[place - 1].text in self._words.staffs
        seconds = self._words.paired_heads.get(index[place].text)
        return seconds is not None and index[place - 1].text in seconds

    def _around(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention], known: "_Known"
    ) -> Iterator[Span]:
        """Yield the name around a head, if the words are enough of one."""
        first = self._openings.first(index, place)
        first = min(known.inside.get(first, first), place)
        if index[place].text in self._offices:
            first = known.owners.get(first, first)
        while first < place and index[first].mark:
            first += 1
        first = _with_state(index, first, territories)
        last = self._tails.last(index, first, place, territories, known.inside)
        if self._is_served(index, first, place, last) or _is_shared(index, first):
            return
        behind = known.inside.get(place, known.inside.get(place + 1, 0))
        if behind == place + 1 <= last and first in known.starts and _is_whole(index, place):
            return  # "African Union for the …": the gazetteer has the name in full
        if place < behind <= last and index[behind].capital and index.gap(behind) == " ":
            return  # "Department of Justice Fraud Section": what follows is another body
        if self._is_name(index, first, place, last):
            span = shaped_span(index, first, last, territories)
            if _is_joint(index, first, territories):
                span = replace(span, strength=6)
            yield _above(index, span, last, known.starts.get(first))

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

    def _is_name(self, index: WordIndex, first: int, place: int, last: int) -> bool:
        """Whether the words around a head are enough of a name."""
        head = index[place].text
        words = [w for w in index.words[first : last + 1] if w.capital or ORDINAL.match(w.text)]
        capitals = sum(word.text not in self._nouns.organisation_ends for word in words)
        carried_out = head in self._nouns.operation_heads and capitals > _FEWEST_CAPITALS
        carried_out = carried_out and not self._is_paired(index, place)
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


def _is_base(index: WordIndex, place: int) -> bool:
    """Whether a force ends there whose name that of a site goes on with."""
    following = index.after(place)
    sited = following is not None and following.text in _SITES and index[place].text in _BASED
    return sited and index.gap(place + 1) == " "


def _is_shared(index: WordIndex, first: int) -> bool:
    """Whether words are the end of "Heads of State and Government of …"."""
    before = [word.text for word in index.words[max(0, first - 2) : first]]
    heads = before in (["State", "and"], ["Heads", "of"])
    return heads and index[first].text == "Government"


def _is_joint(index: WordIndex, first: int, territories: Sequence[TerritoryMention]) -> bool:
    """Whether a name begins with two states ("Peru-Chile Joint Commission")."""
    states = [part for part in _PAIR.split(index[first].text) if find_territory(part)]
    if len(states) > 1:
        return True
    start = index[first].start
    pair = [mention for mention in territories if mention.start >= start][:2]
    joined = len(pair) > 1 and index.text[pair[0].end : pair[1].start] in DASHES
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
