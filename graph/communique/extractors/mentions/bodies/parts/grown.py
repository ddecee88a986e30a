"""Names of bodies that go on beyond their head: "Prosecutor's Office TORSK", "Flotilla 4"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from communique.extractors.mentions.bodies.naming import no_towns
from communique.extractors.mentions.bodies.tails.topics import ABSTRACT
from communique.extractors.mentions.headlines import is_headline
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.extractors.sieve import holds
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_TOWN = 3
"""Words of the longest name of a town."""
_LONGEST_SEAT = 2
"""Words of the longest name of a town behind "Sector"."""
_LONGEST_NUMBER = 3
"""Digits of the longest number of a unit."""
_NUMBERED = frozenset({"No", "Number", "number", "Nr"})
_DISTRICTS = frozenset({"District", "Region", "Sector", "Zone", "Area", "Station", "Wing"})
_COUNTED = frozenset("One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split())
_ROMAN = re.compile(r"II|III|IV|VI{0,3}|IX|X[IVX]{0,4}")
_SAYING = frozenset("We Our It You Us Can Do Does Is Are Be Not With Together To Strong".split())
"""Words of what is said or called for, no name."""
_JOINTS = frozenset({"and", "&"})
_CHIEF = frozenset({"Chief", "Principal"})
_FORMS_OF_STATE = frozenset(
    f"{form} of" for form in ("Republic", "Kingdom", "State", "Sultanate", "Federation")
)
"""What stands before the name of a state with which that of a body begins."""
_OPENED, _CLOSED = '“"„«', '”"“»'
_LONGEST_QUOTED = 6
"""Words of the longest name in quotes."""


class GrownBodies:
    """Finds the whole names of bodies that a rule has found in part."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._local, self._units = words.local_heads, tuple(sorted(words.numbered_alone))
        self._following, self._dedicated = words.after_acronym, words.dedicated
        self._kinds = nouns.naming_nouns | nouns.naming_deeds | nouns.event_nouns
        self._behind, self._chief = words.numbered_behind, words.chief_heads
        self._openings = nouns.organisation_openings
        self._topics = titles.portfolio | words.topics
        undertakings = nouns.event_heads | nouns.operation_prefixes | nouns.undertaking_ends
        self._no_town = no_towns(nouns, titles) | undertakings

    def find(self, index: WordIndex, bodies: Sequence[Span]) -> Iterator[Span]:
        """Yield longer names, which beat those they hold.

        Args:
            index: Words of the block.
            bodies: What other rules have found in it.
        """
        loud = (
            bool(bodies)
            and is_headline(index.text)
            and ":" not in index.text
            and ";" not in index.text
        )
        for body in _longest(bodies) if not loud else ():
            if body.type == EntityType.ORGANISATION:
                first, last = index.at(body.start), index.at(body.end) - 1
                begins = (
                    self._chief_of(index, first),
                    self._listed(index, first, last),
                    self._republic(index, first, last),
                    first,
                )
                ends = (
                    self._town(index, last),
                    self._number(index, last),
                    self._quoted(index, first, last),
                    last,
                )
                whole = _first(begins), _first(ends)
                if whole != (first, last):
                    yield _grown(index, body, *whole)
        yield from self._counted(index)

    def _town(self, index: WordIndex, last: int) -> int | None:
        """Index of the last word of the town behind a local authority, or None."""
        first = last + 1
        if index[last].text not in self._local or first >= len(index) or index.gap(first) != " ":
            return None
        end, town = index.capitals(first), index[first]
        words = {word.text for word in index.words[first : end + 1]}
        others = words & self._no_town or any(word[:-1] in self._no_town for word in words)
        if not town.capital or town.text.isupper() or end - first >= _LONGEST_TOWN or others:
            return None
        person = fold(town.text) in given_names()
        return end if self._is_closed(index, end) or (first == end and not person) else None

    def _number(self, index: WordIndex, last: int) -> int | None:
        """Index of the last word of the number behind a unit ("Flotilla 4"), or None."""
        number = index.after(last)
        if number is not None and number.text in _NUMBERED and index.gap(last + 1) == " ":
            return self._number_of(index, last + 2)
        begun = last + 1 if index[last].text in _DISTRICTS else last + 2
        named = begun == last + 1 or (number is not None and number.text in _DISTRICTS)
        if named and number is not None and index.gap(last + 1) == " ":
            return self._district(index, begun)
        if number is None or index[last].text not in self._behind or index.gap(last + 1) != " ":
            return None
        counted = number.text.isdigit() and len(number.text) <= _LONGEST_NUMBER
        return last + 1 if counted and self._is_closed(index, last + 1) else None

    def _district(self, index: WordIndex, place: int) -> int | None:
        """Index of the number or name of a district of a body ("Guard District | 16"), or None."""
        if place >= len(index) or index.gap(place) != " ":
            return None
        number = index[place].text
        counted = number.isdigit() and len(number) <= _LONGEST_NUMBER
        known = counted or number in _COUNTED or _ROMAN.fullmatch(number) is not None
        last = place if known else index.capitals(place)
        words = {word.text for word in index.words[place : last + 1]}
        seated = index[place].capital and last - place < _LONGEST_SEAT and not words & self._no_town
        return last if (known or seated) and self._is_closed(index, last) else None

    def _is_closed(self, index: WordIndex, last: int) -> bool:
        """Whether what stands behind a word shows that no name goes on there."""
        following = index.after(last)
        return following is None or following.mark or following.text in self._following

    @staticmethod
    def _number_of(index: WordIndex, place: int) -> int | None:
        """Index of the last word of "2 of Torsk" behind "number", or None."""
        place += place < len(index) and index[place].text == "."
        if place + 2 >= len(index) or not index[place].text.isdigit():
            return None
        seated = index[place + 1].text == "of" and index[place + 2].capital
        return index.capitals(place + 2) if seated else place

    def _chief_of(self, index: WordIndex, first: int) -> int | None:
        """Index of "Chief" before a head that it belongs to ("Chief Directorate"), or None."""
        chief = first > 0 and index[first - 1].text in _CHIEF and index.gap(first) == " "
        return first - 1 if chief and index[first].text in self._chief else None

    @staticmethod
    def _republic(index: WordIndex, first: int, last: int) -> int | None:
        """Index of "Republic" before the state that a name begins with, or None."""
        formed = first > 1 and index.phrase(first - 2, first - 1) in _FORMS_OF_STATE
        own = formed and last > first and find_territory(index[first].text) is not None
        return first - 2 if own else None

    def _quoted(self, index: WordIndex, first: int, last: int) -> int | None:
        """Index of the mark that closes the name in quotes behind a unit or school, or None."""
        opened = last + 1
        words = (word.text for word in index.words[first:opened])
        if opened + 2 >= len(index) or self._dedicated.isdisjoint(words):
            return None
        if index[opened].text not in _OPENED or not index[opened + 1].capital:
            return None
        for place in range(opened + 2, min(opened + 2 + _LONGEST_QUOTED, len(index))):
            if index[place].text in _CLOSED:
                following = index.after(place)
                kind = following is not None and following.text in self._kinds
                said = not _SAYING.isdisjoint(w.text for w in index.words[opened + 1 : place])
                return None if kind or said else place
        return None

    def _listed(self, index: WordIndex, first: int, last: int) -> int | None:
        """Index of the first of several portfolios before a head ("A, B and C Department")."""
        joined = first < last and index[first + 1].text in _JOINTS
        begun = first
        while joined and begun > 1 and index[begun - 1].text == ",":
            if index[begun - 2].text not in self._topics:
                begun = self._opened(index, begun)
                break
            begun -= 2
        while 1 < begun < first and index[begun - 1].text in self._openings:
            begun -= 1
        opened = begun == 0 or not index[begun - 1].capital or index[begun - 1].text == "The"
        return begun if begun < first and opened else None

    def _opened(self, index: WordIndex, begun: int) -> int:
        """Index of the first word of "National X-Y" before a comma, else that of the word behind.

        The field alone tells no body: "National Anti-Fraud, Arms and Drugs Agency".
        """
        first = begun - 2
        while first > 0 and index[first - 1].capital and index.gap(first) == " ":
            first -= 1
        known = index[first].text in self._openings and first < begun - 2
        return first if known and ABSTRACT.search(index[begun - 2].text) else begun

    def _counted(self, index: WordIndex) -> Iterator[Span]:
        """Yield units by their numbers alone ("84 Squadron")."""
        if not holds(index.text, self._units):
            return
        for place, word in enumerate(index.words):
            if word.text not in self._units or not place or index.gap(place) != " ":
                continue
            number = index[place - 1].text
            if not number.isdigit() or len(number) > _LONGEST_NUMBER:
                continue
            first = place - 1
            if first > 1 and index[first - 1].text == "." and index[first - 2].text in _NUMBERED:
                first -= 2
            before = index[first - 1] if first else None
            alone = before is None or not before.capital or before.text == "The"
            following = index.after(place)
            ended = following is None or not following.capital or index.gap(place + 1) != " "
            if alone and ended:
                yield Span(
                    index[first].start, word.end, EntityType.ORGANISATION,
                    index.phrase(first, place), strength=2,
                )  # fmt: skip


def _first(places: Iterable[int | None]) -> int:
    """The first of several indices that is one."""
    return next(place for place in places if place is not None)


def _longest(bodies: Sequence[Span]) -> list[Span]:
    """The longest body at each end, as strong as any other there, but for those inside others."""
    ends: dict[int, Span] = {}
    ordered = sorted(bodies, key=lambda body: body.start)
    starts = [body.start for body in ordered]
    reach = list(accumulate((body.end for body in ordered), max))
    for body in ordered:
        longest = ends.setdefault(body.end, body)
        ends[body.end] = replace(longest, strength=max(longest.strength, body.strength))
    return [
        body for body in ends.values() if reach[bisect_right(starts, body.start) - 1] <= body.end
    ]


def _grown(index: WordIndex, body: Span, first: int, last: int) -> Span:
    """A body under its whole name."""
    return replace(
        body, start=index[first].start, end=index[last].end, name=index.phrase(first, last),
        aliases=(), within=(), strength=body.strength + 1,
    )  # fmt: skip
