"""The weights laid out so that the sums of many pairs are made at once."""

from collections.abc import Iterable, Sequence

import numpy as np

from communique.extractors.scoring.candidates import allowed_relations
from communique.extractors.scoring.features.family import FamilyIndex
from communique.extractors.scoring.features.reader import sorts
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.references import Kind
from communique.extractors.scoring.sums.bounds import TYPES, StandingBounds
from communique.extractors.scoring.sums.worded import WordedBounds
from communique.extractors.scoring.weights import RELATIONS, Scores, Weights, totals

SORTS = {sort: number for number, sort in enumerate((t, k) for t in TYPES for k in Kind)}
"""A number for all that a reference can be: the type of its figure, and how it is meant."""
SIDES = ("left", "right")


class Tables:
    """Sums of weights that do not depend on a release.

    Attributes:
        weights: The weights.
        families: Their rows by the parts of the names.
        standing: Bounds for what is told of two figures anywhere.
        worded: Bounds for what stands between two words.
        sorts: What the sorts of two references add to each relation.
        needed: By the types of two figures the score from which each relation is worth a look;
            infinite for a relation that the vocabulary does not allow.
    """

    def __init__(self, weights: Weights, lexicon: Lexicon, least: float | None = None) -> None:
        """Lay the weights out, with what the lemmas that they name speak of.

        Args:
            weights: The weights.
            lexicon: The relations of words.
            least: The probability from which a relation is worth a look; only that which states it
                if there is none.
        """
        self.weights = weights
        self.worded = WordedBounds(weights, lexicon)
        self.families = FamilyIndex(weights.index)
        self.standing = StandingBounds(weights)
        self.sorts = _sorts(weights)
        self.needed = np.full((len(TYPES), len(TYPES), len(RELATIONS)), np.inf, np.float32)
        scores = weights.thresholds if least is None else weights.reaching(least)
        for (one, other), numbers in allowed_relations().items():
            needed = self.needed[TYPES.index(one), TYPES.index(other)]
            needed[list(numbers)] = scores[list(numbers)]
        self._ends = self._ending_rows()

    def rows(self, names: Iterable[str]) -> set[int]:
        """The rows of those features that have one."""
        known = self.weights.index.get
        return {row for name in names if (row := known(name)) is not None}

    def ends(self, parts: Sequence[Sequence[str]]) -> Scores:
        """For each of several lists of features of one end, as their names end, four sums.

        What they add to a pair as those of its left end and of its right end; and what they add
        at most beside that if the other end has no word, again to the left and to the right.
        """
        index, matrix = self._ends
        known = index.get
        rows = [{row for name in part if (row := known(name)) is not None} for part in parts]
        return totals(matrix, rows).reshape(len(parts), 4, len(RELATIONS))

    def _ending_rows(self) -> tuple[dict[str, int], Scores]:
        """The matrix that ``ends`` adds up, with the row of each ending."""
        cut = [(*name.partition("-"), row) for name, row in self.weights.index.items()]
        own = [(SIDES.index(side), ending, row) for side, _, ending, row in cut if side in SIDES]
        lone = [(SIDES.index(side) + 2, ending, row) for side, ending, row in self.families.lone()]
        index: dict[str, int] = {}
        for _, ending, _ in (*own, *lone):
            index.setdefault(ending, len(index))
        matrix = np.zeros((len(index), 4, len(RELATIONS)), np.float32)
        for column, ending, row in own:
            matrix[index[ending], column] = self.weights.matrix[row]
        for column, ending, row in lone:
            most = matrix[index[ending], column]
            np.maximum(most, self.weights.matrix[row], out=most)
        return index, matrix.reshape(len(index), 4 * len(RELATIONS))


def _sorts(weights: Weights) -> Scores:
    """Sums by the sorts of two references."""
    names = (sorts(one, other) for one in SORTS for other in SORTS)
    rows = [[weights.index[name] for name in some if name in weights.index] for some in names]
    return totals(weights.matrix, rows).reshape(len(SORTS), len(SORTS), len(RELATIONS))
