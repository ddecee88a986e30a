"""Bounds for what stands between the words of many pairs."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from communique.extractors.scoring.candidates import Numbers
from communique.extractors.scoring.features.paths import BETWEEN, FAR, GAP, MOST_BETWEEN
from communique.extractors.scoring.sums.grid import Grid
from communique.extractors.scoring.sums.worded import WordedBounds, first_lemma, last_lemma
from communique.extractors.scoring.weights import RELATIONS, Scores


class Between:
    """The words of a grid, each once, with what the bounds ask of it."""

    def __init__(self, grid: Grid, bounds: WordedBounds) -> None:
        """Read the words that mean somebody."""
        self._bounds, self._sights, self._numbers = bounds, grid.sights, grid.words
        ends = ((grid.homes[number], grid.references[number].token) for number in grid.first)
        self._words = [(home, token) for home, token in ends if token is not None]
        self._chains = [grid.sights[home].chain(token) for home, token in self._words]
        starts = list(accumulate((len(sight.words) for sight in grid.sights), initial=0))
        self._places = np.array(
            [starts[home] + token.i - grid.sights[home].start for home, token in self._words]
        )
        ranks = [{place: n for n, place in enumerate(sight.places)} for sight in grid.sights]
        self._ranks = np.array([ranks[home][token.i] for home, token in self._words])

    def most(self, left: Numbers, right: Numbers, types: Numbers) -> Scores:
        """What stands between the words of two references adds at most, for many pairs.

        Args:
            left: The left references of pairs of which both have a word.
            right: The right ones.
            types: For each reference of the grid the number of its type.
        """
        bounds, one, other = self._bounds, self._numbers[left], self._numbers[right]
        order = (self._places[one] > self._places[other]).astype(int)
        first = np.minimum(self._places[one], self._places[other])
        last = np.maximum(self._places[one], self._places[other])
        count = np.maximum(last - first - 1, 0)
        mentions = np.maximum(np.abs(self._ranks[one] - self._ranks[other]) - 1, 0)
        found = bounds.order[order, types[left], types[right]]
        found += bounds.distance[order, np.minimum(count, FAR)]
        found += bounds.mentions[order, np.minimum(mentions, MOST_BETWEEN)]
        found[count <= GAP] += bounds.gap
        found += self._lemmas(first, last, count)
        found += self._paths(one, other)
        found += self._roles(one, other)
        found[one == other] = bounds.same
        most: Scores = found
        return most

    def _lemmas(self, first: Numbers, last: Numbers, count: Numbers) -> Scores:
        """What the lemmas between two places add at most; of many words, the verbs."""
        rows = self._bounds.between
        sights = self._sights
        lemmas = (s.lemmas(s.start, s.start + len(s.words)) for s in sights)
        numbers = np.array([number for some in lemmas for number in rows.of(some)])
        verbs = np.array([word.pos_ == "VERB" for sight in sights for word in sight.words])
        taken = rows.most[np.stack([numbers, numbers * verbs])]
        sums = np.zeros((2, len(numbers) + 1, len(RELATIONS)))
        np.cumsum(taken, axis=1, out=sums[:, 1:])
        which = (count > BETWEEN).astype(int)
        found: Scores = sums[which, last] - sums[which, np.minimum(first + 1, last)]
        return found

    def _paths(self, one: Numbers, other: Numbers) -> Scores:
        """What the path between two words adds at most."""
        bounds, chains = self._bounds, self._chains
        steps = np.array([bounds.step(chain) for chain in chains])
        above = _added(bounds.above.most, [bounds.above.of(c.lemmas[1:-1]) for c in chains])
        heads = ["".join(chain.lemmas[1:2]) for chain in chains]
        first = bounds.first.most[bounds.first.of(map(first_lemma, heads))]
        last = bounds.last.most[bounds.last.of(map(last_lemma, heads))]
        found: Scores = bounds.paths[steps[one], steps[other]] + above[one] + above[other]
        found += np.maximum(first[one], last[other])
        return found

    def _roles(self, one: Numbers, other: Numbers) -> Scores:
        """What the words of which both are arguments add at most."""
        shared = self._shared()
        numbers = {ends: number for number, ends in enumerate(shared, 1)}
        pairs = [numbers.get(ends, 0) for ends in (one * len(self._words) + other).tolist()]
        found: Scores = _added(self._bounds.roles.most, [[], *shared.values()])[pairs]
        return found

    def _shared(self) -> dict[int, list[int]]:
        """By the numbers of two words, the rows of the roles that they have at the same word."""
        heads: dict[tuple[int, int], list[tuple[int, str]]] = {}
        for number, (home, token) in enumerate(self._words):
            for head, role in self._sights[home].arguments.get(token.i, ()):
                heads.setdefault((home, head.i), []).append((number, role))
        rows, size = self._bounds.roles.numbers, len(self._words)
        shared: dict[int, list[int]] = {}
        for beside in heads.values():
            for one, role in beside:
                for other, second in beside:
                    row = rows.get(f"{role}^{second}".partition("|")[0]) if one != other else None
                    if row is not None:
                        shared.setdefault(one * size + other, []).append(row)
        return shared


def _added(most: Scores, parts: Sequence[Sequence[int]]) -> Scores:
    """For each of several lists of rows their sum; the first row is nothing."""
    rows = [row for part in parts for row in (0, *part)]
    starts = list(accumulate((1 + len(part) for part in parts[:-1]), initial=0))
    added: Scores = np.add.reduceat(most[rows], starts, axis=0)
    return added
