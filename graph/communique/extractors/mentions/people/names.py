"""Personal names: beside honorifics, ranks and offices, and as the model finds them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from communique.extractors.mentions.spans import Role, Span, covering
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_NAME = 8
"""Words of the longest name after its first."""
_LONGEST_ADDRESS = 3
"""Words of the longest form of address."""
_APPOSED_NAME = range(2, 7)
"""Words of a name that only the comma and the office after it tell."""
_ACRONYM = range(3, 6)
"""Characters of a word in capitals that may be an acronym."""
_LONGEST_INITIALS = 4
"""Characters of a name in capitals that stays in capitals."""
_ARTICLES = frozenset({"the", "a", "its", "his", "her"})
_ARABIC = re.compile(r"(?:al|el|as|an|ar|ad|at|az|ash|bin|ben)-[A-Z]")
"""A particle joined to the name after it ("al-Thani")."""


class NameFinder:
    """Finds personal names in the words of a block."""

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._address = titles.honorifics | titles.ranks
        self._no_name = (
            titles.never_names | titles.role_heads | titles.role_modifiers | titles.portfolio
        )

    def address(self, index: WordIndex, place: int) -> int:
        """Index of the first word after honorifics and ranks that begin at a word."""
        while size := _match(index, place, self._address):
            place += size
            if place < len(index) and index[place].text == "." and not index.gap(place):
                place += 1
        return place

    def addressed(self, index: WordIndex, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield names that follow an honorific or a rank: the surest ones."""
        place = 0
        while place < len(index):
            role = _match(index, place, self._titles.role_heads)
            if role > 1 and role >= _match(index, place, self._address):
                place += role
                continue
            first = self.address(index, place) if index[place].capital else place
            name = self._run(index, first, spans, sure=True) if place < first < len(index) else None
            if name and not covering(spans, index[place].start):
                yield name
                place = index.at(name.end)
            else:
                place = max(first, place + 1)

    def beside_roles(
        self, index: WordIndex, roles: Sequence[Role], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield names that stand right after an office, then those before ", office"."""
        for role in roles:
            place = index.at(role.end)
            if place < len(index) and index.text[role.end : index[place].start] in {" ", "\n"}:
                name = self._run(index, place, spans, sure=False)
                if name:
                    yield name
        for role in roles:
            yield from self._apposed(index, role, spans)

    def _apposed(self, index: WordIndex, role: Role, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the run of capitalised words between a break and ", office"."""
        last = index.at(role.start) - 1
        while last >= 0 and index[last].text in _ARTICLES:
            last -= 1
        if last < 1 or index[last].text != ",":
            return
        first = last
        while first > 0 and self._is_plain(index, first - 1, spans):
            first -= 1
        breaks = first == 0 or index[first - 1].mark or not index[first - 1].capital
        if breaks and last - first in _APPOSED_NAME:
            yield _span(index, first, last - 1)

    def recognised(
        self, index: WordIndex, people: Iterable[tuple[int, int]], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield what the model takes for people, two words at least, without titles around."""
        for start, end in people:
            first, last = index.at(start), index.at(end) - 1
            first = max(first, self.address(index, first))
            while first <= last and not self._is_plain(index, first, spans):
                first += 1
            stop = first
            while stop + 1 <= last and self._goes_on(index, stop + 1, spans):
                stop += 1
            if stop > first:
                yield _span(index, first, stop)

    def known(
        self, index: WordIndex, forms: Iterable[tuple[str, ...]], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield the forms of people whom the release has named elsewhere, the longest first."""
        ordered = sorted(forms, key=lambda form: (form[0], -len(form), form))
        by_first = {first: list(group) for first, group in groupby(ordered, key=lambda f: f[0])}
        for place, word in enumerate(index.words):
            span = covering(spans, word.start)
            if span is not None and span.territory is None:
                continue
            for form in by_first.get(word.text, ()):
                if tuple(w.text for w in index.words[place : place + len(form)]) == form:
                    yield _span(index, place, place + len(form) - 1)
                    break

    def _run(
        self, index: WordIndex, first: int, spans: Sequence[Span], *, sure: bool
    ) -> Span | None:
        """The name that begins at a word, or None.

        Args:
            index: Words of the block.
            first: Index of the first word.
            spans: What else the block names; a name does not run into it.
            sure: Whether a title before it makes even an odd first word a name.
        """
        if not (self._is_plain(index, first, spans) or (sure and self._is_odd(index, first))):
            return None
        last = first
        while last + 1 < len(index) and last - first < _LONGEST_NAME:
            if index.gap(last + 1) not in {" ", ""} or not self._goes_on(index, last + 1, spans):
                break
            last += 1
        while last > first and self._is_particle(index, last) and not index[last].capital:
            last -= 1
        return _span(index, first, last)

    def _is_particle(self, index: WordIndex, place: int) -> bool:
        return index[place].text in self._titles.particles

    def _is_odd(self, index: WordIndex, place: int) -> bool:
        """Whether a word begins a name after a title though it may be another word as well."""
        word = index[place]
        if self._is_particle(index, place) and place + 1 < len(index) and index[place + 1].capital:
            return True
        excluded = self._titles.never_names | self._titles.role_heads
        return word.capital and word.text not in excluded

    def _is_plain(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word may stand in a name by itself."""
        word = index[place]
        if not word.capital or word.text in self._no_name:
            return False
        if word.text in self._address or word.text.removesuffix(".") in self._address:
            return False
        if self._is_acronym(index, place):
            return False
        if word.text.isupper() and len(word.text) > 1 and not word.text.isalpha():
            return word.text.endswith(".") or "-" in word.text
        return covering(spans, word.start) is None

    def _is_acronym(self, index: WordIndex, place: int) -> bool:
        """Whether a word in capitals stands alone in a text that is not all capitals."""
        text = index[place].text
        if not text.isupper() or len(text) not in _ACRONYM or index.text.isupper():
            return False
        if place + 1 < len(index) and index[place + 1].capital:
            return False
        before = index[place - 1] if place else None
        return before is None or not before.capital or before.text in self._titles.role_heads

    def _goes_on(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word goes on with the name before it."""
        word = index[place]
        after_particle = self._is_particle(index, place - 1)
        if after_particle and word.capital and word.text in self._titles.role_heads:
            return True
        if self._is_particle(index, place):
            following = index[place + 1] if place + 1 < len(index) else None
            return following is not None and (
                following.capital or self._is_particle(index, place + 1)
            )
        if _ARABIC.match(word.text) or self._is_plain(index, place, spans):
            return True
        span = covering(spans, word.start)
        return after_particle and span is not None and span.type == EntityType.COUNTRY


def _match(index: WordIndex, place: int, forms: Iterable[str]) -> int:
    """Number of words of the longest form that begins at a word; 0 if none does."""
    for last in range(min(place + _LONGEST_ADDRESS, len(index)) - 1, place - 1, -1):
        form = index.phrase(place, last)
        if form in forms or form.removesuffix(".") in forms:
            return last - place + 1
    return 0


def _span(index: WordIndex, first: int, last: int) -> Span:
    name = index.phrase(first, last)
    if name.isupper() and len(name) > _LONGEST_INITIALS:
        name = name.title()
    return Span(index[first].start, index[last].end, EntityType.PERSON, name, strength=4)
