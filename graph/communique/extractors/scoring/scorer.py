"""The scorer: which pairs of a release stand in which relation, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
_FLATTEST = 0.1
"""The least that a score is taken to tell of a logit."""
_Numbers = tuple[int, int, int]
"""Those of a subject, a relation and an object."""
_SYMMETRIC = frozenset(n for n, relation in enumerate(RELATIONS) if SIGNATURES[relation].symmetric)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the scorer holds of one pair in one relation.

    Attributes:
        candidate: The pair where it scores best, before anybody advises.
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
            likely: For each of them how likely the scorer holds each relation to be; 0 where it is
                not asked about.
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
        sums = Sums(self._tables, self.reader(cast, found), every=every)
        best = _foremost(sums.of(passages))
        advice = self._advice(best)
        ruled = {finding.ends for finding in found}
        judged: dict[Ends, Judgement] = {}
        for key, (passage, pair, scores) in best.items():
            subject, number, thing = key
            ends = (subject, RELATIONS[number], thing)
            advised = advice.get(key, 0.0)
            if ends in ruled and _is_silent(passage, pair):
                advised = max(advised, 0.0)  # it does not see the layout that a rule has read
            score = scores[number] + advised
            if every or score >= self._thresholds[number] or ends in ruled:
                judged[ends] = self._judgement(number, score, candidate(passage, pair), advised)
        return judged

    def _advice(self, best: Mapping[_Numbers, Scored]) -> dict[_Numbers, float]:
        """What the adviser adds to the best score of each; elsewhere nobody is asked."""
        if self._adviser is None or not best:
            return {}
        asked = {id(scored): scored for scored in best.values()}
        order = sorted(asked.values(), key=lambda scored: (scored[0].start, scored[1]))
        rows = {id(scored): row for row, scored in enumerate(order)}
        scores = np.array([scored[2] for scored in order], np.float32)
        foremost = np.zeros(scores.shape, np.bool_)
        for (_, number, _), scored in best.items():
            foremost[rows[id(scored)], number] = True
        likely = np.where(foremost, self.weights.probabilities(scores), np.float32(0))
        advice = self._adviser.advise([scored[:2] for scored in order], likely)
        advice /= np.maximum(self.weights.slopes, _FLATTEST)
        added = advice.tolist()
        return {key: added[rows[id(scored)]][key[1]] for key, scored in best.items()}

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


def _foremost(scored: Iterable[Scored]) -> dict[_Numbers, Scored]:
    """Where each subject, relation and object score best."""
    best: dict[_Numbers, Scored] = {}
    for one in scored:
        passage, pair, scores = one
        subject = passage.references[pair[0]].figure.number
        thing = passage.references[pair[1]].figure.number
        for number in pair[2]:
            turned = thing < subject and number in _SYMMETRIC
            key = (thing, number, subject) if turned else (subject, number, thing)
            if key not in best or scores[number] > best[key][2][number]:
                best[key] = one
    return best


def _is_silent(passage: Passage, pair: Pair) -> bool:
    """Whether a sentence means either end without a word: a heading or what went before does."""
    return any(passage.references[place].token is None for place in pair[:2])
