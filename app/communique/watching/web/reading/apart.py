"""Reading in a process of its own, which can be ended: nobody can end a parser in a thread."""

import asyncio
import json
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import astuple
from enum import StrEnum
from typing import Any, BinaryIO, Protocol, Self, cast

from communique.feeds import Draft, SkippedInput
from communique.watching.apart.process import LENGTH, allow, command, following, framed, prepare
from communique.watching.web.failure import FetchError, SlowError
from communique.watching.web.fetching import Answer
from communique.watching.web.reading.contents import article, contents

_GRACE = 5
_START = 60.0

Read = list[Draft | SkippedInput]


class Kind(StrEnum):
    """What is to be read."""

    FEED = "feed"
    ARTICLE = "article"


class Reader(Protocol):
    """Reads what servers gave."""

    async def read(self, kind: Kind, answer: Answer, label: str) -> Read:
        """What an answer holds, in its order.

        Args:
            kind: What it should be.
            answer: Of a server, with a body.
            label: Its address for messages.

        Raises:
            FetchError: It is something else, cannot be read, or not within the limits.
        """


class Apart:
    """Reads one answer after the other in a process that is started when it is first needed.

    What takes too long or too much memory ends the process; the next is read by another.

    Attributes:
        seconds: How long an answer may be read.
    """

    def __init__(self, seconds: float) -> None:
        """Start nothing yet; use it in an async with block."""
        self.seconds = seconds
        self._turn = asyncio.Lock()
        self._process: Process | None = None

    async def __aenter__(self) -> Self:
        """Itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the process."""
        await self._end()

    async def read(self, kind: Kind, answer: Answer, label: str) -> Read:
        """What an answer holds; see `Reader`."""
        async with self._turn:
            try:
                process = self._process or await self._started()
                async with asyncio.timeout(self.seconds):
                    told = await _asked(process, kind, answer, label)
            except TimeoutError as error:
                await self._end()
                raise SlowError(f"takes longer than {self.seconds:g} s to be read") from error
            except (OSError, EOFError) as error:
                await self._end()
                raise FetchError("ends the process that reads it") from error
            except BaseException:  # a wish to stop: nobody knows how far the process is
                await self._end()
                raise
        if "reason" in told:
            raise FetchError(str(told["reason"]))
        return [_item(values) for values in told["items"]]

    async def _started(self) -> Process:
        self._process = process = await asyncio.create_subprocess_exec(
            *command(__name__, self.seconds),
            stdin=PIPE,
            stdout=PIPE,
            start_new_session=True,  # Ctrl-C is for the process that watches
        )
        async with asyncio.timeout(_START):
            await cast(StreamReader, process.stdout).readexactly(LENGTH)
        return process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def _asked(process: Process, kind: Kind, answer: Answer, label: str) -> dict[str, Any]:
    requests, answers = cast(StreamWriter, process.stdin), cast(StreamReader, process.stdout)
    head = [str(kind), answer.url, answer.content_type, label]
    requests.write(framed(json.dumps(head).encode()) + framed(answer.body or b""))
    await requests.drain()
    size = int.from_bytes(await answers.readexactly(LENGTH))
    told: dict[str, Any] = json.loads(await answers.readexactly(size))
    return told


def serve(requests: BinaryIO, answers: BinaryIO, seconds: int) -> None:
    """Read what is asked for until nobody asks any more.

    Args:
        requests: Of `Apart`.
        answers: To it.
        seconds: Of processor time for each, lest it go on when nobody waits for it.
    """
    prepare()
    answers.write(framed(b""))  # it is there
    answers.flush()
    with suppress(EOFError):
        while True:
            kind, url, content_type, label = json.loads(following(requests))
            answer = Answer(url, following(requests), content_type)
            allow(seconds + _GRACE)
            answers.write(framed(json.dumps(_told(Kind(kind), answer, label)).encode()))
            answers.flush()


def read_here(kind: Kind, answer: Answer, label: str) -> Read:
    """What an answer holds, read by this process; see `Reader`."""
    return contents(answer, label) if kind is Kind.FEED else article(answer, label)


def _told(kind: Kind, answer: Answer, label: str) -> dict[str, Any]:
    try:
        found = read_here(kind, answer, label)
    except FetchError as error:
        return {"reason": error.reason}
    except MemoryError:
        return {"reason": "takes too much memory to be read"}
    return {"items": [(isinstance(item, Draft), *astuple(item)) for item in found]}


def _item(values: list[Any]) -> Draft | SkippedInput:
    is_draft, *fields = values
    return Draft(*fields) if is_draft else SkippedInput(*fields)
