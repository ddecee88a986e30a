"""The file of weights, written and read."""

import json
from typing import Any

import numpy as np
import pytest

from communique.extractors.scoring.weights import (
    RELATIONS,
    Scores,
    Weights,
    format_weights,
    read_weights,
)
from communique.ontology import Relation

NAMES = ("says=meet", "bias", "path=nsubj^dobj|summit=visit")
MEETS = RELATIONS.index(Relation.MEETS)
VISITS = RELATIONS.index(Relation.VISITS)


@pytest.fixture
def matrix() -> Scores:
    matrix = np.zeros((len(NAMES), len(RELATIONS)), np.float32)
    matrix[0, MEETS], matrix[0, VISITS], matrix[2, VISITS] = 1.2344, -0.5, 2.0
    return matrix


def card(**columns: dict[str, float]) -> dict[str, Any]:
    return {"releases": 3, "thresholds": {}, "slopes": {}, "offsets": {}} | columns


def read(text: str) -> Weights:
    weights = read_weights(text)
    assert weights is not None
    return weights


def test_weights_come_back_in_thousandths(matrix: Scores) -> None:
    weights = read(format_weights(card(), NAMES, matrix))

    for row, name in enumerate(NAMES):
        assert weights.total([name]) == pytest.approx(np.round(matrix[row], 3), abs=1e-6)


def test_writing_what_was_read_changes_nothing(matrix: Scores) -> None:
    text = format_weights(card(), NAMES, matrix)
    weights = read(text)

    assert format_weights(weights.card, list(weights.index), weights.matrix) == text


def test_the_first_line_is_the_card_and_each_further_line_a_feature(matrix: Scores) -> None:
    first, *lines = format_weights(card(), NAMES, matrix).splitlines()

    assert json.loads(first)["releases"] == 3
    assert json.loads(first)["relations"] == [str(relation) for relation in RELATIONS]
    assert lines == [
        f"path=nsubj^dobj|summit=visit\t{VISITS}:2000",
        f"says=meet\t{MEETS}:1234 {VISITS}:-500",
    ]


def test_features_come_in_the_order_of_their_names_whatever_the_order_given(
    matrix: Scores,
) -> None:
    forth = format_weights(card(), NAMES, matrix)

    assert format_weights(card(), NAMES[::-1], matrix[::-1]) == forth


def test_thresholds_are_read_by_name_of_the_relation(matrix: Scores) -> None:
    weights = read(format_weights(card(thresholds={"VISITS": 1.5}), NAMES, matrix))

    assert weights.thresholds[VISITS] == 1.5
    assert weights.thresholds[MEETS] == 0


def test_weights_of_another_order_of_relations_keep_their_relation(matrix: Scores) -> None:
    first, *lines = format_weights(card(), NAMES, matrix).splitlines()
    head = json.loads(first)
    head["relations"] = head["relations"][::-1]
    turned = [line.replace(f"{VISITS}:2000", f"{15 - VISITS}:2000") for line in lines[:1]]

    weights = read("\n".join([json.dumps(head), *turned]))
    assert weights.total(["path=nsubj^dobj|summit=visit"])[VISITS] == 2


def test_a_feature_counts_once_and_an_unknown_one_not_at_all(matrix: Scores) -> None:
    weights = read(format_weights(card(), NAMES, matrix))
    total = weights.total(["says=meet", "says=meet", "says=unheard"])

    assert total[VISITS] == np.float32(-0.5)


def test_reasons_come_heaviest_first(matrix: Scores) -> None:
    weights = read(format_weights(card(), NAMES, matrix))
    reasons = weights.reasons(NAMES, VISITS, 5)

    assert reasons == [("path=nsubj^dobj|summit=visit", 2.0), ("says=meet", -0.5)]


def test_a_probability_follows_the_curve_of_its_relation(matrix: Scores) -> None:
    columns = {"slopes": {"MEETS": 2.0}, "offsets": {"MEETS": -1.0}}
    weights = read(format_weights(card(**columns), NAMES, matrix))

    assert weights.probability(MEETS, 0.5) == pytest.approx(0.5)
    assert weights.probability(MEETS, 3.0) > weights.probability(MEETS, 1.0)
