"""Personal names: beside honorifics, ranks and offices, and as the model finds them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from communique.extractors.mentions.spans import Role, Span, covering
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.territories import NameKind
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
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_JOINED = re.compile(r"(?:al|el|as|an|ar|ad|at|az|ash|bin|ben)-[A-Z]|[dlDLO][’'][A-Z]")
"""A particle joined to the name after it ("al-Thani", "d'Arcy")."""
_CUT = frozenset({".", "'", "’"})
"""Marks at the end of a form of address ("Dr.", "Dato'")."""
_LEFT_SERVICE = frozenset({"rtd", "Rtd", "retd", "Retd", "ret", "Ret", "retired", "Retired"})
"""What stands in brackets after the rank of somebody who has left the service."""


class NameFinder:
    """Finds personal names in the words of a block."""

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._address = titles.honorifics | titles.ranks
        self._no_name = (
            titles.never_names | titles.role_heads | titles.role_modifiers | titles.portfolio
            | titles.local_modifiers
        )  # fmt: skip

    def address(self, index: WordIndex, place: int) -> int:
        """Index of the first word after honorifics and ranks that begin at a word."""
        while size := _match(index, place, self._address):
            place += size
            if place < len(index) and index[place].text in _CUT and not index.gap(place):
                place += 1
            place = self._after_brackets(index, place)
        return place

    @staticmethod
    def _after_brackets(index: WordIndex, place: int) -> int:
        """Index of the word after "(rtd)" or the like that begins at a word; the word if none."""
        inside = [word.text for word in index.words[place : place + 4]]
        if inside[:1] == ["("] and inside[1:] and inside[1] in _LEFT_SERVICE:
            closed = inside.index(")") if ")" in inside else 0
            return place + closed + 1 if closed else place
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
                near = spans if not self._is_given_too(index, place, spans) else [
                    span for span in spans if not span.start <= index[place].start < span.end
                ]  # fmt: skip
                name = self._run(index, place, near, sure=False)
                if name:
                    yield name
        for role in roles:
            yield from self._apposed(index, role, spans)
            yield from self._apposed_after(index, role, spans)

    def _apposed_after(self, index: WordIndex, role: Role, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the run of capitalised words between "the OFFICE," and the next break."""
        comma = index.at(role.end)
        if not self._is_opened(index, role) or comma + 2 >= len(index) or index[comma].text != ",":
            return
        first = last = comma + 1
        if not self._is_plain(index, first, spans):
            return
        while last + 1 < len(index) and self._follows(index, last + 1, spans):
            last += 1
        closed = last + 1 == len(index) or index[last + 1].mark
        if closed and last + 1 - first in _APPOSED_NAME:
            yield _span(index, first, last)

    def _is_opened(self, index: WordIndex, role: Role) -> bool:
        """Whether an article, an owner or another office makes an office open an apposition."""
        if role.body is not None and role.body.start == role.start:
            return True
        before = index.at(role.start) - 1
        if before > 0 and index[before].text == "and" and index[before - 1].capital:
            return True
        return before >= 0 and index[before].text.lower() in _ARTICLES | POSSESSIVES

    def _follows(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word goes on with the name before it, one blank apart."""
        return index.gap(place) == " " and self._goes_on(index, place, spans)

    def _apposed(self, index: WordIndex, role: Role, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the run of capitalised words between a break and ", office"."""
        last = index.at(role.start) - 1
        while last >= 0 and index[last].text in _ARTICLES:
            last -= 1
        if last < 1 or index[last].text != ",":
            return
        first = last
        while first > 0 and (
            self._is_plain(index, first - 1, spans)
            or (first < last and index[first].capital and self._is_link(index, first - 1))
        ):
            first -= 1
        while first < last and not index[first].capital:
            first += 1
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
            if first > last:
                continue
            first, stop = self._with_initials(index, first, stop, spans)
            if stop > first:
                yield _span(index, first, self._with_generation(index, stop))

    def _with_initials(
        self, index: WordIndex, first: int, last: int, spans: Sequence[Span]
    ) -> tuple[int, int]:
        """First and last word of a name with the initials that the model has cut off."""
        while first > 0 and self._is_initial(index, first - 1) and index.gap(first) == " ":
            first -= 1
        cut = _INITIAL.fullmatch(index[last].text) or self._is_link(index, last + 1)
        while cut and last + 1 < len(index) and self._follows(index, last + 1, spans):
            last += 1
        while last > first and self._is_particle(index, last) and not index[last].capital:
            last -= 1
        return first, last

    def _is_initial(self, index: WordIndex, place: int) -> bool:
        """Whether a word is an initial, not a form of address like "H.E."."""
        text = index[place].text
        return bool(_INITIAL.fullmatch(text)) and (text not in self._address)

    def _is_link(self, index: WordIndex, place: int) -> bool:
        """Whether a particle without capital links two parts of a name."""
        following = index.after(place) if place < len(index) else None
        particle = following is not None and index[place].text in self._titles.particles
        return bool(particle and following and following.capital and index[place].text.islower())

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
        return _span(index, first, self._with_generation(index, last))

    def _is_name_word(self, word: str) -> bool:
        """Whether a word before an initial is a name ("Anna M. Berg")."""
        return word.istitle() and word not in self._no_name and word not in self._address

    def _is_particle(self, index: WordIndex, place: int) -> bool:
        return index[place].text in self._titles.particles

    def _is_odd(self, index: WordIndex, place: int) -> bool:
        """Whether a word begins a name after a title though it may be another word as well."""
        word = index[place]
        if self._is_particle(index, place) and place + 1 < len(index) and index[place + 1].capital:
            return True
        excluded = self._titles.never_names | self._titles.role_heads
        if place and index[place - 1].text == "General" and word.text in self._titles.portfolio:
            return False  # "Administrator of General Services"
        return word.capital and word.text not in excluded

    def _is_plain(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word may stand in a name by itself."""
        word = index[place]
        if word.capital and self._is_given(index, place):
            return True
        if not word.capital or word.text in self._no_name or self._is_title_in_capitals(word.text):
            return False
        if word.text in self._address or word.text.removesuffix(".") in self._address:
            return False
        if self._is_acronym(index, place):
            return False
        if word.text.isupper() and len(word.text) > 1 and not word.text.isalpha():
            return word.text.endswith(".") or "-" in word.text
        return covering(spans, word.start) is None

    def _is_title_in_capitals(self, word: str) -> bool:
        """Whether a word of a line in capitals belongs to an office or to the words around it."""
        return len(word) > 1 and word.isupper() and word.title() in self._no_name

    def _is_given(self, index: WordIndex, place: int) -> bool:
        """Whether a patronymic after a word shows that it is a given name ("Sultan bin")."""
        following = index.after(place)
        return following is not None and following.text in self._titles.patronymics

    def _is_given_too(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a place right after an office is a given name ("Minister Chad Berg")."""
        span, following = covering(spans, index[place].start), index.after(place)
        if span is None or following is None or span.kind == NameKind.DEMONYM:
            return False
        alone = span.start == index[place].start and span.end == index[place].end
        sites = {EntityType.COUNTRY, EntityType.PLACE}
        beside = index.gap(place + 1) == " " and self._is_plain(index, place + 1, spans)
        return alone and span.type in sites and beside

    def _is_name_too(self, index: WordIndex, place: int) -> bool:
        """Whether a month or a title is a surname here ("Theresa May", "Khaus Tun")."""
        before, following = index[place - 1], index.after(place)
        fits = index[place].text in self._titles.names_too and before.text not in self._no_name
        if not fits or not before.capital or before.text.removesuffix(".") in self._address:
            return False
        if index[place].text in self._titles.never_names:  # a month
            return not following or not (following.text[0].isdigit() or following.text == "of")
        return not following or not (following.capital or following.text == ".")

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
        if word.text in self._titles.postnominals:
            return False
        before = index[place - 1]
        initials = _INITIAL.fullmatch(word.text) and (
            _INITIAL.fullmatch(before.text) or self._is_name_word(before.text)
        )
        after_particle = self._is_particle(index, place - 1)
        office = after_particle and word.capital and word.text in self._titles.role_heads
        if self._is_particle(index, place) and not office:
            following = index.after(place)
            return following is not None and (
                following.capital or self._is_particle(index, place + 1)
            )
        if office or initials or _JOINED.match(word.text) or self._is_plain(index, place, spans):
            return True
        if self._is_name_too(index, place):
            return True
        span = covering(spans, word.start)
        if span is None or span.type != EntityType.COUNTRY:
            return False
        return after_particle or self._is_surname_too(index, place, span)

    def _is_surname_too(self, index: WordIndex, place: int, state: Span) -> bool:
        """Whether another form of a state's name ends a name after an office ("Minister Ivo")."""
        alone = state.start == index[place].start and state.end == index[place].end
        foreign = state.territory is not None and index[place].text != state.territory.name
        following = index.after(place)
        given = place > 1 and self._is_name_word(index[place - 1].text)
        office = given and index[place - 2].text in self._titles.role_heads
        ends = following is None or not following.capital
        return alone and foreign and office and ends and state.kind != NameKind.DEMONYM


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
