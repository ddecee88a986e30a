"""The learner, on examples made by a rule that it is not told."""

from collections.abc import Callable

import numpy as np
import pytest

from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import Relation
from communique.training.examples import Lesson
from communique.training.labels import FORBIDDEN, OPEN, RIGHT, WRONG
from communique.training.learner import Table, learn, scores, tabulate, unscaled

Teach = Callable[..., Lesson]
MEETS, VISITS = (RELATIONS.index(r) for r in (Relation.MEETS, Relation.VISITS))


@pytest.fixture(scope="module")
def table(teach: Teach) -> Table:
    """Meetings wherever the sentence says so, among words that tell nothing."""
    chance = np.random.default_rng(3)
    rows = []
    for number in range(200):
        met = number % 4 == 0
        noise = [f"says={word}" for word in chance.choice(list("abcdefgh"), 3, replace=False)]
        names = ["bias", *noise, *(["says=meet"] if met else [])]
        rows.append((names, (0, Relation.MEETS, number + 1), RIGHT if met else WRONG))
    alone = (["bias", "says=once"], (0, Relation.MEETS, 300), OPEN)
    lessons = [rows[start : start + 25] for start in range(0, 200, 25)]
    return tabulate([teach(*lesson) for lesson in (*lessons[:7], [*lessons[7], *[alone] * 5])])


@pytest.fixture(scope="module")
def every(table: Table) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.ones(len(table.lessons), bool)


def test_a_planted_rule_weighs_most(
    table: Table, every: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> None:
    weights = unscaled(table, learn(table, every))

    assert table.names[int(weights[:, MEETS].argmax())] == "says=meet"


def test_examples_of_a_planted_rule_score_above_all_others(
    table: Table, every: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> None:
    found = scores(table, learn(table, every), every)[:, MEETS]
    labels = table.labels[:, MEETS]

    assert found[labels == RIGHT].min() > found[labels == WRONG].max()


def test_a_relation_without_right_examples_is_never_stated(
    table: Table, every: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> None:
    assert learn(table, every)[-1, VISITS] == -100


def test_a_relation_that_the_vocabulary_does_not_allow_has_no_score(
    table: Table, every: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> None:
    assert (table.labels[:, VISITS] == FORBIDDEN).all()
    assert np.isneginf(scores(table, learn(table, every), every)[:, VISITS]).all()


def test_features_of_fewer_than_five_releases_do_not_count(table: Table) -> None:
    assert "says=once" not in table.names
    assert "says=meet" in table.names


def test_each_row_has_the_features_of_its_example(table: Table) -> None:
    meet = table.names.index("says=meet")
    column = np.asarray(table.rows[:, [meet]].todense()).ravel()

    assert np.flatnonzero(column).tolist() == list(range(0, 200, 4))
    assert np.bincount(table.lessons).tolist() == [25] * 7 + [30]
