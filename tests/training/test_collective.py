"""Trees of the second look, grown from claims."""

from collections.abc import Callable

import numpy as np
import pytest

from communique.extractors.scoring.collective.company import COLUMNS
from communique.extractors.scoring.collective.trees import read_trees
from communique.ontology import Relation
from communique.training.calibration import AS_IT_IS
from communique.training.collective.growing import FEWEST, crossed, format_trees, grow
from communique.training.collective.lessons import ClaimTable, claim_table, told
from communique.training.examples import Lesson

Teach = Callable[..., Lesson]
LOGIT, RIVAL = COLUMNS.index("logit"), COLUMNS.index("subject-rival")


@pytest.fixture(scope="module")
def table() -> ClaimTable:
    """Claims that are right unless a rival is surer; half of the columns have whole numbers."""
    chance = np.random.default_rng(4)
    rows = chance.normal(size=(2 * FEWEST, len(COLUMNS))).astype(np.float32)
    rows[:, 1::2] = chance.integers(-1, 3, size=rows[:, 1::2].shape)
    right = (rows[:, LOGIT] > rows[:, RIVAL]).astype(np.int8)
    owners = np.arange(len(rows), dtype=np.int32) // 10
    ends = [(0, Relation.MEETS, number) for number in range(len(rows))]
    return ClaimTable(rows, right, owners, ends)


def test_what_is_written_adds_what_was_grown(table: ClaimTable) -> None:
    grown = grow(table, np.ones(len(table.ends), bool))
    assert grown is not None
    read = read_trees(format_trees({}, grown))
    assert read is not None

    rows = table.rows.round(3)  # no number lies so near to a bound that steps part them
    wanted = grown.predict(rows, raw_score=True)
    assert np.abs(read.added(rows) - wanted).max() < 0.02


def test_trees_tell_what_the_logit_alone_does_not(table: ClaimTable) -> None:
    parts = [number % 4 for number in range(len(table.ends) // 10)]
    found = crossed(table, parts)

    def agreeing(logits: np.ndarray) -> float:
        return float(((logits > 0) == (table.right == 1)).mean())

    assert agreeing(found) > agreeing(table.rows[:, LOGIT]) + 0.1


def test_of_few_claims_nothing_is_grown(table: ClaimTable) -> None:
    few = np.arange(len(table.ends)) < FEWEST - 1

    assert grow(table, few) is None
    assert read_trees(format_trees({}, None)) is None


def test_the_claims_of_a_lesson_are_what_its_candidates_hold_likely(teach: Teach) -> None:
    meets = Relation.MEETS
    rows = [(["bias"], (0, meets, n), 0) for n in range(3)]
    golds = {(0, meets, 1): frozenset({7})}
    lesson = teach(*rows, golds=golds, neutral=frozenset({(0, meets, 2)}), required={7: meets})
    scored = np.full((3, 16), -9.0)
    scored[:, list(Relation).index(meets)] = [-3.0, 2.0, 0.0]
    found = claim_table([lesson], scored, AS_IT_IS)

    assert found.ends == [(0, meets, 1), (0, meets, 2)]
    assert found.right.tolist() == [1, -1]
    assert told(found, found.rows[:, LOGIT].astype(float), 1) == [
        {(0, meets, 1): 2.0, (0, meets, 2): 0.0}
    ]
