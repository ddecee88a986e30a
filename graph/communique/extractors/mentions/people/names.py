"""Personal names: beside honorifics, ranks and offices, and as the model finds them."""

from collections.abc import Iterable, Iterator, Sequence, Set

from communique.extractors.mentions.known import KnownNames
from communique.extractors.mentions.people.context import joined_labels
from communique.extractors.mentions.people.leading.addresses import LONGEST_ADDRESS
from communique.extractors.mentions.people.leading.initialled import initialled
from communique.extractors.mentions.people.leading.like_places import without_namesakes
from communique.extractors.mentions.people.leading.of_states import NamesOfStates
from communique.extractors.mentions.people.leading.shared import further_names
from communique.extractors.mentions.people.leading.told import ToldNames
from communique.extractors.mentions.people.name_words import NameWords, is_governed
from communique.extractors.mentions.spans import Role, Span, covering
from communique.extractors.mentions.words import INITIALS, POSSESSIVES, Forms, WordIndex
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.titles import Titles, plural_heads
from communique.ontology import EntityType

_LONGEST_NAME = 8
"""Words of the longest name after its first."""
_APPOSED_NAME = range(2, 7)
"""Words of a name that only the comma and the office after it tell."""
_LONGEST_INITIALS = 4
"""Characters of a name in capitals that stays in capitals."""
_GAPS = frozenset({" ", ""})
"""What may stand between an initial and the name: "A. Berg", "A.Berg"."""
_ARTICLES = frozenset({"the", "a", "its", "his", "her"})
_OPENERS = _ARTICLES | POSSESSIVES
_FIELDS = frozenset({"Crime", "Traffic", "Operations", "Administration", "Logistics", "Training"})
"""Fields of work of a police that are behind ranks."""
_FULL_NAME = 2
"""Words of a name behind a field."""
_BULLETS = " •–—-*.)0123456789"


