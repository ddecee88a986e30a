"""An extractor whose work is done by worker processes."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from queue import SimpleQueue

from communique.graph import (
    BATCH,
    RELEASE_SECONDS,
    CommuniqueError,
    Extraction,
    Release,
    in_batches,
)
from communique.pool.work import Making
from communique.pool.worker import Worker, WorkerLostError

BATCH_CHARACTERS = 1_000_000
"""A batch ends after a release with which its texts are longer than this."""
ENOUGH = 64
"""From how many waiting releases on several processes are done before one that starts at once."""
ENOUGH_CHARACTERS = 300_000
"""Or from texts of how many characters on."""
AHEAD = 3
"""Batches under way or waiting for their turn, for each process."""
ATTEMPTS = 2
"""How many processes a release may end before it is given up."""

_log = logging.getLogger(__name__)

Answer = tuple[list[Extraction], CommuniqueError | None]
"""What was read of a batch, and what ended the reading if anything did."""


class ExtractorPool:
    """Reads with several worker processes, each with an extractor; meets the builder's protocol.

    The processes live as long as an ``extract``. In memory are so many batches for each process,
    however long the feed. A process that dies is replaced: what it was reading is read again,
    release by release. One that ends two processes, or takes too long, fails; the others go on.

    Attributes:
        version: Of the extractors.
        batch: How many extractions come at once.
    """

    batch = BATCH

    def __init__(
        self,
        make: Making,
        version: str,
        workers: int,
        *,
        seconds: float = RELEASE_SECONDS,
        enough: int = ENOUGH,
    ) -> None:
        """Start nothing yet.

        Args:
            make: Makes an extractor; called in each process.
            version: Of what it makes.
            workers: How many processes.
            seconds: How long a release may take where a process reads it.
            enough: How many unread releases must wait before processes are started; fewer are
                read in this process, without time limit. 0 to read all in processes.
        """
        if workers < 1:
            raise ValueError(f"{workers} workers read nothing")
        self.version = version
        self._make, self._workers = make, workers
        self._seconds, self._enough = seconds, enough
        self._remarks: dict[str, None] = {}

    @property
    def remarks(self) -> list[str]:
        """What the extractors have to say for the report of a build, each thing once."""
        return list(self._remarks)

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release, in order; closing it ends the processes.

        Raises:
            CommuniqueError: The extractor cannot go on; what came before is good.
        """
        waiting = iter(releases)
        first, enough = self._first(waiting)
        if enough:
            yield from self._extract_in_processes(chain(first, waiting))
        elif first:
            extractor = self._make()
            yield from extractor.extract(first)
            self._note(getattr(extractor, "remarks", ()))

    def _first(self, waiting: Iterator[Release]) -> tuple[list[Release], bool]:
        """The first releases, and whether they are enough for processes."""
        first: list[Release] = []
        characters = 0
        while len(first) < self._enough and characters < ENOUGH_CHARACTERS:
            release = next(waiting, None)
            if release is None:
                return first, False
            first.append(release)
            characters += len(release.text)
        return first, True

    def _extract_in_processes(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        workers = [Worker(self._make, self._seconds) for _ in range(self._workers)]
        threads = ThreadPoolExecutor(self._workers, "communique-worker")
        try:
            yield from self._in_order(in_batches(releases, BATCH_CHARACTERS), workers, threads)
        finally:
            for worker in workers:
                worker.end()
            threads.shutdown(cancel_futures=True)
            for worker in workers:
                self._note(worker.remarks)
                worker.close()

    def _in_order(
        self,
        batches: Iterator[list[Release]],
        workers: Sequence[Worker],
        threads: ThreadPoolExecutor,
    ) -> Iterator[Extraction]:
        """Yield what is read of each batch; the batches are drawn in the thread of the caller."""
        free: SimpleQueue[Worker] = SimpleQueue()
        for worker in workers:
            free.put(worker)
        asked: deque[Future[Answer]] = deque()
        most = AHEAD * len(workers)
        while True:
            for batch in islice(batches, most - len(asked)):
                asked.append(threads.submit(_answer, free, batch))
            if not asked:
                return
            extractions, error = asked.popleft().result()
            yield from extractions
            if error is not None:
                raise error

    def _note(self, remarks: Iterable[str]) -> None:
        self._remarks |= dict.fromkeys(remarks)


def _answer(free: "SimpleQueue[Worker]", batch: Sequence[Release]) -> Answer:
    """What a worker that is free reads of a batch; there are as many threads as workers."""
    worker, extractions = free.get(), list[Extraction]()
    try:
        for extraction in read_with(worker, batch):
            extractions.append(extraction)
    except CommuniqueError as error:
        return extractions, error
    finally:
        free.put(worker)
    return extractions, None


def read_with(worker: Worker, batch: Sequence[Release]) -> Iterator[Extraction]:
    """Yield what a worker reads; where its process ends, it reads the rest one by one.

    A release that ends two processes, or takes too long, fails alone.

    Raises:
        CommuniqueError: The extractor cannot go on; what came before is good.
    """
    if len(batch) == 1:
        yield from _read_alone(worker, batch[0])
        return
    left = {release.id: release for release in batch}
    try:
        for extraction in worker.read(batch):
            del left[extraction.release.id]
            yield extraction
        return
    except WorkerLostError as lost:
        _log.warning("%s; %d releases are read one by one", lost, len(left))
    for release in left.values():
        yield from _read_alone(worker, release)


def _read_alone(worker: Worker, release: Release) -> list[Extraction]:
    """What a worker reads in one release; the failure if its process does not outlive that."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return list(worker.read([release]))
        except WorkerLostError as lost:
            _log.warning("release %s, attempt %d: %s", release.id, attempt, lost)
            reason = lost.reason
            if lost.overrun:
                break
    return [Extraction(release, error=reason)]
