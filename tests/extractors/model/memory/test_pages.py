"""A process that has read many releases moves what it holds to large pages."""

import logging
import mmap
import platform
import re
import sys
from pathlib import Path

import pytest

from communique.extractors.model.memory import pages
from communique.extractors.model.memory.pages import Pages, gather

HELD = 16 << 20
"""Bytes of a stretch that is large enough for several pages of 2 MB."""
KNOWN = Path("/sys/kernel/mm/transparent_hugepage")
"""Where Linux tells that it has large pages."""


def _can_move() -> bool:
    version = tuple(map(int, re.findall(r"\d+", platform.release())[:2]))
    return sys.platform == "linux" and KNOWN.exists() and version >= (6, 1)


def _on_large_pages() -> int:
    """Kilobytes of this process that lie on large pages."""
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"AnonHugePages: *(\d+)", told)[1])  # type: ignore[index]


@pytest.mark.skipif(not _can_move(), reason="Linux since 6.1 moves memory at once")
def test_what_is_held_moves_and_stays_what_it_is() -> None:
    with mmap.mmap(-1, HELD, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as held:
        held.madvise(mmap.MADV_NOHUGEPAGE)
        held[:] = bytes(range(256)) * (HELD // 256)
        before = _on_large_pages()

        assert gather() >= HELD // (2 << 20) - 1
        assert _on_large_pages() - before >= (HELD >> 10) - (2 << 10)
        assert held[:] == bytes(range(256)) * (HELD // 256)


def test_it_is_done_once_when_enough_releases_are_read(caplog: pytest.LogCaptureFixture) -> None:
    settling = Pages()

    with caplog.at_level(logging.DEBUG, logger=pages.__name__):
        for _ in range(9):
            settling.settle(32)
        assert not caplog.messages
        for _ in range(20):
            settling.settle(32)

    assert [message.partition(" ")[2] for message in caplog.messages] == [
        "stretches of 2 MB of memory moved to large pages"
    ]


def test_a_system_without_large_pages_leaves_all_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")  # the system's own word; no other is at hand

    assert gather() == 0
