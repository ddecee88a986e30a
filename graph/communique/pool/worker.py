"""A worker process, seen from the process that gives it work."""

import json
import logging
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock, Thread
from time import monotonic
from typing import IO

from communique.graph import Extraction, ExtractorError, Release
from communique.pool.work import (
    LOADING_SECONDS,
    MARK,
    OVERRUN,
    Broken,
    Done,
    Making,
    Read,
    Ready,
    Start,
)

STARTS = 3
"""How often a process may die before it is ready until no other is started."""

LIFETIME = 20_000
"""Releases that a process reads until another takes its place, for it keeps every new word."""

# One thread for linear algebra, told before a library of it is loaded: there is a process for
# each core, and more threads than cores wait for each other longer than they work.
_PROGRAM = """
import json, os, sys
for name in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB"):
    os.environ[f"{name}{'_MAXIMUM' if name == 'VECLIB' else '_NUM'}_THREADS"] = "1"
sys.path[:] = json.loads(sys.argv[1])
from communique.pool.work import main
main()
"""
_GONE = (OSError, EOFError, pickle.UnpicklingError)
"""What talking to a process raises that is no more."""
_ENDED = "the worker processes were ended"
_LAST_WORDS = 0.5
"""Seconds in which what a process said is read to its end, should another hold its pipe."""
_KEPT = 20
"""Lines that are kept of what a process said last."""

_LOGGED = re.compile(f"{MARK}([0-9]{{1,3}}){MARK}([^{MARK}]+){MARK}(.*)")
_WARNING = str(logging.WARNING)

_log = logging.getLogger(__name__)


class WorkerLostError(Exception):
    """The process died before it had read what it was given.

    Attributes:
        reason: What ended it.
        overrun: Whether it was ended because it gave nothing for longer than it may.
    """

    def __init__(self, reason: str, *, overrun: bool) -> None:
        """Say what ended it."""
        super().__init__(reason)
        self.reason, self.overrun = reason, overrun


class Worker:
    """A process that holds an extractor; started when there is work, anew when it has died.

    Used by one thread at a time, but for ``end``.

    Attributes:
        remarks: What its extractor remarked.
    """

    def __init__(self, make: Making, limit: float, lifetime: int = LIFETIME) -> None:
        """Start nothing yet.

        Args:
            make: Makes the extractor.
            limit: Seconds that a release may take until the process is ended.
            lifetime: After how many releases another process takes its place.
        """
        self.remarks: tuple[str, ...] = ()
        level = logging.getLogger().getEffectiveLevel()
        self._start, self._limit = Start(make, limit, level), limit
        self._process: subprocess.Popen[bytes] | None = None
        self._lifetime, self._age = lifetime, 0
        self._said: list[str] = []
        self._listener: Thread | None = None
        self._asked = 0.0
        self._lock, self._ended = Lock(), False

    def read(self, releases: Sequence[Release]) -> Iterator[Extraction]:
        """Yield what the extractor yields for releases, as it does.

        Raises:
            WorkerLostError: The process died; what was not yielded can be given again.
            CommuniqueError: The extractor cannot go on.
        """
        given = {release.id: release for release in releases}
        process = self._ready()
        try:
            self._give(process, tuple(releases))
            while not isinstance(message := self._message(process), Done):
                if isinstance(message, Read):
                    yield _extraction(message, given)
        except _GONE as error:
            raise self._lost(process, "reading it", self._limit) from error
        self.remarks = message.remarks
        self._age += len(releases)
        if self._age >= self._lifetime:
            self._let_go(process)

    def end(self) -> None:
        """End the process, whatever it does, and start no other; from any thread."""
        with self._lock:
            self._ended = True
            if self._process is not None:  # who lets go of it does so under the lock
                self._process.kill()

    def close(self) -> None:
        """Let go of the process once no thread uses the worker."""
        self.end()
        if (process := self._process) is not None:
            self._let_go(process)

    def _ready(self) -> "subprocess.Popen[bytes]":
        lost: Exception | None = None
        for _ in range(STARTS):
            if self._process is not None:
                return self._process
            process = self._started()
            try:
                self._give(process, self._start)
                self._message(process)
                return process
            except _GONE:
                lost = self._lost(process, "loading it", LOADING_SECONDS)
        said = "".join(f"\n{line}" for line in self._said)
        raise ExtractorError(f"no extractor could be loaded: {lost}{said}")

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._ended:
                raise ExtractorError(_ENDED)
            self._process = subprocess.Popen(  # noqa: S603  # our own interpreter and program
                # -P: what lies in the current folder is no module of ours.
                [sys.executable, "-P", "-c", _PROGRAM, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C at the terminal is for this process
            )
        assert self._process.stderr is not None  # noqa: S101  # a pipe
        stderr = self._process.stderr
        self._listener = Thread(target=self._listen, args=(stderr,), daemon=True)
        self._listener.start()
        return self._process

    def _listen(self, said: IO[bytes]) -> None:
        """Pass on what a process says beside its answers."""
        with said:
            for raw in said:
                line = raw.decode(errors="replace").rstrip()
                logged = _LOGGED.fullmatch(line)
                level, name, text = logged.groups() if logged else (_WARNING, _log.name, line)
                self._said = [*self._said[1 - _KEPT :], text]
                logging.getLogger(name).log(int(level), "%s", text)

    def _give(self, process: "subprocess.Popen[bytes]", message: object) -> None:
        assert process.stdin is not None  # noqa: S101  # a pipe
        self._asked = monotonic()
        process.stdin.write(pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL))
        process.stdin.flush()

    def _message(self, process: "subprocess.Popen[bytes]") -> Ready | Read | Done:
        assert process.stdout is not None  # noqa: S101  # a pipe
        message: Ready | Read | Done | Broken = pickle.load(process.stdout)  # noqa: S301  # ours
        if isinstance(message, Broken):
            raise message.error
        return message

    def _lost(
        self, process: "subprocess.Popen[bytes]", doing: str, limit: float
    ) -> WorkerLostError | ExtractorError:
        """What became of a process that no longer answers."""
        waited = monotonic() - self._asked
        status = self._let_go(process)
        if self._ended:
            return ExtractorError(_ENDED)
        if status == OVERRUN and waited >= limit:  # what fails early often ends with 1, too
            return WorkerLostError(f"{doing} took longer than {limit:g} s", overrun=True)
        ended = f"by signal {-status}" if status < 0 else f"with status {status}"
        return WorkerLostError(f"a worker process ended {ended}", overrun=False)

    def _let_go(self, process: "subprocess.Popen[bytes]") -> int:
        """End a process and close the pipes to it; its exit status."""
        process.kill()
        status = process.wait()
        if self._listener is not None:  # what it said last is of interest
            self._listener.join(_LAST_WORDS)
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was not given before it ended
                assert pipe is not None  # noqa: S101  # both are pipes
                pipe.close()
        with self._lock:
            self._process, self._age = None, 0
        return status


def _extraction(message: Read, given: dict[str, Release]) -> Extraction:
    release = given.pop(message.release, None)
    if release is None:
        raise ExtractorError(
            f"the extractor yielded {message.release}, which it was not given or had done already"
        )
    return Extraction(release, message.statements, message.error)
