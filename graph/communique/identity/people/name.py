"""The name of a person taken apart."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.identity.names import fold
from communique.identity.people.spelling import Spelling, read_spelling
from communique.identity.words import Words

_NICKNAME = re.compile(r"[“\"(][^”\")]*[”\")]")
"""A name in quotes or brackets inside another ("Ada “Addie” Lind")."""
_DOTTED = re.compile(r"\b([A-Za-z]\.)(?=[A-Za-z]\b)")
"""An initial that the next one follows without a space ("H.W.")."""
_JOINED = re.compile(r"\b(?!(?:II|IV|VI|IX|XI|XV)\b)([A-Z])([A-Z])\b")
"""Two initials without points ("JD"), which are no number ("VI")."""
_FULL = 2
"""Words from which on a name tells more than a surname."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as far as releases agree on it, folded.

    Attributes:
        words: Its words in order, without initials, particles and what follows the name. The last
            is not always the surname: "Kishida Fumio".
        initials: Letters that stand for words, as (how many words stand before it, letter).
        generation: What tells father from son ("jr", "ii"), or None.
        fathers: Positions in ``words`` of those behind a patronymic particle ("bin Salman").
        whole: Every word with particles and initials; for names written apart or together.
    """

    words: tuple[str, ...]
    initials: tuple[tuple[int, str], ...]
    generation: str | None
    fathers: frozenset[int]
    whole: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether it is more than a surname: several words, or one with an initial before it."""
        return len(self.words) >= _FULL or any(place == 0 for place, _ in self.initials)

    @property
    def text(self) -> str:
        """The name in words, for reasons."""
        return " ".join(self.words)

    @property
    def middle(self) -> str | None:
        """The first initial behind the given name, if any."""
        places = [place for place, _ in self.initials]
        given = 1 if places.count(0) and len(self.words) < _FULL else 0
        rest = [letter for place, letter in self.initials if place or not given]
        if given:
            rest = [letter for _, letter in self.initials][1:]
        return rest[0] if rest else None

    def vaguer(self, other: "PersonName") -> bool:
        """Whether the other name is this one with further words, initials or a generation."""
        if self == other or self.generation not in (None, other.generation):
            return False
        if len(self.words) == 1 and self.initials:  # initials for the other's given names
            letters = [word[0] for word in other.words[:-1]]
            own = [letter for _, letter in self.initials]
            return self.words == other.words[-1:] and bool(letters) and own[0] == letters[0]
        if self.words == other.words:
            return not self.initials or self.initials == other.initials
        rest = iter(other.words)
        return len(self.words) < len(other.words) and all(word in rest for word in self.words)

    def up_to(self, word: str) -> "PersonName | None":
        """The name without what follows a word; None if that leaves no full name."""
        if word not in self.words[1:-1]:
            return None
        end = self.words.index(word, 1) + 1
        whole = self.whole[: self.whole.index(word, 1) + 1]
        initials = tuple(item for item in self.initials if item[0] < end)
        return replace(self, words=self.words[:end], initials=initials, whole=whole)


class PersonNames:
    """Takes names of people apart; remembers each, for the same names come up often."""

    def __init__(self, words: Words, spelling: Spelling | None = None) -> None:
        """Take the word lists."""
        self.words = words
        self.spelling = spelling or read_spelling()
        self._known: dict[str, PersonName | None] = {}

    def of(self, name: str) -> PersonName | None:
        """The parts of a name; None for a title without a name ("the President")."""
        if name not in self._known:
            self._known[name] = self._take_apart(name)
        return self._known[name]

    def _take_apart(self, name: str) -> PersonName | None:
        tokens = self._stripped(list(fold(_plain(name))))
        generation = None
        while len(tokens) > 1 and (tokens[-1] in self.words.suffixes):
            generation = self.spelling.generations.get(tokens[-1], generation)
            del tokens[-1]
        for number in self.spelling.numbers.intersection(tokens[1:]):
            generation = self.spelling.generations[number]
            tokens.remove(number)
        if all(token in self.words.titles or token in self.words.particles for token in tokens):
            return None
        return self._joined(tokens, generation)

    def _begins(self, token: str, before: str) -> bool:
        """Whether a particle is the given name ("Ben Lind")."""
        known = token in self.spelling.short_forms and token not in self.spelling.articles
        return known and not before

    def _stripped(self, tokens: list[str]) -> list[str]:
        """Without honorifics; one that is a name too stays before a single word ("Don Lind")."""
        while len(tokens) > 1 and tokens[0] in self.words.honorifics:
            if len(tokens) == _FULL and tokens[0] in self.words.names_too:
                break
            del tokens[0]
        return tokens

    def _joined(self, tokens: list[str], generation: str | None) -> PersonName:
        words: list[str] = []
        initials: list[tuple[int, str]] = []
        fathers = set()
        for before, token in pairwise(["", *self.spelling.joined(tokens)]):
            if len(token) == 1 and token.isascii():
                initials.append((len(words), token))
            elif token not in self.words.particles or self._begins(token, before):
                if before in self.words.patronymics:
                    fathers.add(len(words))
                words.append(token)
        if not words:  # a name of particles alone: "De Los Santos" cut down
            words = list(tokens)
        place = frozenset(fathers)
        return PersonName(tuple(words), tuple(initials), generation, place, tuple(tokens))


def _plain(name: str) -> str:
    """A name without nickname, each of its initials a word."""
    plain = _DOTTED.sub(r"\1 ", _NICKNAME.sub(" ", name))
    return plain if plain.isupper() else _JOINED.sub(r"\1 \2", plain)
