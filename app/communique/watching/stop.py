"""The wish to stop, which a signal may utter at any moment."""

import os
import select
from contextlib import suppress
from typing import Self


class Stop:
    """Says whether to stop, and wakes who waits; a pipe, so that a signal handler may use it."""

    def __init__(self) -> None:
        """Make the pipe; use it in a with block."""
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._writer, False)
        self._wanted = False

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the pipe."""
        os.close(self._reader)
        os.close(self._writer)

    def __bool__(self) -> bool:
        """Whether to stop."""
        return self._wanted

    def fileno(self) -> int:
        """Can be read from as soon as somebody wishes to stop."""
        return self._reader

    def wish(self) -> None:
        """Stop as soon as what is at hand is done."""
        self._wanted = True
        with suppress(BlockingIOError):
            os.write(self._writer, b".")

    def wait(self, seconds: float) -> None:
        """Wait, at most so long, until somebody wishes to stop."""
        if not self._wanted:
            select.select([self._reader], [], [], max(0.0, seconds))
