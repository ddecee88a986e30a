"""How personal names are romanised and shortened: closed classes, kept as a file."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from rigour.names import NamePart, compare_parts

from communique.gazetteer.closed_classes import read_classes

_ROMANISED = 4
"""Letters from which on two romanisations of a name are no chance."""
_LONG = 5
"""Letters from which on a mere likeness of spelling is none."""
_ALIKE = 0.75
"""Rigour's score of two words from which on they are alike."""
_EDIT = 0.7
"""The least that rigour takes for a letter of a word that has no counterpart in the other."""
_BITS = 61
"""Bits in which letters are noted."""


class Likeness(StrEnum):
    """How two words of names are the same name; the values are names of weights."""

    SAME = "same"
    VARIANT = "same given name in another language"
    ROMANISED = "another romanisation"
    SHORT_ROMANISED = "another romanisation of a short name"
    SHORT_FORM = "short form of the given name"
    SIMILAR = "similar surname"
    SIMILAR_GIVEN = "similar given name"


@dataclass(frozen=True, slots=True)
class Spelling:
    """Closed classes of folded words of personal names.

    Attributes:
        rewrites: Regular expressions that turn one romanisation into another, in order.
        servants: First halves of names that are written in one word or two ("abdul aziz").
        articles: Words between such halves ("abd al aziz").
        generations: What tells father from son or one pope from another, by how it is written.
        often_left_out: First names that releases leave out at will.
        women: Forms of address of women.
        men: Forms of address of men.
        common_surnames: Surnames of many people.
        variants: For each given name the numbers of the groups it is in, over languages.
        short_forms: For each given name or short form the numbers of its groups.
        divisions: Words for parts of a state that have bodies of one kind ("district").
        given: Known given names with the gender of most who bear them: "f" or "m".
    """

    rewrites: tuple[tuple[re.Pattern[str], str], ...]
    servants: frozenset[str]
    articles: frozenset[str]
    generations: Mapping[str, str]
    often_left_out: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    common_surnames: frozenset[str]
    variants: Mapping[str, frozenset[int]]
    short_forms: Mapping[str, frozenset[int]]
    divisions: frozenset[str]
    given: Mapping[str, str]
    _keys: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _letters: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, content: Mapping[str, Any], given: Mapping[str, Sequence[str]]) -> "Spelling":
        """Join the lists of ``spelling.json`` with the gazetteer's given names."""
        genders = dict.fromkeys(given["female"], "f") | dict.fromkeys(given["male"], "m")
        return cls(
            rewrites=tuple((re.compile(old), new) for old, new in content["rewrites"]),
            servants=frozenset(content["servants"]),
            articles=frozenset(content["articles"]),
            generations=dict(content["generations"]),
            often_left_out=frozenset(content["often_left_out"]),
            women=frozenset(content["women"]),
            men=frozenset(content["men"]),
            common_surnames=frozenset(content["common_surnames"]),
            variants=_numbered(content["variants"]),
            short_forms=_numbered(content["short_forms"]),
            divisions=frozenset(content["divisions"]),
            given=genders,
        )

    @property
    def numbers(self) -> frozenset[str]:
        """Generations that are numbers and no initial ("ii")."""
        return frozenset(
            form for form, of in self.generations.items() if of.isdecimal() and len(form) > 1
        )

    def joined(self, tokens: Sequence[str]) -> list[str]:
        """Words with names of two halves in one ("abdul aziz": "abdulaziz")."""
        found: list[str] = []
        servant = ""
        for token in tokens:
            if servant and token in self.articles:
                continue
            if token in self.servants:
                servant = servant or token
                continue
            found.append(servant + token)
            servant = ""
        return [*found, servant] if servant else found

    def key(self, word: str) -> str:
        """What different romanisations of a word have in common."""
        if word not in self._keys:
            key = word
            for pattern, new in self.rewrites:
                key = pattern.sub(new, key)
            self._keys[word] = key
        return self._keys[word]

    def likeness(self, one: str, other: str, given: bool) -> Likeness | None:
        """How two folded words are one name, or None if they are not.

        Args:
            one: A word without particle.
            other: Another.
            given: Whether one of them stands as a given name.
        """
        if one == other:
            return Likeness.SAME
        if known := self._known(one, other):
            return known
        if one in self.given and other in self.given:
            return None  # two names that are not known for one
        return self._spelt_alike(one, other, given)

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether two folded words may be one name.

        Where it says no, ``likeness`` is None; it is far quicker than that.
        """
        if self.key(one) == self.key(other) or self._known(one, other):
            return True
        if min(len(one), len(other)) < _LONG or (one in self.given and other in self.given):
            return False
        return self._may_be_alike(one, other)

    def _known(self, one: str, other: str) -> Likeness | None:
        if _share(self.variants, one, other):
            return Likeness.VARIANT
        return Likeness.SHORT_FORM if _share(self.short_forms, one, other) else None

    def _spelt_alike(self, one: str, other: str, given: bool) -> Likeness | None:
        length = min(len(one), len(other))
        if self.key(one) == self.key(other):
            return Likeness.ROMANISED if length >= _ROMANISED else Likeness.SHORT_ROMANISED
        if length < _LONG or not self._may_be_alike(one, other) or _gendered(one, other):
            return None
        (first, *more) = compare_parts([NamePart(one, 0)], [NamePart(other, 0)])
        if more or first.score < _ALIKE:
            return None
        return Likeness.SIMILAR_GIVEN if given else Likeness.SIMILAR

    def _may_be_alike(self, one: str, other: str) -> bool:
        """Whether their letters allow rigour's score to be high enough; far quicker than it."""
        ours, theirs = self._letters_of(one), self._letters_of(other)
        lost, come = (ours & ~theirs).bit_count(), (theirs & ~ours).bit_count()
        kept = (1 - _EDIT * lost / len(one)) * (1 - _EDIT * come / len(other))
        return kept >= _ALIKE

    def _letters_of(self, word: str) -> int:
        """A bit for each letter of a word; letters that share one make two words more alike."""
        if word not in self._letters:
            letters = 0
            for letter in word:
                letters |= 1 << ord(letter) % _BITS
            self._letters[word] = letters
        return self._letters[word]


@cache
def read_spelling() -> Spelling:
    """The lists beside this module and the given names of the gazetteer."""
    source = files("communique.identity.people").joinpath("spelling.json")
    content = json.loads(source.read_text(encoding="utf-8"))
    return Spelling.of(content, read_classes("given_names"))


def _share(groups: Mapping[str, frozenset[int]], one: str, other: str) -> bool:
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, frozenset()))


def _gendered(one: str, other: str) -> bool:
    """Whether the words differ as names of women and men do ("Petrov", "Petrova")."""
    short, long = sorted((one, other), key=len)
    return long in {f"{short}a", f"{short}e"} or (
        one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeo")
    )


def _numbered(groups: Iterable[Sequence[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for name in group:
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
