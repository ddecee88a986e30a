"""How alike two names of people are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.identity.judgement.decision import Feature
from communique.identity.people.name import PersonName
from communique.identity.people.spelling import Likeness, Spelling
from communique.identity.people.weights import Weights, total

_SURE = (Likeness.SAME, Likeness.ROMANISED, Likeness.SHORT_ROMANISED)
_CLOSE = Likeness.SIMILAR
"""How surnames may be alike."""


@dataclass(frozen=True, slots=True)
class _Alignment:
    """Which words of two names are the same.

    Attributes:
        pairs: Positions in both with how they are alike, in the order of the first name.
        left: Positions in the first name that have no counterpart.
        right: Positions in the second name that have none.
    """

    pairs: tuple[tuple[int, int, Likeness], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def ordered(self) -> bool:
        """Whether the words stand in one order in both."""
        places = [right for _, right, _ in self.pairs]
        return places == sorted(places)


class NameComparison:
    """Compares names; the features say how, and their sum how far two names are one."""

    def __init__(self, spelling: Spelling, weights: Weights) -> None:
        """Take the word classes and the weights."""
        self._spelling, self._weights = spelling, weights

    def features(self, one: PersonName, other: PersonName) -> tuple[Feature, ...]:
        """What the two names have in common and what tells them apart; the same both ways."""
        one, other = sorted((one, other), key=_order)
        found = tuple(self._compared(one, other))
        return (*found, *self._generations(one, other))

    def best(self, some: Sequence[PersonName], others: Sequence[PersonName]) -> tuple[Feature, ...]:
        """The features of the two names that are most alike; none if there is no name.

        Where the fullest names of both are different, shorter forms make them no more alike.
        """
        specific = self._most_alike(_most_specific(some), _most_specific(others))
        if total(specific) <= self._weights.limits.apart:
            return specific
        return self._most_alike(some, others)

    def are_different(self, some: Sequence[PersonName], others: Sequence[PersonName]) -> bool:
        """Whether the fullest names of both are different; quicker than their features.

        False may also mean that only the features tell.
        """
        specific = _most_specific(others)
        return all(
            self._are_unlike(one, other) for one in _most_specific(some) for other in specific
        )

    def _are_unlike(self, one: PersonName, other: PersonName) -> bool:
        if not _are_of_words(one, other):
            return False
        short, long = sorted((one, other), key=_order)
        return self._kind(self._align(short, long), short, long) is None

    def _most_alike(
        self, some: Sequence[PersonName], others: Sequence[PersonName]
    ) -> tuple[Feature, ...]:
        every = [self.features(one, other) for one in some for other in others]
        return max(every, key=lambda found: (total(found), found), default=())

    def _generations(self, one: PersonName, other: PersonName) -> Iterator[Feature]:
        told = sorted(filter(None, {one.generation, other.generation}))
        if len(told) > 1:
            yield self._weights.feature("different generations", " and ".join(told))
        elif one.generation != other.generation:
            yield self._weights.feature("a generation in one name alone", told[0])

    def _compared(self, short: PersonName, long: PersonName) -> Iterator[Feature]:
        feature = self._weights.feature
        if _are_of_words(short, long):
            yield from self._aligned(short, long)
        elif not (short.full and long.full):
            yield from self._with_surname(short, long)
        elif short.words == long.words and len(short.words) > 1:
            yield feature("same name", short.text)
            yield from self._common(short)
            yield from self._middle(short, long, ())
        elif "".join(short.whole) == "".join(long.whole):
            yield feature("same name", short.text)
        else:
            yield from self._with_initials(short, long)

    def _different(self, short: PersonName, long: PersonName) -> Feature:
        return self._weights.feature("different names", f"{short.text} and {long.text}")

    # -- a surname alone

    def _with_surname(self, short: PersonName, long: PersonName) -> Iterator[Feature]:
        """At least one is no more than a surname."""
        bare, full = (long, short) if short.full else (short, long)
        if not full.full:
            yield from self._surnames(bare, full)
            return
        places = list(self._places(bare, full))
        if not places:
            yield self._different(short, long)
            return
        place, likeness = places[0]
        first = place == 0 and len(full.words) > 1
        yield self._weights.feature("first word alone" if first else "surname alone", bare.text)
        yield from self._spelt(likeness, bare.text, full.words[place])

    def _surnames(self, one: PersonName, other: PersonName) -> Iterator[Feature]:
        likeness = self._spelling.likeness(one.words[-1], other.words[-1], given=False)
        if likeness not in (*_SURE, _CLOSE):
            yield self._different(one, other)
        elif one.whole == other.whole and len(one.whole) > 1:
            yield self._weights.feature(
                "same surname written in several words", " ".join(one.whole)
            )
        else:
            yield self._weights.feature("same surname alone", one.text)
            yield from self._spelt(likeness, one.text, other.text)

    def _places(self, bare: PersonName, full: PersonName) -> Iterator[tuple[int, Likeness]]:
        """Where in a full name the surname may stand, and how alike; the likeliest first."""
        last = len(full.words) - 1
        inner = range(last - 1, 0, -1)
        ruler = bare.generation is not None and bare.generation == full.generation
        first = [0] if last and (ruler or full.words[0] not in self._spelling.given) else []
        for place in (last, *inner, *first):
            likeness = self._spelling.likeness(bare.words[-1], full.words[place], given=False)
            if likeness in _SURE:
                yield place, likeness
        if self._spelling.likeness(bare.words[-1], full.words[last], given=False) is _CLOSE:
            yield last, _CLOSE

    # -- initials

    def _with_initials(self, short: PersonName, long: PersonName) -> Iterator[Feature]:
        """The first has initials for its given names; the second may have some too."""
        letters = [letter for _, letter in short.initials]
        likeness = self._spelling.likeness(short.words[-1], long.words[-1], given=False)
        if likeness not in (Likeness.SAME, Likeness.ROMANISED):
            yield self._different(short, long)
            return
        if len(long.words) == 1:
            theirs = [letter for _, letter in long.initials]
            agree, kind = _agree(letters, theirs), "same initials and surname"
        else:
            theirs = [word[0] for word in long.words[:-1]]
            theirs[1:1] = [letter for place, letter in long.initials if place]
            agree, kind = _agree(letters, theirs), "initials of the given names"
        if not agree:
            yield self._different(short, long)
            return
        yield self._weights.feature(kind, f"{' '.join(letters)} {short.text}")
        if min(len(letters), len(theirs)) > 1:
            yield self._weights.feature("same middle initial", letters[1])
        yield from self._spelt(likeness, short.text, long.text)

    def _common(self, name: PersonName) -> Iterator[Feature]:
        if name.words[-1] in self._spelling.common_surnames:
            yield self._weights.feature("a common name", name.words[-1])

    def _middle(
        self, short: PersonName, long: PersonName, further: Sequence[str]
    ) -> Iterator[Feature]:
        """Compare initials behind the given name, also with names that one spells out there."""
        one, other = short.middle, long.middle
        if one and other:
            kind = "same middle initial" if one == other else "different middle initials"
            yield self._weights.feature(kind, one if one == other else f"{one} and {other}")
        elif one and further:
            same = any(word[0] == one for word in further)
            kind = "same middle initial" if same else "different middle initials"
            yield self._weights.feature(kind, one if same else f"{one} and {' '.join(further)}")

    # -- several words

    def _aligned(self, short: PersonName, long: PersonName) -> Iterator[Feature]:
        found = self._align(short, long)
        kind = self._kind(found, short, long)
        if kind is None:
            yield self._different(short, long)
            return
        yield self._weights.feature(kind, f"{short.text}, {long.text}")
        yield from self._common(short)
        if not found.ordered and all(word in self._spelling.given for word in short.words):
            yield self._weights.feature("both words are given names", short.text)
        if found.right and not found.ordered:
            yield self._weights.feature("another order of words")
        for left, right, likeness in found.pairs:
            yield from self._spelt(likeness, short.words[left], long.words[right])
        last = len(long.words) - 1
        yield from self._middle(short, long, [long.words[i] for i in found.right if 0 < i < last])

    def _kind(self, found: _Alignment, short: PersonName, long: PersonName) -> str | None:
        few = len(found.pairs) < min(2, len(short.words))
        if few or found.left or _other_father(found, short, long):
            return None
        if found.right:
            return self._shortened(found, long)
        return "same name" if found.ordered else "same name in another order"

    def _shortened(self, found: _Alignment, long: PersonName) -> str | None:
        """How one name is the other without some words."""
        matched = {right for _, right, _ in found.pairs}
        first = found.pairs[0][1]
        if 0 in matched:
            return "one has further names" if len(long.words) - 1 in matched else "one name goes on"
        if first in long.fathers:
            return None  # the one is called after the other, as a son is
        if long.words[0] in self._spelling.often_left_out:
            return "one has further names"
        return "first name left out"

    def _align(self, short: PersonName, long: PersonName) -> _Alignment:
        free = list(range(len(long.words)))
        pairs: list[tuple[int, int, Likeness]] = []
        left: list[int] = []
        for exact in (True, False):
            open_ = range(len(short.words)) if exact else left
            left = []
            for place in open_:
                match = self._match(short, place, long, free, exact)
                if match is None:
                    left.append(place)
                else:
                    pairs.append((place, *match))
                    free.remove(match[0])
        if left and free:
            one = "".join(short.words[place] for place in left)
            other = "".join(long.words[place] for place in free)
            if self._spelling.key(one) == self._spelling.key(other):
                pairs += [(left[0], free[0], Likeness.ROMANISED)]
                left, free = [], []
        return _Alignment(tuple(sorted(pairs)), tuple(left), tuple(free))

    def _match(
        self, short: PersonName, place: int, long: PersonName, free: Sequence[int], exact: bool
    ) -> tuple[int, Likeness] | None:
        word = short.words[place]
        for other in free:
            if exact:
                if word == long.words[other]:
                    return other, Likeness.SAME
                continue
            given = place == 0 or other == 0
            likeness = self._spelling.likeness(word, long.words[other], given)
            if likeness is not None:
                return other, likeness
        return None

    def _spelt(self, likeness: Likeness, one: str, other: str) -> Iterator[Feature]:
        if likeness is not Likeness.SAME:
            yield self._weights.feature(str(likeness), " and ".join(sorted((one, other))))


def _most_specific(names: Sequence[PersonName]) -> list[PersonName]:
    """The names without those that another gives with further words, initials or generation."""
    return [name for name in names if not any(name.vaguer(other) for other in names)]


def _are_of_words(one: PersonName, other: PersonName) -> bool:
    """Whether both names have several words, and not the same."""
    if len(one.words) == 1 or len(other.words) == 1 or one.words == other.words:
        return False
    return "".join(one.whole) != "".join(other.whole)


def _order(name: PersonName) -> tuple[int, tuple[str, ...], tuple[tuple[int, str], ...], str]:
    """Shorter names first; no two names that differ are equal."""
    return len(name.words), name.whole, name.initials, name.generation or ""


def _other_father(found: _Alignment, short: PersonName, long: PersonName) -> bool:
    """Whether one is called after a father whose own name the other bears ("A bin B, B bin A")."""
    sons = ((left in short.fathers) != (right in long.fathers) for left, right, _ in found.pairs)
    return not found.ordered and any(sons)


def _agree(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one list of first letters begins the other."""
    return all(one == other for one, other in zip(some, others, strict=False))
