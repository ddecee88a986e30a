"""Which portraits are worth comparing: those that share a key, or like words of names."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, product

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


@dataclass(slots=True)
class _Beginning:
    """People with full names in which one word sounds alike and another begins with one letter.

    Attributes:
        words: By that other word, those who have it.
        letters: Those of whom only its letter is told.
    """

    words: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    letters: list[int] = field(default_factory=list)

    def pairs(self, may_be_one: Callable[[str, str], bool]) -> Iterator[tuple[int, int]]:
        """Those who may have one name, in any order; maybe again, or one with itself."""
        for members in self.words.values():
            yield from combinations(members, 2)
        for (one, ours), (other, theirs) in combinations(self.words.items(), 2):
            if may_be_one(one, other):
                yield from product(ours, theirs)
        if self.letters:
            yield from product(self.letters, chain(*self.words.values()))
            yield from combinations(self.letters, 2)


class Blocking:
    """Finds candidate pairs in time that grows with the blocks, not with all pairs.

    Two full names share a block if a word of theirs sounds alike, or is one given name in two
    languages, and another word begins alike; they are a pair if that word may be one name. A
    surname needs a common country or body as well.
    """

    def __init__(self, spelling: Spelling, usual: frozenset[str]) -> None:
        """Take the word classes, and the first ids of those whom a surname mostly means."""
        self._spelling, self._usual = spelling, usual
        self._sounds: dict[str, tuple[str, ...]] = {}

    def pairs(self, portraits: Sequence[Portrait]) -> Iterator[tuple[int, int]]:
        """Positions of two portraits that may be one person; each pair once, in order.

        Two full names are compared if they share a block of full names, or if the surname mostly
        means one of both; not by surname and tie.
        """
        like = self._with_like_names(portraits)
        blocks: dict[Key, _Block] = defaultdict(_Block)
        own: list[list[_Block]] = []
        for number, portrait in enumerate(portraits):
            usual = portrait.ids[0] in self._usual
            keys = {key for name in portrait.names for key in self._keys(name, portrait)}
            asks = {"usual": usual, "tied": not portrait.full, "words": True}
            for key in keys:
                blocks[key].add(number, asks=asks[key[0]])
            own.append([blocks[key] for key in keys])
        for number, shared in enumerate(own):
            others = {other for block in shared for other in block.after(number)}
            yield from ((number, other) for other in sorted(others | like.get(number, set())))

    def _with_like_names(self, portraits: Sequence[Portrait]) -> dict[int, set[int]]:
        """For the position of a portrait those behind it whose full name may be its own."""
        blocks: dict[Key, _Beginning] = defaultdict(_Beginning)
        for number, portrait in enumerate(portraits):
            for name in portrait.names:
                self._begin(number, name, blocks)
        found: dict[int, set[int]] = defaultdict(set)
        for block in blocks.values():
            for one, other in block.pairs(self._spelling.may_be_one):
                if one != other:
                    found[min(one, other)].add(max(one, other))
        return found

    def _begin(self, number: int, name: PersonName, blocks: dict[Key, _Beginning]) -> None:
        """Put a name where its words sound and begin alike.

        All words beside the one that sounds alike may be one in another name ("Dong-wook").
        """
        for place, word in enumerate(name.words):
            rest = (*name.words[:place], *name.words[place + 1 :])
            others = {*rest, "".join(rest)} if rest else ()
            for sound, other in product(self._sounds_of(word), others):
                for initial in self._initials_of(other):
                    blocks[sound, initial].words[other].append(number)
        for _, letter in name.initials:
            for sound in self._sounds_of(name.words[-1]):
                blocks[sound, letter].letters.append(number)

    def _keys(self, name: PersonName, portrait: Portrait) -> Iterator[Key]:
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
