"""Reading files of folders in a process of its own, one after the other, each as a stream."""

import json
import os
import signal
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from subprocess import PIPE, Popen
from typing import IO, Any, BinaryIO, Protocol, Self, cast

from communique.feeds import Defaults, ListedFile, SkippedInput, read_listed
from communique.feeds.listing import opened
from communique.graph import Release, UnreadableFeedError
from communique.watching.apart.process import allow, command, following, framed, prepare

SECONDS = 60.0
"""Of processor time from one release of a file to the next."""

_OUT_OF_MEMORY = 3
_KINDS = {kind.__name__: kind for kind in (Release, SkippedInput)}


class FileReader(Protocol):
    """Reads files."""

    def read(self, file: ListedFile, issuer: str) -> Iterator[Release | SkippedInput]:
        """Yield what a file holds, in its order.

        Args:
            file: Of this machine.
            issuer: Of releases that name none; the same for all files.

        Raises:
            UnreadableFeedError: Nothing can be read just now.
        """


class FilesApart:
    """Reads in a process that is started when it is first needed.

    A file that takes too long or too much memory ends the process and is skipped from there on;
    the next is read by another.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        """Start nothing yet; use it in a with block."""
        self._seconds = seconds
        self._process: Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._end()

    def read(self, file: ListedFile, issuer: str) -> Iterator[Release | SkippedInput]:
        """Yield what a file holds; see `FileReader`."""
        try:
            process = self._living() or self._started(issuer)
        except (OSError, EOFError) as error:
            reason = f"no process can be started to read it ({error}); it is read again"
            raise UnreadableFeedError(file.label, reason) from error
        try:
            _send(process, [str(file.path), file.named])
            while told := following(cast(BinaryIO, process.stdout)):
                name, *values = json.loads(told)
                yield _KINDS[name](*map(_value, values))
        except (OSError, EOFError):
            yield SkippedInput(file.label, None, self._ending(process.wait()))

    def _living(self) -> Popen[bytes] | None:
        process = self._process
        return process if process is not None and process.poll() is None else None

    def _started(self, issuer: str) -> Popen[bytes]:
        self._end()
        self._process = process = Popen(  # noqa: S603  # our own program
            command(__name__, self._seconds),
            stdin=PIPE,
            stdout=PIPE,
            start_new_session=True,  # Ctrl-C is for the process that watches
        )
        _send(process, issuer)
        following(cast(BinaryIO, process.stdout))
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with process:  # closes the pipes and waits
                pass

    def _ending(self, status: int) -> str:
        """Why a process has ended, by its exit status."""
        if status == -signal.SIGXCPU:
            return f"takes longer than {self._seconds:g} s of the processor to be read"
        if status == _OUT_OF_MEMORY:
            return "takes too much memory to be read"
        return "ends the process that reads it"


def serve(requests: BinaryIO, answers: BinaryIO, seconds: int) -> None:
    """Read what is asked for until nobody asks any more.

    Args:
        requests: Of `FilesApart`.
        answers: To it.
        seconds: Of processor time from one release to the next.
    """
    prepare()
    try:
        defaults = Defaults(json.loads(following(requests)))
        answers.write(framed(b""))  # it is there
        for item in read_listed(_asked(requests, answers, seconds), defaults, opened):
            answers.write(framed(json.dumps([type(item).__name__, *astuple(item)]).encode()))
            answers.flush()
            allow(seconds)
    except EOFError:
        return
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)  # what would be done at the end may need some


def _asked(requests: BinaryIO, answers: BinaryIO, seconds: int) -> Iterator[ListedFile]:
    """The files that are asked for; after each is told that this was all of it."""
    while True:
        answers.flush()
        path, named = json.loads(following(requests))
        allow(seconds)
        yield ListedFile(Path(path), named)
        answers.write(framed(b""))


def _value(told: Any) -> Any:
    """A value of a frozen object: JSON has lists for tuples."""
    return tuple(told) if isinstance(told, list) else told


def _send(process: Popen[bytes], words: object) -> None:
    requests = cast(IO[bytes], process.stdin)
    requests.write(framed(json.dumps(words).encode()))
    requests.flush()
