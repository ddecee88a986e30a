"""Words of a block with their offsets, and what stands between them."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from communique.gazetteer.territories import COMPOUND_ENDINGS

INITIALS = re.compile(r"(?:[A-Z]\.)+")
"""The initials of somebody's names ("J.", "J.D.")."""
_INITIAL = re.compile(r"\b(?!(?:of|and|for|the|on|in|to|against)\b)\w")
SHORTENED = frozenset(
    {"Ma.", "Md.", "Mohd.", "Muhd.", "Wm.", "Chas.", "Thos.", "Robt.", "Chr.", "Ph.", "Th.", "Jos."}
)
"""Given names that are written short."""
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
"""Endings that make a name the owner of what follows; each is a word of its own."""

_FURTHER_OFFICE = (
    r"(?:Vice|Deputy|Special|Head|Minister|Director|Chief|Commander|Chair\w*|President|Secretary|"
    r"Permanent|Senior|Acting|First|Prime|High|EU|Ambassador|Representative|Coordinator)\b"
)
"""How a second office begins behind a slash."""
_OPENER = r"(?:The|He|She|They|It|We|I|You|In|On|At|As|For|But|And|An?|This|That|His|Her|Our)\b"
"""With what a sentence begins behind a surname, no name goes on."""
_WORD = re.compile(
    rf"""
    [a-z]+(?=[\s,.;:)])                          # most words and signs: the quickest to tell
    | [,.;:()]
    | [A-Z][a-z]+(?=[\s,;:)])
    | [A-Z]\w+-(?:[A-Z]\.){{2,}}                   # EU-U.S., Mexico-U.S.
    | \w+(?=-(?:{COMPOUND_ENDINGS})\b)           # the name in NATO-led
    | (?:[A-Z]\.){{2,}}                          # U.S.
    | [A-Z]\.(?=\s?[A-Z])                        # an initial, also one glued to a name
    | (?:Dr|Mr|Mrs|Ms|Prof|Gen|Lt|Col|Maj|Brig|Adm|Capt|Sgt|St|Hon)\.
    | Ma\.(?=\s[A-Z]\w+\s[A-Z])                     # Ma. Clara Berg
    | (?<=[a-z]\s)Ma\.(?=\s(?!{_OPENER})[A-Z]\w+(?:,|\sof\b|\s[A-Z]))   # Ana Ma. Berg of Quay
    | (?<!,\s)(?:Md|Mohd|Muhd|Wm|Chas|Thos|Robt|Chr|Ph|Th|Jos)\.(?=\s[A-Z][\w.])   # not Ohio, Md.
    | (?<=[a-z]\s)['‘\u02bb][A-Z]\w*['’\u02bb]\w+(?:-\w+)*    # Siale 'Aka'ola
    | \d[\d,.]*\d(?!\w)                         # 1,200, but not the 22 of 22nd
    | \w+(?:(?:[-’']|/(?!(?<=[a-z]/){_FURTHER_OFFICE}))\w+)*   # Trade/VP, but Trade / Head
    | [^\w\s]
    """,
    re.VERBOSE,
)
_GLOTTALS = frozenset("'‘\u02bb")
"""What may open a name of the Pacific ("'Aka'ola")."""
_ELECTRONIC = re.compile(r"e-[A-Z]")
"""How names begin of what is done by computer ("e-Harbour Academy")."""
_CLITICS = ("'s", "’s")
_CLITIC = len(_CLITICS[0])
_OPENING = re.compile(r"\w+")
_FORMS = 1 << 13
"""Forms that are remembered, since releases repeat them."""


class Word(NamedTuple):
    """A word, number or punctuation mark: half-open span in its block, in code points.

    Attributes:
        capital: Whether it begins with a capital letter.
        mark: Whether it is punctuation.
        opening: The letters and digits that it begins with.
        lower: The word in small letters.
    """

    text: str
    start: int
    end: int
    capital: bool
    mark: bool
    opening: str
    lower: str


_made = tuple.__new__
"""Makes a word of a tuple of what it is; twice as quick as by the names."""


@lru_cache(_FORMS)
def _traits(form: str) -> tuple[bool, bool, str, str]:
    """Whether a word has a capital first, is punctuation, how it begins, and its small letters."""
    first = form[1:2] if form[0] in _GLOTTALS else form[0]
    capital = first.isupper() or _ELECTRONIC.match(form) is not None
    return capital, not (form[0].isalnum() or capital), opening(form), form.lower()


