"""Pairs of entities: counted over two partitions."""

from communique.evaluation.clusters.clustering import Mention
from communique.evaluation.clusters.pairs import score_pairs

A, B, C, D = (Mention(document, "maria-hollis") for document in "abcd")
ALSO_IN_A = Mention("a", "peter-hollis")


def test_pairs_are_right_wrong_or_missed() -> None:
    score = score_pairs({A: A, B: A, C: A, D: D}, {A: "p1", B: "p1", C: "p2", D: "p2"})

    assert (score.count.tp, score.count.fp, score.count.fn) == (1, 1, 2)
    assert (score.entities, score.clusters) == (4, 1)


def test_what_is_split_or_mixed_is_named_part_by_part() -> None:
    score = score_pairs({A: A, B: A, C: C}, {A: "p1", B: "p2", C: "p2"})

    assert score.split == (((A,), (B,)),)
    assert score.mixed == (((B,), (C,)),)


def test_entities_of_one_release_make_no_pair() -> None:
    score = score_pairs({A: A, ALSO_IN_A: ALSO_IN_A}, {A: "p1", ALSO_IN_A: "p1"})

    assert score.count.f1 is None


def test_entities_that_one_side_lacks_are_left_out() -> None:
    score = score_pairs({A: A, B: A, C: A}, {A: "p1", B: "p1", D: "p1"})

    assert (score.count.tp, score.count.fp, score.count.fn) == (1, 0, 0)
    assert score.entities == 2


def test_equal_partitions_score_one_whatever_their_ids() -> None:
    score = score_pairs({A: A, B: A, C: C, D: C}, {A: "x", B: "x", C: "y", D: "y"})

    assert score.count.f1 == 1
    assert score.split == score.mixed == ()