class NameFinder:
    """Finds personal names in the words of a block.

    Attributes:
        words: Tells which words may stand in a name.
    """

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self.words = NameWords(titles)
        self._heads = Forms(titles.role_heads, LONGEST_ADDRESS)
        self._openings = self._heads.openings | self.words.address_forms.openings
        self._sites, self._bodies = site_words(), read_nouns().organisation_heads
        self._plurals = plural_heads(titles).keys()
        self._of_states = NamesOfStates(self.name_at)
        self._told = ToldNames(self.name_at)

    def addressed(self, index: WordIndex, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield names that follow an honorific or a rank: the surest ones."""
        place = 0
        while place < len(index):
            if index[place].opening not in self._openings or self.words.is_inside(index, place):
                place += 1
                continue
            role = self._heads.longest(index, place)
            if role > 1 and role >= self.words.address_forms.longest(index, place):
                place += role
                continue
            first = self.words.address(index, place) if index[place].capital else place
            first += self._is_field(index, place, first)
            name = self._run(index, first, spans, sure=True) if place < first < len(index) else None
            if (
                name
                and self._is_called(index, place, name)
                and not covering(spans, index[place].start)
            ):
                yield name
                place = index.at(name.end)
            else:
                place = max(first, place + 1)

    def _is_called(self, index: WordIndex, place: int, name: Span) -> bool:
        """Whether what begins at a word addresses a name: no acronym of a body ("ASP Harbours")."""
        acronym = index[place].text in self._titles.acronym_ranks
        return not acronym or " " in name.name or index[place + 1].start < name.start

    def _is_field(self, index: WordIndex, place: int, first: int) -> bool:
        """Whether a field of work stands between a rank and a name: "ACP Operations Anna Berg"."""
        ranked = index[place].text in self._titles.acronym_ranks and first < len(index)
        field = ranked and index[first].text in self._titles.portfolio | _FIELDS
        return field and index.capitals(first) >= first + _FULL_NAME

    def beside_roles(
        self, index: WordIndex, roles: Sequence[Role], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield names that stand right after an office, then those before ", office"."""
        for role in roles:
            end = self.words.past_acronym(index.text, role.end) if role.body else role.end
            place = index.at(end)
            near = place < len(index) and index.text[end : index[place].start] in {" ", "\n"}
            if near and self.words.address(index, place) == place:
                name = self._run(index, place, self._near(index, place, spans), sure=False)
                if name and self.words.may_follow(name.name, role, apart=end > role.end):
                    yield name
                    if role.head.split()[-1] in self._plurals:
                        yield from further_names(index, name, self.name_at, spans)
        ends = {role.end for role in roles}
        for role in roles:
            yield from self._apposed(index, role, spans, ends)
            yield from self._apposed_after(index, role, spans)

    def _near(self, index: WordIndex, place: int, spans: Sequence[Span]) -> Sequence[Span]:
        """What a block names, without a place that is the given name of who holds an office."""
        given = self.words.is_given_too(index, place, spans)
        start = index[place].start
        return [s for s in spans if not s.start <= start < s.end] if given else spans

    def appointed(self, index: WordIndex, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield names by the words that lead to them, and those that initials begin."""
        yield from self._told.find(index, spans)
        yield from initialled(index, self.name_at, spans)

    def listed(
        self, index: WordIndex, spans: Sequence[Span], people: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield names by the states beside them, of which some may be known to name people."""
        return self._of_states.find(index, spans, people)

    def name_at(self, index: WordIndex, first: int, spans: Sequence[Span]) -> Span | None:
        """The name that begins at a word, if one of two words at least that is no body's does."""
        plain = first < len(index) and self.words.is_plain(index, first, spans)
        name = self._run(index, first, spans, sure=False) if plain else None
        words = {word.text for word in index.words[first : index.at(name.end)]} if name else set()
        return name if len(words) > 1 and self._bodies.isdisjoint(words) else None

    def _apposed_after(self, index: WordIndex, role: Role, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the run of capitalised words between "the OFFICE," and the next break."""
        comma = index.at(role.end)
        if not self._is_opened(index, role) or comma + 2 >= len(index) or index[comma].text != ",":
            return
        first = last = self.words.address(index, comma + 1)
        spans = self._near(index, first, spans)
        if first >= len(index) or not self.words.is_plain(index, first, spans):
            return
        while last + 1 < len(index) and self._follows(index, last + 1, spans):
            last += 1
        closed = last + 1 == len(index) or index[last + 1].mark
        if closed and last + 1 - first in _APPOSED_NAME:
            yield _span(index, first, last)

    def _is_opened(self, index: WordIndex, role: Role) -> bool:
        """Whether an article, an owner, another office or a new line has an office open one."""
        if role.body is not None and role.body.start == role.start:
            return True
        before = index.at(role.start) - 1
        if not index.text[index.text.rfind("\n", 0, role.start) + 1 : role.start].strip(_BULLETS):
            return True
        if before > 0 and index[before].text == "and" and index[before - 1].capital:
            return True
        return before >= 0 and index[before].lower in _OPENERS

    def _follows(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word goes on with the name before it, a blank apart or in its quotes."""
        return index.gap(place) in {" ", ""} and self.words.goes_on(index, place, spans)

    def _apposed(
        self, index: WordIndex, role: Role, spans: Sequence[Span], ends: Set[int]
    ) -> Iterator[Span]:
        """Yield the run of capitalised words between a break or another office and ", office"."""
        last = index.at(role.start) - 1
        while last >= 0 and index[last].text in _ARTICLES:
            last -= 1
        if last < 1 or index[last].text != ",":
            return
        first = last
        while (first > 0 and index[first - 1].end not in ends) and (
            self.words.is_plain(index, first - 1, spans)
            or (first < last and index[first].capital and self.words.is_link(index, first - 1))
        ):
            first -= 1
        first = min(last, self._first(index, first))
        while first < last and not index[first].capital:
            first += 1
        before = index[first - 1] if first else None
        breaks = before is None or before.mark or not before.capital or before.end in ends
        if breaks and last - first in _APPOSED_NAME:
            yield _span(index, first, last - 1)

    def recognised(
        self, index: WordIndex, people: Iterable[tuple[int, int]], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield what the model takes for people, two words at least, without titles around."""
        for start, end in joined_labels(index.text, people):
            near = without_namesakes(index.text, start, end, spans)
            first, last = self._first(index, index.at(start)), index.at(end) - 1
            while first <= last and not self._begins(index, first, last, near):
                first += 1
            stop = first
            while stop + 1 <= last and self.words.goes_on(index, stop + 1, near):
                stop += 1
            if first > last or self._is_site(index, first, stop):
                continue
            first, stop = self._with_initials(index, first, stop, near)
            if stop > first:
                yield _span(index, first, self._with_generation(index, stop))

    def _first(self, index: WordIndex, first: int) -> int:
        """First word of a label without the form of address that ends in it."""
        begun = range(max(0, first - LONGEST_ADDRESS), first + 1)
        return max(first, *(self.words.address(index, place) for place in begun))

    def _begins(self, index: WordIndex, first: int, last: int, spans: Sequence[Span]) -> bool:
        """Whether a name of a label begins at a word, none of the body before it."""
        if last > first + 1 and (index[first].text in self._bodies or is_governed(index, first)):
            return False  # "the Central | Command Anna Berg"
        return self.words.is_plain(index, first, spans) or (
            last == first + 1 and self.words.is_given_topic(index, first)
        )

    def _is_site(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether words are those of a town or landmark ("Puerto X", "X City")."""
        if first and index[first - 1].text.removesuffix(".") in self._titles.honorifics:
            return False
        return index[first].text in self._sites.openings or index[last].text in self._sites.endings

    def _with_initials(
        self, index: WordIndex, first: int, last: int, spans: Sequence[Span]
    ) -> tuple[int, int]:
        """First and last word of a name with the initials that the model has cut off."""
        while first > 0 and self.words.is_initial(index, first - 1) and index.gap(first) in _GAPS:
            first -= 1
        ends = last + 1 == len(index) or not index[last + 1].capital
        if 0 < first < last and ends and self.words.is_before_initial(index, first - 1):
            first -= 1
        cut = (
            INITIALS.fullmatch(index[last].text)
            or self.words.is_particle(index, last)
            or self.words.is_link(index, last + 1)
            or self.words.is_nickname(index, last)
            or (last + 1 < len(index) and self.words.is_nickname(index, last + 1))
        )
        while cut and last + 1 < len(index) and self._follows(index, last + 1, spans):
            last += 1
        while last > first and self.words.is_particle(index, last) and not index[last].capital:
            last -= 1
        return first, last

    def _with_generation(self, index: WordIndex, last: int) -> int:
        """Last word of a name with the "Jr." or "III" behind it."""
        place = last + 1
        if place + 1 < len(index) and index[place].text == ",":
            place += 1
        if place >= len(index) or index[place].text not in self._titles.generations:
            return last
        stop = place + 1 < len(index) and index[place + 1].text == "." and not index.gap(place + 1)
        ends = place + 2 >= len(index) or "\n" in index.gap(place + 2)
        return place + 1 if stop and not ends else place

    def known(self, index: WordIndex, names: KnownNames, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the forms of people whom the release has named elsewhere, the longest at a word."""
        for place, word in enumerate(index.words):
            called = names.longest(index, place) if word.text in names else 0
            span = covering(spans, word.start) if called else None
            if called and (span is None or span.territory is not None):
                yield _span(index, place, place + called - 1)

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
        opens = (
            self.words.is_plain(index, first, spans)
            or (sure and self.words.is_odd(index, first))
            or self.words.is_particled(index, first, spans)
        )
        if not opens:
            return None
        last = first
        while last + 1 < len(index) and last - first < _LONGEST_NAME:
            if index.gap(last + 1) not in {" ", ""} or not self.words.goes_on(
                index, last + 1, spans
            ):
                break
            last += 1
        while last > first and self.words.is_particle(index, last) and not index[last].capital:
            last -= 1
        return _span(index, first, self._with_generation(index, last))


def _span(index: WordIndex, first: int, last: int) -> Span:
    name = index.phrase(first, last)
    if name.isupper() and len(name) > _LONGEST_INITIALS:
        name = name.title()
    return Span(index[first].start, index[last].end, EntityType.PERSON, name, strength=4)
