"""Shards read by the processes of a real cluster of this machine."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest
import scripted_readers
from scripted_readers import Reader

from communique.cluster.crew import Crew
from communique.cluster.extractor import hired
from communique.cluster.inputs import read_inputs
from communique.cluster.parquet.place import Place
from communique.cluster.parquet.shelf import Shelf
from communique.cluster.session import Cluster
from communique.cluster.shard import shards
from communique.feeds import Defaults, read_releases
from communique.graph import ClusterError, Extraction, ExtractorError, Release
from communique.pool import Making

VERSION = Reader.version
pytestmark = pytest.mark.usefixtures("cluster")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """A connection to a cluster of two processors, whose processes find the scripted readers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(scripted_readers.__file__).parent))
        with Cluster(None, 2).connected() as workers:
            assert workers == 2
            yield


def releases(*texts: str) -> list[Release]:
    return [Release(f"r{number}", "Talks", "", text) for number, text in enumerate(texts)]


def read(given: list[Release], shelf: Shelf, make: Making, seconds: float = 60) -> list[Extraction]:
    """What two processes read, in the order of the releases."""
    crew = Crew(partial(hired, make, shelf, seconds), 2, shelf)
    try:
        jobs = [crew.ask(shard) for shard in shards(given, shelf.version, 4)]
        for job in reversed(jobs):
            crew.wait_for(job)
        return list(chain.from_iterable(shelf.extractions(job.shard, job.errors) for job in jobs))
    finally:
        crew.dismiss()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Place.at(str(tmp_path / "shards")), VERSION)


def test_a_release_that_ends_processes_takes_too_long_or_fails_does_so_alone(
    tmp_path: Path, shelf: Shelf
) -> None:
    words = ("It dies here", "It sleeps here", "It fails", "It dies-once here")
    given = releases(*["They met."] * 12, *words, *["They met."] * 12)

    found = read(given, shelf, partial(Reader, str(tmp_path)), seconds=1)

    assert [extraction.release for extraction in found] == given
    assert {item.release.id: item.error for item in found if item.error} == {
        "r12": "a worker process ended by signal 9",
        "r13": "reading it took longer than 1 s",
        "r14": "it fails",
    }


def test_an_extractor_that_breaks_ends_the_reading(tmp_path: Path, shelf: Shelf) -> None:
    given = releases("They met.", "It breaks here", "They met.")

    with pytest.raises(ExtractorError, match="it is broken"):
        read(given, shelf, partial(Reader, str(tmp_path)))


def test_machines_with_another_version_are_refused(tmp_path: Path) -> None:
    shelf = Shelf(Place.at(str(tmp_path / "shards")), "another")

    with pytest.raises(ClusterError, match="reads with 1, this one with another"):
        read(releases("They met."), shelf, partial(Reader, str(tmp_path)))


def test_an_extractor_that_cannot_be_made_is_told(shelf: Shelf) -> None:
    with pytest.raises(ClusterError, match=r"reading failed in the cluster: .*no number"):
        read(releases("They met."), shelf, partial(int, "no number"))


def test_the_cluster_reads_files_as_one_process_does(root: Path, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            (root / "examples" / "press-feed.txt").read_text(encoding="utf-8"), encoding="utf-8"
        )

    found = list(read_inputs([str(tmp_path)], Defaults(), alone=True))

    assert found == list(read_releases([tmp_path]))
