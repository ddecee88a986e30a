"""What is known of the pairs of a grid before any of them is looked at by itself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.extractors.scoring.candidates import Numbers
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.references import Kind
from communique.extractors.scoring.sums.grid import Grid
from communique.extractors.scoring.sums.tables import SORTS, Tables
from communique.extractors.scoring.weights import Scores, totals

Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What is known of each pair of a grid before it is looked at by itself.

    Attributes:
        needed: The score that states each relation; infinite where it cannot.
        worded: Whether both ends have a word.
        fired: Whether a rule found something of it.
        sums: What its passage, its ends by themselves and their sorts add to each relation.
        rest: What all else adds at most, but for what stands between two words.
        types: For each reference the number of the type of its figure.
    """

    needed: Scores
    worded: Marks
    fired: Marks
    sums: Scores
    rest: Scores
    types: Numbers


def read_columns(grid: Grid, tables: Tables, reader: FeatureReader) -> Columns:
    """The columns of a grid."""
    left, right, meant = grid.left, grid.right, grid.meant
    sorts = np.array(
        [SORTS[reference.figure.type, reference.kind] for reference in grid.references]
    )
    types = sorts // len(Kind)
    needed = tables.needed[types[left], types[right]]
    needed[meant[left] == meant[right]] = np.inf
    ends = _ends(grid, tables, reader)
    sums = ends[left, 0] + ends[right, 1] + tables.sorts[sorts[left], sorts[right]]
    words = grid.words >= 0
    worded = words[left] & words[right]
    alone = ~worded
    standing = np.stack([tables.standing.of(figure) for figure in grid.figures])
    rest = standing[meant[left], types[right]]
    rest[alone] += ends[left[alone], 2] + ends[right[alone], 3]
    return Columns(needed, worded, _fired(grid, reader), sums, rest, types)


def _ends(grid: Grid, tables: Tables, reader: FeatureReader) -> Scores:
    """For each reference the four sums of ``Tables.ends``; the left one with the passage's."""
    sights, homes, references = grid.sights, grid.homes, grid.references
    alone = [reader.alone(sights[homes[n]], references[n]) for n in grid.first]
    ends = tables.ends([*alone, ()])[grid.words]
    ends[:, :2] += tables.ends([reader.marks(figure) for figure in grid.figures])[grid.meant, :2]
    shared = [tables.rows(reader.shared(sight.passage)) for sight in grid.sights]
    ends[:, 0] += totals(tables.weights.matrix, shared)[grid.homes]
    return ends


def _fired(grid: Grid, reader: FeatureReader) -> Marks:
    """Whether a rule found something of each pair, one way round or the other."""
    numbers = np.array([figure.number for figure in grid.figures])[grid.meant]
    found = [ends for one, other in reader.fired for ends in ((one, other), (other, one))]
    size = max([*numbers.tolist(), *(one for one, _ in found)]) + 1
    known = [one * size + other for one, other in found]
    marks: Marks = np.isin(numbers[grid.left] * size + numbers[grid.right], known)
    return marks
