"""Which portraits are worth comparing: those that share a key."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from rigour.names import NamePart

from communique.identity.people.name import PersonName
from communique.identity.people.portrait import Portrait
from communique.identity.people.spelling import Spelling

Key = tuple[str, ...]


@dataclass(slots=True)
class _Block:
    """Portraits that share a key.

    Attributes:
        members: All of them, ascending.
        asking: Those of them that are compared with all others; the rest only with these.
    """

    members: list[int] = field(default_factory=list)
    asking: list[int] = field(default_factory=list)

    def add(self, number: int, *, asks: bool) -> None:
        """Take one in that comes behind all others."""
        self.members.append(number)
        if asks:
            self.asking.append(number)

    def after(self, number: int) -> list[int]:
        """Those behind a member that it is compared with."""
        place = bisect_left(self.asking, number)
        asks = place < len(self.asking) and self.asking[place] == number
        among = self.members if asks else self.asking
        return among[bisect_right(among, number) :]


class Blocking:
    """Finds candidate pairs in time that grows with the blocks, not with all pairs.

    Two full names share a key if a word of theirs sounds alike, or is one given name in two
    languages, and another word begins alike. A surname needs a common country or body as well.
    """

    def __init__(self, spelling: Spelling, usual: frozenset[str]) -> None:
        """Take the word classes, and the first ids of those whom a surname mostly means."""
        self._spelling, self._usual = spelling, usual
        self._sounds: dict[str, tuple[str, ...]] = {}

    def pairs(self, portraits: Sequence[Portrait]) -> Iterator[tuple[int, int]]:
        """Positions of two portraits that may be one person; each pair once, in order.

        Two full names are compared if they share a key of full names, or if the surname mostly
        means one of both; not by surname and tie.
        """
        blocks: dict[Key, _Block] = defaultdict(_Block)
        own: list[list[_Block]] = []
        for number, portrait in enumerate(portraits):
            usual = portrait.ids[0] in self._usual
            keys = {key for name in portrait.names for key in self._keys(name, portrait)}
            asks = {"full": True, "usual": usual, "tied": not portrait.full, "words": True}
            for key in keys:
                blocks[key].add(number, asks=asks[key[0]])
            own.append([blocks[key] for key in keys])
        for number, shared in enumerate(own):
            others = {other for block in shared for other in block.after(number)}
            yield from ((number, other) for other in sorted(others))

    def _keys(self, name: PersonName, portrait: Portrait) -> Iterator[Key]:
        for sound, initial in self._beginnings(name):
            yield ("full", sound, initial)
        if not name.full or portrait.ids[0] in self._usual:
            yield ("usual", name.words[-1])
        surnames = {name.words[-1]}
        if name.full:
            rulers = name.words if name.generation else ()
            surnames.update(rulers or (w for w in name.words if w not in self._spelling.given))
        for word in surnames:
            for sound in self._sounds_of(word):
                yield from (("tied", sound, tie) for tie in portrait.ties)
                if not name.full and len(name.whole) > 1:
                    yield ("words", *name.whole)

    def _beginnings(self, name: PersonName) -> Iterator[tuple[str, str]]:
        for word, other in permutations(name.words, 2):
            for sound in self._sounds_of(word):
                yield from ((sound, initial) for initial in self._initials_of(other))
        for _, letter in name.initials:
            for sound in self._sounds_of(name.words[-1]):
                yield sound, letter

    def _initials_of(self, word: str) -> set[str]:
        return {word[0], self._spelling.key(word)[:1]}

    def _sounds_of(self, word: str) -> tuple[str, ...]:
        if word not in self._sounds:
            key = self._spelling.key(word)
            sound = NamePart(key, 0).metaphone if key else None
            groups = [
                f"{kind} {number}"
                for kind, classes in (
                    ("variant", self._spelling.variants),
                    ("short", self._spelling.short_forms),
                )
                for number in sorted(classes.get(word, ()))
            ]
            self._sounds[word] = (sound or key, *groups)
        return self._sounds[word]
