"""Candidates: the ordered pairs of a passage that a relation may hold between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.extractors.reading.script import Ends, ends_of
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.references import Passage, Reference
from communique.extractors.scoring.sight import Sight
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import SIGNATURES, EntityType, Relation

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
    """Yield the pairs of a passage, in its order; one of a pair at least is meant by a word."""
    own = [r for r in passage.references if r.token is not None][:_MOST_OWN]
    around = [r for r in passage.references if r.token is None]
    for left in (*own, *around):
        for right in (*own, *around) if left.token is not None else own:
            relations = _ALLOWED.get((left.figure.type, right.figure.type))
            if relations and left.figure is not right.figure:
                yield Candidate(passage, left, right, relations)


def features(reader: FeatureReader, sight: Sight, candidate: Candidate) -> list[str]:
    """All features of a candidate of the passage in sight."""
    left, right = candidate.left, candidate.right
    return [
        *reader.shared(sight.passage),
        *reader.end(sight, left, "left"),
        *reader.end(sight, right, "right"),
        *reader.pair(sight, left, right),
    ]


def _allowed() -> Mapping[tuple[EntityType, EntityType], tuple[int, ...]]:
    found: dict[tuple[EntityType, EntityType], list[int]] = {}
    for number, relation in enumerate(RELATIONS):
        signature = SIGNATURES[relation]
        for subject in sorted(signature.subjects):
            for thing in sorted(signature.objects):
                found.setdefault((subject, thing), []).append(number)
    return {types: tuple(numbers) for types, numbers in found.items()}


_ALLOWED = _allowed()
