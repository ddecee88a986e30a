"""The scorer: which pairs of a release stand in which relation, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from communique.extractors.cast import Cast
from communique.extractors.reading.script import Ends, Finding
from communique.extractors.scoring.candidates import Candidate, Pair, candidate, features
from communique.extractors.scoring.collective.claims import Numbered, numbered
from communique.extractors.scoring.collective.look import SecondLook
from communique.extractors.scoring.collective.trees import Trees
from communique.extractors.scoring.features import FeatureReader, feature_reader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.sums import Scored, Sums, Tables
from communique.extractors.scoring.weights import RELATIONS, Scores, Weights
from communique.ontology import Relation

_REASONS = 8
"""Features that a judgement names."""
ADVICE, COMPANY = "encoder", "company"
"""What stands among features for what the adviser adds, and the other statements of a release."""
_FLATTEST = 0.1
"""The least that a score is taken to tell of a logit."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the scorer holds of one pair in one relation.

    Attributes:
        candidate: The pair where it scores best, before anybody advises.
        relation: What it would state.
        score: The sum of its weights, with what the other statements and an adviser add.
        probability: How often such a statement is right.
        stated: Whether the score reaches the threshold of the relation.
        advised: What an adviser added to the score; 0 where none was asked.
        beside: What the other statements of the release added to it.
    """

    candidate: Candidate
    relation: Relation
    score: float
    probability: float
    stated: bool
    advised: float = 0.0
    beside: float = 0.0

    @property
    def added(self) -> Mapping[str, float]:
        """What was added to the sum of its weights, by what stands for it among features."""
        added = {ADVICE: self.advised, COMPANY: self.beside}
        return {name: more for name, more in added.items() if more}


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

    def __init__(
        self,
        weights: Weights,
        lexicon: Lexicon,
        adviser: Adviser | None = None,
        trees: Trees | None = None,
    ) -> None:
        """Take what judges pairs.

        Args:
            weights: Those of the features of a pair.
            lexicon: The relations of words.
            adviser: Who is asked where the weights do not tell.
            trees: What a second look at all statements of a release adds.
        """
        self.weights = weights
        self._lexicon = lexicon
        self._adviser = adviser
        self._look = SecondLook(trees, weights) if trees is not None else None
        least = [asked.least for asked in (adviser, self._look) if asked is not None]
        self._tables = Tables(weights, lexicon, min(least, default=None))
        self._slopes: list[float] = np.maximum(weights.slopes, _FLATTEST).tolist()
        self._thresholds: list[float] = weights.thresholds.tolist()

    def judge(
        self,
        cast: Cast,
        passages: Sequence[Passage],
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
        reader = self.reader(cast, found)
        scored = list(Sums(self._tables, reader, every=every).of(passages))
        best = _foremost(scored)
        beside = self._beside(scored, cast, reader, passages)
        advice = self._advice(best, beside)
        ruled = {finding.ends for finding in found}
        judged: dict[Ends, Judgement] = {}
        for key, (passage, pair, scores) in best.items():
            subject, number, thing = key
            ends = (subject, RELATIONS[number], thing)
            advised = advice.get(key, 0.0)
            if ends in ruled and _is_silent(passage, pair):
                advised = max(advised, 0.0)  # it does not see the layout that a rule has read
            score = scores[number] + beside.get(key, 0.0) + advised
            if every or score >= self._thresholds[number] or ends in ruled:
                place = candidate(passage, pair)
                probability = self.weights.probability(number, score)
                judged[ends] = Judgement(
                    place, RELATIONS[number], score, probability,
                    score >= self._thresholds[number], advised, beside.get(key, 0.0),
                )  # fmt: skip
        return judged

    def _beside(
        self,
        scored: Iterable[Scored],
        cast: Cast,
        reader: FeatureReader,
        passages: Sequence[Passage],
    ) -> dict[Numbered, float]:
        """What the other statements of the release add to the score of each."""
        if self._look is None:
            return {}
        added = self._look.added(scored, cast, reader.fired, passages)
        return {ends: more / self._slopes[ends[1]] for ends, more in added.items()}

    def _advice(
        self, best: Mapping[Numbered, Scored], beside: Mapping[Numbered, float]
    ) -> dict[Numbered, float]:
        """What the adviser adds to the best score of each; elsewhere nobody is asked.

        Args:
            best: Where each statement scores best.
            beside: What the others of the release have added to its score.
        """
        if self._adviser is None or not best:
            return {}
        asked = {id(scored): scored for scored in best.values()}
        order = sorted(asked.values(), key=lambda scored: (scored[0].start, scored[1]))
        rows = {id(scored): row for row, scored in enumerate(order)}
        scores = np.array([scored[2] for scored in order], np.float32)
        foremost = np.zeros(scores.shape, np.bool_)
        for key, scored in best.items():
            place = rows[id(scored)], key[1]
            foremost[place] = True
            scores[place] += beside.get(key, 0.0)
        likely = np.where(foremost, self.weights.probabilities(scores), np.float32(0))
        advice = self._adviser.advise([scored[:2] for scored in order], likely)
        advice /= np.array(self._slopes, np.float32)
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
        weighed = [*self.weights.reasons(names, number, most), *judgement.added.items()]
        return sorted(weighed, key=lambda item: (-abs(item[1]), item[0]))[:most]


def _foremost(scored: Iterable[Scored]) -> dict[Numbered, Scored]:
    """Where each subject, relation and object score best."""
    best: dict[Numbered, Scored] = {}
    for one in scored:
        passage, pair, scores = one
        subject = passage.references[pair[0]].figure.number
        thing = passage.references[pair[1]].figure.number
        for number in pair[2]:
            key = numbered(number, subject, thing)
            if key not in best or scores[number] > best[key][2][number]:
                best[key] = one
    return best


def _is_silent(passage: Passage, pair: Pair) -> bool:
    """Whether a sentence means either end without a word: a heading or what went before does."""
    return any(passage.references[place].token is None for place in pair[:2])
