"""The town that a block opens with: "TOWN, STATE –", "Town, 5 June 2024 –", "TOWN – The"."""

import re
from collections.abc import Iterator, Mapping, Set

from communique.extractors.mentions.bodies.tails.topics import DEED
from communique.extractors.mentions.places.parts import StateParts
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.feeds.repair.wrapping import DAY
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.territories import NameKind, TerritoryMention, fold
from communique.ontology import EntityType

LONGEST_NAME = 4
"""Words of the longest name of a town, but for particles."""
AFTER = frozenset({",", ")", "–", "—", "-", ":", "(", "/", "|"})
"""What stands behind a town and its state or day."""
_DASHES = frozenset({"–", "—", "-", "--"})
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DATED = re.compile(
    r"(?:, ?| ?[–—|-] ?| ?\()(?:on )?(?:\d{1,2} ?[-–] ?(?=\d))?"
    rf"(?>{DAY}|{_WEEKDAY}\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][^\W\d_]{2,11}(?:[ -][A-Z][^\W\d_]{2,11})?,? \d{4})"
    r"(?!,? (?-i:[a-z]))",
    re.IGNORECASE,
)
"""The day behind the town, with which no sentence begins."""
_NO_TOWNS = frozenset(
    "Announcement Announcements Breaking Communique Conclusions Correction Daily Date Dated Dear"
    " Draft Embargo Embargoed Factsheet Headlines Immediate Interview Issued Latest Media Minutes"
    " Monthly News Newsletter Point Posted Press Programme Published Readout Release Released"
    " Remarks Reporting Source Speech Today Tomorrow Transcript Update Updated Updates Video"
    " Weekly Yesterday Advisory Alert Photo Photos Archive Opinion Background Overview Summary"
    " Highlights Context Questions Answers Reminder Attention Urgent Important Analysis".split()
)
"""With what a block begins that is a document, or a day."""
_LEAST = 4
"""Letters of the longest word of a name."""
_THERE = ("in", "near", "at", "from", "around", "outside")
"""What stands before the town where a text names it again."""
_NAME = re.compile(r"[^\W\d_]{3,}(?:[-’'][^\W\d_]+)*|[A-Z][a-z]|LA|LE|EL|AL")


class Datelines:
    """Finds the town before the state, the day or the dash that a block opens with."""

    def __init__(self, no_towns: Set[str], parts: StateParts) -> None:
        """Take the words that are no towns, and what finds parts of states."""
        self._no_town = no_towns | body_words().documents | _NO_TOWNS
        self._parts = parts

    def find(self, index: WordIndex, states: Mapping[int, TerritoryMention]) -> Iterator[Span]:
        """Yield the town, by its name as it is written within a sentence."""
        first = int(len(index) > 0 and index[0].text == "(")
        last = self._last(index, first)
        if not 0 <= last - first < LONGEST_NAME or last + 2 >= len(index):
            return
        if first in states and states[first].kind == NameKind.NAME:
            return
        strength = self._strength(index, first, last, states)
        if strength:
            name = index.phrase(first, last)
            yield Span(
                index[first].start, index[last].end, EntityType.PLACE,
                name.title() if name.isupper() else name, strength=strength,
            )  # fmt: skip

    def _last(self, index: WordIndex, first: int) -> int:
        """Index of the last word of the name that a block opens with; one less if none does."""
        last = first
        while last < len(index) and (index[last].capital or index[last].text == "-"):
            if last > first and index[last].text == "-" and index.gap(last):
                break
            last += 1
        return last - 1

    def _strength(
        self, index: WordIndex, first: int, last: int, states: Mapping[int, TerritoryMention]
    ) -> int:
        """How surely the name that a block opens with is a town's; 0 if it is none."""
        shouted = index.phrase(first, last).isupper()
        end = self._end_of_state(index, last + 1, states)
        following = index.after(end) if end is not None else None
        if shouted and following is not None and following.text in AFTER:
            return 1
        if any(place in states for place in range(first, last + 1)):
            return 0
        if not self._is_plain(index, first, last):
            return 0
        if _DATED.match(index.text, index[last].end):
            return 3
        return 3 if self._is_apart(index, first, last, shouted=shouted) else 0

    def _is_plain(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether the words of a name are a town's: of no class, no person's, no code."""
        words = [word.text for word in index.words[first : last + 1]]
        titled = [word.title() if word.isupper() else word for word in words]
        somebody = last > first and fold(titled[0]) in given_names()
        acronym = f"({index.phrase(first, last)})" in index.text
        sound = all(map(_NAME.fullmatch, words)) and len(max(words, key=len)) >= _LEAST
        other = any(DEED.search(word.lower()) for word in titled)
        return sound and not (somebody or acronym or other) and self._no_town.isdisjoint(titled)

    def _is_apart(self, index: WordIndex, first: int, last: int, *, shouted: bool) -> bool:
        """Whether a dash parts a name from a sentence, and somebody is there further below.

        Of a name in capitals a colon does.
        """
        dash, behind = index[last + 1], index[last + 2]
        apart = dash.text in _DASHES and index.gap(last + 1)
        if not (apart or (shouted and dash.text == ":")) or not behind.capital:
            return False
        name = index.phrase(first, last)
        again = name.title() if shouted else name
        return any(index.text.find(f" {there} {again}", dash.end) > 0 for there in _THERE)

    def _end_of_state(
        self, index: WordIndex, mark: int, states: Mapping[int, TerritoryMention]
    ) -> int | None:
        """Index of the last word of the state behind a mark, or of a part of one behind a comma."""
        state, part = states.get(mark + 1), self._parts.last(index, mark + 1)
        if index[mark].text == "," and part is not None:
            return part
        named = state is not None and state.kind == NameKind.NAME
        return index.at(state.end) - 1 if state and named and index[mark].text in ",(" else None