def split_words(text: str) -> list[Word]:
    """Words of a text in order; a possessive ending is a word of its own.

    Nothing but blanks and line breaks stands between two words.
    """
    words = [
        _made(Word, (form := match[0], match.start(), match.end(), *_traits(form)))
        for match in _WORD.finditer(text)
    ]
    if not any(clitic in text for clitic in _CLITICS):
        return words
    return [part for word in words for part in _parts(word)]


def _parts(word: Word) -> tuple[Word, ...]:
    """A word and the possessive ending that it has, if it has one."""
    form, cut = word.text, word.end - _CLITIC
    if not form.endswith(_CLITICS) or len(form) == _CLITIC:
        return (word,)
    name, clitic = form[:-_CLITIC], form[-_CLITIC:]
    return (
        _made(Word, (name, word.start, cut, *_traits(name))),
        _made(Word, (clitic, cut, word.end, *_traits(clitic))),
    )


@lru_cache(_FORMS)
def first_word(form: str) -> tuple[str, int]:
    """The first word of a form, and how many it has; an empty one if it has none."""
    words = split_words(form)
    return (words[0].text if words else "", len(words))


def initials(name: str) -> str:
    """The first letters of the words of a name in capitals, but for the small ones between."""
    return "".join(_INITIAL.findall(name)).upper()


def opening(text: str) -> str:
    """The letters and digits that a word or a form begins with, or an empty string."""
    match = _OPENING.match(text)
    return match.group() if match else ""


def reaches(forms: Iterable[str], begun: Callable[[str], str] = str) -> dict[str, int]:
    """The number of words of the longest form that begins with each word.

    Args:
        forms: The forms.
        begun: What counts of a first word; all of it by default.
    """
    longest: dict[str, int] = {}
    for form in forms:
        first, count = first_word(form)
        if count:
            beginning = begun(first)
            longest[beginning] = max(longest.get(beginning, 0), count)
    return longest


class Forms:
    """Forms of a few words each, looked up where they begin in a block.

    A form that may end with a full stop is listed without it.

    Attributes:
        openings: What the first words of the forms begin with.
    """

    def __init__(self, forms: Iterable[str], most: int) -> None:
        """Take the forms and the number of words of the longest one."""
        self._forms = frozenset(forms)
        self.openings = frozenset(map(opening, self._forms))
        self._most = most

    def __contains__(self, form: str) -> bool:
        """Whether a form is one of them."""
        return form in self._forms

    def longest(self, index: "WordIndex", place: int) -> int:
        """Number of words of the longest form that begins at a word; 0 if none does."""
        if place >= len(index) or index[place].opening not in self.openings:
            return 0
        for last in range(min(place + self._most, len(index)) - 1, place - 1, -1):
            form = index.phrase(place, last)
            if form in self._forms or form.removesuffix(".") in self._forms:
                return last - place + 1
        return 0


class WordIndex(list[Word]):
    """The words of a text, looked up by number and by offset."""

    def __init__(self, text: str) -> None:
        """Split the text."""
        super().__init__(split_words(text))
        self.text = text
        self._starts = [word.start for word in self]

    @property
    def words(self) -> list[Word]:
        """All words in order."""
        return self

    @cached_property
    def capitalised(self) -> int:
        """How many of the words begin with a capital letter."""
        return sum(word.capital for word in self)

    def at(self, offset: int) -> int:
        """Index of the first word that begins at or after an offset."""
        return bisect_left(self._starts, offset)

    def gap(self, place: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self[place - 1].end : self[place].start]

    def same_line(self, place: int) -> bool:
        """Whether at most blanks stand between a word and the one before it."""
        return not self.gap(place).strip(" ")

    def phrase(self, first: int, last: int) -> str:
        """The text from one word to another, both included, with single blanks."""
        if first == last:
            return self[first].text
        phrase = self.text[self[first].start : self[last].end]
        plain = phrase.isprintable() and "  " not in phrase  # no blank but single spaces
        return phrase if plain else " ".join(phrase.split())

    def capitals(self, first: int) -> int:
        """Index of the last word of the run of capitalised words, one blank apart, from a word."""
        last = first
        while last + 1 < len(self) and self[last + 1].capital and self.gap(last + 1) == " ":
            last += 1
        return last

    def after(self, place: int) -> Word | None:
        """The word after one, or None at the end."""
        return self[place + 1] if place + 1 < len(self) else None
