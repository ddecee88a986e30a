"""Scores and judgements of pairs."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from communique.extractors.reading.frame import read_frames
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.scorer import Judgement, Scorer
from communique.extractors.scoring.weights import RELATIONS, Weights
from communique.gazetteer.nouns import read_nouns
from communique.ontology import SIGNATURES

pytestmark = pytest.mark.model
News = Any
"""The release of conftest.py with what the rules read in it."""


@pytest.fixture(scope="module")
def scorer(news: News, weigh: Callable[[Sequence[str]], Weights]) -> Scorer:
    names = [name for _, candidate in news.pairs() for name in news.features(candidate)]
    return Scorer(weigh(names), Lexicon(read_frames(read_nouns().meeting_nouns)))


@pytest.fixture(scope="module")
def judgements(news: News, scorer: Scorer) -> list[Judgement]:
    reading = news.reading
    return list(scorer.judge(news.script.cast, reading.passages, reading.found).values())


def test_a_score_is_the_sum_over_all_features_of_the_candidate(
    news: News, scorer: Scorer, judgements: list[Judgement]
) -> None:
    assert judgements
    for judgement in judgements:
        total = scorer.weights.total(news.features(judgement.candidate))
        assert judgement.score == pytest.approx(
            float(total[RELATIONS.index(judgement.relation)]), abs=1e-3
        )


def test_a_pair_is_judged_where_it_scores_best(
    news: News, scorer: Scorer, judgements: list[Judgement]
) -> None:
    best = {j.candidate.ends(j.relation): j.score for j in judgements}
    for _, candidate in news.pairs():
        total = scorer.weights.total(news.features(candidate))
        for number in candidate.relations:
            assert best[candidate.ends(RELATIONS[number])] >= float(total[number]) - 1e-3


def test_a_symmetric_relation_is_judged_once(judgements: list[Judgement]) -> None:
    ends = [
        frozenset((j.candidate.left.figure.number, j.candidate.right.figure.number))
        for j in judgements
        if SIGNATURES[j.relation].symmetric and j.relation == "MEETS"
    ]

    assert len(ends) == len(set(ends))


def test_what_reaches_the_threshold_is_stated(judgements: list[Judgement]) -> None:
    assert {j.stated for j in judgements} == {True, False}
    assert not [j for j in judgements if j.stated != (j.score >= 0)]


def test_the_reasons_are_weights_of_features_of_the_candidate(
    news: News, scorer: Scorer, judgements: list[Judgement]
) -> None:
    for judgement in judgements[:20]:
        names = news.features(judgement.candidate)
        number = RELATIONS.index(judgement.relation)
        for name, weight in scorer.reasons(news.reader, judgement):
            assert name in names
            assert weight == scorer.weights.matrix[scorer.weights.index[name], number]
