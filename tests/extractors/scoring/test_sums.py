"""Pairs that state nothing are passed over without a look at their features."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from communique.extractors.reading.frame import read_frames
from communique.extractors.scoring.features.family import FamilyIndex, names
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.scorer import Judgement, Scorer
from communique.extractors.scoring.sums import Sums, Tables
from communique.extractors.scoring.sums.between import Between
from communique.extractors.scoring.sums.bounds import TYPES, StandingBounds
from communique.extractors.scoring.sums.columns import read_columns
from communique.extractors.scoring.sums.grid import grids
from communique.extractors.scoring.weights import Weights, read_weights
from communique.gazetteer.nouns import read_nouns

pytestmark = pytest.mark.model
News = Any
"""The release of conftest.py with what the rules read in it."""


@pytest.fixture(scope="module")
def weights(news: News, weigh: Callable[[Sequence[str]], Weights]) -> Weights:
    """Weights of all features of the release, with thresholds that few pairs reach."""
    candidates = [candidate for _, candidate in news.pairs()]
    drawn = weigh([name for candidate in candidates for name in news.features(candidate)])
    totals = np.stack([drawn.total(news.features(candidate)) for candidate in candidates])
    return replace(drawn, thresholds=np.quantile(totals, 0.9, axis=0).astype(np.float32))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(read_frames(read_nouns().meeting_nouns))


@pytest.fixture(scope="module")
def tables(weights: Weights, lexicon: Lexicon) -> Tables:
    return Tables(weights, lexicon)


@pytest.fixture(scope="module")
def learned() -> Weights:
    """Those of the package."""
    weights = read_weights()
    assert weights is not None
    return weights


def what(judgement: Judgement) -> tuple[object, ...]:
    candidate = judgement.candidate
    return judgement.stated, candidate.passage.start, candidate.left, candidate.right


@pytest.mark.parametrize("sort", ["drawn", "learned"])
def test_what_is_stated_does_not_depend_on_what_is_passed_over(
    news: News, weights: Weights, learned: Weights, lexicon: Lexicon, sort: str
) -> None:
    scorer = Scorer(weights if sort == "drawn" else learned, lexicon)
    cast, reading = news.script.cast, news.reading
    every = scorer.judge(cast, reading.passages, reading.found)
    some = scorer.judge(cast, reading.passages, reading.found, every=False)
    asked = {finding.ends for finding in reading.found}

    stated = {ends for ends, judgement in every.items() if judgement.stated}
    assert stated
    assert asked & every.keys()
    assert some.keys() == every.keys() & (stated | asked)
    for ends, judgement in some.items():
        assert what(judgement) == what(every[ends])
        assert judgement.score == pytest.approx(every[ends].score, abs=1e-4)


def test_most_pairs_are_passed_over(news: News, learned: Weights, lexicon: Lexicon) -> None:
    kept = list(Sums(Tables(learned, lexicon), news.reader, every=False).of(news.reading.passages))

    assert 0 < len(kept) < len(news.pairs()) / 2


def test_a_family_knows_the_rows_of_the_names_it_stands_for(news: News, weights: Weights) -> None:
    index = FamilyIndex(weights.index)
    for passage, candidate in news.pairs():
        sight = Sight.of(passage)
        families = list(news.reader.words(sight, candidate.left, candidate.right))
        assert index.rows(families) == {weights.index[name] for name in names(families)}


def test_a_feature_is_found_whatever_signs_its_words_hold() -> None:
    odd = ["gap=before:a | b", "gap=before:a | b|Person>Place", "between=after:|:=", "via=a=b|c"]
    index = FamilyIndex({name: row for row, name in enumerate(odd)})

    families = [
        ("gap=before:a | b", ("", "|Person>Place")),
        ("between=after:", ("|:=",)),
        ("via=", ("a=b|c", "unheard")),
        ("path=a^b", ("",)),
    ]
    assert index.rows(families) == {0, 1, 2, 3}


def test_bounds_of_standing_hold_for_every_pair(news: News, weights: Weights) -> None:
    bounds = StandingBounds(weights)
    for _, candidate in news.pairs():
        left, right = candidate.left.figure, candidate.right.figure
        added = weights.total(news.reader.standing(left, right))
        assert (added <= bounds.of(left)[TYPES.index(right.type)] + 1e-5).all()


def test_ends_add_what_their_features_weigh(news: News, weights: Weights, tables: Tables) -> None:
    for passage, candidate in news.pairs():
        sight = Sight.of(passage)
        sides = {"left": candidate.left, "right": candidate.right}
        for column, (side, end) in enumerate(sides.items()):
            marks = [*news.reader.marks(end.figure), *news.reader.alone(sight, end)]
            added = tables.ends([[*marks, *marks]])[0, column]  # each counts once
            assert added == pytest.approx(
                weights.total(news.reader.end(sight, end, side)), abs=1e-4
            )


def test_bounds_of_a_lone_word_hold_for_every_pair(
    news: News, weights: Weights, tables: Tables
) -> None:
    lone = [pair for pair in news.pairs() if None in (pair[1].left.token, pair[1].right.token)]
    assert lone
    for passage, candidate in lone:
        sight, left, right = Sight.of(passage), candidate.left, candidate.right
        added = weights.total(names(news.reader.words(sight, left, right)))
        most = tables.ends([news.reader.alone(sight, left), news.reader.alone(sight, right)])
        assert (added <= most[0, 2] + most[1, 3] + 1e-5).all()


@pytest.mark.parametrize("sort", ["drawn", "learned"])
def test_bounds_of_what_stands_between_words_hold_for_every_pair(
    news: News, weights: Weights, learned: Weights, lexicon: Lexicon, sort: str
) -> None:
    tables = Tables(weights if sort == "drawn" else learned, lexicon)
    families = FamilyIndex(tables.weights.index)
    for grid in grids(news.reading.passages):
        columns = read_columns(grid, tables, news.reader)
        pairs = np.flatnonzero(columns.worded)
        assert len(pairs)
        words = Between(grid, tables.worded)
        most = words.most(grid.left[pairs], grid.right[pairs], columns.types)
        for ends, bound in zip(grid.ends(pairs.tolist()), most, strict=True):
            rows = families.rows(news.reader.words(*ends))
            assert (tables.weights.matrix[sorted(rows)].sum(axis=0) <= bound + 1e-4).all()
