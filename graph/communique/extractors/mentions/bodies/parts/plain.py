"""Bodies under common nouns: "Torsk cantonal police", "AGENCY's research directorate"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extractors.mentions.bodies.naming import home_names
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_OWNER = 4
"""Words of the longest owner."""
_LONGEST_NOUN = 4
"""Words before a head in its noun."""
_ARTICLES = frozenset({"the", "its"})
_PLACED = frozenset({"office", "bureau", "centre", "center", "delegation", "hub", "department"})
"""Heads that may be for an area ("regional office for East Africa")."""
_SEATED = frozenset({"office", "bureau", "directorate", "inspectorate", "administration", "court"})
_AUTHORITIES = frozenset(
    "border criminal customs fiscal fraud immigration investigation judicial labour narcotics "
    "police prosecution tax".split()
)
"""Words in the noun for an authority of which many towns have one."""
_LONGEST_TOWN = 3
"""Words of the longest name of a town."""
_ACRONYM = re.compile("[A-Z]{3,8}")
_HOUSES = frozenset(
    "academy center centre clinic college hospital laboratory observatory school".split()
)
_SECRETARIAT = "secretariat"
_TREATIES = frozenset({"Convention", "Treaty", "Protocol", "Agreement", "Compact", "Charter"})
"""Papers whose parties have a secretariat."""
_AND = frozenset({"and", "of"})
_NO_OWNERS = frozenset(
    "New Old Modern Renovated Refurbished Upgraded Reopened First Second Third Next Joint Mobile "
    "Temporary Permanent Dedicated Specialised Specialized Additional Another Former Latest Future "
    "Planned Proposed Larger Two Three Four Several".split()
)
"""Words that own nothing and have a capital where a title or sentence begins with them."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A common noun for a body in a block: its first and last word, and where its area ends."""

    first: int
    last: int
    end: int


