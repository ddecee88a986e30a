"""Releases without end, made from some: others with the same words about other people and years."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from zlib import crc32

from communique.graph import Entity, Evidence, Extraction, Release, Statement, bounds
from communique.ontology import EntityType

YEARS = 40
"""Years that go round: one later each time, from the first of these to the last."""
FIRST_YEAR = 1990
_TURN = "~"
"""Stands between the id of an original and the number of the variation."""
_YEAR = re.compile(r"\b(?:199\d|20[0-2]\d)\b")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGER = re.compile(r"\b[a-z]{5,}\b")
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


class Variations:
    """Rewrites releases; every word keeps its length, so that every offset stays.

    A word of the name of a person becomes another, everywhere in its release, and a year becomes
    another year. Outside of what states something every other longer word becomes one that some
    other release has, or all variations would be taken for editions of one release. What was read
    in the original tells who is a person, and says, rewritten, what the variation states.
    """

    def __init__(self, read: Iterable[Extraction]) -> None:
        """Take releases with what was read in them; each counts once, and none that failed."""
        found = {item.release.id: item for item in read if item.error is None}
        self.originals = list(found.values())
        self._places = {id_: place for place, id_ in enumerate(found)}
        self._people = [_people(extraction.statements) for extraction in self.originals]
        self._spans = [_spans(extraction.statements) for extraction in self.originals]
        words = {w for found in self.originals for w in _LONGER.findall(found.release.text)}
        self._words = {
            length: list(group) for length, group in groupby(sorted(words, key=_by_length), len)
        }

    def releases(self, wanted: int) -> Iterator[Release]:
        """So many releases: all originals as they are, then all in a first variation, and so on."""
        for number in range(wanted):
            turn, place = divmod(number, len(self.originals))
            yield self._release(place, turn) if turn else self.originals[place].release

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield what each variation states, without reading it."""
        for release in releases:
            original, _, turn = release.id.partition(_TURN)
            place = self._places[original]
            statements = self.originals[place].statements
            if turn:
                rewrite = self._rewriting(place, int(turn))
                statements = tuple(_statement(item, release, rewrite) for item in statements)
            yield Extraction(release, statements)

    def _rewriting(self, place: int, turn: int) -> "Rewriting":
        return Rewriting(self._people[place], self._words, turn)

    def _release(self, place: int, turn: int) -> Release:
        release, rewrite = self.originals[place].release, self._rewriting(place, turn)
        pieces, end = [], 0
        for start, stop in (*self._spans[place], (len(release.text), len(release.text))):
            pieces += [rewrite.freely(release.text[end:start]), rewrite(release.text[start:stop])]
            end = stop
        return replace(
            release,
            id=f"{release.id}{_TURN}{turn}",
            title=rewrite.freely(release.title),
            text="".join(pieces),
            published=_period(release.published, rewrite),
            url=release.url and f"{release.url}/{turn}",
        )


class Rewriting:
    """What becomes of words in one variation."""

    def __init__(
        self, people: Sequence[str], words: Mapping[int, Sequence[str]], turn: int
    ) -> None:
        """Take the words of people's names, and what other words may become, by length."""
        self._names = {word: _name(word, turn) for word in people}
        self._words, self._turn = words, turn

    def __call__(self, text: str) -> str:
        """The text about others in other years."""
        text = _WORD.sub(lambda match: self._names.get(match[0], match[0]), text)
        return _YEAR.sub(self._later, text)

    def freely(self, text: str) -> str:
        """The text in other words."""
        return self(_LONGER.sub(self._other, text))

    def _other(self, match: re.Match[str]) -> str:
        words, chance = self._words[len(match[0])], crc32(f"{match[0]} {self._turn}".encode())
        return words[chance // 2 % len(words)] if chance % 2 else match[0]

    def _later(self, match: re.Match[str]) -> str:
        return str((int(match[0]) - FIRST_YEAR + self._turn) % YEARS + FIRST_YEAR)


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word


def _spans(statements: Iterable[Statement]) -> list[tuple[int, int]]:
    """Where something is stated, in order and apart from each other."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted({(e.start, e.end) for item in statements for e in item.evidence}):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def _people(statements: Iterable[Statement]) -> list[str]:
    """The words of the names of people, in order."""
    ends = (end for item in statements for end in (item.subject, item.object))
    names = (
        name
        for end in ends
        if end.named and end.type == EntityType.PERSON
        for name in (end.name, *end.aliases)
    )
    return sorted({word for name in names for word in _WORD.findall(name)})


def _name(word: str, turn: int) -> str:
    """A word as long that nobody is called by, the same in every run."""
    digest = hashlib.blake2b(f"{word} {turn}".encode(), digest_size=len(word) or 1).digest()
    letters = (
        (_VOWELS if place % 2 else _CONSONANTS)[byte % (5 if place % 2 else 14)]
        for place, byte in enumerate(digest)
    )
    made = "".join(letters)
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


def _statement(statement: Statement, release: Release, rewrite: Rewriting) -> Statement:
    qualifiers = replace(
        statement.qualifiers,
        **{
            name: rewrite(value)
            for name in ("place", "event", "role")
            if (value := getattr(statement.qualifiers, name)) is not None
        },
        date=_period(statement.qualifiers.date, rewrite),
    )
    return Statement(
        _entity(statement.subject, release, rewrite),
        statement.predicate,
        _entity(statement.object, release, rewrite),
        tuple(_evidence(item, release) for item in statement.evidence),
        qualifiers,
        statement.confidence,
    )


def _period(period: str | None, rewrite: Rewriting) -> str | None:
    """A period in other years; None where these have no such day, or the last year is left."""
    try:
        bounds(moved := rewrite(period or ""))
    except ValueError:
        return None
    return moved


def _entity(entity: Entity, release: Release, rewrite: Rewriting) -> Entity:
    return replace(
        entity,
        id=f"{release.id}#{entity.id.rpartition('#')[2]}",
        name=rewrite(entity.name),
        aliases=tuple(sorted(rewrite(alias) for alias in entity.aliases)),
    )


def _evidence(evidence: Evidence, release: Release) -> Evidence:
    text = release.text[evidence.start : evidence.end]
    return replace(evidence, release=release.id, text=text)
