"""The processes of a cluster that read, and which of them reads what."""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from time import sleep
from typing import Any

import ray
from pyarrow import Table
from ray.exceptions import ActorUnavailableError, RayActorError, RayError, RayTaskError

from communique.cluster.hand import Report
from communique.cluster.parquet.shelf import Shelf, unpacked
from communique.cluster.shard import Shard
from communique.graph import ClusterError, CommuniqueError, Extraction

AT_ONCE = 2
"""Shards that a process is given before it has answered: one to read, one for the way."""
ATTEMPTS = 10
"""How often the process that reads a shard may be lost until its releases are dealt singly.

And how often that of a single release, until it is given up. A release cannot end it by itself,
only a machine or the system can; but one that takes all memory may have the system do it.
"""
STARTS = 5
"""How often in a row a process may be lost before it says anything."""
ABSENCES = 120
"""How often it may answer that it is still being started, with a pause after each."""
PAUSE = 1.0
"""Seconds until it is asked again."""
LOOKS = 16
"""Files of the shelf that are looked at at the same time: an object store answers slowly."""
PATIENCE = 30.0
"""Seconds without any answer after which it is told that nothing happens."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Job:
    """A shard that is to be read.

    Attributes:
        shard: The shard.
        done: Whether the shelf has what was read.
        found: Whether it had that before.
        errors: Why releases of it failed, by id.
        attempts: How often the process that was reading it was lost.
        whole: The job of which it is one release, if it is.
        parts: The jobs of its releases, once they are dealt singly.
        table: What the shelf has of it, read ahead, once it is done.
    """

    shard: Shard
    done: bool = False
    found: bool = False
    errors: dict[str, str] = field(default_factory=dict)
    attempts: int = 0
    whole: "Job | None" = None
    parts: list["Job"] = field(default_factory=list)
    table: "Future[Table] | None" = None

    def extractions(self) -> Iterator[Extraction]:
        """What was read, once it is done.

        Raises:
            ClusterError: What the shelf has of it is damaged.
        """
        if self.table is None:
            raise ValueError(f"shard {self.shard.name} was not read yet")
        return unpacked(self.table.result(), self.shard, self.errors)


@dataclass(slots=True, eq=False)
class _Member:
    """A process; it gets work after it has said which version it reads with."""

    actor: Any
    ready: bool = False
    asked: bool = False
    lost: int = 0
    absent: int = 0
    jobs: list[Job] = field(default_factory=list)

    def takes(self, job: Job) -> bool:
        """Whether there is room for a job.

        One whose process was lost is read alone: what had just been read, and not yet told, would
        be blamed for it again.
        """
        suspect = job.attempts > 0 or any(other.attempts for other in self.jobs)
        return self.ready and len(self.jobs) < (1 if suspect else AT_ONCE)


class Crew:
    """Processes that each hold an extractor. One that is lost is started anew, its work dealt anew.

    Attributes:
        remarks: What the extractors remark, each thing once.
    """

    def __init__(self, start: Callable[[], Any], workers: int, shelf: Shelf) -> None:
        """Take what starts the processes; that is done when there is work.

        Those for which the cluster has no room come when it has.

        Args:
            start: Starts an actor that is a Hand and restarts it whenever it is lost.
            workers: How many.
            shelf: Where they put what they read.
        """
        self.remarks: dict[str, None] = {}
        self._shelf = shelf
        self._queue: deque[Job] = deque()
        self._asked: dict[Any, tuple[_Member, Job | None]] = {}
        self._start, self._workers = start, workers
        self._members: list[_Member] = []
        self._threads = ThreadPoolExecutor(LOOKS)
        self._held: dict[str, Future[int | None]] | None = None

    def ask(self, shard: Shard, *, anew: bool = False) -> Job:
        """Have a shard read, unless the shelf holds it and it is not to be read anew."""
        held = not anew and self._holds(shard)
        job = Job(shard, done=held, found=held)
        if held:
            job.table = self._threads.submit(self._shelf.table, shard)
        else:
            self._queue.append(job)
            self._hire()
            self._deal()
        return job

    def wait_for(self, job: Job) -> None:
        """Return when a job is done.

        Raises:
            CommuniqueError: It cannot be; what is on the shelf stays.
        """
        while not job.done:
            for answer in self._answers():
                self._settle(answer)
            self._deal()

    def dismiss(self) -> None:
        """End the processes."""
        self._threads.shutdown(cancel_futures=True)
        for member in self._members:
            ray.kill(member.actor)

    def _holds(self, shard: Shard) -> bool:
        """Whether all of a shard is on the shelf; its files are looked at side by side."""
        if self._held is None:
            names = self._shelf.names()
            self._held = {name: self._threads.submit(self._shelf.rows, name) for name in names}
        rows = self._held.get(shard.name)
        return rows is not None and rows.result() == len(shard)

    def _hire(self) -> None:
        while len(self._members) < self._workers:
            self._members.append(_Member(self._start()))
            self._greet(self._members[-1])

    def _deal(self) -> None:
        """Give what waits to who has least to do."""
        while self._queue:
            free = [member for member in self._members if member.takes(self._queue[0])]
            if not free:
                return
            member, job = min(free, key=lambda m: len(m.jobs)), self._queue.popleft()
            member.jobs.append(job)
            self._asked[member.actor.read.remote(job.shard)] = (member, job)

    def _answers(self) -> list[Any]:
        """What was answered next; nothing if that takes too long."""
        absent = [member for member in self._members if not member.ready and not member.asked]
        if not self._asked:
            sleep(PAUSE)
        answered: list[Any] = []
        if self._asked:
            limit = PAUSE if absent else PATIENCE
            answered, _ = ray.wait(list(self._asked), num_returns=1, timeout=limit)
        for member in absent:
            self._greet(member)
        if not (absent or answered or any(member.ready for member in self._members)):
            _log.warning("no process of the cluster has started yet; waiting for room in it")
        return answered

    def _greet(self, member: _Member) -> None:
        member.asked = True
        self._asked[member.actor.version.remote()] = (member, None)

    def _settle(self, answer: Any) -> None:
        member, job = self._asked.pop(answer)
        try:
            said = ray.get(answer)
        except RayTaskError as error:
            raise ours(error, "reading") from error
        except RayActorError as error:
            self._lose(member, job, error)
        except RayError as error:
            raise ClusterError(f"the cluster failed: {error}") from error
        else:
            self._take(member, job, said)

    def _take(self, member: _Member, job: Job | None, said: str | Report) -> None:
        if isinstance(said, str):
            member.asked, member.ready = False, True
            member.lost = member.absent = 0
            if said != self._shelf.version:
                raise ClusterError(
                    f"a machine of the cluster reads with {said}, this one with "
                    f"{self._shelf.version}; install the same communique and models on both"
                )
        elif job is not None:
            member.jobs.remove(job)
            errors, remarks = said
            self.remarks |= dict.fromkeys(remarks)
            self._finish(job, errors)

    def _lose(self, member: _Member, job: Job | None, error: RayActorError) -> None:
        """Deal anew what a lost process had; it gets work again when it answers again."""
        if member.ready and member.jobs:  # it reads in order; what waited is not to blame
            member.jobs[0].attempts += 1
        member.ready = False
        if job is not None:
            _log.warning("a process of the cluster was lost; what it had is given to others")
            member.jobs.remove(job)
            self._return(job)
            return
        member.asked = False
        if isinstance(error, ActorUnavailableError):
            member.absent += 1
        else:
            member.lost += 1
        if member.absent == ABSENCES or member.lost == STARTS:
            raise ClusterError(
                f"no process can be started in the cluster: {_brief(error)}"
            ) from error

    def _return(self, job: Job) -> None:
        if job.attempts < ATTEMPTS:
            self._queue.appendleft(job)
        elif len(job.shard) > 1:
            singles = job.shard.singles(self._shelf.version)
            job.parts = [Job(single, whole=job) for single in singles]
            self._queue.extend(job.parts)
        else:
            self._shelf.put(job.shard, ())
            reason = f"the processes of the cluster that read it were lost {ATTEMPTS} times"
            self._finish(job, dict.fromkeys((item.id for item in job.shard.releases), reason))

    def _finish(self, job: Job, errors: dict[str, str]) -> None:
        """Note that a job is done; and its whole, when all parts of that are."""
        job.errors, job.done = errors, True
        job.table = self._threads.submit(self._shelf.table, job.shard)
        whole = job.whole
        if whole is None or not all(part.done for part in whole.parts):
            return
        found = [list(part.extractions()) for part in whole.parts]
        self._shelf.put(whole.shard, chain.from_iterable(found))
        self._finish(whole, {id_: why for part in whole.parts for id_, why in part.errors.items()})


def ours(error: RayError, doing: str) -> CommuniqueError:
    """The error that was raised in a process of the cluster while doing something."""
    cause = getattr(error, "cause", None)
    if isinstance(cause, CommuniqueError):
        return cause
    return ClusterError(f"{doing} failed in the cluster: {cause or _brief(error)}")


def _brief(error: RayError) -> str:
    """The last line of what Ray says; what was raised stands there."""
    return str(error).strip().rpartition("\n")[2]
