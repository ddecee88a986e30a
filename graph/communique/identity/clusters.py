"""Which entities were taken for one so far."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

_NUMBER = re.compile(r"\d+")


def natural(id_: str) -> str:
    """Sort key of an id in which ``R#2`` comes before ``R#10``, and a number before a letter.

    One string, for a tuple of its parts would take eight times as much.
    """
    return _NUMBER.sub(_sortable, id_)


def _sortable(number: re.Match[str]) -> str:
    """A number so written that the strings sort as the numbers do."""
    digits = str(int(number[0]))
    return f"\x01{chr(len(digits))}{digits}"


class Clusters:
    """A partition of entity ids that only grows coarser; a cluster is named by its first id.

    Some may be kept apart: no merge joins them, directly or through others.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        """Start with every entity by itself."""
        order = sorted(sorted(set(ids)), key=natural)  # "R#01" is not "R#1"
        self._parents = {id_: id_ for id_ in order}
        self._places = {id_: place for place, id_ in enumerate(order)}
        self._apart: dict[str, set[str]] = defaultdict(set)  # by root, roots it may not join

    def root(self, id_: str) -> str:
        """First id, in natural order, of the cluster that an entity is in."""
        while self._parents[id_] != id_:
            self._parents[id_] = self._parents[self._parents[id_]]
            id_ = self._parents[id_]
        return id_

    def keep_apart(self, one: str, other: str) -> bool:
        """Never let two entities be one; False if they are one already."""
        one, other = self.root(one), self.root(other)
        if one != other:
            self._apart[one].add(other)
            self._apart[other].add(one)
        return one != other

    def kept_apart(self) -> Iterator[tuple[str, str]]:
        """Roots that no merge joins, each pair once, in natural order."""
        for root in self._sorted(self._apart):
            for other in self._sorted(self._apart[root]):
                if self._places[root] < self._places[other]:
                    yield root, other

    def merge(self, ids: Iterable[str]) -> bool:
        """Join the clusters of these entities; whether they were several.

        Raises:
            ValueError: Some of them are kept apart; ``sides`` tells which.
        """
        roots = self._sorted({self.root(id_) for id_ in ids})
        if self._are_apart(roots):
            raise ValueError(f"{', '.join(roots)} are kept apart")
        for root in roots[1:]:
            self._parents[root] = roots[0]
            for enemy in self._apart.pop(root, ()):
                self._apart[enemy].discard(root)
                self._apart[enemy].add(roots[0])
                self._apart[roots[0]].add(enemy)
        return len(roots) > 1

    def sides(self, ids: Iterable[str]) -> tuple[list[list[str]], list[str]]:
        """Entities that were to be joined, parted where some are kept apart.

        Returns:
            Roots that may be joined, one list if nothing keeps any apart; and, where there are
            several lists, the roots that could join more than one of them.
        """
        roots = self._sorted({self.root(id_) for id_ in ids})
        if not self._are_apart(roots):
            return [roots], []
        inside = set(roots)
        sides: list[list[str]] = []
        for root in (root for root in roots if self._apart[root] & inside):
            fitting = (side for side in sides if self._apart[root].isdisjoint(side))
            side = next(fitting, None)
            if side is None:
                sides.append([root])
            else:
                side.append(root)
        return sides, [root for root in roots if not self._apart[root] & inside]

    def members(self) -> Mapping[str, tuple[str, ...]]:
        """The entities of each cluster, in natural order."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_ in self._parents:
            found[self.root(id_)].append(id_)
        return {root: tuple(ids) for root, ids in found.items()}

    def _sorted(self, ids: Iterable[str]) -> list[str]:
        """Ids in natural order."""
        return sorted(ids, key=self._places.__getitem__)

    def _are_apart(self, roots: Sequence[str]) -> bool:
        inside = set(roots)
        return any(not self._apart.get(root, set()).isdisjoint(inside) for root in roots)
