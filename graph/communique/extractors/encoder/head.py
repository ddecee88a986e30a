"""The head of the encoder: what the vectors of two marks tell of each relation."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from communique.extractors.encoder.network import bent
from communique.extractors.encoder.parameters import Matrix
from communique.extractors.encoder.reading import Text

Ends = tuple[int, int]
"""Places of two references in a passage."""


class Head:
    """Judges pairs of references."""

    def __init__(self, arrays: Mapping[str, Matrix], types: int, kinds: int) -> None:
        """Take the numbers of its parts."""
        self._arrays, self._types, self._kinds = arrays, types, kinds

    def judged(
        self, vectors: Matrix, texts: Sequence[Text], asked: Sequence[Sequence[Ends]]
    ) -> Matrix:
        """What speaks for each relation between two references, for all pairs that are asked.

        Args:
            vectors: Those of the marks of the pairs (``marks_of``), one text after the other.
            texts: What was read.
            asked: For each text its pairs.
        """
        a = self._arrays
        marks, sorts = _sides(texts, asked)
        shapes = sorts[..., 0] * self._kinds + sorts[..., 1]
        types = sorts[:, 0, 0] * self._types + sorts[:, 1, 0]
        left = vectors @ a["left"] + a["left_bias"]
        right = vectors @ a["right"] + a["right_bias"]
        rows = left[marks[:, 0]] + right[marks[:, 1]]
        rows += a["left_sorts"][shapes[:, 0]] + a["right_sorts"][shapes[:, 1]] + a["pairs"][types]
        one = vectors @ a["left_part"] + a["left_part_bias"]
        other = vectors @ a["right_part"] + a["right_part_bias"]
        rows += (one[marks[:, 0]] * other[marks[:, 1]]) @ a["product"]
        judged: Matrix = bent(rows) @ a["relations"] + a["relations_bias"]
        return judged


def marks_of(text: Text, pairs: Sequence[Ends]) -> list[int]:
    """The numbers of the marks of a text at which the ends of pairs stand."""
    return sorted({text.references[place] for ends in pairs for place in ends})


def _sides(
    texts: Sequence[Text], asked: Sequence[Sequence[Ends]]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For both ends of all pairs the numbers of their marks, and their sorts."""
    marks: list[list[int]] = []
    sorts: list[list[tuple[int, int]]] = []
    before = 0
    for text, pairs in zip(texts, asked, strict=True):
        numbers = {mark: n for n, mark in enumerate(marks_of(text, pairs), before)}
        marks += [[numbers[text.references[place]] for place in ends] for ends in pairs]
        sorts += [[text.sorts[place] for place in ends] for ends in pairs]
        before += len(numbers)
    return np.array(marks, np.intp), np.array(sorts, np.intp)
