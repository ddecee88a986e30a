"""Large pages of memory, on which a processor finds its way faster."""

import ctypes
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

_SIZE = 2 << 20
"""Bytes of a large page."""
_HUGE = 14
"""Linux's advice to lay a stretch of memory on large pages where it can."""
_COLLAPSE = 25
"""Its advice to do so at once, since 6.1; systems that know none refuse."""
_SETTLED = 320
"""Releases after which a process holds most of what it will: model, word lists, memories."""
_MAPS = Path("/proc/self/maps")
_HEAP = "[heap]"

_LOG = logging.getLogger(__name__)


class Pages:
    """Lets what a process holds move to large pages once it has read some releases.

    A model, its memories and the word lists are some 300 MB, and what is looked up next may be
    anywhere among them. On pages of 4 kB the processor forgets again and again where those are.
    """

    def __init__(self) -> None:
        """Begin before the first release."""
        self._read = 0

    def settle(self, releases: int) -> None:
        """Note that so many releases are read; once they are enough, move, which takes a second."""
        before, self._read = self._read, self._read + releases
        if before < _SETTLED <= self._read:
            moved = gather()
            _LOG.debug("%d stretches of 2 MB of memory moved to large pages", moved)


def gather() -> int:
    """Move what the process holds to pages of 2 MB; how many of them, 0 where none can be had.

    Nothing that is held changes, nor does it take more memory but for what fills a last page.
    """
    if sys.platform != "linux":
        return 0
    try:
        madvise = ctypes.CDLL(None, use_errno=True).madvise
        stretches = list(_stretches(_MAPS.read_text(encoding="ascii")))
    except (AttributeError, OSError, ValueError):  # another C library, or no such file
        return 0
    madvise.argtypes = [ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int]
    moved = 0
    for start, end in stretches:
        madvise(start, end - start, _HUGE)
        first = -(-start // _SIZE) * _SIZE
        places = range(first, end - _SIZE + 1, _SIZE)
        moved += sum(madvise(place, _SIZE, _COLLAPSE) == 0 for place in places)
    return moved


def _stretches(maps: str) -> Iterator[tuple[int, int]]:
    """Yield the addresses of what a process has written itself, its heap among it."""
    for line in maps.splitlines():
        span, rights, _, _, _, *name = line.split()
        if rights == "rw-p" and (not name or name == [_HEAP]):
            start, _, end = span.partition("-")
            yield int(start, 16), int(end, 16)
