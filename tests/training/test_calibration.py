"""Probabilities and thresholds, and counts as the scorer of the annotations makes them."""

from collections.abc import Callable

import numpy as np
import pytest

from communique.evaluation import scoring
from communique.evaluation.annotation.gold import GoldDocument, GoldEntity, GoldTriple
from communique.evaluation.annotation.predictions import (
    PredictedEntity,
    PredictedEvidence,
    PredictedStatement,
)
from communique.extractors.reading.script import Ends
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import EntityType, Relation
from communique.training.calibration import Tally, best_probability, calibrate, tallies, total
from communique.training.examples import Lesson

Teach = Callable[..., Lesson]
MEETS = RELATIONS.index(Relation.MEETS)
NAMES = ("Ana Duran", "Carl Berg", "Dan Holt", "Estonia")
ANA, CARL, DAN, ESTONIA = range(4)
LOW = np.full(len(RELATIONS), -5.0)


def meets(left: int, right: int) -> Ends:
    return left, Relation.MEETS, right


@pytest.fixture
def scored(teach: Teach) -> tuple[list[Lesson], list[dict[Ends, float]]]:
    """A hundred meetings, the more often right the higher they score."""
    chances = np.random.default_rng(7).random(100)
    best = {meets(0, n + 1): n / 20 - 2.5 for n in range(100)}
    right = [ends for ends, chance in zip(best, chances, strict=True) if ends[2] / 100 > chance]
    golds = {ends: frozenset([number]) for number, ends in enumerate(right)}
    required = dict.fromkeys(range(len(right)), Relation.MEETS)
    return [teach(golds=golds, required=required)], [best]


def test_a_higher_probability_asks_for_a_higher_score(
    scored: tuple[list[Lesson], list[dict[Ends, float]]],
) -> None:
    calibration = calibrate(*scored)
    limits = [calibration.thresholds(p)[MEETS] for p in (0.1, 0.3, 0.5, 0.7, 0.9)]

    assert limits == sorted(set(limits))


def test_every_relation_has_a_rising_curve_even_without_statements(
    scored: tuple[list[Lesson], list[dict[Ends, float]]],
) -> None:
    assert (calibrate(*scored).slopes > 0).all()


def test_a_probability_of_one_half_is_where_right_and_wrong_are_even(
    scored: tuple[list[Lesson], list[dict[Ends, float]]],
) -> None:
    assert abs(calibrate(*scored).thresholds(0.5)[MEETS]) < 1


def test_the_chosen_probability_states_more_where_recall_counts_more(
    scored: tuple[list[Lesson], list[dict[Ends, float]]],
) -> None:
    calibration = calibrate(*scored)

    careful = best_probability(*scored, calibration, 0.3)
    assert careful >= best_probability(*scored, calibration, 2.0)


def entity(number: int) -> PredictedEntity:
    kind = EntityType.COUNTRY if number == ESTONIA else EntityType.PERSON
    return PredictedEntity(f"e{number}", str(kind), NAMES[number], frozenset())


def gold(*triples: tuple[int, Relation, int, bool]) -> GoldDocument:
    entities = {
        str(number): GoldEntity(
            str(number), entity(number).type, name, frozenset([entity(number).type]),
            frozenset([name.lower()]), True,
        )
        for number, name in enumerate(NAMES)
    }  # fmt: skip
    found = tuple(
        GoldTriple(entities[str(a)], str(relation), entities[str(b)], {}, ("x",), optional)
        for a, relation, b, optional in triples
    )
    return GoldDocument("news", "News", entities, found, "x")


REQUIRED = (ANA, Relation.MEETS, CARL, False)
OPTIONAL = (ANA, Relation.MEETS, DAN, True)
OFFICE = (ANA, Relation.REPRESENTS, ESTONIA, True)


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param([], id="nothing"),
        pytest.param([meets(ANA, CARL)], id="required"),
        pytest.param([meets(ANA, CARL)] * 2, id="required twice"),
        pytest.param([meets(ANA, DAN)], id="optional"),
        pytest.param([meets(ANA, DAN)] * 2, id="optional twice"),
        pytest.param([meets(CARL, ESTONIA)], id="broader"),
        pytest.param([meets(CARL, ESTONIA)] * 2, id="broader twice"),
        pytest.param([meets(CARL, DAN)], id="wrong"),
        pytest.param([meets(ANA, CARL), meets(ANA, DAN), meets(CARL, DAN)], id="all kinds"),
    ],
)
def test_statements_count_as_in_the_evaluation(stated: list[Ends], teach: Teach) -> None:
    document = gold(REQUIRED, OPTIONAL, OFFICE)
    quote = (PredictedEvidence("news", "News", 0, 1, "x"),)
    statements = [
        PredictedStatement(line, entity(a), str(relation), entity(b), {}, quote)
        for line, (a, relation, b) in enumerate(stated)
    ]
    count = scoring.score([document], statements).triples

    # A figure read twice is two figures of one name: the second statement is a duplicate.
    ends = [(a + 10 * n, relation, b + 10 * n) for n, (a, relation, b) in enumerate(stated)]
    said = {meets(ANA, CARL): 0, meets(ANA, DAN): 1}
    golds = {e: frozenset([said[s]]) for e, s in zip(ends, stated, strict=True) if s in said}
    broader = [e for e, s in zip(ends, stated, strict=True) if s == meets(CARL, ESTONIA)]
    lesson = teach(golds=golds, neutral=frozenset(broader), required={0: Relation.MEETS})
    tally = total(tallies([lesson], [dict.fromkeys(ends, 1.0)], LOW))

    assert (tally.right, tally.wrong, tally.missed) == (count.tp, count.fp, count.fn)


def test_what_scores_below_the_threshold_is_not_stated(teach: Teach) -> None:
    lesson = teach(golds={meets(0, 1): frozenset([0])}, required={0: Relation.MEETS})
    found = tallies([lesson], [{meets(0, 1): -6.0}], LOW)

    assert found[MEETS] == Tally(missed=1)
