"""The sums of weights of the pairs of one release, each part of them looked up once."""

from collections.abc import Hashable, Iterable, Sequence

from communique.extractors.scoring.candidates import Pair
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.references import Passage, Reference
from communique.extractors.scoring.weights import Weights

Rows = frozenset[int]
"""Rows of the weights."""


class Sums:
    """Scores pairs of one release; what many of them have in common is read once.

    Features that no weight knows are dropped where they are read.
    """

    def __init__(self, weights: Weights, reader: FeatureReader) -> None:
        """Take the weights and what names the features of the release."""
        self._weights, self._reader = weights, reader
        self._sorts: dict[Hashable, Rows] = {}
        self._standing: dict[tuple[int, int], Rows] = {}

    def of(self, passage: Passage, pairs: Sequence[Pair]) -> list[list[float]]:
        """For each pair of a passage a score for each relation."""
        if not pairs:
            return []
        sight, references = Sight.of(passage), passage.references
        lefts = {left: number for number, left in enumerate({left for left, _, _ in pairs}, 1)}
        rights = {
            right: number
            for number, right in enumerate({right for _, right, _ in pairs}, 1 + len(lefts))
        }
        words: dict[Hashable, Rows] = {}
        parts = [
            self._rows(self._reader.shared(passage)),
            *(self._rows(self._reader.end(sight, references[n], "left")) for n in lefts),
            *(self._rows(self._reader.end(sight, references[n], "right")) for n in rights),
            *(self._pair(sight, references[n], references[m], words) for n, m, _ in pairs),
        ]
        totals = self._weights.totals(parts)
        left = totals[[lefts[number] for number, _, _ in pairs]]
        right = totals[[rights[number] for _, number, _ in pairs]]
        scores: list[list[float]] = (
            totals[0] + left + right + totals[1 + len(lefts) + len(rights) :]
        ).tolist()
        return scores

    def _pair(
        self, sight: Sight, left: Reference, right: Reference, words: dict[Hashable, Rows]
    ) -> Rows:
        """The rows of what two references have together; ``words`` are known of the passage."""
        one, other = left.figure, right.figure
        sort = (one.type, other.type, left.kind, right.kind)
        found = self._sorts.get(sort)
        if found is None:
            found = self._sorts[sort] = self._rows(self._reader.sorts(left, right))
        ends = (one.number, other.number)
        standing = self._standing.get(ends)
        if standing is None:
            standing = self._standing[ends] = self._rows(self._reader.standing(one, other))
        fired = (
            self._rows(self._reader.rules(sight.passage, one, other))
            if self._reader.has_fired(one, other)
            else ()
        )
        key = _words(left, right)
        between = words.get(key)
        if between is None:
            between = words[key] = self._rows(self._reader.words(sight, left, right))
        return found.union(standing, fired, between)

    def _rows(self, features: Iterable[str]) -> Rows:
        row = self._weights.index.get
        return frozenset([known for name in features if (known := row(name)) is not None])


def _words(left: Reference, right: Reference) -> Hashable:
    """What the features of two references by their words depend on."""
    if left.token is None:
        return (right.token and right.token.i, left.kind, right.kind)
    if right.token is None:
        return (left.kind, right.kind, left.token.i)
    return (left.token.i, right.token.i, left.figure.type, right.figure.type)
