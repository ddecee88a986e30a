"""Putting portraits together by their comparisons."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from communique.identity.clusters import natural
from communique.identity.people.comparison import People
from communique.identity.people.portrait import Portrait
from communique.identity.people.weights import Limits

Pair = tuple[int, int]


@dataclass(slots=True)
class Grouping:
    """What became of the candidate pairs.

    Attributes:
        joined: Pairs that are one, the surest first.
        torn: For each portrait that may be either of several people, those.
        open: Pairs for a person to look at.
        apart: Pairs of like names that are different people.
    """

    joined: list[Pair] = field(default_factory=list)
    torn: dict[int, list[int]] = field(default_factory=dict)
    open: list[Pair] = field(default_factory=list)
    apart: list[Pair] = field(default_factory=list)


class Grouper:
    """Joins portraits, the surest first, and never two that cannot be one person."""

    def __init__(self, portraits: Sequence[Portrait], people: People, limits: Limits) -> None:
        """Take the portraits in natural order of their ids."""
        self._portraits, self._people, self._limits = portraits, people, limits

    def group(self, candidates: Iterable[Pair]) -> Grouping:
        """Decide on every candidate pair."""
        found = Grouping()
        sums = {pair: self._sum(*pair) for pair in candidates if not self._are_strangers(*pair)}
        likely = {pair for pair, value in sums.items() if value >= self._limits.merge}
        kept = self._unambiguous(likely, sums, found)
        order = sorted(kept, key=lambda pair: (-sums[pair], pair))
        homes = self._join(order, found)
        for pair, value in sorted(sums.items()):
            if homes[pair[0]] is homes[pair[1]]:
                continue
            if value <= self._limits.apart:
                if self._like_names(pair):
                    found.apart.append(pair)
            elif value >= self._limits.unsure:
                found.open.append(pair)
        return found

    def _are_strangers(self, one: int, other: int) -> bool:
        return self._people.are_named_differently(self._portraits[one], self._portraits[other])

    def _sum(self, one: int, other: int) -> float:
        return self._people.compare(self._portraits[one], self._portraits[other]).total

    def _apart(self, one: int, other: int) -> bool:
        return self._people.apart(self._portraits[one], self._portraits[other])

    def _like_names(self, pair: Pair) -> bool:
        one, other = (self._portraits[number] for number in pair)
        compared = self._people.compare(one, other)
        return bool(compared.lives) and one.full and other.full

    def _unambiguous(
        self, likely: set[Pair], sums: dict[Pair, float], found: Grouping
    ) -> set[Pair]:
        """The likely pairs without those whose one end may as well be somebody else."""
        neighbours: dict[int, list[int]] = defaultdict(list)
        for one, other in sorted(likely):
            neighbours[one].append(other)
            neighbours[other].append(one)
        enemies = self._enemies(neighbours)
        dropped: set[Pair] = set()
        for number, others in sorted(neighbours.items()):
            lost = self._rivals(number, others, sums, enemies)
            dropped |= {_pair(number, other) for other in lost}
            if lost and len(lost) == len(others):
                found.torn[number] = sorted(others)
        return likely - dropped

    def _enemies(self, neighbours: Mapping[int, Sequence[int]]) -> Mapping[int, set[int]]:
        """Who cannot be one with whom, of those that are linked directly or through others."""
        enemies: dict[int, set[int]] = {number: set() for number in neighbours}
        for linked in _components(neighbours):
            for one, other in combinations(linked, 2):
                if self._apart(one, other):
                    enemies[one].add(other)
                    enemies[other].add(one)
        return enemies

    def _rivals(
        self,
        number: int,
        others: Sequence[int],
        sums: dict[Pair, float],
        enemies: Mapping[int, set[int]],
    ) -> frozenset[int]:
        """Those of its neighbours that it is not joined to: all if it may be either of two."""
        chances = {other: sums[_pair(number, other)] + self._prior(other) for other in others}
        ranked = sorted(others, key=lambda other: (-chances[other], other))
        lead = chances[ranked[0]] - self._limits.margin
        best = {other for other in ranked if chances[other] > lead}
        torn = frozenset(other for other in best if not enemies[other].isdisjoint(best))
        if torn:
            return torn if self._outweighs(number, torn) else frozenset(others)
        return frozenset(o for o in ranked if o not in best and not enemies[o].isdisjoint(best))

    def _outweighs(self, number: int, others: Iterable[int]) -> bool:
        """Whether somebody is named so much more often that others cannot make it doubtful who."""
        most = max(len(self._portraits[other].releases) for other in others)
        return len(self._portraits[number].releases) >= self._limits.most * most

    def _prior(self, number: int) -> float:
        """Who is named in many releases is meant more often, by as much."""
        return math.log(len(self._portraits[number].releases))

    def _join(self, order: Sequence[Pair], found: Grouping) -> list[list[int]]:
        homes = [[number] for number in range(len(self._portraits))]
        for one, other in order:
            ours, theirs = homes[one], homes[other]
            if ours is theirs:
                continue
            if any(self._apart(a, b) for a in ours for b in theirs):
                found.open.append((one, other))
                continue
            found.joined.append((one, other))
            ours.extend(theirs)
            for number in theirs:
                homes[number] = ours
        return homes


def _components(neighbours: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """Numbers that are linked directly or through others, together; each in order."""
    seen: set[int] = set()
    for start in neighbours:
        found, open_ = [], [start]
        while open_:
            number = open_.pop()
            if number not in seen:
                seen.add(number)
                found.append(number)
                open_.extend(neighbours[number])
        if found:
            yield sorted(found)


def in_order(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids in natural order, each once."""
    return tuple(sorted(set(ids), key=natural))


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
