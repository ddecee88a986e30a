"""Bodies by a bare name where only bodies stand: "funded by NAME", "Chairman of NAME"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.bodies.tails.topics import ABSTRACT, ADJECTIVE
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention, find_territory, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_NAME = re.compile(r"[A-Z][^\W\d_]*[a-zà-ÿ][^\W\d_]*(?:-[^\W\d_]{2,})*")
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Da|Du|La|Le|Van|Fitz|O[’'])[A-Z][a-z]+[A-Z][A-Za-z]+")
_SHORTEST = 5
"""Letters of the shortest bare name."""
_MONEY = frozenset({"funding", "financing", "sponsorship", "grants", "funds", "co-financing"})
_PEOPLE = frozenset(
    "representatives officials experts staff employees specialists engineers volunteers delegates "
    "colleagues".split()
)
_OFFICES = frozenset(
    {
        "Speaker", "Deputy Speaker", "Chair", "Chairman", "Chairwoman", "Chairperson",
        "Director General", "Director-General", "Secretary General", "Secretary-General",
        "Chief Executive", "Managing Director", "Executive Director", "Executive Secretary", "CEO",
        "Vice-Chairman", "Vice Chairman",
    }
)  # fmt: skip
"""Offices of bodies; of "President" and "Director" there are those of regions and fields too."""
_JOINTS = frozenset({"and", ",", "&"})
_FROM = frozenset({"from", "of"})
_ARTICLE = "the"
_FEWEST_OF_THE = 2
_COMMANDERS = frozenset({"Commander", "Commandant", "Speaker"})
"""Offices that are of the NAME, where the name is a body's whatever its language."""
_BEFORE_CAMEL = frozenset({"by", "from", "joined"})
_BESIDE = _BEFORE_CAMEL | {"with", "and", "of"}
_CALLS = frozenset(
    {"Visit", "Invest", "Discover", "Study", "Promote", "Explore", "Care", "Innovate"}
)
"""Brands that are verbs as well."""


class BareNames:
    """Finds one capitalised word that no list knows, by the words before it."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words, sites = body_words(), site_words()
        self._brands = words.state_brands
        self._known = (
            titles.portfolio | titles.role_heads | titles.role_modifiers | titles.honorifics
            | titles.ranks | titles.local_modifiers | nouns.organisation_heads
            | nouns.organisation_ends | nouns.undertaking_ends | nouns.event_heads
            | nouns.operation_heads | nouns.operation_prefixes | nouns.operation_kinds
            | nouns.regions | words.heads | words.documents | words.topics | words.compounds
            | words.posts | words.media | words.suffixes | words.recalled | words.alone
            | sites.cities | sites.provinces | sites.no_places | sites.endings | sites.houses
        )  # fmt: skip

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield candidates.

        Args:
            index: Words of the block.
            territories: What states the block names.
        """
        ends: set[int] = set()
        for place, word in enumerate(index.words):
            if not place or not word.capital or not self._is_bare(index, place):
                continue
            if self._is_placed(index, place, ends):
                ends.add(place)
                yield Span(word.start, word.end, EntityType.ORGANISATION, word.text, strength=1)
        yield from self._of_states(index, territories)

    def _is_bare(self, index: WordIndex, place: int) -> bool:
        """Whether a word may be a name by itself and is part of no longer one."""
        text, following = index[place].text, index.after(place)
        beside = following is not None and index.gap(place + 1) == " " and following.capital
        if beside or index[place - 1].capital or len(text) < _SHORTEST or text in self._known:
            return False
        if not _NAME.fullmatch(text) or ABSTRACT.search(text) or ADJECTIVE.search(text):
            return False
        return fold(text) not in given_names() and find_territory(text) is None

    def _is_placed(self, index: WordIndex, place: int, ends: set[int]) -> bool:
        """Whether only a body may stand behind the words before."""
        joint = index[place - 1].text
        before = index[place - 2].text if place > 1 else ""
        if joint in _JOINTS and place - 2 in ends:
            return True
        if joint in _BEFORE_CAMEL and _CAMEL.fullmatch(index[place].text):
            return True
        if joint == "of" and (before in _PEOPLE or before in _OFFICES):
            return True
        if joint == _ARTICLE and before == "of" and place > _FEWEST_OF_THE:
            return index[place - 3].text in _COMMANDERS
        office = joint == "of" and index.phrase(max(0, place - 3), place - 2) in _OFFICES
        return office or (joint in _FROM and before in _MONEY)

    def _of_states(
        self, index: WordIndex, territories: Sequence[TerritoryMention]
    ) -> Iterator[Span]:
        """Yield "Brand Peru" and "HarbourTrees Peru"."""
        for state in territories:
            place = index.at(state.start) - 1
            if state.kind != NameKind.NAME or place < 0 or index[place].end + 1 != state.start:
                continue
            kind, before = index[place].text, index[place - 1] if place else None
            following = index.after(index.at(state.end) - 1)
            goes_on = following is not None and following.capital
            if goes_on or (before is not None and before.capital and index.gap(place) == " "):
                continue
            called = kind not in _CALLS or (before is not None and before.text in _BESIDE)
            if (kind in self._brands and called) or _CAMEL.fullmatch(kind):
                yield Span(
                    index[place].start, state.end, EntityType.ORGANISATION,
                    index.text[index[place].start : state.end], country=state.territory, strength=4,
                )  # fmt: skip
