"""Noticing that the store has changed."""

from threading import Event, Thread
from typing import Self

from communique.explorer.server.context import Explorer
from communique.loaders.opening import is_address

FILE_SECONDS = 2.0
"""Seconds between two looks at a store's file."""

SERVER_SECONDS = 300.0
"""Seconds between two readings of a server, which does not say when it changes."""


class Watch:
    """Renews the snapshot of an explorer while a block runs."""

    def __init__(self, explorer: Explorer) -> None:
        """Take the explorer."""
        self._explorer = explorer
        self._remote = is_address(explorer.workspace.store)
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="communique-watch", daemon=True)

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(SERVER_SECONDS if self._remote else FILE_SECONDS):
            if self._remote or self._explorer.is_outdated():
                self._explorer.renew()