class PartBodies:
    """Finds bodies by a common noun with a modifier, and what owns it."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._heads, self._modifiers = words.part_heads, words.part_modifiers
        self._longer = self._heads | self._modifiers
        self._plain = nouns.force_bodies | words.of_state
        self._no_owner = (
            nouns.organisation_ends | nouns.undertaking_ends | titles.role_heads
            | titles.role_modifiers | titles.honorifics | titles.ranks
        )  # fmt: skip

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield candidates that beat their owner alone.

        Args:
            index: Words of the block.
            territories: What states the block names.
        """
        states = {index.at(t.end) - 1: t for t in territories}
        for place, word in enumerate(index.words):
            if word.text in self._heads and (noun := self._noun(index, place)) is not None:
                yield from self._before(index, noun, states)
                yield from self._behind(index, noun)
                yield from self._inside(index, noun)

    def _noun(self, index: WordIndex, place: int) -> _Noun | None:
        """The noun that a head ends with its modifiers, or None if it is part of a longer one."""
        first = place
        while first > 0 and place - first < _LONGEST_NOUN and index.gap(first) == " ":
            if index[first - 1].text not in self._modifiers:
                break
            first -= 1
        following = index.after(place)
        longer = following is not None and following.text in self._longer
        if (longer and index.gap(place + 1) == " ") or (
            first == place and not _serves(index, place)
        ):
            return None
        return _Noun(first, place, self._area(index, place))

    def _area(self, index: WordIndex, place: int) -> int:
        """Index of the last word of "for X and Y" behind a head, or of the head."""
        if index[place].text not in _PLACED or place + 2 >= len(index):
            return place
        first = place + 2 + (index[place + 2].text == "the" and place + 3 < len(index))
        if index[place + 1].text != "for" or not index[first].capital:
            return place
        last = index.capitals(first)
        while last + 2 < len(index) and index[last + 1].text in _AND and index[last + 2].capital:
            last = index.capitals(last + 2)
        return last

    def _before(
        self, index: WordIndex, noun: _Noun, states: dict[int, TerritoryMention]
    ) -> Iterator[Span]:
        """Yield the noun with the owner before it."""
        owned = noun.first > 1 and index[noun.first - 1].text in POSSESSIVES
        last = noun.first - 1 - owned
        if last < 0 or (not owned and index.gap(noun.first) != " "):
            return
        first = self._owner(index, last)
        if first is None:
            return
        owner, form = index.phrase(first, last), index.phrase(noun.first, noun.end)
        start = noun.first if owned else first
        state = states.get(last)
        if state is not None and form in self._plain:
            return  # what every state has of its own
        aliases = [f"{owner} {form}", f"{owner}'s {form}", f"{form} of {owner}",
                   f"{form} of the {owner}"]  # fmt: skip
        if state is not None:
            aliases += home_names(form, state.territory)
        if noun.end > noun.last:
            aliases.append(f"{owner} {index.phrase(noun.first, noun.last)}")
        yield Span(
            index[start].start, index[noun.end].end, EntityType.ORGANISATION, f"{owner} {form}",
            country=state.territory if state and state.kind != NameKind.CAPITAL else None,
            aliases=tuple(dict.fromkeys(aliases)), strength=4,
        )  # fmt: skip

    def _owner(self, index: WordIndex, last: int) -> int | None:
        """Index of the first word of the capitalised owner that ends with a word, or None."""
        if index[last].text in self._plain:
            return last
        first = last
        while first > 0 and last - first < _LONGEST_OWNER and index[first - 1].capital:
            if index.gap(first) != " ":
                break
            first -= 1
        while first <= last and index[first].text in self._no_owner:
            first += 1
        if first == last and index[first].text in _NO_OWNERS:
            return None
        return first if first <= last and index[first].capital else None

    @staticmethod
    def _inside(index: WordIndex, noun: _Noun) -> Iterator[Span]:
        """Yield "customs investigation office in Torsk"."""
        town = noun.last + 2
        if town >= len(index) or index[town - 1].text != "in" or not index[town].capital:
            return
        words = {word.text for word in index.words[noun.first : noun.last]}
        before = index[noun.first - 1] if noun.first else None
        owned = before is not None and (before.capital or before.text in POSSESSIVES)
        if index[noun.last].text in _SEATED and words & _AUTHORITIES and not owned:
            last = min(index.capitals(town), town + _LONGEST_TOWN - 1)
            form, name = index.phrase(noun.first, noun.last), index.phrase(town, last)
            yield Span(
                index[noun.first].start, index[last].end, EntityType.ORGANISATION,
                f"{form} in {name}", aliases=(f"{name} {form}", f"{form} of {name}"), strength=4,
            )  # fmt: skip

    def _behind(self, index: WordIndex, noun: _Noun) -> Iterator[Span]:
        """Yield "regional training centre of the border police"."""
        of = noun.last + 1
        if of + 2 >= len(index) or index[of].text != "of":
            return
        first = of + 1 + (index[of + 1].text in _ARTICLES)
        for last in range(min(first + _LONGEST_OWNER, len(index)) - 1, first - 1, -1):
            owner = index.phrase(first, last)
            treaty = index[last].text in _TREATIES and index[noun.last].text == _SECRETARIAT
            if owner in self._plain or (treaty and index.capitals(first) == last):
                form = index.phrase(noun.first, noun.last)
                yield Span(
                    index[noun.first].start, index[last].end, EntityType.ORGANISATION,
                    index.phrase(noun.first, last), aliases=(f"{owner} {form}",), strength=4,
                )  # fmt: skip
                return


def _serves(index: WordIndex, place: int) -> bool:
    """Whether a noun needs no further word: the house of a name, a treaty's secretariat."""
    before = index[place - 1].text if place else ""
    if index[place].text in _HOUSES and before and index.gap(place) == " ":
        acronym = _ACRONYM.fullmatch(before) and before not in body_words().no_acronyms
        return bool(acronym) or (index[place - 1].capital and index[max(0, place - 2)].capital)
    if index[place].text != _SECRETARIAT:
        return False
    return before in _TREATIES or index.text.startswith(" of the ", index[place].end)
