"""Places by a noun beside their name: "Harbour Air Base", "X training ground", "county of X"."""

from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_NOUN = 4
"""Words of the longest noun."""
_OF_STATES = frozenset({"pavilion", "house"})
"""Nouns of sites that a state has of its own among those of other states."""
_CAPITAL_ONLY = frozenset({"house", "residence", "capitol", "resort"})
"""Nouns of sites that are part of a name only with a capital."""
_OPENERS = frozenset({":", "(", "–", "—", "|", ";"})
"""Marks behind which a name begins anew."""
_QUALITIES = frozenset({"new", "old", "former", "forward", "main", "joint"})
"""What stands before the noun of a site and belongs to its name or not."""
_OF_A_STATE = NameKind.DEMONYM
_COUNTS = frozenset(
    {"The", "This", "Our", "One", "Two", "Three", "Four", "Five", "Six", "Several", "Many", "Both"}
)
"""Words that begin a sentence before a common noun."""
_NO_LINKS = frozenset({"as", "do", "am", "na", "im"})
_LONGEST_NAME = 5
"""Words of the longest name before its noun."""
_LONGEST_OF_SCHOOL = 2
"""Words of the longest name before "Training Centre" with which it is a place, no body."""
_STORES = ("logistics", "reception", "registration", "transit", "detention")
"""With what nouns of places begin that end like bodies: "logistics hub"."""
_SCHOOLS = frozenset({"Training Centre", "Training Center"})
_BEFORE = frozenset(
    {"the", "The", "in", "at", "near", "to", "from", "of", "on", "outside", "across", "and", ","}
)
"""What stands before a name whose noun may be a surname."""


