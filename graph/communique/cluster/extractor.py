"""An extractor whose work is done by a cluster."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import ray

from communique.cluster.crew import Crew, Job
from communique.cluster.hand import Hand
from communique.cluster.inputs import SHARE
from communique.cluster.parquet.shelf import Shelf
from communique.cluster.session import Cluster
from communique.cluster.shard import Shard, shards
from communique.graph import BATCH, RELEASE_SECONDS, ClusterError, Extraction, Release
from communique.pool import Making

AHEAD = 6
"""Shards under way, done early or waiting, for each process."""
CHARACTERS = 1_000_000_000
"""Characters of releases with which no further shard is taken, however many processes there are."""

_log = logging.getLogger(__name__)


class ClusterExtractor:
    """Reads with processes of a Ray cluster; meets the builder's protocol.

    This process is connected to the cluster as long as an ``extract``, and the others live as
    long. In memory are so many shards for each process and so many characters altogether, however
    long the feed. What the shelf holds of an earlier run is not read again.

    Attributes:
        version: Of the extractors.
    """

    def __init__(
        self,
        cluster: Cluster,
        make: Making,
        shelf: Shelf,
        *,
        size: int = BATCH,
        seconds: float = RELEASE_SECONDS,
    ) -> None:
        """Start nothing yet.

        Args:
            cluster: Whose processes read.
            make: Makes an extractor; called in each process.
            shelf: Where they put what they read; all machines must reach it.
            size: Releases of a shard on average.
            seconds: How long a release may take.
        """
        self.version = shelf.version
        self._cluster, self._shelf, self._size = cluster, shelf, size
        self._start = partial(hired, make, shelf, seconds)
        self._remarks: dict[str, None] = {}

    @property
    def remarks(self) -> list[str]:
        """What the extractors have to say for the report of a build, each thing once."""
        return list(self._remarks)

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release, in order; closing it ends the connection.

        Raises:
            CommuniqueError: The extractor, the cluster or the shelf cannot go on; what came before
                is good, and what is on the shelf stays.
        """
        with self._cluster.connected() as workers:
            crew = Crew(self._start, workers, self._shelf)
            try:
                cut = shards(releases, self.version, self._size)
                for job in in_order(cut, crew.ask, AHEAD * workers):
                    crew.wait_for(job)
                    yield from self._read_back(job, crew)
            finally:
                self._remarks |= crew.remarks
                crew.dismiss()

    def _read_back(self, job: Job, crew: Crew) -> Iterable[Extraction]:
        """What was read of a shard; it is read anew if what an earlier run left is damaged."""
        if job.found:
            try:
                return list(job.extractions())
            except ClusterError as error:
                _log.warning("%s; it is read again", error)
            job = crew.ask(job.shard, anew=True)
            crew.wait_for(job)
        return job.extractions()


def in_order(
    cut: Iterator[Shard], ask: Callable[[Shard], Job], most: int, characters: int = CHARACTERS
) -> Iterator[Job]:
    """Yield the job of each shard in their order, others being asked for ahead of it.

    Args:
        cut: The shards.
        ask: Has a shard read.
        most: Jobs at a time, that which was yielded last among them.
        characters: With which no further shard is taken; that one may go beyond it.
    """
    jobs: deque[Job] = deque()
    held = 0
    while True:
        while len(jobs) < most and held < characters and (shard := next(cut, None)) is not None:
            jobs.append(ask(shard))
            held += shard.characters
        if not jobs:
            return
        yield jobs[0]
        held -= jobs.popleft().shard.characters


def hired(make: Making, shelf: Shelf, seconds: float) -> Any:
    """An actor that is started anew whenever it is lost."""
    hand: Any = ray.remote(num_cpus=1 - SHARE, max_restarts=-1, max_task_retries=0)(Hand)
    return hand.remote(make, shelf, seconds)
