"""The scorer: which pairs of a release stand in which relation, and how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.extractors.cast import Cast
from communique.extractors.reading.script import Ends, Finding
from communique.extractors.scoring.candidates import Candidate, Pair, candidate, features
from communique.extractors.scoring.features import FeatureReader, feature_reader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.sums import Sums, Tables
from communique.extractors.scoring.weights import RELATIONS, Weights
from communique.ontology import SIGNATURES, Relation

_REASONS = 8
"""Features that a judgement names."""
_SYMMETRIC = frozenset(n for n, relation in enumerate(RELATIONS) if SIGNATURES[relation].symmetric)


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
        self._tables = Tables(weights, lexicon)
        self._thresholds: list[float] = weights.thresholds.tolist()

    def judge(
        self,
        cast: Cast,
        passages: Iterable[Passage],
        found: Sequence[Finding],
        *,
        every: bool = True,
    ) -> dict[Ends, Judgement]:
        """The best judgement of every pair and relation that is worth a look.

        Args:
            cast: The figures of the release.
            passages: Its sentences with those they may speak of, in order.
            found: What the rules found in it.
            every: Whether pairs count that are neither stated nor found by a rule.
        """
        best = self._best(Sums(self._tables, self.reader(cast, found), every=every), passages)
        asked = {finding.ends for finding in found}
        judged: dict[Ends, Judgement] = {}
        for (subject, number, thing), (score, passage, pair) in best.items():
            ends = (subject, RELATIONS[number], thing)
            if every or score >= self._thresholds[number] or ends in asked:
                judged[ends] = self._judgement(number, score, candidate(passage, pair))
        return judged

    @staticmethod
    def _best(
        sums: Sums, passages: Iterable[Passage]
    ) -> dict[tuple[int, int, int], tuple[float, Passage, Pair]]:
        """By the numbers of both ends and the relation, where the score is best, with it."""
        best: dict[tuple[int, int, int], tuple[float, Passage, Pair]] = {}
        for passage, pair, scores in sums.of(passages):
            subject = passage.references[pair[0]].figure.number
            thing = passage.references[pair[1]].figure.number
            for number in pair[2]:
                turned = thing < subject and number in _SYMMETRIC
                ends = (thing, number, subject) if turned else (subject, number, thing)
                if ends not in best or scores[number] > best[ends][0]:
                    best[ends] = (scores[number], passage, pair)
        return best

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

    def _judgement(self, number: int, score: float, candidate: Candidate) -> Judgement:
        stated = score >= self._thresholds[number]
        probability = self.weights.probability(number, score)
        return Judgement(candidate, RELATIONS[number], score, probability, stated)
