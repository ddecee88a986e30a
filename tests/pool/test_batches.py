"""Releases are read together as long as they are few and short."""

import pytest

from communique.graph import BATCH, Release, in_batches


def sizes(lengths: list[int], characters: int) -> list[int]:
    releases = [Release(f"r{n}", "Talks", "", "x" * length) for n, length in enumerate(lengths)]
    batches = list(in_batches(releases, characters))
    assert [release for batch in batches for release in batch] == releases
    return [len(batch) for batch in batches]


@pytest.mark.parametrize(
    ("lengths", "characters", "expected"),
    [
        ([], 100, []),
        ([10] * (2 * BATCH + 1), 10 * BATCH, [BATCH, BATCH, 1]),
        ([60, 50, 10, 200, 10], 100, [2, 2, 1]),
        ([500], 100, [1]),
    ],
)
def test_a_batch_ends_when_it_has_enough_releases_or_characters(
    lengths: list[int], characters: int, expected: list[int]
) -> None:
    assert sizes(lengths, characters) == expected
