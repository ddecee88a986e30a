"""The pairs of several passages as columns of numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from communique.extractors.cast import Figure
from communique.extractors.scoring.candidates import Numbers, Pair, allowed_relations, places, shape
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.references import Passage, Reference

_MOST = 20_000
"""Pairs that are looked at together, unless a single passage has more."""

Paired = tuple[Passage, Sequence[int], Numbers, Numbers]
"""A passage with the places of its references that are paired, and both ends of its pairs."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The pairs of several passages.

    Attributes:
        sights: The passages.
        references: Their references that are paired, passage by passage.
        homes: For each reference the number of its passage.
        places: For each reference its place in the passage.
        figures: Whom they mean, each once.
        meant: For each reference the number of its figure among these.
        first: The numbers of references that are the first of their word.
        words: For each reference the number of its word among these; -1 without a word.
        left: For each pair the number of its left reference, in the order of the passages.
        right: For each pair that of its right one.
    """

    sights: Sequence[Sight]
    references: Sequence[Reference]
    homes: Sequence[int]
    places: Sequence[int]
    figures: Sequence[Figure]
    meant: Numbers
    first: Sequence[int]
    words: Numbers
    left: Numbers
    right: Numbers

    def ends(self, pairs: Sequence[int]) -> Iterator[tuple[Sight, Reference, Reference]]:
        """Yield the passage and the references of some pairs."""
        sights, homes, references = self.sights, self.homes, self.references
        for left, right in zip(*self._numbers(pairs), strict=True):
            yield sights[homes[left]], references[left], references[right]

    def pairs(self, pairs: Sequence[int]) -> Iterator[Pair]:
        """Yield some pairs as their passages have them."""
        references, places, allowed = self.references, self.places, allowed_relations()
        for left, right in zip(*self._numbers(pairs), strict=True):
            types = references[left].figure.type, references[right].figure.type
            yield places[left], places[right], allowed.get(types, ())

    def _numbers(self, pairs: Sequence[int]) -> tuple[list[int], list[int]]:
        """The numbers of the left and the right references of some pairs."""
        return self.left[pairs].tolist(), self.right[pairs].tolist()


def grids(passages: Iterable[Passage]) -> Iterator[Grid]:
    """Yield the pairs of passages, many together; a passage without pair is left out."""
    some: list[Paired] = []
    size = 0
    for passage in passages:
        paired, own = places(passage)
        left, right = shape(own, len(paired))
        if some and size + len(left) > _MOST:
            yield _grid(some)
            some, size = [], 0
        if len(left):
            some.append((passage, paired, left, right))
            size += len(left)
    if some:
        yield _grid(some)


def _grid(some: Sequence[Paired]) -> Grid:
    references = [passage.references[place] for passage, paired, *_ in some for place in paired]
    figures = list(dict.fromkeys(reference.figure for reference in references))
    numbers = {figure: number for number, figure in enumerate(figures)}
    homes = [number for number, (_, paired, *_) in enumerate(some) for _ in paired]
    first, words = _words(homes, references)
    starts = np.cumsum([0, *(len(paired) for _, paired, *_ in some)]).tolist()
    shapes = list(zip(some, starts, strict=False))
    return Grid(
        [Sight.of(passage) for passage, *_ in some],
        references,
        homes,
        [place for _, paired, *_ in some for place in paired],
        figures,
        np.array([numbers[reference.figure] for reference in references]),
        first,
        np.array(words),
        np.concatenate([left + start for (_, _, left, _), start in shapes]),
        np.concatenate([right + start for (_, _, _, right), start in shapes]),
    )


def _words(homes: Sequence[int], references: Sequence[Reference]) -> tuple[list[int], list[int]]:
    """The numbers of the first reference of each word, and for each reference that of its word."""
    known: dict[tuple[int, int], int] = {}
    first: list[int] = []
    words: list[int] = []
    for number, (home, reference) in enumerate(zip(homes, references, strict=True)):
        if reference.token is None:
            words.append(-1)
            continue
        place = (home, reference.token.i)
        if place not in known:
            known[place] = len(first)
            first.append(number)
        words.append(known[place])
    return first, words
