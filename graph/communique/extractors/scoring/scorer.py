"""The scorer: which pairs of a release stand in which relation, and how sure that is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.extractors.cast import Cast
from communique.extractors.reading.script import Ends, Finding
from communique.extractors.scoring.candidates import Candidate, candidates, features
from communique.extractors.scoring.features import FeatureReader, feature_reader
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.references import Passage, Reference
from communique.extractors.scoring.sight import Sight
from communique.extractors.scoring.weights import RELATIONS, Scores, Weights
from communique.ontology import Relation

_REASONS = 8
"""Features that a judgement names."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the scorer holds of one pair in one relation.

    Attributes:
        candidate: The pair where it scores best.
        relation: What it would state.
        score: The sum of its weights.
        probability: How often such a statement is right.
        stated: Whether the score reaches the threshold of the relation.
    """

    candidate: Candidate
    relation: Relation
    score: float
    probability: float
    stated: bool


class Scorer:
    """Scores the candidates of releases."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        """Take the weights and the relations of words."""
        self.weights = weights
        self._lexicon = lexicon

    def judge(
        self, cast: Cast, passages: Iterable[Passage], found: Sequence[Finding]
    ) -> dict[Ends, Judgement]:
        """The best judgement of every pair and relation that is worth a look.

        Args:
            cast: The figures of the release.
            passages: Its sentences with those they may speak of, in order.
            found: What the rules found in it.
        """
        reader = self.reader(cast, found)
        best: dict[Ends, tuple[float, Candidate]] = {}
        for passage in passages:
            for candidate, scores in self._scored(reader, passage):
                for number in candidate.relations:
                    score = float(scores[number])
                    ends = candidate.ends(RELATIONS[number])
                    if ends not in best or score > best[ends][0]:
                        best[ends] = (score, candidate)
        return {ends: self._judgement(ends[1], *value) for ends, value in best.items()}

    def reader(self, cast: Cast, found: Sequence[Finding]) -> FeatureReader:
        """What names the features of a release."""
        return feature_reader(cast, self._lexicon, found)

    def threshold(self, relation: Relation) -> float:
        """The probability from which a relation is stated."""
        number = RELATIONS.index(relation)
        return self.weights.probability(number, float(self.weights.thresholds[number]))

    def reasons(
        self, reader: FeatureReader, judgement: Judgement, most: int = _REASONS
    ) -> list[tuple[str, float]]:
        """The features that decided a judgement, with their weights, the heaviest first."""
        candidate = judgement.candidate
        names = features(reader, Sight.of(candidate.passage), candidate)
        number = RELATIONS.index(judgement.relation)
        return self.weights.reasons(names, number, most)

    def _judgement(self, relation: Relation, score: float, candidate: Candidate) -> Judgement:
        number = RELATIONS.index(relation)
        stated = score >= float(self.weights.thresholds[number])
        probability = self.weights.probability(number, score)
        return Judgement(candidate, relation, score, probability, stated)

    def _scored(
        self, reader: FeatureReader, passage: Passage
    ) -> Iterator[tuple[Candidate, Scores]]:
        """Yield the candidates of a passage with their scores."""
        sums = _Sums(self.weights, reader, Sight.of(passage))
        for candidate in candidates(passage):
            yield candidate, sums.of(candidate)


class _Sums:
    """The sums of weights of one passage; those of its ends are made once."""

    def __init__(self, weights: Weights, reader: FeatureReader, sight: Sight) -> None:
        self._weights, self._reader, self._sight = weights, reader, sight
        self._shared: Scores = weights.total(reader.shared(sight.passage))
        self._ends: dict[tuple[Reference, str], Scores] = {}

    def of(self, candidate: Candidate) -> Scores:
        left, right = candidate.left, candidate.right
        together = self._weights.total(self._reader.pair(self._sight, left, right))
        total: Scores = (
            self._shared + self._end(left, "left") + self._end(right, "right") + together
        )
        return total

    def _end(self, reference: Reference, side: str) -> Scores:
        known = self._ends.get((reference, side))
        if known is None:
            known = self._weights.total(self._reader.end(self._sight, reference, side))
            self._ends[reference, side] = known
        return known