class SiteFinder:
    """Finds places by the nouns in and beside their names."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the classes of nouns and titles."""
        self._honorifics, self._ranks = titles.honorifics, titles.ranks
        self._words = site_words()
        self._ends = nouns.organisation_ends | nouns.undertaking_ends
        self._regions = nouns.regions
        self._heads = nouns.organisation_heads
        pairs = (plural for plural in self._words.plural_units if " " in plural)
        self._pairs = {plural.split(maxsplit=1)[0] for plural in pairs}
        self._firsts = {noun.split()[0] for noun in self._words.sites}

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        states = {n: t.kind for t in territories for n in range(index.at(t.start), index.at(t.end))}
        for place, word in enumerate(index.words):
            if place and word.lower in self._firsts:
                yield from self._before_noun(index, place, states)
            noun = self._plural(index, place)
            if noun and place:
                yield from _several(index, place, noun)
            if place and place + 1 < len(index):
                if word.text == "of":
                    yield from self._after_noun(index, place, states)
                elif word.text in {"at", "in"} and index[place + 1].capital:
                    yield from self._post(index, place, states)

    def _plural(self, index: WordIndex, place: int) -> str | None:
        """The singular of the noun in the plural that begins at a word, if one does."""
        plurals, word = self._words.plural_units, index[place].lower
        if word in plurals:
            return plurals[word]
        pair = word in self._pairs and place + 1 < len(index)
        return plurals.get(f"{word} {index[place + 1].lower}") if pair else None

    def _before_noun(
        self, index: WordIndex, place: int, states: Mapping[int, NameKind]
    ) -> Iterator[Span]:
        """Yield the site whose noun begins at a word."""
        last = self._noun(index, place)
        if last is None:
            return
        first = self._first(index, place, last)
        words = index.words[first:place]
        if not words or not self._is_free(index, range(first, place), last, states):
            return
        if self._is_other(index, first, place, last) or self._is_cut(index, first, place):
            return
        school = index.phrase(place, last) in _SCHOOLS and len(words) > _LONGEST_OF_SCHOOL
        in_state = states.get(last + 2) == NameKind.NAME and index[last + 1].text == "of"
        if not school and (in_state or not self._goes_on(index, place, last)):
            capital = all(states.get(n) == NameKind.CAPITAL for n in range(first, place))
            yield self._site(index, first, place, last, bare=not capital)

    def _first(self, index: WordIndex, place: int, last: int) -> int:
        """Index of the first word of the name before the noun that begins at a word."""
        first = place
        while first > 0 and place - first < _LONGEST_NAME:
            if self._is_part(index, first):
                first -= 1
            elif first < place and self._is_linked(index, first):
                first -= 2
            else:
                break
        unit = index.phrase(place, last).lower() in self._words.units
        while first < place - unit and index[first].text in self._ends:
            first += 1
        return first

    def _is_other(self, index: WordIndex, first: int, place: int, last: int) -> bool:
        """Whether a name and its noun name a region or body, or nothing."""
        bare, noun = index.phrase(first, place - 1), index.phrase(place, last).lower()
        if noun in _CAPITAL_ONLY and (not index[place].capital or bare in self._words.halves):
            return True
        words = index.words[first:place]
        if all(word.text.isupper() for word in words) and not index[place].capital:
            return True  # "the UN base"
        if words[0].text in _COUNTS and not index[place].capital:
            return True
        region = bare in self._regions and noun not in _OF_STATES
        return region or any(word.text in self._heads for word in words)

    def _site(self, index: WordIndex, first: int, place: int, last: int, *, bare: bool) -> Span:
        """The site of a name and its noun; the bare name stands for it unless a town has it."""
        name, noun = index.phrase(first, place - 1), index.phrase(place, last).lower()
        aliases: tuple[str, ...] = (f"{noun} of {name}",)
        if bare and noun not in self._words.of_town | self._words.no_bare | self._words.venues:
            aliases = (name, *aliases)
        return Span(
            index[first].start, index[last].end, EntityType.PLACE, index.phrase(first, last),
            aliases=aliases, strength=self._strength(index.phrase(place, last)),
        )  # fmt: skip

    def _is_free(
        self, index: WordIndex, words: range, last: int, states: Mapping[int, NameKind]
    ) -> bool:
        """Whether a name before a noun is more than that of a state; a capital has its port."""
        if any(place not in states for place in words):
            return True
        noun = index.phrase(words.stop, last)
        if noun.lower() in _OF_STATES:
            return True
        of_town = noun.lower() in self._words.of_town or noun[0].isupper()
        return of_town and all(states[place] == NameKind.CAPITAL for place in words)

    def _strength(self, noun: str) -> int:
        """More for a noun of places that begins like an operation or may end a body."""
        if noun.startswith("training c") or noun.lower().startswith(_STORES):
            return 5
        noun = noun.lower()
        return 4 if noun.startswith("training") or noun in self._words.venues else 2

    def _noun(self, index: WordIndex, place: int) -> int | None:
        """Index of the last word of the longest noun that begins at a word, or None."""
        for last in range(min(place + _LONGEST_NOUN, len(index)) - 1, place - 1, -1):
            form = index.phrase(place, last)
            if (
                form.lower() in self._words.sites
                and "\n" not in index.text[index[place].start : index[last].end]
            ):
                return last
        return None

    def _is_part(self, index: WordIndex, first: int) -> bool:
        """Whether the word before one belongs to the name that reaches to it."""
        before = index[first - 1]
        joined = before.capital and index.gap(first) == " "
        unit = index[first].lower in self._words.units
        return joined and (unit or before.text not in self._ends)

    def _is_linked(self, index: WordIndex, first: int) -> bool:
        """Whether a particle links the word before it to a name: "Torsk la Ulver Prison"."""
        link = index[first - 1].text
        joined = index.gap(first) == " " and index.gap(first - 1) == " "
        linked = link in self._words.inner and link not in _NO_LINKS
        return first > 1 and joined and linked and index[first - 2].capital

    def _is_cut(self, index: WordIndex, first: int, place: int) -> bool:
        """Whether a name with a noun that is a surname as well has nothing to tell it before."""
        word = index[place]
        if word.capital and word.text not in self._words.never_alone:
            return False
        if self._is_address(index, first):
            return True  # "Gen. Anna Hall"
        before = index[first - 1].text if first else ":" if word.capital else ""
        if before in _BEFORE or before in _QUALITIES:
            return False
        if before == ":" and first > 1 and index[first - 2].text in self._words.labels:
            return False
        somebody = word.text in self._words.surnames or fold(index[first].text) in given_names()
        return somebody or before not in _OPENERS

    def _is_address(self, index: WordIndex, first: int) -> bool:
        """Whether a word is an honorific or a rank cut short."""
        form = index[first].text.removesuffix(".")
        short = index.text.startswith(".", index[first].start + len(form))
        return form in self._honorifics or (short and form in self._ranks)

    def _goes_on(self, index: WordIndex, place: int, last: int) -> bool:
        """Whether the noun is the first part of a longer name ("Port Authority")."""
        following = index.after(last)
        if following is None or index.gap(last + 1) != " ":
            return False
        if following.text in self._words.not_after:
            return True
        if following.text == "of":
            return index[place].capital
        return index[place].capital and following.capital

    def _after_noun(
        self, index: WordIndex, of: int, states: Mapping[int, NameKind]
    ) -> Iterator[Span]:
        """Yield the place after "county of" or "naval base of"."""
        first = of + 1 + (index[of + 1].text == "the" and of + 2 < len(index))
        if not index[first].capital or first in states or index[first].text in self._ends:
            return
        last = index.capitals(first)
        if any(word.text in self._heads for word in index.words[first : last + 1]):
            return
        name = index.phrase(first, last)
        unit = _ending(index, of - 1, self._words.units)
        if unit is not None:
            noun = index.phrase(unit, of - 1)
            yield Span(
                index[first].start, index[last].end, EntityType.PLACE, name, strength=1,
                aliases=(f"{noun} of {name}", f"{name} {noun}"),
            )  # fmt: skip
            return
        site = _ending(index, of - 1, self._words.of_town)
        if site is not None:
            noun = index.phrase(site, of - 1)
            town = Span(index[first].start, index[last].end, EntityType.PLACE, name)
            yield Span(
                index[site].start, index[last].end, EntityType.PLACE, f"{name} {noun}", strength=1,
                aliases=(f"{noun} of {name}", f"{noun} in {name}"), within=(town,),
            )  # fmt: skip

    def _post(self, index: WordIndex, at: int, states: Mapping[int, NameKind]) -> Iterator[Span]:
        """Yield the place before "at TOWN": "naval base at TOWN"."""
        nouns = self._words.posted if index[at].text == "at" else self._words.posted_in
        site, last = _ending(index, at - 1, nouns), index.capitals(at + 1)
        words = index.words[at + 1 : last + 1]
        if site is None or any(w.text in self._heads for w in words):
            return
        if states.get(at + 1, NameKind.CAPITAL) != NameKind.CAPITAL:
            return
        noun, name = index.phrase(site, at - 1), index.phrase(at + 1, last)
        town = Span(index[at + 1].start, index[last].end, EntityType.PLACE, name)
        far = site
        while far and (index[far - 1].text in _QUALITIES or states.get(far - 1) == _OF_A_STATE):
            far -= 1
        yield Span(
            index[site].start, index[last].end, EntityType.PLACE, index.phrase(site, last),
            aliases=(index.phrase(far, last), f"{name} {noun}"), within=(town,), strength=3,
        )  # fmt: skip


def _several(index: WordIndex, place: int, noun: str) -> Iterator[Span]:
    """Yield both places of "the X and Y regions"."""
    joint = place
    while joint > 0 and index[joint - 1].capital and index.gap(joint) == " ":
        joint -= 1
    first = joint - 1
    while first > 0 and index[first - 1].capital and index.gap(first) == " ":
        first -= 1
    if joint == place or first < 0 or index[joint - 1].text != "and" or first == joint - 1:
        return
    for begin, end in ((first, joint - 2), (joint, place - 1)):
        name = index.phrase(begin, end)
        yield Span(
            index[begin].start, index[end].end, EntityType.PLACE, name, strength=1,
            aliases=(f"{name} {noun}", f"{noun} of {name}"),
        )  # fmt: skip


def _ending(index: WordIndex, last: int, forms: frozenset[str]) -> int | None:
    """Index of the first word of the longest noun that ends with a word, or None."""
    for first in range(max(0, last - _LONGEST_NOUN + 1), last + 1):
        if index.phrase(first, last) in forms:
            return first
    return None
