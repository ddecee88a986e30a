"""Personal names: after honorifics, ranks and offices, before offices, and as the model finds them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from communique.extractors.mentions.spans import Role, Span, covering
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_SPACES = re.compile(r"\s+")
_LONGEST_NAME = 8
_NEVER = frozenset(
    "The This That These Those A An In On At By From With For To And But Its Their His Her Our Your "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December Today Yesterday Tomorrow As After Before During "
    "Street Avenue Road Square Summit Conference Operation Exercise Office Ministry Department Day "
    "Treaty Agreement Act Article Resolution Council Committee Agency University Police Force Army "
    "Photo Image Read More Press Release Statement Remarks Joint Media Advisory Contact Both We He "
    "She It They You I If When While Who What Where Why How Also Not No Yes COVID-19 Covid".split()
)
_RANK_DOT = re.compile(r"\.$")


def match_titles(index: WordIndex, place: int, forms: Iterable[str]) -> int:
    """Number of words of the longest form that begins at a word; 0 if none does."""
    found = 0
    for size in (1, 2, 3):
        if place + size <= len(index):
            form = _SPACES.sub(" ", index.text[index[place].start : index[place + size - 1].end])
            if form in forms or _RANK_DOT.sub("", form) in forms:
                found = size
    return found


class NameFinder:
    """Finds personal names in the words of a block."""

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._address = titles.honorifics | titles.ranks

    def address(self, index: WordIndex, place: int) -> int:
        """Index of the first word after honorifics and ranks that begin at a word."""
        size = match_titles(index, place, self._address)
        while size:
            place += size
            if place < len(index) and index[place].text == "." and index[place].start == index[place - 1].end:
                place += 1
            size = match_titles(index, place, self._address) if place < len(index) else 0
        return place

    def addressed(self, index: WordIndex, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield names that follow an honorific or a rank: the surest ones."""
        place = 0
        while place < len(index):
            role = match_titles(index, place, self._titles.role_heads)
            if role > 1 and not match_titles(index, place, self._address) > role:
                place += role
                continue
            first = self.address(index, place) if index[place].capital else place
            if first > place and first < len(index):
                name = self.run(index, first, spans, sure=True)
                if name and not covering(spans, index[place].start):
                    yield name
                    place = index.at(name.end)
                    continue
                place = first
                continue
            place += 1

    def after_roles(
        self, index: WordIndex, roles: Sequence[Role], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield names that stand right after an office."""
        for role in roles:
            place = index.at(role.end)
            if place < len(index) and index.text[role.end : index[place].start] in {" ", "\n"}:
                name = self.run(index, place, spans, sure=False)
                if name:
                    yield name

    def before_roles(
        self, index: WordIndex, roles: Sequence[Role], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield runs of two to five capitalised words between a break and ", office"."""
        for role in roles:
            last = index.at(role.start) - 1
            while last >= 0 and index[last].text in {"the", "a", "its", "his", "her"}:
                last -= 1
            if last < 1 or index[last].text != ",":
                continue
            first = last
            while first > 0 and self._plain(index, first - 1, spans):
                first -= 1
            breaks = first == 0 or index[first - 1].mark or not index[first - 1].capital
            if breaks and 2 <= last - first <= 6:  # noqa: PLR2004
                yield self._span(index, first, last - 1)

    def recognised(
        self, index: WordIndex, people: Iterable[tuple[int, int]], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield what the model takes for people, two words at least, without titles around."""
        for start, end in people:
            first, last = index.at(start), index.at(end) - 1
            first = max(first, self.address(index, first)) if first < len(index) else first
            while first <= last and not self._plain(index, first, spans):
                first += 1
            stop = first
            while stop + 1 <= last and self._inner(index, stop + 1, spans):
                stop += 1
            if stop > first and first <= last:
                yield self._span(index, first, stop)

    def known(
        self, index: WordIndex, forms: Iterable[tuple[str, ...]], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield the forms of people whom the release has named elsewhere, the longest first."""
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for form in forms:
            by_first.setdefault(form[0], []).append(form)
        for place, word in enumerate(index.words):
            for form in sorted(by_first.get(word.text, ()), key=len, reverse=True):
                last = place + len(form) - 1
                if last < len(index) and all(index[place + n].text == part for n, part in enumerate(form)):
                    span = covering(spans, word.start)
                    if span is None or span.territory is not None:
                        yield self._span(index, place, last)
                        break

    def run(
        self, index: WordIndex, first: int, spans: Sequence[Span], *, sure: bool
    ) -> Span | None:
        """The name that begins at a word, or None.

        Args:
            index: Words of the block.
            first: Index of the first word.
            spans: What else the block names; a name does not run into it.
            sure: Whether a title before it makes even an odd first word a name.
        """
        if not (self._plain(index, first, spans) or (sure and self._sure(index, first))):
            return None
        last = first
        while last + 1 < len(index) and last - first < _LONGEST_NAME:
            gap = index.text[index[last].end : index[last + 1].start]
            if gap not in {" ", "-", ""} or not self._inner(index, last + 1, spans):
                break
            last += 1
        while last > first and index[last].text in self._titles.particles and not index[last].capital:
            last -= 1
        return self._span(index, first, last)

    def _sure(self, index: WordIndex, place: int) -> bool:
        word = index[place]
        particle = word.text in self._titles.particles and place + 1 < len(index) and index[place + 1].capital
        return (word.capital and word.text not in _NEVER and word.text not in self._titles.role_heads) or particle

    def _plain(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        word = index[place]
        if not word.capital or word.text in _NEVER or word.text in self._titles.role_heads:
            return False
        if word.text in self._titles.role_modifiers or word.text in self._titles.portfolio:
            return False
        if word.text in self._address or _RANK_DOT.sub("", word.text) in self._address:
            return False
        if word.text.isupper() and 2 < len(word.text) < 6 and not index.text.isupper():  # noqa: PLR2004
            lone = place + 1 >= len(index) or not index[place + 1].capital
            if lone and (place == 0 or not index[place - 1].capital or index[place - 1].text in self._titles.role_heads):
                return False
        if word.text.isupper() and len(word.text) > 1 and not word.text.isalpha():
            return word.text.endswith(".") or "-" in word.text
        return covering(spans, word.start) is None

    def _inner(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        word = index[place]
        if index[place - 1].text in self._titles.particles and word.capital and word.text in self._titles.role_heads:
            return True
        if word.text in self._titles.particles:
            following = index[place + 1] if place + 1 < len(index) else None
            return following is not None and (following.capital or following.text in self._titles.particles)
        span = covering(spans, word.start)
        within = span is not None and span.type == EntityType.COUNTRY and index[place - 1].text in self._titles.particles
        return self._plain(index, place, spans) or within

    @staticmethod
    def _span(index: WordIndex, first: int, last: int) -> Span:
        start, end = index[first].start, index[last].end
        name = _SPACES.sub(" ", index.text[start:end])
        if name.isupper() and len(name) > 4:  # noqa: PLR2004
            name = name.title()
        return Span(start, end, EntityType.PERSON, name, strength=4)
