"""Cutting a stream of releases into shards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cluster.crew import Job
from communique.cluster.extractor import in_order
from communique.cluster.shard import LARGEST, Shard, shards
from communique.graph import Release

VERSION = "rules-1"


def _feed(numbers: list[int]) -> list[Release]:
    return [Release(f"r{n}", "Talks", "", f"They met in room {n}.") for n in numbers]


FEED = _feed(list(range(400)))


def names(releases: list[Release], version: str = VERSION) -> list[str]:
    return [shard.name for shard in shards(releases, version, 16)]


def test_shards_hold_all_releases_in_order() -> None:
    cut = list(shards(FEED, VERSION, 16))

    assert [release for shard in cut for release in shard.releases] == FEED
    assert max(map(len, cut)) <= 32


@given(st.integers(0, 399))
def test_a_stream_that_begins_later_is_soon_cut_as_before(start: int) -> None:
    others = set(names(FEED[start:])) - set(names(FEED))

    assert len(others) <= 3


@given(st.integers(0, 399))
def test_a_release_put_in_leaves_the_shards_further_on(place: int) -> None:
    more = [*FEED[:place], *_feed([1000]), *FEED[place:]]

    assert len(set(names(more)) - set(names(FEED))) <= 3


def test_a_shard_has_another_name_for_another_version_text_or_day() -> None:
    release = Release("r1", "Talks", "", "They met.", 0, "2024-05-03")
    same = Release("r1", "Talks", "", "They met.", 0, "2024-05-03")
    other_day = Release("r1", "Talks", "", "They met.", 0, "2024-05-04")

    name = Shard.of([release], VERSION).name

    assert Shard.of([same], VERSION).name == name
    assert Shard.of([release], "rules-2").name != name
    assert Shard.of([other_day], VERSION).name != name


def test_long_releases_make_short_shards() -> None:
    long = [Release(f"r{n}", "Talks", "", "met " * (LARGEST // 8)) for n in range(6)]

    assert max(len(shard) for shard in shards(long, VERSION)) <= 2


def test_large_shards_are_not_cut_short_by_releases_of_usual_length() -> None:
    usual = [Release(f"r{n}", "Talks", "", "met " * 1000) for n in range(3000)]

    cut = [len(shard) for shard in shards(usual, VERSION, 2000)]

    assert max(cut) * 4000 > LARGEST


@pytest.mark.parametrize(
    ("most", "characters", "ahead"), [(5, 10**9, 4), (100, 3000, 2)], ids=["shards", "characters"]
)
def test_no_more_is_taken_ahead_than_fits(most: int, characters: int, ahead: int) -> None:
    taken: list[Shard] = []

    def ask(shard: Shard) -> Job:
        taken.append(shard)
        return Job(shard, done=True)

    given = [Shard.of([Release(f"r{n}", "Talks", "", "m" * 1000)], VERSION) for n in range(20)]
    found = []
    for job in in_order(iter(given), ask, most, characters):
        found.append(job.shard)
        assert len(taken) == min(len(found) + ahead, len(given))

    assert found == given


def test_a_shard_of_no_release_is_refused() -> None:
    with pytest.raises(ValueError, match="shard of 0"):
        list(shards(FEED, VERSION, 0))
