"""Entities that a question names: the longest names first, the surest way first."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from communique.gazetteer.territories import NameKind, find_territory
from communique.loaders.folding import fold
from communique.ontology import EntityType
from communique.queries.ask.reading.lexicon import Lexicon
from communique.queries.ask.reading.mention import Mention
from communique.queries.ask.reading.words import Word
from communique.queries.ask.times.written import NUMBERS
from communique.queries.candidate import Candidate, Way
from communique.queries.names import Names, known_territory

LONGEST = 9
"""Words of the longest name that is looked for."""

_SHORTEST_MISSPELT = 4
"""Letters from which a word may be a misspelt name."""
_SHORTEST_CAPITAL = 4
"""Letters from which a word of a name must have a capital."""
_MOST_MISSPELT = 3
"""Words of the longest misspelt name."""
_BEFORE_US = frozenset("show tell give let get send for with to help inform".split())
"""Words after which "us" is a pronoun."""
_PREPOSITIONS = frozenset("at by for from in of on to with".split())
_NOUNS = frozenset(["event", "operation", "organisation"])
"""Classes of words that may be the noun of a name ("Riga forum")."""
_INITIALS = re.compile(r" (?:[^\W\d_]\.? )*")
"""What may stand between two parts of a person's name."""
_JOINING = frozenset(["and", "or", "with", "from", "by", "in", "at", "'s"])
"""What stands in names, though a part of a name with it is rather two names."""


@dataclass(frozen=True, slots=True)
class _Window:
    """Words of a question that may be a name.

    Attributes:
        first: Index of the first.
        words: The words themselves.
        before: The folded word before them; empty at the beginning.
        form: As written.
        cased: Whether the question has a capital further in, so that names have theirs.
    """

    first: int
    words: Sequence[Word]
    before: str
    form: str
    cased: bool

    @property
    def stop(self) -> int:
        """Index after the last word."""
        return self.first + len(self.words)

    def mention(self, candidates: Sequence[Candidate], way: Way) -> Mention:
        """The words as a name of these entities."""
        start, end = self.words[0].start, self.words[-1].end
        ordered = tuple(sorted(candidates, key=lambda item: item.id))
        return Mention(self.first, self.stop, start, end, self.form, ordered, way)


class MentionFinder:
    """Finds names of a graph in the words of a question."""

    def __init__(self, names: Names, lexicon: Lexicon, titles: Set[str]) -> None:
        """Take the graph's names, the words of questions and those of offices, folded."""
        self._names = names
        self._lexicon = lexicon
        self._titles = titles

    def find(self, text: str, words: Sequence[Word], taken: Set[int]) -> tuple[Mention, ...]:
        """Every name, in text order, none inside another; of those that overlap the longest.

        Args:
            text: The question.
            words: Its words.
            taken: Indexes of words that are part of a time; a name may have one of them in it
                ("Security Conference 2024").
        """
        used = {index for index, word in enumerate(words) if word.is_mark}
        found: list[Mention] = []
        for size in range(min(LONGEST, len(words)), 0, -1):
            for search in (self._timed, self._exact, self._part, self._misspelt):
                for window in _windows(text, words, size, used):
                    inside = range(window.first, window.stop)
                    if not (taken.isdisjoint(inside) or search == self._timed):
                        continue
                    mention = search(window) if used.isdisjoint(inside) else None
                    if mention is not None and not set(inside) <= taken:
                        found.append(mention)
                        used.update(inside)
        return _joined(text, sorted(found, key=lambda mention: mention.start))

    def _timed(self, window: _Window) -> Mention | None:
        """A whole name with a year in it."""
        if not any(word.text.isdigit() for word in window.words):
            return None
        return self._exact(window)

    def _exact(self, window: _Window) -> Mention | None:
        """A name, an alias or a territory's name."""
        if _is_state(window):
            return window.mention(self._names.search("US", Way.TERRITORY), Way.TERRITORY)
        candidates = self._names.search(window.form, Way.NAME)
        of_thing = any(item.type is not EntityType.PERSON for item in candidates)
        capital = window.first > 0 and window.words[0].text[0].isupper()
        whole = of_thing and (len(window.words) > 1 or capital)
        if not (whole or self._may_be_name(window)):
            return None
        aliases = [
            item
            for item in self._names.search(window.form, Way.ALIAS)
            if item not in candidates and not self._is_office(window, item)
        ]
        territory = _territory(window.form)
        state = self._names.search(window.form, Way.TERRITORY) if territory else []
        adjective = territory is not None and territory is not NameKind.NAME
        if candidates or aliases:
            way = Way.NAME if candidates else Way.ALIAS
            found = window.mention([*candidates, *aliases], way)
            also = tuple(item for item in state if item not in found.candidates)
            return replace(found, adjective=adjective, state=also)
        if territory is None or not (state or window.words[0].text[0].isupper()):
            return None
        return replace(window.mention(state, Way.TERRITORY), adjective=adjective)

    def _is_office(self, window: _Window, candidate: Candidate) -> bool:
        """Whether an alias of a person is an office with no part of the name in it."""
        if candidate.type is not EntityType.PERSON or window.words[0].form not in self._titles:
            return False
        return _is_strange(window, candidate)

    def _may_be_name(self, window: _Window) -> bool:
        """Whether words are not just words of the language, or are written as a name."""
        words = window.words
        if not all(self._is_plain(word) for word in words):
            return len(words) > 1 or any(char.isalpha() for char in words[0].text)
        if all(word.form in self._titles or word.form in {"of", "the"} for word in words):
            return False  # an office, though it may be somebody's other name
        if len(words) == 1:
            return window.first > 0 and words[0].text[0].isupper() and words[0].text != "I"
        return all(word.text[0].isupper() or len(word.form) < _SHORTEST_CAPITAL for word in words)

    def _part(self, window: _Window) -> Mention | None:
        """Part of a name: a surname, or words that only one name has."""
        own = [word for word in window.words if not self._is_plain(word)]
        opening = window.words[0].form
        if not own or opening in self._lexicon.idle or opening in _PREPOSITIONS:
            return None
        if any(word.form in _JOINING for word in window.words):
            return None
        found = [
            item
            for item in self._names.search(window.form, Way.PART)
            if item.type is not EntityType.PERSON or not _is_strange(window, item)
        ]
        if len(window.words) == 1:
            word, number = window.words[0], len(found)
            capital = word.text[0].isupper() or not window.cased
            found = [item for item in found if _stands_alone(word, item, number, capital)]
        elif len(own) < len(window.words) and (len(found) > 1 or self._says_more(window, own)):
            return None
        return window.mention(found, Way.PART) if found else None

    def _says_more(self, window: _Window, own: Sequence[Word]) -> bool:
        """Whether words beside a whole name are no noun of a thing ("meeting NATO")."""
        if len(own) > 1 or not (
            self._names.search(own[0].text, Way.NAME) or self._names.search(own[0].text, Way.ALIAS)
        ):
            return False
        plain = [word for word in window.words if word not in own]
        return any(
            _NOUNS.isdisjoint(self._lexicon.classes.get(word.form, ()))
            and word.form not in _PREPOSITIONS
            for word in plain
        )

    def _misspelt(self, window: _Window) -> Mention | None:
        """A name with a slip in it."""
        ends = {window.words[0], window.words[-1]}
        if len(window.words) > _MOST_MISSPELT or any(w.form == "'s" for w in window.words):
            return None
        if any(len(word.form) < _SHORTEST_MISSPELT for word in ends):
            return None
        plain = [self._is_plain(word) or bool(self._lexicon.misspelt(word.form)) for word in ends]
        if all(plain) or (any(plain) and len(window.words) == 1):
            return None
        near = self._names.search(window.form, Way.MISSPELT) or self._names.slips(window.form)
        refused = self._names.search(window.form, Way.PART)  # spelt right, but no name
        found = [item for item in near if item not in refused]
        return window.mention(found, Way.MISSPELT) if found else None

    def _is_plain(self, word: Word) -> bool:
        return self._lexicon.knows(word.form) or word.form in self._titles


