"""Operations and events by the shape of their names."""

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|(?:19|20)\d\d")
_QUOTED = re.compile(r"[“\"‘]([A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,4})[”\"’]")
_NAMED_NOUN = re.compile(r"\bthe ((?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+) ([a-z]+)\b")
_APPOSED = re.compile(r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,4}), an? ((?:[\w’'-]+ ){0,4}[\w’'-]+)")
_NUMBERED = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,3}(?:20\d\d|\d\d)\b(?![:.,]\d)")
_TAIL = frozenset({"of", "on", "for", "against", "to"})
_JOINTS = frozenset({"and", "&", "of", "for"})
_PLURAL = frozenset({"'", "’"})
"""Possessive ending of a plural, which stands inside a name ("Defence Ministers’ Meeting")."""
_LONGEST_HEAD = 3
_LONGEST_NAME = 6
"""Words of a name that begins with its kind, the kind included."""
_LONGEST_IN_HEADLINE = 3
"""The same where capitals do not tell where a name ends."""
_HEADLINE_SHARE = 0.6
_FEWEST_HEADLINE_WORDS = 4
_FEWEST_CAPITALS = 2


class NamedUndertakings:
    """Finds names of operations and events."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        yield from self._quoted(index)
        yield from self._beside_noun(index)
        if any(word.text.lower() in self._nouns.operation_nouns for word in index.words):
            yield from self._numbered(index)
        kinds = (
            (EntityType.OPERATION, self._nouns.operation_heads),
            (EntityType.EVENT, self._nouns.event_heads),
        )
        for place, word in enumerate(index.words):
            if word.text in self._nouns.operation_prefixes:
                yield from self._prefixed(index, place)
            for kind, heads in kinds:
                if size := _head(index, place, heads):
                    yield from self._headed(index, place, size, kind)

    def _quoted(self, index: WordIndex) -> Iterator[Span]:
        """A name in quotes beside its kind: exercise “Long Bridge”, “Long Bridge” drill."""
        for match in _QUOTED.finditer(index.text):
            before = index.text[: match.start()].rstrip().rsplit(" ", 1)[-1:]
            after = index.text[match.end() :].split(maxsplit=1)[:1]
            nouns = {form.strip(",.;:()").lower() for form in (*before, *after)}
            for kind, class_ in (
                (EntityType.OPERATION, self._nouns.operation_nouns),
                (EntityType.EVENT, self._nouns.event_nouns),
            ):
                if nouns & class_:
                    yield Span(match.start(1), match.end(1), kind, match.group(1), strength=5)
                    break

    def _beside_noun(self, index: WordIndex) -> Iterator[Span]:
        """A name by the noun beside it: "the Clear Water programme", "Long Bridge, a drill"."""
        for pattern, strength in ((_NAMED_NOUN, 2), (_APPOSED, 4)):
            for match in pattern.finditer(index.text):
                if self._describes_operation(match.group(2)):
                    name = match.group(1)
                    yield Span(*match.span(1), EntityType.OPERATION, name, strength=strength)

    def _describes_operation(self, phrase: str) -> bool:
        """Whether the last word of a phrase, without what a preposition adds, is such a noun."""
        ends = self._nouns.description_ends
        words = list(takewhile(lambda word: word not in ends, phrase.split()))
        return bool(words) and words[-1] in self._nouns.operation_nouns

    def _numbered(self, index: WordIndex) -> Iterator[Span]:
        """A name by the number that ends it: "Kite 24"."""
        for match in _NUMBERED.finditer(index.text):
            words = match.group().split()
            if self._nouns.never_numbered.isdisjoint(words):
                name, bare = " ".join(words), " ".join(words[:-1])
                yield Span(*match.span(), EntityType.OPERATION, name, aliases=(bare,), strength=4)

    def _prefixed(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A name after its kind: "Operation X", "Exercise X 2023"."""
        last = place
        longest = _LONGEST_IN_HEADLINE if _is_headline(index) else _LONGEST_NAME
        while last + 1 < len(index) and last + 1 - place < longest:
            word = index[last + 1]
            part = word.capital or _YEAR.fullmatch(word.text)
            if not part or not index.same_line(last + 1):
                break
            last += 1
        if last == place or index[place + 1].text in self._nouns.undertaking_ends:
            return
        name, bare = index.phrase(place, last), index.phrase(place + 1, last)
        kind = index[place].text
        if kind == "Mission" or (kind == "Campaign" and " " not in bare):
            return
        aliases = dict.fromkeys((bare, _YEAR.sub("", bare).strip(), _YEAR.sub("", name).strip()))
        yield Span(
            index[place].start, index[last].end, EntityType.OPERATION, name, strength=5,
            aliases=tuple(alias for alias in aliases if alias and alias != name),
        )  # fmt: skip

    def _headed(self, index: WordIndex, place: int, size: int, kind: EntityType) -> Iterator[Span]:
        """A name that ends with its kind, or goes on with a year or a preposition after it."""
        first, last = self._leftmost(index, place), self._rightmost(index, place + size - 1)
        capitals = sum(word.capital for word in index.words[first : last + 1])
        bare = (first, last) == (place, place) and size == 1
        if capitals < _FEWEST_CAPITALS or bare:
            return
        name = index.phrase(first, last)
        yield Span(
            index[first].start, index[last].end, kind, name,
            aliases=tuple({_YEAR.sub("", name).strip()} - {name, ""}),
            strength=3 if kind == EntityType.OPERATION else 4,
        )  # fmt: skip

    def _leftmost(self, index: WordIndex, place: int) -> int:
        """Index of the first word of the name that a head ends."""
        ends = self._nouns.undertaking_ends
        joints = _JOINTS - {"for"} if _is_headline(index) else _JOINTS
        first = place
        while first > 0 and index.same_line(first) and index[first - 1].text not in ends:
            before = index[first - 1]
            if before.capital or _ORDINAL.fullmatch(before.text):
                first -= 1
                continue
            joined = before.text in joints | _PLURAL and first > 1 and index[first - 2].capital
            if not joined or index[first - 2].text in ends:
                break
            first -= 2
        return first

    def _rightmost(self, index: WordIndex, last: int) -> int:
        """Index of the last word after a year or "on X Y", "of the X"."""
        if last + 1 < len(index) and _YEAR.fullmatch(index[last + 1].text):
            return last + 1
        while last + 2 < len(index) and index[last + 1].text in _TAIL:
            following = last + 2
            if index[following].text == "the" and following + 1 < len(index):
                following += 1
            word = index[following]
            ends = self._nouns.undertaking_ends | self._nouns.never_numbered
            if not word.capital or word.text in ends:
                break
            last = index.capitals(following)
        return last


def _is_headline(index: WordIndex) -> bool:
    """Whether so many words are capitalised that they do not tell where a name ends."""
    capitals = sum(word.capital for word in index.words)
    return len(index) >= _FEWEST_HEADLINE_WORDS and capitals > _HEADLINE_SHARE * len(index)


def _head(index: WordIndex, place: int, heads: Collection[str]) -> int:
    """Number of words of the longest head that begins at a word; 0 if none does."""
    for size in range(min(_LONGEST_HEAD, len(index) - place), 0, -1):
        if index.phrase(place, place + size - 1) in heads:
            return size
    return 0
