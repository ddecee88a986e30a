"""Which words may stand in a personal name, by themselves and beside others."""

import re
from collections.abc import Sequence

from communique.extractors.mentions.people.leading.addresses import Addresses
from communique.extractors.mentions.spans import Role, Span, covering
from communique.extractors.mentions.words import INITIALS, SHORTENED, WordIndex
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.territories import NameKind, fold
from communique.gazetteer.titles import Titles, plural_heads
from communique.ontology import EntityType

_ACRONYM = range(3, 6)
"""Characters of a word in capitals that may be an acronym."""
_JOINED = re.compile(
    r"(?:al|el|as|an|ar|ad|at|az|ash|bin|ben)-[A-Z]|[dlDLO][’'][A-Z]"
    r"|(?:de|di|du|da|la|le|van|von|mac|mc|fitz)[A-Z][a-z]"
)
"""A particle joined to the name after it ("al-Thani", "d'Arcy", "deVane")."""
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""Given names behind a family name of one syllable ("An Kwang-rok")."""
_QUOTES = frozenset({'""', "“”", "''", "‘’"})
_NICKNAMED = 5
"""Words and marks of a nickname with the names around it."""
_AFTER_NAMES = frozenset(
    "and in on at to with who said says was is will has had met also told by for of from".split()
)
"""Words before which a demonym ends a name: no noun follows that it could describe."""


_BRACKETED_ACRONYM = re.compile(r" \([A-Z][\w./-]{1,11}\)(?= [A-Z])")
_CONTRACTED = re.compile(r"(?:I|We|You|He|She|It|They|That|There|What)[’'](?:m|s|re|ve|ll|d)")
"""A pronoun drawn together with a verb, which is no word of the name after it."""
_GOVERNING = frozenset("Governor Mayor Prefect Sheriff Hakim Hokim Akim Bishop Archbishop".split())
"""Offices that "of" and a place follow, never who is meant by them."""
_DIRECTIONS = frozenset({"North", "South", "East", "West", "Central"})
"""What a constituency ends with, which is no name ("Member of Parliament for X West")."""


class NameWords:
    """Tells words of personal names in a block.

    Attributes:
        address_forms: Honorifics and ranks.
    """

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._address = titles.honorifics | titles.ranks
        self._addresses = Addresses(titles)
        self.address_forms = self._addresses.forms
        self._offices = titles.role_heads | plural_heads(titles).keys()
        self._no_name = (
            titles.never_names | self._offices | titles.role_modifiers | titles.portfolio
            | titles.local_modifiers
        )  # fmt: skip

    def address(self, index: WordIndex, place: int) -> int:
        """Index of the first word after honorifics and ranks that begin at a word."""
        return self._addresses.past(index, place)

    def is_initial(self, index: WordIndex, place: int) -> bool:
        """Whether a word is an initial, not a form of address like "H.E."."""
        text = index[place].text
        return text in SHORTENED or (bool(INITIALS.fullmatch(text)) and text not in self._address)

    @staticmethod
    def is_before_initial(index: WordIndex, place: int) -> bool:
        """Whether a given name stands right before an initial ("Ana | M. Berg")."""
        given = index[place].capital and fold(index[place].text) in given_names()
        initial = INITIALS.fullmatch(index[place + 1].text) is not None
        return given and initial and index.gap(place + 1) == " "

    @staticmethod
    def past_acronym(text: str, end: int) -> int:
        """Where the bracketed acronym of a body ends that stands at an offset; it, if none."""
        found = _BRACKETED_ACRONYM.match(text, end)
        return found.end() if found else end

    @staticmethod
    def may_follow(name: str, role: Role, *, apart: bool) -> bool:
        """Whether a name may stand behind an office, of two words if a bracket parts them.

        Letters right behind its body are a part of that: "Commander of the Guard TPC".
        """
        short = name.isupper() and len(name) in _ACRONYM
        lettered = short and role.body is not None and role.body.end == role.end
        cut = len(name) == 1 or lettered
        return name not in _DIRECTIONS and not cut and not (apart and " " not in name)

    def is_link(self, index: WordIndex, place: int) -> bool:
        """Whether a particle without capital links two parts of a name."""
        following = index.after(place) if place < len(index) else None
        particle = following is not None and index[place].text in self._titles.particles
        return bool(particle and following and following.capital and index[place].text.islower())

    def is_name_word(self, word: str) -> bool:
        """Whether a word before an initial is a name ("Anna M. Berg")."""
        return word.istitle() and word not in self._no_name and word not in self._address

    def is_particle(self, index: WordIndex, place: int) -> bool:
        """Whether a word is a particle of names ("van")."""
        return index[place].text in self._titles.particles

    def is_odd(self, index: WordIndex, place: int) -> bool:
        """Whether a word begins a name after a title though it may be another word as well."""
        word = index[place]
        if self.is_particle(index, place) and place + 1 < len(index) and index[place + 1].capital:
            return True
        excluded = self._titles.never_names | self._titles.role_heads
        if place and index[place - 1].text == "General" and word.text in self._titles.portfolio:
            return False  # "Administrator of General Services"
        return word.capital and word.text not in excluded

    def is_particled(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a surname begins at a word with its particles ("von der Heide", "al-Amin")."""
        if _JOINED.match(index[place].text):
            return True
        first = place
        while place < len(index) and index[place].text.islower() and self.is_particle(index, place):
            place += 1
        return first < place < len(index) and self.is_plain(index, place, spans)

    def is_plain(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word may stand in a name by itself."""
        word = index[place]
        if word.capital and self._is_given(index, place):
            return True
        if not word.capital or word.text in self._no_name or self._is_no_name(word.text):
            return False
        if word.text in self._address or word.text.removesuffix(".") in self._address:
            return False
        if self._is_acronym(index, place) or self._is_spaced(index, place):
            return False
        if word.text.isupper() and len(word.text) > 1 and not word.text.isalpha():
            return word.text.endswith(".") or "-" in word.text
        return covering(spans, word.start) is None

    def _is_spaced(self, index: WordIndex, place: int) -> bool:
        """Whether a form of address in initials begins at a word, with a blank in it ("H. E.")."""
        initial = INITIALS.fullmatch(index[place].text) is not None
        return initial and self.address_forms.longest(index, place) > 1

    def _is_no_name(self, word: str) -> bool:
        """Whether a word is a pronoun with its verb, or of an office in a line in capitals."""
        titled = len(word) > 1 and word.isupper() and word.title() in self._no_name
        return titled or _CONTRACTED.fullmatch(word) is not None

    def _is_given(self, index: WordIndex, place: int) -> bool:
        """Whether a patronymic after a word shows that it is a given name ("Sultan bin")."""
        following = index.after(place)
        if following is None:
            return False
        korean = place > 0 and index[place].text in self._titles.never_names
        korean = korean and _KOREAN.fullmatch(following.text) is not None
        titled = korean and index[place - 1].text in self._titles.role_heads | self._address
        return titled or following.text in self._titles.patronymics

    def is_given_too(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a place right after an office is a given name ("Minister Chad Berg")."""
        span, following = covering(spans, index[place].start), index.after(place)
        if span is None or following is None or span.kind == NameKind.DEMONYM:
            return False
        alone = span.start == index[place].start and span.end == index[place].end
        sites = {EntityType.COUNTRY, EntityType.PLACE}
        beside = index.gap(place + 1) == " " and self.is_plain(index, place + 1, spans)
        return alone and span.type in sites and beside

    def is_given_topic(self, index: WordIndex, place: int) -> bool:
        """Whether a word of offices right behind one is a given name ("Speaker Urban Lind")."""
        before = index[place - 1] if place else None
        office = before is not None and before.text in self._offices
        return office and index[place].text in self._titles.portfolio

    def _is_name_too(self, index: WordIndex, place: int) -> bool:
        """Whether a month or a title is a surname here ("Ana May", "Ko Tun"), no office."""
        before, following = index[place - 1], index.after(place)
        fits = index[place].text in self._titles.names_too and before.text not in self._no_name
        if not fits or not before.capital or before.text.removesuffix(".") in self._address:
            return False
        month = index[place].text in self._titles.never_names
        if following and following.text == "of" and (month or index[place].text in self._offices):
            return False  # "Felipe King of X"
        if month:
            return not following or not following.text[0].isdigit()
        abbreviated = len(index[place].text) == 1 and following and following.text == "."
        return not following or not (following.capital or abbreviated)

    def _is_titled_name(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word of offices is the surname of who is titled ("Minister Tiit Land met")."""
        first, following = place - 2, index.after(place)
        word, given = index[place].text, fold(index[place - 1].text) in given_names()
        if first < 0 or not given or (following is not None and following.capital):
            return False
        fields = self._titles.portfolio | self._titles.role_modifiers
        other = word in self._titles.never_names or covering(spans, index[place].start) is not None
        titled = index[first].text.removesuffix(".") in self._address | self._titles.role_heads
        return titled and word in fields and not other

    def _is_acronym(self, index: WordIndex, place: int) -> bool:
        """Whether a word in capitals stands alone in a text that is not all capitals."""
        text = index[place].text
        if not text.isupper() or len(text) not in _ACRONYM or index.text.isupper():
            return False
        if place + 1 < len(index) and index[place + 1].capital:
            return False
        before = index[place - 1] if place else None
        if before is None:
            return True
        apart = not before.capital or before.text in self._titles.role_heads
        return apart and not self.is_link(index, place - 1)

    def is_inside(self, index: WordIndex, place: int) -> bool:
        """Whether a title is part of a name that it stands in ("Hassan Sheikh Farah")."""
        if not 0 < place < len(index) - 1 or index[place].text not in self._titles.names_inside:
            return False
        before, following = index[place - 1], index[place + 1]
        near = index.gap(place) == " " == index.gap(place + 1)
        return near and self.is_name_word(before.text) and self.is_name_word(following.text)

    def _is_father_titled(self, index: WordIndex, place: int) -> bool:
        """Whether a word is a title of somebody's father ("Hasan bin Haji Omar")."""
        titled = index[place].capital and index[place].text in self._address
        before = place - 1
        while titled and before and index[before].text in self._address:
            before -= 1
        return titled and index[before].text in self._titles.patronymics

    @staticmethod
    def is_nickname(index: WordIndex, place: int) -> bool:
        """Whether a word or mark belongs to a nickname in a name ('Ana "Nita" Duran')."""
        for first in range(max(1, place - 2), place + 1):
            around = index.words[first - 1 : first + 4]
            if len(around) == _NICKNAMED and around[1].text + around[3].text in _QUOTES:
                return all(word.capital for word in around[::2])
        return False

    def goes_on(self, index: WordIndex, place: int, spans: Sequence[Span]) -> bool:
        """Whether a word goes on with the name before it."""
        word = index[place]
        if word.text in self._titles.postnominals:
            return False
        before = index[place - 1]
        initials = INITIALS.fullmatch(word.text) and (
            INITIALS.fullmatch(before.text) or self.is_name_word(before.text)
        )
        after_particle = self.is_particle(index, place - 1)
        office = after_particle and word.capital and word.text in self._titles.role_heads
        if self.is_particle(index, place) and not office:
            following = index.after(place)
            return following is not None and (
                following.capital
                or self.is_particle(index, place + 1)
                or _JOINED.match(following.text) is not None
            )
        inside = self._is_father_titled(index, place) or self.is_nickname(index, place)
        inside = inside or self.is_inside(index, place) or self._is_titled_name(index, place, spans)
        glued = word.capital and not index.gap(place) and INITIALS.fullmatch(before.text)
        if inside or glued or office or initials or _JOINED.match(word.text):
            return True
        if self.is_plain(index, place, spans) or self._is_name_too(index, place):
            return True
        span = covering(spans, word.start)
        if span is None or span.type != EntityType.COUNTRY:
            return False
        return after_particle or self._is_surname_too(index, place, span)

    def _is_surname_too(self, index: WordIndex, place: int, state: Span) -> bool:
        """Whether a state's name ends that of a person.

        Any does behind a given name ("Ana Jordan"), behind other words one of its other forms after
        an office ("Minister Ivo").
        """
        alone = state.start == index[place].start and state.end == index[place].end
        foreign = state.territory is not None and index[place].text != state.territory.name
        following = index.after(place)
        given = self.is_name_word(index[place - 1].text)
        office = given and place > 1 and index[place - 2].text in self._titles.role_heads
        called = given and fold(index[place - 1].text) in given_names()
        ends = following is None or not following.capital
        if state.kind == NameKind.DEMONYM:  # "Premier Mohammed Sudani, who"
            ends = following is None or following.mark or following.text in _AFTER_NAMES
            called = False
        return alone and ends and (called or (foreign and office))


def is_governed(index: WordIndex, place: int) -> bool:
    """Whether a word is the place behind an office of places ("Governor of Oshana Anna Berg")."""
    before = [word.text for word in index.words[max(0, place - 2) : place]]
    return before[1:] == ["of"] and before[0] in _GOVERNING
