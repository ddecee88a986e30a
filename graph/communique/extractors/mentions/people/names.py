"""Personal names: beside honorifics, ranks and offices, and as the model finds them."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from communique.extractors.mentions.known import KnownNames
from communique.extractors.mentions.people.context import joined_labels
from communique.extractors.mentions.people.name_words import LONGEST_ADDRESS, NameWords
from communique.extractors.mentions.spans import Role, Span, covering
from communique.extractors.mentions.words import INITIALS, POSSESSIVES, Forms, WordIndex
from communique.extractors.sieve import holds
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_NAME = 8
"""Words of the longest name after its first."""
_APPOSED_NAME = range(2, 7)
"""Words of a name that only the comma and the office after it tell."""
_LONGEST_INITIALS = 4
"""Characters of a name in capitals that stays in capitals."""
_REACH = 60
"""Characters before the states of a list that say of whom it is."""
_HOLDERS = re.compile(
    r"(?i)\b(?:ministers|presidents|premiers|secretaries|leaders|chiefs|heads|counterparts|"
    r"colleagues|ambassadors|speakers|commissioners|directors)\b[^.;:,]* (?:of|from) (?:the )?$"
)
JOINTS = frozenset(
    {", ", " and ", ", and ", " and the ", ", the ", " and of ", " and of the ", ", of "}
)
"""What stands between the states of one list."""
_GAPS = frozenset({" ", ""})
"""What may stand between an initial and the name: "A. Berg", "A.Berg"."""
_BETWEEN = frozenset({",", "and", "–", "—", "-", "(", ":"})
_ARTICLES = frozenset({"the", "a", "its", "his", "her"})
_OPENERS = _ARTICLES | POSSESSIVES
_BULLETS = " •–—-*.)0123456789"
_STEMS = ("appoint", "nominat", "designat", "nam", "select")
_APPOINTED = re.compile(
    rf"\b(?:(?:{'|'.join(_STEMS)})(?:ed|es|s|ing)|(?:appointment|nomination|"
    r"designation|selection) of) (?=[A-Z])"
)
_AS = re.compile(r",? (?:of (?:the )?[A-Z][\w’' -]{2,40} )?(?:as|to be|to the post)\b")
"""What stands between a name and the office that somebody is appointed to."""


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
        self._sites = site_words()

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

    def beside_roles(
        self, index: WordIndex, roles: Sequence[Role], spans: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield names that stand right after an office, then those before ", office"."""
        for role in roles:
            end = self.words.past_acronym(index.text, role.end) if role.body else role.end
            place = index.at(end)
            if place < len(index) and index.text[end : index[place].start] in {" ", "\n"}:
                name = self._run(index, place, self._near(index, place, spans), sure=False)
                if name and self.words.may_follow(name.name, apart=end > role.end):
                    yield name
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
        """Yield names behind "appointed" or the like, and before the office after it."""
        for match in _APPOINTED.finditer(index.text) if holds(index.text, _STEMS) else ():
            name = self._run(index, index.at(match.end()), spans, sure=False)
            whole = name is not None and len(name.name.split()) in _APPOSED_NAME
            if whole and name and _AS.match(index.text, name.end):
                yield name

    def listed(self, index: WordIndex, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the names behind as many states: "the ministers of A and B, NAME and NAME"."""
        states = [s for s in spans if s.type == EntityType.COUNTRY and s.kind != NameKind.DEMONYM]
        runs: list[list[Span]] = []
        for state in states:
            joined = runs and index.text[runs[-1][-1].end : state.start] in JOINTS
            runs[-1].append(state) if joined else runs.append([state])
        for run in runs:
            before = index.text[max(0, run[0].start - _REACH) : run[0].start]
            if len(run) > 1 and _HOLDERS.search(before):
                yield from self._as_many(index, run, spans)

    def _as_many(
        self, index: WordIndex, states: Sequence[Span], spans: Sequence[Span]
    ) -> Sequence[Span]:
        """The names behind a list of states, none if they are not as many."""
        names: list[Span] = []
        place = index.at(states[-1].end)
        while len(names) < len(states):
            first = place
            while place < len(index) and index[place].text in _BETWEEN:
                place += 1
            if place in {first, len(index)} or not self.words.is_plain(index, place, spans):
                return ()
            name = self._run(index, place, spans, sure=False)
            if name is None or " " not in name.name:
                return ()
            names.append(name)
            place = index.at(name.end)
        return names

    def _apposed_after(self, index: WordIndex, role: Role, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the run of capitalised words between "the OFFICE," and the next break."""
        comma = index.at(role.end)
        if not self._is_opened(index, role) or comma + 2 >= len(index) or index[comma].text != ",":
            return
        first = last = comma + 1
        spans = self._near(index, first, spans)
        if not self.words.is_plain(index, first, spans):
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
            first, last = index.at(start), index.at(end) - 1
            first = max(first, self.words.address(index, first))
            while first <= last and not self.words.is_plain(index, first, spans):
                first += 1
            stop = first
            while stop + 1 <= last and self.words.goes_on(index, stop + 1, spans):
                stop += 1
            if first > last or self._is_site(index, first, stop):
                continue
            first, stop = self._with_initials(index, first, stop, spans)
            if stop > first:
                yield _span(index, first, self._with_generation(index, stop))

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
        cut = (
            INITIALS.fullmatch(index[last].text)
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
