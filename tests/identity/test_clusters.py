"""The order of entity ids, by which a cluster is named."""

import itertools

import pytest

from communique.identity.clusters import Clusters, natural


@pytest.mark.parametrize(
    "ids",
    [
        ("R#2", "R#10", "R#100"),
        ("R", "R#1", "R#1~2"),
        ("7-days#1", "visit#1"),
        ("a9#1", "a#1", "ab#1"),
        ("R#1a", "R#01b", "R#2"),
        ("R#9", f"R#{10**40}", f"R#{10**40 + 1}"),
    ],
    ids=["by value", "the shorter first", "digits first", "in words", "zeros", "large"],
)
def test_ids_sort_by_their_numbers_and_words(ids: tuple[str, ...]) -> None:
    for order in itertools.permutations(ids):
        assert tuple(sorted(order, key=natural)) == ids


def test_a_cluster_is_named_by_its_first_id_however_it_grew() -> None:
    clusters = Clusters(["R#10", "R#2", "R#1", "R#01"])
    assert clusters.merge(["R#10", "R#2"])
    assert clusters.root("R#10") == "R#2"
    assert list(clusters.members()) == ["R#01", "R#1", "R#2"]
