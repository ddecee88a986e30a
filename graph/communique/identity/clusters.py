"""Which entities were taken for one so far."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_NUMBER = re.compile(r"(\d+)")

NaturalKey = tuple[tuple[int, int | str], ...]


def natural(id_: str) -> NaturalKey:
    """Sort key of an id in which ``R#2`` comes before ``R#10``."""
    parts = (part for part in _NUMBER.split(id_) if part)
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)


class Clusters:
    """A partition of entity ids that only grows coarser; a cluster is named by its first id."""

    def __init__(self, ids: Iterable[str]) -> None:
        """Start with every entity by itself."""
        self._parents = {id_: id_ for id_ in ids}

    def root(self, id_: str) -> str:
        """First id, in natural order, of the cluster that an entity is in."""
        while self._parents[id_] != id_:
            self._parents[id_] = self._parents[self._parents[id_]]
            id_ = self._parents[id_]
        return id_

    def merge(self, ids: Iterable[str]) -> bool:
        """Join the clusters of these entities; whether they were several."""
        roots = sorted({self.root(id_) for id_ in ids}, key=natural)
        for root in roots[1:]:
            self._parents[root] = roots[0]
        return len(roots) > 1

    def members(self) -> Mapping[str, tuple[str, ...]]:
        """The entities of each cluster, in natural order."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_ in sorted(self._parents, key=natural):
            found[self.root(id_)].append(id_)
        return {root: tuple(ids) for root, ids in found.items()}
