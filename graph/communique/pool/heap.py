"""Memory that a process no longer needs goes back to the system."""

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Any


def give_back() -> None:
    """Give back what is free between that which is held, in a few milliseconds.

    The C library keeps it for what will be asked for: after 32 releases some 40 MB, which another
    process may need sooner. Where it has no such call, nothing happens.
    """
    if trim := _trim():
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """``malloc_trim`` of glibc, which takes how many bytes to keep at the top."""
    if sys.platform != "linux":
        return None
    trim: Any = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim.argtypes = [ctypes.c_size_t]
    return trim  # type: ignore[no-any-return]
