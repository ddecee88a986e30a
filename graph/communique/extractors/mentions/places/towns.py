"""Towns and regions by what stands before and after their names."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.headlines import is_headline
from communique.extractors.mentions.places.compounds import directed
from communique.extractors.mentions.places.leads import LONE, SURE, Leads
from communique.extractors.mentions.places.opening.datelines import AFTER, LONGEST_NAME, Datelines
from communique.extractors.mentions.places.parts import StateParts
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.feeds.repair.wrapping import DAY
from communique.gazetteer.bodies import is_medium
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_MOST_LINKS = 2
"""Particles between two words of a name: "de la"."""
_BREAKS = frozenset({"–", "—", "-", "(", ":", ";", "•", "|", "·"})
"""Marks after which "TOWN, STATE" begins anew."""
_NAME = re.compile(
    r"\w[^\W\d_]*"
    r"(?:[-’'/](?:[a-z]{1,4}-)?[^\W\d_a-z][^\W\d_]+|['’\u02bb][a-z][^\W\d_]*(?!-))*"
)
_ARTICLES = frozenset({"As", "At", "An"})
"""Forms of the Arabic article that are words of English too."""
_TITLES = frozenset({"Sheikh", "Sheik", "Cheikh"})
"""Forms of address that names of towns begin with."""
_TRUSTED = frozenset({"confidence", "trust", "faith", "interest"})
_BRAND = re.compile(r"(?<!Mc)(?<!Mac)(?<!De)(?<=[a-z])[A-Z]")
"""A capital inside a word, which names of goods and fairs have."""
_GLUED = re.compile(r"\.\w")
_NO_NAME_BEFORE = frozenset({"of", "v", "vs", "%", "/"})
_ADVERBS = frozenset({"together", "today", "yesterday", "tomorrow", "last", "next", "during"})
_DATED = re.compile(
    rf"\W{{0,3}}(?:day \d{{1,2}}\W{{1,3}})?\(?{DAY}\)?"
    r"(?:[\s|,]{1,3}\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?)?\s?(?P<mark>[,:|–—-])\s",
    re.IGNORECASE,
)
"""The day of a programme before the town where it is spent."""
_SLOT = re.compile(
    r"\W{0,3}(?:\d{1,2}[:.h]\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2}\b)"
)
"""How a slot of a programme begins."""
_JOINTS = frozenset({",", "and"})
_CLOSES = frozenset(
    {",", ".", ";", "(", ")", "–", "—", ":", "and", "or", "alongside", "respectively"}
)


class TownFinder:
    """Finds towns and regions by their neighbours."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        self._words = site_words()
        self._after = nouns.description_ends
        self._leads, self._parts = Leads(nouns, titles), StateParts()
        self._no_town = (
            titles.role_heads | titles.role_modifiers | titles.portfolio | titles.ranks
            | (titles.honorifics - self._words.cities) | titles.never_names
            | nouns.organisation_heads | nouns.organisation_ends | nouns.headquarters
            | nouns.operation_prefixes | nouns.operation_heads | nouns.event_heads
            | self._words.no_places
        )  # fmt: skip
        self._directions = self._words.openings & self._words.no_places
        self._datelines = Datelines(self._no_town, self._parts)

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield candidates, overlapping ones included; every other rule beats them."""
        states = {index.at(t.start): t for t in territories}
        yield from self._datelines.find(index, states)
        yield from self._parts.find(index)
        yield from self._slot(index, states)
        headline = is_headline(index.text) and not self._is_labelled(index)
        for place, word in enumerate(index.words):
            if word.capital and not (place and self._is_inside(index, place)):
                last = self._run(index, place, states)
                if last is not None:
                    yield from self._towns(index, place, last, states, headline)
                elif place in states and not headline:
                    yield from self._beside_capital(index, states[place], states)

    def _is_labelled(self, index: WordIndex) -> bool:
        """Whether a block tells a place behind a label: "Location: X Province, including Y"."""
        return len(index) > 1 and index[1].text == ":" and index[0].text in self._words.labels

    def _slot(self, index: WordIndex, states: dict[int, TerritoryMention]) -> Iterator[Span]:
        """Yield where a slot of a programme is, at its end: "10:00 Press briefing, X"."""
        last = len(index) - 1
        if last < 0 or not _SLOT.match(index.text):
            return
        last -= index[last].text == "."
        before = index[last - 1].text if last > 0 else ""
        somebody = fold(index[last].text) in given_names() or is_medium(index[last].text)
        somebody = somebody or any(word.text == "with" for word in index.words)
        apart = before == "," and index[last].capital and not somebody
        if apart and self._is_plain(index, last, states):
            yield _span(index, last, last, strength=1)

    def _is_inside(self, index: WordIndex, place: int) -> bool:
        """Whether the word before one may begin the same name."""
        before = index[place - 1]
        return before.capital and not (before.text in self._words.inside or before.text in LONE)

    def _towns(
        self, index: WordIndex, first: int, last: int, states: dict[int, TerritoryMention],
        headline: bool,
    ) -> Iterator[Span]:  # fmt: skip
        """Yield the town that words name, and those listed with it."""
        other = self._is_other(index, last)
        may_be = not headline and not other
        if self._is_dated(index, first, last):
            yield _span(index, first, last, strength=1)
            return
        led = may_be and self._leads.to_place(index, first, last)
        if led or (not other and self._leads.to_known(index, first, last)):
            titled = int(index[first].text in _TITLES)  # no name of a person behind it
            strength = SURE if led and self._leads.surely(index, first, last) else titled
            yield directed(index.text, _span(index, first, last, strength=strength))
            several = self._leads.to_several(index, first)
            further = self._listed(index, last, states, several=several)
            yield from (s for s in further if led or s.name in self._leads.known)
        elif (may_be and self._leads.is_alone(index, first, last)) or self._has_state(
            index, first, last, states
        ):
            yield _span(index, first, last, strength=0)

    def _beside_capital(
        self, index: WordIndex, capital: TerritoryMention, states: dict[int, TerritoryMention]
    ) -> Iterator[Span]:
        """Yield the towns of a list that a capital begins."""
        first, last = index.at(capital.start), index.at(capital.end) - 1
        if capital.kind == NameKind.CAPITAL and self._leads.to_place(index, first, last):
            yield from self._listed(index, last, states)

    def _run(self, index: WordIndex, first: int, states: dict[int, TerritoryMention]) -> int | None:
        """Index of the last word of a name of unknown words, or None."""
        last = first
        if not self._is_plain(index, first, states):
            return None
        while last + 1 < len(index) and index.gap(last + 1) == " ":
            following = index[last + 1]
            if links := self._links(index, last + 1):
                last += links
            elif not following.capital or following.text == "I":
                break
            elif not self._is_plain(index, last + 1, states):
                return None
            last += 1
        possessive = last + 1 < len(index) and index[last + 1].text in POSSESSIVES
        if possessive and self._is_known(index, first, last + 2):
            return last + 2  # "Cox’s Bazar"
        words = sum(word.capital for word in index.words[first : last + 1])
        return None if possessive or words > LONGEST_NAME else last

    def _links(self, index: WordIndex, place: int) -> int:
        """How many particles from a word on link a capital to the name before: "de la"."""
        count = 0
        while index[place + count].text in self._words.inner and count < _MOST_LINKS:
            count += 1
            if self._is_capital(index, place + count):
                return count
            if place + count >= len(index):
                break
        return 0

    def _is_known(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether words are the name of a large city."""
        known = last < len(index) and index.phrase(first, last).replace("'", "’")
        return known in self._words.cities

    @staticmethod
    def _is_capital(index: WordIndex, place: int) -> bool:
        return place < len(index) and index[place].capital

    def _is_plain(self, index: WordIndex, place: int, states: dict[int, TerritoryMention]) -> bool:
        """Whether a word is in no class of words that are no towns."""
        word = index[place].text
        coded = word.isupper() or not _NAME.fullmatch(word) or _BRAND.search(word)
        other = word in self._no_town and not self._is_opening(index, place)
        return not coded and place not in states and not other

    def _is_opening(self, index: WordIndex, place: int) -> bool:
        """Whether an article, a form of address or a direction begins a name: "in Sheikh Torsk"."""
        led = place > 0 and not index[place - 1].mark and index.gap(place) == " "
        inside = led and self._is_inside_word(index, place - 1)
        forms = _ARTICLES | _TITLES | self._directions if inside else _ARTICLES
        return led and index[place].text in forms and self._is_capital(index, place + 1)

    def _is_inside_word(self, index: WordIndex, place: int) -> bool:
        """Whether a word is a preposition that places follow, and nothing in somebody is told."""
        trusted = place > 0 and index[place - 1].text in _TRUSTED
        return index[place].text in self._words.inside and not trusted

    def _is_dated(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a town stands behind the day of a programme: "5 June – TOWN", a cell "| TOWN |".

        A town that is not known stands in a cell of its own.
        """
        following = index.after(last)
        dated = _DATED.fullmatch(index.text, 0, index[first].start)
        if dated is None or (following is not None and following.text not in AFTER):
            return False
        cell = dated["mark"] == "|" and following is not None and following.text == "|"
        return cell or index.phrase(first, last) in self._words.cities

    def _is_other(self, index: WordIndex, last: int) -> bool:
        """Whether what follows a name shows that it is none: a number, "of", "v.", ".com"."""
        following = index.after(last)
        if following is None:
            return False
        glued = following.text == "." and _GLUED.match(index.text, following.start)
        return bool(glued) or following.text in _NO_NAME_BEFORE or following.text[0].isdigit()

    def _has_state(
        self, index: WordIndex, first: int, last: int, states: dict[int, TerritoryMention]
    ) -> bool:
        """Whether a state follows as in "TOWN, STATE" or "TOWN (STATE)"."""
        if self._has_province(index, first, last):
            return True
        state = states.get(last + 2)
        if state is None or state.kind != NameKind.NAME:
            return False
        mark, before = index[last + 1].text, index[first - 1].text if first else "("
        if mark == "(":
            closed = index.after(index.at(state.end) - 1)
            return first == last and closed is not None and closed.text == ")"
        led = before in self._words.inside or before in self._words.towards
        bracketed = before == "," and index.text.startswith(")", state.end)
        new = led or bracketed or before in _BREAKS or "\n" in index.gap(first)
        return mark == "," and new

    def _has_province(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a part of a state follows as in "TOWN, TEXAS"."""
        if last + 2 >= len(index) or index[last + 1].text != ",":
            return False
        before = index[first - 1].text if first else "("
        led = before in self._words.inside | self._words.towards | {"of"} | _BREAKS
        return self._parts.behind(index, first, last) and (led or "\n" in index.gap(first))

    def _listed(
        self, index: WordIndex, last: int, states: dict[int, TerritoryMention],
        *, several: bool = False,
    ) -> Iterator[Span]:  # fmt: skip
        """Yield the further towns of a list: "in A, B and C"; the last may be a subject.

        It is none where a noun has told that several follow: "the ports of A and B closed".
        """
        found: list[Span] = []
        ended, place = False, last + 1
        while not ended and place + 1 < len(index) and index[place].text in _JOINTS:
            ended = index[place].text == "and" or index[place + 1].text == "and"
            place += 1 + (index[place].text == "," and ended)
            state = states.get(place)
            if state is not None and state.kind == NameKind.CAPITAL:
                place = index.at(state.end)
                continue
            if place >= len(index) or not index[place].capital:
                break
            end = self._run(index, place, states)
            closed = end is not None and ((several and ended) or self._is_closed(index, end))
            if end is None or not closed or self._is_other(index, end):
                break
            found.append(_span(index, place, end, strength=SURE if found and ended else 0))
            place = end + 1
        else:
            if ended:
                yield from found

    def _is_closed(self, index: WordIndex, last: int) -> bool:
        """Whether nothing after a name makes it the subject of what follows."""
        following = index.after(last)
        closed = following is None or following.text in _CLOSES or following.text in self._after
        return closed or (following is not None and following.text in _ADVERBS)


def _span(index: WordIndex, first: int, last: int, *, strength: int) -> Span:
    return Span(
        index[first].start, index[last].end, EntityType.PLACE, index.phrase(first, last),
        strength=strength,
    )  # fmt: skip
