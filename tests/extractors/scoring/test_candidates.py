"""Which pairs of a release are scored, and by what features."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.weights import RELATIONS
from communique.graph import Release
from communique.ontology import SIGNATURES

pytestmark = pytest.mark.model
News = Any
"""The release of conftest.py with what the rules read in it."""
NAME = re.compile(r"bias|same-word|home|within|office~|[a-z~]+(?:-[a-z]+)*~?(?:[=|].*)?", re.S)


def test_a_candidate_may_state_what_the_vocabulary_allows_and_nothing_else(news: News) -> None:
    for _, candidate in news.pairs():
        left, right = candidate.left.figure.type, candidate.right.figure.type
        allowed = {
            number
            for number, relation in enumerate(RELATIONS)
            if left in SIGNATURES[relation].subjects and right in SIGNATURES[relation].objects
        }
        assert set(candidate.relations) == allowed
        assert allowed


def test_one_end_of_a_candidate_at_least_has_a_word(news: News) -> None:
    pairs = news.pairs()

    assert pairs
    assert not [c for _, c in pairs if c.left.token is None and c.right.token is None]
    assert [c for _, c in pairs if c.left.token is None or c.right.token is None]


def test_nobody_is_paired_with_himself(news: News) -> None:
    assert not [c for _, c in news.pairs() if c.left.figure is c.right.figure]


def test_two_figures_of_a_sentence_are_paired_both_ways(news: News) -> None:
    names = Counter((c.left.figure.name, c.right.figure.name) for _, c in news.pairs())

    assert names["Ana Duran", "Carl Berg"]
    assert names["Carl Berg", "Ana Duran"]


def test_features_come_in_three_parts(news: News) -> None:
    for passage, candidate in news.pairs():
        sight = Sight.of(passage)
        left, right = candidate.left, candidate.right
        shared = news.reader.shared(passage)
        ends = [*news.reader.end(sight, left, "left"), *news.reader.end(sight, right, "right")]
        together = news.reader.pair(sight, left, right)
        assert news.features(candidate) == [*shared, *ends, *together]


def test_the_parts_of_the_features_have_no_name_in_common(news: News) -> None:
    for passage, candidate in news.pairs():
        sight = Sight.of(passage)
        left, right = candidate.left, candidate.right
        parts = (
            set(news.reader.shared(passage)),
            set(news.reader.end(sight, left, "left")),
            set(news.reader.end(sight, right, "right")),
            set(news.reader.pair(sight, left, right)),
        )
        assert len(set().union(*parts)) == sum(map(len, parts))


def test_a_preposition_that_stands_twice_makes_an_argument_once(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    body = "Ana Duran of Estonia and Carl Berg of Latvia will meet in Riga in the summer."
    script = extractor.parsed(release(body))

    passages = [p for p in extractor.read(script).passages if p.references]

    noted = [some for p in passages for some in Sight.of(p).arguments.values()]
    assert [role for some in noted for _, role in some if role == "in"]
    assert [some for some in noted if len(set(some)) < len(some)] == []


def test_the_features_of_an_end_say_which_end(news: News) -> None:
    for passage, candidate in news.pairs():
        names = news.reader.end(Sight.of(passage), candidate.right, "right")
        assert not [name for name in names if not name.startswith("right-")]


def test_no_feature_breaks_the_lines_of_the_weights(news: News) -> None:
    names = {name for _, candidate in news.pairs() for name in news.features(candidate)}

    assert "bias" in names
    assert not [name for name in names if re.search(r"[\t\n\r]", name) or not NAME.fullmatch(name)]


def test_a_rule_that_fired_is_a_feature_of_its_pair(news: News) -> None:
    found = next(f for f in news.reading.found if f.relation == "MEETS")
    ends = {found.subject, found.object}
    pairs = [c for _, c in news.pairs() if {c.left.figure, c.right.figure} == ends]
    names = {name for candidate in pairs for name in news.features(candidate)}

    assert {"fired-here=MEETS", f"rule={found.rule}"} <= names
