"""Bodies by the acronym in brackets behind a name that spells it: "Lake Fish Council (LFC)"."""

import re
from collections.abc import Collection, Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_ACRONYM = re.compile(r"[A-Z][A-Za-z/-]{0,9}[A-Z]")
_LONGEST_NAME = 16
"""Words of the longest name looked at."""
_FEWEST_CAPITALS = 2
_PARTS = re.compile(r"[-–/]")
_TOPIC = re.compile(r" (?:on|to|against) ")
"""What stands behind the head noun of a name, before what it is about."""


class IntroducedBodies:
    """Finds the names whose initials an acronym behind them repeats."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._offices = titles.role_heads
        self._joints = words.joints
        self._never = (nouns.operation_heads - nouns.organisation_heads) | nouns.event_heads
        self._others = (
            nouns.operation_heads | nouns.event_heads | nouns.operation_prefixes | words.documents
        )

    def find(self, index: WordIndex, ends: Collection[int]) -> Iterator[Span]:
        """Yield names before acronyms.

        Args:
            index: Words of the block.
            ends: Offsets at which a body of the gazetteer ends, which has its name from there.
        """
        for place in range(_FEWEST_CAPITALS, len(index) - 2):
            if index[place].text != "(" or index[place + 2].text != ")":
                continue
            if not _ACRONYM.fullmatch(index[place + 1].text) or index[place - 1].end in ends:
                continue
            first = self._first(index, place - 1, index[place + 1].text)
            if first is None or self._is_inside(index, place + 3):
                continue
            if not self._is_other(index, first, place - 1):
                yield Span(
                    index[first].start, index[place - 1].end, EntityType.ORGANISATION,
                    index.phrase(first, place - 1), strength=6,
                )  # fmt: skip

    def _is_other(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a name is a state's, an undertaking's, a paper's or an office ("Chief of X")."""
        name = index.phrase(first, last)
        if find_territory(name) is not None:
            return True
        front = _TOPIC.split(name, maxsplit=1)[0].split()
        ends = {words[-1] for words in (front, name.split())} | {index[first].text}
        ends.add(" ".join(front[-2:]))
        return name.split(" of ", 1)[0] in self._offices or not self._others.isdisjoint(ends)

    def _is_inside(self, index: WordIndex, place: int) -> bool:
        """Whether a name goes on behind its acronym: "X Relief (XR) Working Session"."""
        if place >= len(index) or not index.same_line(place) or not index[place].capital:
            return False
        return not self._never.isdisjoint(word.text for word in index.words[place : place + 2])

    def _first(self, index: WordIndex, last: int, acronym: str) -> int | None:
        """Index of the first word of the name before an acronym, or None if none spells it."""
        letters = [char for char in acronym if char.isupper()]
        capitals = 0
        for place in range(last, max(-1, last - _LONGEST_NAME), -1):
            word = index[place]
            if not index.same_line(place + 1) and place < last:
                return None
            if not word.capital:
                if word.text not in self._joints:
                    return None
                continue
            capitals += 1
            if not _spend(word.text, letters):
                return None
            if not letters:
                return place if capitals >= _FEWEST_CAPITALS else None
        return None


def _spend(word: str, letters: list[str]) -> bool:
    """Take the initials of a word off the end of the letters; False if they are others."""
    initials = [part[0].upper() for part in _PARTS.split(word) if part]
    for wanted in (initials, initials[:1]):
        if letters[-len(wanted) :] == wanted:
            del letters[-len(wanted) :]
            return True
    return False