def _joined(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions; parts of a name side by side are one, whatever initial is between them.

    A given name and a surname that no one person has are one name that the graph lacks.
    """
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and _INITIALS.fullmatch(text[before.end : mention.start]):
            same = [item for item in before.candidates if item in mention.candidates]
            people = tuple(item for item in same if item.type is EntityType.PERSON)
            if people or _is_given(before, mention):
                form = text[before.start : mention.end]
                found[-1] = replace(
                    before, stop=mention.stop, end=mention.end, text=form, candidates=people
                )
                continue
        found.append(mention)
    return tuple(found)


def _is_given(one: Mention, other: Mention) -> bool:
    """Whether a name is nobody's surname and stands, with a capital, before another person's."""
    if not one.types == other.types == {EntityType.PERSON} or " " in one.text:
        return False
    surnames = {fold(item.name).split()[-1] for item in one.candidates}
    return one.text[0].isupper() and other.text[0].isupper() and fold(one.text) not in surnames


def _windows(text: str, words: Sequence[Word], size: int, used: Set[int]) -> Iterator[_Window]:
    """Spans of so many words, from left to right; no end is a mark or an ending."""
    cased = any(word.text[:1].isupper() for word in words[1:])
    for first in range(len(words) - size + 1):
        inside = words[first : first + size]
        if not used.isdisjoint(range(first, first + size)):
            continue
        if all(word.slot is None and word.form != "'s" for word in (inside[0], inside[-1])):
            before = words[first - 1].form if first else ""
            form = text[inside[0].start : inside[-1].end]
            yield _Window(first, inside, before, form, cased)


def _is_state(window: _Window) -> bool:
    """Whether "us" is the United States and no pronoun."""
    return window.form == "us" and window.before not in _BEFORE_US


def _is_strange(window: _Window, candidate: Candidate) -> bool:
    """Whether no word is part of the name itself, rather than of another one."""
    own = set(fold(candidate.name).split())
    return own.isdisjoint(fold(window.form).split())


def _stands_alone(word: Word, candidate: Candidate, number: int, capital: bool) -> bool:
    """Whether one word can stand for a name that has more; that of a thing has a capital."""
    if word.form.isdigit() or word.form in NUMBERS:
        return False
    if candidate.type is EntityType.PERSON:
        return len(word.form) > 1
    return capital and number == 1 and len(word.form) >= _SHORTEST_MISSPELT


def _territory(form: str) -> NameKind | None:
    found = find_territory(form) or find_territory(form.title())
    return found[1] if found and known_territory(form) else None
