"""What a worker process does: it reads releases for statements until nobody asks any more."""

import faulthandler
import logging
import os
import pickle
import select
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import IO, Any

from communique.graph import CommuniqueError, ExtractorError, Release, Statement
from communique.pool.garbage import clear, set_apart

LOADING_SECONDS = 600.0
"""How long making an extractor may take, its language model and all."""
TOGETHER_SECONDS = 120.0
"""Within what all of several releases share the time of each, until the first answer.

For an extractor may read them all before it answers. Where that takes longer, each is read alone.
"""
OVERRUN = 1
"""Exit status after something took longer than it may; ``faulthandler`` gives it."""
BROKEN = 3
"""Exit status after an error of our own."""
MARK = "\x1e"
"""Stands before the level, the name and the text of what is logged."""
_FORMAT = f"{MARK}%(levelno)d{MARK}%(name)s{MARK}%(message)s"

Making = Callable[[], Any]
"""Makes an extractor of the builder's protocol in the worker process; it must be picklable.

A method ``load`` of what it makes is called once before the first release, and what that takes
does not count for the first release's time limit.
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What a worker process is told first.

    Attributes:
        make: Makes its extractor.
        limit: Seconds that a release may take: one that is read alone, and each after the first of
            several.
        level: From which level on it passes on what is logged.
    """

    make: Making
    limit: float
    level: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The extractor is made and loaded."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in one release; the release itself need not come back."""

    release: str
    statements: tuple[Statement, ...]
    error: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """The releases given last are read; what the extractor remarks by now."""

    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """The extractor cannot go on."""

    error: CommuniqueError


def main() -> None:
    """Work: pickles come in by standard input and go out by standard output.

    What an extractor prints goes to standard error. Ctrl-C is for the process that gives the work;
    when that ends, however it does, so does this one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with _pipes() as (inbox, outbox):
        end_with(inbox)
        try:
            _work(inbox, outbox)
        except (EOFError, BrokenPipeError):  # nobody asks any more
            os._exit(0)
        except BaseException as error:
            _tell(outbox, Broken(_portable(error)))
            os._exit(BROKEN)


def end_with(inbox: IO[bytes]) -> None:
    """Have this process end as soon as nobody can ask it any more, whatever it is doing."""
    if not hasattr(select, "poll"):  # it is noticed when the next work is awaited
        return
    gone = select.poll()
    gone.register(inbox, 0)  # hanging up is always told

    def wait() -> None:
        gone.poll()
        os._exit(0)

    Thread(target=wait, daemon=True).start()


@contextmanager
def _pipes() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """What comes in and goes out, out of the way of what an extractor reads or prints."""
    with os.fdopen(os.dup(0), "rb") as inbox, os.fdopen(os.dup(1), "wb") as outbox:
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        yield inbox, outbox


def _work(inbox: IO[bytes], outbox: IO[bytes]) -> None:
    with open(os.devnull, "w", encoding="utf-8") as unread:
        start: Start = pickle.load(inbox)  # noqa: S301  # of the process that started this one
        logging.basicConfig(level=start.level, format=_FORMAT)
        faulthandler.dump_traceback_later(LOADING_SECONDS, exit=True, file=unread)
        extractor = start.make()
        load = getattr(extractor, "load", None)
        if callable(load):
            load()
        faulthandler.cancel_dump_traceback_later()
        set_apart()
        _tell(outbox, Ready())
        while True:
            releases: Sequence[Release] = pickle.load(inbox)  # noqa: S301  # as above
            # A thread of its own, in C: it ends the process even where Python is never heard.
            together = min(start.limit * len(releases), TOGETHER_SECONDS)
            first = max(start.limit, together)
            faulthandler.dump_traceback_later(first, exit=True, file=unread)
            for found in extractor.extract(releases):
                faulthandler.dump_traceback_later(start.limit, exit=True, file=unread)
                _tell(outbox, Read(found.release.id, found.statements, found.error))
            faulthandler.cancel_dump_traceback_later()
            _tell(outbox, Done(tuple(getattr(extractor, "remarks", ()))))
            clear()


def _tell(outbox: IO[bytes], message: object) -> None:
    outbox.write(pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL))
    outbox.flush()


def _portable(error: BaseException) -> CommuniqueError:
    """The error, if it is ours and survives pickling; else one that says the same."""
    if not isinstance(error, CommuniqueError):
        return ExtractorError(f"the extractor failed: {type(error).__name__}: {error}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # pickled here
    except Exception:  # its constructor may raise anything
        return ExtractorError(str(error))
    return error


if __name__ == "__main__":
    sys.exit("this is run by communique.pool")
