"""A process and all that it started, and what they take of a processor."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
_TICK = 1 / os.sysconf("SC_CLK_TCK")
_TIMES = slice(11, 15)
"""Behind the name: of the process in its own code and in the system's, and of ended children."""


def family(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    with suppress(OSError):
        for task in (PROC / str(process) / "task").iterdir():
            with suppress(OSError):
                for child in (task / "children").read_text(encoding="ascii").split():
                    yield from family(int(child))


def processor_seconds(process: int) -> float:
    """What a process, all below it and their children that have ended took so far.

    Whatever else runs on the machine, it counts little here.
    """
    return _TICK * sum(_ticks(number) for number in family(process))


def _ticks(process: int) -> int:
    with suppress(OSError):
        stat = (PROC / str(process) / "stat").read_text(encoding="utf-8", errors="replace")
        return sum(map(int, stat.rpartition(")")[2].split()[_TIMES]))
    return 0
