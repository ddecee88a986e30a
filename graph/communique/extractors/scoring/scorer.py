"""The scorer: which pairs of a release stand in which relation, and how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Protocol

import numpy as np

from communique.extractors.cast import Cast
from communique.extractors.reading.script import Ends, Finding
from communique.extractors.scoring.candidates import Candidate, Pair, candidate, features
from communique.extractors.scoring.features import FeatureReader, feature_reader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.sums import Scored, Sums, Tables
from communique.extractors.scoring.weights import RELATIONS, Scores, Weights
from communique.ontology import SIGNATURES, Relation

_REASONS = 8
"""Features that a judgement names."""
ADVICE = "encoder"
"""Stands among features for what the adviser adds."""
_UNADVISED = (0.0,) * len(RELATIONS)
_FLATTEST = 0.1
"""The least that a score is taken to tell of a logit."""
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
        advised: What an adviser added to the score; 0 where none was asked.
    """

    candidate: Candidate
    relation: Relation
    score: float
    probability: float
    stated: bool
    advised: float = 0.0


class Adviser(Protocol):
    """Knows more of pairs that the scorer is unsure of.

    Attributes:
        least: The probability from which a statement is worth asking.
        digest: Changes with what it knows.
    """

    least: float
    digest: str

    def advise(self, pairs: Sequence[tuple[Passage, Pair]], likely: Scores) -> Scores:
        """What to add to the logit of each pair of one release in each relation.

        Args:
            pairs: The pairs, sentence by sentence.
            likely: For each of them how likely the scorer holds each relation to be.
        """


class Scorer:
    """Scores the candidates of releases."""

    def __init__(self, weights: Weights, lexicon: Lexicon, adviser: Adviser | None = None) -> None:
        """Take the weights and the relations of words, and who is asked where they do not tell."""
        self.weights = weights
        self._lexicon = lexicon
        self._adviser = adviser
        self._tables = Tables(weights, lexicon, adviser.least if adviser else None)
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
        for (subject, number, thing), (score, passage, pair, advised) in best.items():
            ends = (subject, RELATIONS[number], thing)
            if every or score >= self._thresholds[number] or ends in asked:
                where = candidate(passage, pair)
                judged[ends] = self._judgement(number, score, where, advised[number])
        return judged

    def _best(
        self, sums: Sums, passages: Iterable[Passage]
    ) -> dict[tuple[int, int, int], tuple[float, Passage, Pair, Sequence[float]]]:
        """By the numbers of both ends and the relation, where the score is best, with it."""
        best: dict[tuple[int, int, int], tuple[float, Passage, Pair, Sequence[float]]] = {}
        for (passage, pair, scores), advised in self._advised(sums.of(passages)):
            subject = passage.references[pair[0]].figure.number
            thing = passage.references[pair[1]].figure.number
            for number in pair[2]:
                turned = thing < subject and number in _SYMMETRIC
                ends = (thing, number, subject) if turned else (subject, number, thing)
                if ends not in best or scores[number] > best[ends][0]:
                    best[ends] = (scores[number], passage, pair, advised)
        return best

    def _advised(self, scored: Iterable[Scored]) -> Iterable[tuple[Scored, Sequence[float]]]:
        """The scored pairs with what the adviser adds, and that by itself."""
        if self._adviser is None:
            return zip(scored, repeat(_UNADVISED))
        found = list(scored)
        if not found:
            return ()
        scores = np.array([row for _, _, row in found], np.float32)
        likely = self.weights.probabilities(scores)
        advice = self._adviser.advise([(passage, pair) for passage, pair, _ in found], likely)
        advice /= np.maximum(self.weights.slopes, _FLATTEST)
        sums = (scores + advice).tolist()
        heard = [(passage, pair, row) for (passage, pair, _), row in zip(found, sums, strict=True)]
        return zip(heard, advice.tolist(), strict=True)

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
        """What decided a judgement, with its weight, the heaviest first: features, and advice."""
        candidate = judgement.candidate
        names = features(reader, Sight.of(candidate.passage), candidate)
        number = RELATIONS.index(judgement.relation)
        advised = [(ADVICE, judgement.advised)] if judgement.advised else []
        weighed = [*self.weights.reasons(names, number, most), *advised]
        return sorted(weighed, key=lambda item: (-abs(item[1]), item[0]))[:most]

    def _judgement(
        self, number: int, score: float, candidate: Candidate, advised: float
    ) -> Judgement:
        stated = score >= self._thresholds[number]
        probability = self.weights.probability(number, score)
        return Judgement(candidate, RELATIONS[number], score, probability, stated, advised)
