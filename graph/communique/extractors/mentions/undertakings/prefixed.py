"""Names after their kind: "Operation X", "Joint Action Days X", "exercise X"."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.makes.forms import numbered
from communique.extractors.mentions.undertakings.shapes import (
    COUNTED,
    DOES,
    YEAR,
    head_size,
    is_headline,
)
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_LONGEST_NAME = 6
"""Words of a name that begins with its kind, one word for the kind included."""
_LONGEST_IN_HEADLINE = 3
"""The same where capitals do not tell where a name ends."""

_PARTICLES = frozenset({"de", "da", "do", "di", "du", "des", "del", "della", "la", "d’", "d'"})
"""Words of other languages that join what follows to the noun before."""
_AIMED = frozenset({"Against", "Between", "From", "Targeting", "Targets", "With"})
"""With which a headline goes on after the noun: "Operation Against Smugglers"."""
_ARTICLES = frozenset({"a", "an", "the"})
_BEFORE_ARTICLE = frozenset(
    "Adopt As Be Behind Break Build Buy Catch Find Follow For Get Give Hide Into Is Just Keep "
    "Leave Lend Like Make Not Of Once Only Save Send Spot Stop Such Take Under What With "
    "Without".split()
)
"""What "a" may follow inside a name."""
_COUNTS = frozenset({"No", "Nos", "Number"})
"""With which a number follows that belongs to a body: "Court of Investigation No 5"."""
_SINGULAR = frozenset({"'s", "’s"})
_FORCES = frozenset({"Force", "Group", "Taskforce"})
_KINDS = frozenset("Agency Combined Interagency Inter-Agency Coalition Regional Maritime".split())
"""Words before a task force, beside those for kinds of operations."""
_NUMBERED = frozenset({"Force", "Taskforce"})
_SHORT_YEAR = re.compile(r"[0-3]\d")
_NUMBER = re.compile(r"\d{2,3}")
"""What names a naval task force."""
_REPEAT = re.compile(r"[2-9]")
"""What tells an operation from the one before it: "Operation HARBOUR 2"."""
_COUNTED = re.compile(COUNTED)
"""What a number before it counts."""
_BOARDS = frozenset({"Agency", "Board", "Bureau", "Committee", "Council", "Department", "Service"})
"""Bodies that run a project ("Project Board")."""
_PROBE = "Investigation"
"""A kind that is as often the first word of a sentence in capitals."""
_SHORTEST = 3
"""Characters of a name after a noun in lower case."""


class PrefixedNames:
    """Finds names of operations by the noun that begins them."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns
        self._firsts = {prefix.split()[0] for prefix in nouns.operation_prefixes}
        heads = nouns.event_heads | nouns.operation_heads | nouns.organisation_heads
        self._bodies = nouns.organisation_heads
        self._kinds = nouns.operation_kinds | _KINDS
        titles = read_titles()
        self._people = titles.role_heads | titles.honorifics
        self._followers = (
            _AIMED
            | _COUNTS
            | _SINGULAR
            | nouns.undertaking_ends
            | nouns.operation_prefix_followers
            | heads
        )

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for place, word in enumerate(index.words):
            if word.text in self._firsts:
                if not place or index[place - 1].text not in _PARTICLES:  # "Centro de Operação X"
                    yield from self._prefixed(index, place)
            elif word.text in self._nouns.lowercase_prefixes:
                yield from self._after_common_noun(index, place)

    def _prefixed(self, index: WordIndex, place: int) -> Iterator[Span]:
        size = head_size(index, place, self._nouns.operation_prefixes)
        longest = _LONGEST_IN_HEADLINE if is_headline(index) else _LONGEST_NAME
        last = self._last(index, place + size - 1, place + size + longest - 2)
        if longest == _LONGEST_IN_HEADLINE:
            last = self._before_verb(index, place + size, last)
        if not size or last < place + size or index[place + size].text in self._followers:
            return
        place, size = self._from_kind(index, place, size)
        name, bare = index.phrase(place, last), index.phrase(place + size, last)
        if YEAR.fullmatch(bare) and place and index[place - 1].capital:
            return  # "Harbour Training Exercise 2019"
        managed = index[place].text == "Project" and index[last].text in self._bodies
        if managed and (last > place + 1 or index[last].text in _BOARDS):
            return  # "Project Management Agency"
        if index[place].text == _PROBE and (place and index[place - 1].capital):
            return  # "Central Investigation Branch"
        if index[place].text == _PROBE and is_headline(index):
            return
        if index[place].text == "Mission" or (index[place].text == "Campaign" and " " not in bare):
            return
        bared = (bare, YEAR.sub("", bare).strip(), YEAR.sub("", name).strip())
        aliases = dict.fromkeys((*bared, *numbered(index, place, last)))
        yield Span(
            index[place].start, index[last].end, EntityType.OPERATION, name, strength=5,
            aliases=tuple(alias for alias in aliases if alias and alias != name),
        )  # fmt: skip

    def _from_kind(self, index: WordIndex, place: int, size: int) -> tuple[int, int]:
        """Where a task force begins with the words of its kind, and words before its own name.

        "Joint Agency Task Force X" is of several agencies.
        """
        first = place
        forces = index[place + size - 1].text in _FORCES
        while forces and first and index.gap(first) == " " and index[first - 1].text in self._kinds:
            first -= 1
        return first, size + place - first

    def _after_common_noun(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A name after its kind in lower case: "the exercise Long Bridge"."""
        last = self._last(index, place, place + _LONGEST_NAME - 1)
        if last == place or is_headline(index):
            return
        name, opening = index.phrase(place + 1, last), index[place + 1].text
        ends = self._followers | self._nouns.never_numbered | self._nouns.counted
        if (
            len(name) < _SHORTEST
            or opening in ends
            or YEAR.fullmatch(opening)
            or opening in self._people
            or fold(opening) in given_names()
            or DOES.match(index.text, index[last].end)
            or find_territory(opening)
        ):
            return
        bare = YEAR.sub("", name).strip()
        aliases = tuple({bare} - {name, ""})
        yield Span(
            index[place + 1].start, index[last].end, EntityType.OPERATION, name,
            aliases=aliases, strength=2,
        )  # fmt: skip

    def _before_verb(self, index: WordIndex, first: int, last: int) -> int:
        """Index of the last word of a name before the verb of a headline ("Exercise X Begins")."""
        verbs = self._nouns.headline_verbs
        return next((at - 1 for at in range(first, last + 1) if index[at].text in verbs), last)

    def _last(self, index: WordIndex, last: int, furthest: int) -> int:
        """Index of the last of the capitalised words and years on the line after a word."""
        while last + 1 < len(index) and last < furthest and index.same_line(last + 1):
            if self._is_part(index, last + 1):
                last += 1
            elif any(goes(index, last + 1) for goes in (self._owns, self._binds, self._is_joint)):
                last += 2
            else:
                break
        return last

    def _is_part(self, index: WordIndex, place: int) -> bool:
        word = index[place]
        before = index[place - 1].text
        force = before in _NUMBERED and bool(_NUMBER.fullmatch(word.text))
        coded = before.isupper() and len(before) > 1 and self._ends_code(index, place)
        return word.capital or force or coded or bool(YEAR.fullmatch(word.text))

    @staticmethod
    def _ends_code(index: WordIndex, place: int) -> bool:
        """Whether a number behind a name in capitals is its year or tells it from an earlier."""
        if _SHORT_YEAR.fullmatch(index[place].text):
            return True
        following = index.after(place)
        counts = following is not None and _COUNTED.fullmatch(following.text)
        return bool(_REPEAT.fullmatch(index[place].text)) and not counts

    def _binds(self, index: WordIndex, place: int) -> bool:
        """Whether an article stands inside a name ("Operation Cut the X", "Operation Once a X")."""
        if index[place].text not in _ARTICLES or place + 1 >= len(index):
            return False
        following = index[place + 1]
        if index[place].text != "the":
            return following.capital and index[place - 1].text in _BEFORE_ARTICLE
        other = following.text in self._followers or find_territory(following.text) is not None
        alone = place + 2 >= len(index) or not index[place + 2].capital
        return following.capital and alone and not other

    @staticmethod
    def _is_joint(index: WordIndex, place: int) -> bool:
        """Whether a word of another language stands inside a name ("Exercise Puerta del Mar")."""
        follows = place + 1 < len(index) and index[place + 1].capital
        return follows and index[place].text in _PARTICLES

    def _owns(self, index: WordIndex, place: int) -> bool:
        """Whether a possessive stands inside a name ("Operation Hunter's Moon")."""
        if index[place].text not in _SINGULAR or place + 1 >= len(index):
            return False
        following = index[place + 1]
        return following.capital and following.text not in self._followers
