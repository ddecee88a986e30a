"""A process gives back what it no longer needs."""

import sys
from pathlib import Path

import pytest

from communique.pool.heap import give_back


def held() -> int:
    """MiB of memory that the system counts for this process."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) >> 10
    raise AssertionError("no VmRSS")


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_what_is_free_between_held_things_goes_back_to_the_system() -> None:
    # Larger than what Python keeps for itself, smaller than what the C library maps apart.
    things = [bytearray(20_000) for _ in range(10_000)]
    kept = things[::50]  # spread all over
    del things
    before = held()

    give_back()

    assert before - held() > 100
    assert len(kept) == 200


def test_nothing_happens_where_nothing_is_free() -> None:
    give_back()
    give_back()
