"""What a process that reads apart has in common with others: how it starts, its limits, its words.

Requests and answers are frames: eight bytes that say how long the rest is, and the rest.
"""

import logging
import math
import resource
import sys
from contextlib import suppress
from typing import BinaryIO

MEMORY = 1_000_000_000
"""Bytes of memory that the process may take."""
LENGTH = 8
"""Bytes of the head of a frame."""

# Without the current folder, which may be one of downloads: whatever is named json.py there would
# be run; and with the modules that its parent has.
_PROGRAM = """
import sys
name, seconds, *sys.path[:] = sys.argv[1:]
from importlib import import_module
import_module(name).serve(sys.stdin.buffer, sys.stdout.buffer, int(seconds))
"""


def command(module: str, seconds: float) -> list[str]:
    """The command line of a process that runs ``serve`` of a module.

    Args:
        module: Its full name.
        seconds: How long reading may take; told in whole ones.
    """
    start = [sys.executable, "-P", "-c", _PROGRAM, module, str(math.ceil(seconds))]
    return [*start, *filter(None, sys.path)]


def prepare() -> None:
    """Bound the memory of this process; it leaves no dump, and parsers of others say nothing."""
    _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_CORE, 0)
    for name in ("pypdf", "trafilatura"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def allow(seconds: int) -> None:
    """Bound the processor time of this process, from now on; beyond it the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + seconds)


def framed(content: bytes) -> bytes:
    """A frame with a content."""
    return len(content).to_bytes(LENGTH) + content


def following(stream: BinaryIO) -> bytes:
    """The content of the next frame.

    Raises:
        EOFError: There is none, or it is not there to its end.
    """
    head = stream.read(LENGTH)
    content = stream.read(int.from_bytes(head)) if len(head) == LENGTH else b""
    if len(head) < LENGTH or len(content) < int.from_bytes(head):
        raise EOFError("the other side has ended")
    return content


def _limit(kind: int, value: int) -> None:
    """Set what the process may take, as far as the system lets it."""
    _, hard = resource.getrlimit(kind)
    within = value if hard == resource.RLIM_INFINITY else min(value, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(kind, (within, hard))
