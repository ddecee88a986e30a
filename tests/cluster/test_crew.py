"""Shards read by the processes of a real cluster of this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from pathlib import Path

import pytest
import scripted_readers
from scripted_readers import Reader

from communique.cluster import crew
from communique.cluster.crew import Crew
from communique.cluster.extractor import ClusterExtractor, hired
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


class Connected(Cluster):
    """The cluster of the fixture, which outlives each reading."""

    @contextmanager
    def connected(self) -> Iterator[int]:
        yield 2


def releases(*texts: str) -> list[Release]:
    return [Release(f"r{number}", "Talks", "", text) for number, text in enumerate(texts)]


def read(given: list[Release], shelf: Shelf, make: Making, seconds: float = 60) -> list[Extraction]:
    """What two processes read, in the order of the releases."""
    hands = Crew(partial(hired, make, shelf, seconds), 2, shelf)
    try:
        jobs = [hands.ask(shard) for shard in shards(given, shelf.version, 4)]
        for job in reversed(jobs):
            hands.wait_for(job)
        return list(chain.from_iterable(shelf.extractions(job.shard, job.errors) for job in jobs))
    finally:
        hands.dismiss()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Place.at(str(tmp_path / "shards")), VERSION)


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="sockets are not told here")
def test_nothing_of_a_cluster_of_this_machine_listens_to_the_network(
    tmp_path: Path, shelf: Shelf
) -> None:
    read(releases("They met."), shelf, partial(Reader, str(tmp_path)))

    addresses = _listening(_descendants(os.getpid()))

    assert len(addresses) > 3
    assert set(addresses) <= {"0100007F", "0" * 16 + "FFFF00000100007F"}


def _descendants(number: int) -> set[int]:
    """A process and those that it started, with what they started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found = {number}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _listening(processes: set[int]) -> list[str]:
    """Addresses on which processes listen, as Linux writes them."""
    sockets = set()
    for process in processes:
        for handle in Path(f"/proc/{process}/fd").glob("*"):
            with suppress(OSError):  # it has ended
                sockets.add(str(handle.readlink()))
    rows = [
        row.split()
        for table in ("tcp", "tcp6")
        for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    ]
    listening = [row for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in sockets]
    return [row[1].partition(":")[0] for row in listening]


def test_a_release_that_ends_processes_takes_too_long_or_fails_does_so_alone(
    tmp_path: Path, shelf: Shelf
) -> None:
    words = ("It dies here", "It sleeps here", "It fails", "It dies-once here")
    given = releases(*["They met."] * 12, *words, *["They met."] * 12)

    found = read(given, shelf, partial(Reader, str(tmp_path)), seconds=3)

    assert [extraction.release for extraction in found] == given
    assert {item.release.id: item.error for item in found if item.error} == {
        "r12": "a worker process ended by signal 9",
        "r13": "reading it took longer than 3 s",
        "r14": "it fails",
    }


def test_a_release_that_ends_the_readers_of_its_shard_fails_alone(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "ATTEMPTS", 2)
    given = releases(*["They met."] * 5, "It ruins this one", *["They met."] * 6)

    found = read(given, shelf, partial(Reader, str(tmp_path)))

    assert [extraction.release for extraction in found] == given
    assert {item.release.id: item.error for item in found if item.error} == {
        "r5": "the processes of the cluster that read it were lost 2 times"
    }


def test_what_an_earlier_run_left_damaged_is_read_anew(tmp_path: Path, shelf: Shelf) -> None:
    given = releases(*["They met."] * 6)
    for shard in shards(given, VERSION, 4):
        shelf.put(shard, map(Extraction, shard.releases))
    for file in tmp_path.glob("shards/statements/*/*.parquet"):
        file.write_bytes(b"")
    again = ClusterExtractor(Connected(), partial(Reader, str(tmp_path)), shelf, size=4)

    found = list(again.extract(given))

    assert [(item.release, item.error) for item in found] == [(item, None) for item in given]


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
