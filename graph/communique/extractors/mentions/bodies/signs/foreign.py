"""Bodies by names in other languages, whose head comes first or is the end of one word."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.bodies.listed import LISTED
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_LONGEST_NAME = 16
"""Words of the longest name."""
_SHORTEST_WORD = 8
"""Characters of the shortest word that its ending makes the name of a body."""
_NOUN = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")
"""A noun without capital behind a particle."""
_ELIDED = re.compile(r"(?:[dl]|del|dell|all|nell|sull|qu)[’'][^\W\d_]+")
"""A word with the particle before it: "d’études", "dell’interno"."""
_MARKED = re.compile(r"[a-z]*[à-öø-ÿāăąćčďđēęěğīįłńňőœřśšťūůűźżž][a-zà-öø-ÿœ]*")
"""A word without capital with a letter that English does not have."""
_ENGLISH = frozenset(
    "attaché attachés café façade résumé protégé coup route facto jure masse bloc carte propos "
    "rigueur".split()
)
"""Words of other languages that English texts use."""
_AND = frozenset({"y", "et", "e", "und", "og", "och", "ja"})
_OPENS = frozenset({"à", "au", "aux"})
"""Particles that begin too many set phrases ("à la carte") to tell a language."""
_OF_PAPERS = frozenset(
    {"Annex", "Article", "Book", "Chapter", "Part", "Section", "Title", "Volume"}
)
_ORDINAL = re.compile(r"[IVXL]{1,6}|\d{1,2}(?:e|es|er|ère|ème|º|ª|°|o|a)")
"""What counts an event or a unit ahead of its noun: "IV Congreso", "3e Région"."""


class ForeignRuns:
    """Finds how far a name in another language goes on behind its head."""

    def __init__(self) -> None:
        """Read the word classes."""
        words = body_words()
        self._inner, self._particles = words.foreign_inner, words.foreign_particles
        self._licences, self._alike = words.foreign_licences, words.foreign_alike
        self._heads = words.foreign_heads | words.shared_heads
        self._ranks = read_titles().ranks

    def last(self, index: WordIndex, place: int) -> int:
        """Index of the last word of the name that a head begins; the head if nothing follows.

        A noun without capital belongs to it only behind a particle ("Garde du port").
        """
        last, at, licensed = place, place + 1, False
        while at < len(index) and at - place < _LONGEST_NAME and index.gap(at) in {" ", ""}:
            text = index[at].text
            if text in _AND and self._is_another(index, at + 1):
                break
            if at == place + 1 and text in self._ranks and self._is_somebody(index, at + 1):
                break
            if text in self._particles:
                licensed = text in self._licences
            elif index[at].capital or self.is_foreign(text) or (licensed and _is_noun(text)):
                last, licensed = at, False
            else:
                break
            at += 1
        return last

    @staticmethod
    def _is_somebody(index: WordIndex, place: int) -> bool:
        """Whether a given name stands behind a rank: "Gendarmerie Colonel NAME"."""
        return place < len(index) and fold(index[place].text) in given_names()

    def is_foreign(self, text: str) -> bool:
        """Whether a word without capital stands in no English text but within a name."""
        if text in self._inner or _ELIDED.fullmatch(text):
            return True
        return text not in _ENGLISH and _MARKED.fullmatch(text) is not None and len(text) > 1

    def _is_another(self, index: WordIndex, place: int) -> bool:
        """Whether a state, or the head of another body, begins behind "and"."""
        place += place < len(index) and index[place].text in self._licences
        if place >= len(index) or not index[place].capital:
            return False
        last = min(place + 1, len(index) - 1)
        states = (index.phrase(place, place), index.phrase(place, last))
        return index[place].text in self._heads or any(map(find_territory, states))

    def goes_on(self, index: WordIndex, place: int) -> bool:
        """Whether the words after a head show that it is of another language."""
        following, further = index.after(place), index.after(place + 1)
        if following is None or further is None or index.gap(place + 1) != " ":
            return False
        if following.text in self._licences:
            return following.text not in _OPENS and further.text not in _ENGLISH
        if following.text in self._alike:
            return further.text in self._licences or _ELIDED.fullmatch(further.text) is not None
        return self.is_foreign(following.text)

    @staticmethod
    def first(index: WordIndex, place: int) -> int:
        """Index of the word that counts a head, or of the head ("IV Congreso")."""
        counted = (
            place > 0 and index.gap(place) == " " and _ORDINAL.fullmatch(index[place - 1].text)
        )
        paper = place > 1 and index[place - 2].text in _OF_PAPERS
        return place - 1 if counted and not paper else place


def _is_noun(text: str) -> bool:
    """Whether a word without capital may be a noun of another language."""
    return _NOUN.fullmatch(text) is not None and text not in _ENGLISH


class ForeignBodies:
    """Finds bodies by the nouns of other languages in their names."""

    def __init__(self) -> None:
        """Read the word classes."""
        words = body_words()
        self._heads, self._shared = words.foreign_heads, words.shared_heads
        self._runs = ForeignRuns()
        endings = "|".join(sorted(words.foreign_endings))
        self._compound = re.compile(rf"[^\W\d_]+(?:{endings})")

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates: heads with what follows, and compounds alone."""
        for place, word in enumerate(index.words):
            if not word.capital:
                continue
            shared = word.text in self._shared and self._runs.goes_on(index, place)
            heads = shared or word.text in self._heads
            last = self._runs.last(index, place) if heads else place
            compound = len(word.text) >= _SHORTEST_WORD and self._compound.fullmatch(word.text)
            if last > place or compound:
                first = self._runs.first(index, place)
                small = any(not word.capital for word in index.words[place : last + 1])
                yield Span(
                    index[first].start, index[last].end, EntityType.ORGANISATION,
                    index.phrase(first, last), strength=LISTED if small else 2,
                )  # fmt: skip
