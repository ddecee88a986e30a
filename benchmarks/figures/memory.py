"""What a process and all that it started hold in memory."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread

from figures.family import PROC, family

INTERVAL = 0.05
"""Seconds between two looks."""
MEBIBYTE = 1 << 20
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(slots=True)
class Held:
    """The most memory held at once, in MiB; pages that processes share count for each.

    Attributes:
        parent: Of the process itself.
        together: Of it and all below it.
        processes: Most processes at once.
    """

    parent: int = 0
    together: int = 0
    processes: int = 0


@contextmanager
def watched(process: int) -> Iterator[Held]:
    """What a process holds while the block runs."""
    held, ended = Held(), Event()
    thread = Thread(target=_watch, args=(process, held, ended), daemon=True)
    thread.start()
    try:
        yield held
    finally:
        ended.set()
        thread.join()


def _watch(process: int, held: Held, ended: Event) -> None:
    while not ended.wait(INTERVAL):
        numbers = list(family(process))
        sizes = [_resident(number) for number in numbers]
        held.parent = max(held.parent, sizes[0])
        held.together = max(held.together, sum(sizes))
        held.processes = max(held.processes, len(numbers))


def _resident(process: int) -> int:
    """MiB in memory; 0 once it has ended."""
    with suppress(OSError):
        pages = (PROC / str(process) / "statm").read_text(encoding="ascii").split()[1]
        return int(pages) * _PAGE // MEBIBYTE
    return 0
