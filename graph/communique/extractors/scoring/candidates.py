"""Candidates: the ordered pairs of a passage that a relation may hold between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from communique.extractors.reading.script import Ends, ends_of
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.references import Passage, Reference
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import SIGNATURES, EntityType, Relation

Pair = tuple[int, int, tuple[int, ...]]
"""Places of two references in a passage, and the numbers of the relations allowed between them."""

Numbers = NDArray[np.intp]

_MOST_OWN = 60
"""References of a sentence that are paired; more make a list that says too little of each pair."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An ordered pair with what it may state.

    Attributes:
        passage: The sentence that brings both together.
        left: Who or what the statement would be about.
        right: Its object.
        relations: Numbers of the relations that the vocabulary allows between the two.
    """

    passage: Passage
    left: Reference
    right: Reference
    relations: tuple[int, ...]

    def ends(self, relation: Relation) -> Ends:
        """What it would state in a relation."""
        return ends_of(self.left.figure, relation, self.right.figure)


def candidates(passage: Passage) -> Iterator[Candidate]:
    """Yield the candidates of a passage, in its order."""
    return (candidate(passage, pair) for pair in pairs(passage))


def candidate(passage: Passage, pair: Pair) -> Candidate:
    """A pair of a passage with all that it is."""
    left, right, relations = pair
    return Candidate(passage, passage.references[left], passage.references[right], relations)


def pairs(passage: Passage) -> Iterator[Pair]:
    """Yield the pairs of a passage, in its order; one of a pair at least is meant by a word."""
    allowed, references = allowed_relations(), passage.references
    paired, own = places(passage)
    for left, right in zip(*(side.tolist() for side in shape(own, len(paired))), strict=True):
        one, other = references[paired[left]].figure, references[paired[right]].figure
        relations = allowed.get((one.type, other.type))
        if relations and one is not other:
            yield paired[left], paired[right], relations


def places(passage: Passage) -> tuple[list[int], int]:
    """Places of the references that are paired, and how many, in front, are meant by a word."""
    around = [n for n, reference in enumerate(passage.references) if reference.token is None]
    own = [n for n, reference in enumerate(passage.references) if reference.token is not None]
    return [*own[:_MOST_OWN], *around], min(len(own), _MOST_OWN)


@lru_cache(maxsize=128)
def shape(own: int, every: int) -> tuple[Numbers, Numbers]:
    """The left and the right ends of all pairs of which one is among the first so many."""
    lefts, rights = np.divmod(np.arange(every * every), max(every, 1))
    paired = ((lefts < own) | (rights < own)) & (lefts != rights)
    return lefts[paired], rights[paired]


def features(reader: FeatureReader, sight: Sight, candidate: Candidate) -> list[str]:
    """All features of a candidate of the passage in sight."""
    left, right = candidate.left, candidate.right
    return [
        *reader.shared(sight.passage),
        *reader.end(sight, left, "left"),
        *reader.end(sight, right, "right"),
        *reader.pair(sight, left, right),
    ]


@cache
def allowed_relations() -> Mapping[tuple[EntityType, EntityType], tuple[int, ...]]:
    """By the types of two ends, the numbers of the relations between them."""
    found: dict[tuple[EntityType, EntityType], list[int]] = {}
    for number, relation in enumerate(RELATIONS):
        signature = SIGNATURES[relation]
        for subject in sorted(signature.subjects):
            for thing in sorted(signature.objects):
                found.setdefault((subject, thing), []).append(number)
    return {types: tuple(numbers) for types, numbers in found.items()}
