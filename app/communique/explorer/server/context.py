"""What the routes of the server work with: the snapshot, the store, the workspace."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Lock, Thread
from typing import Annotated

from fastapi import Depends, Request

from communique.explorer.server.asking import Asking
from communique.explorer.server.judging.judging import Judging
from communique.explorer.server.replies.fact import ToldFact
from communique.explorer.server.snapshot import Snapshot, read_snapshot
from communique.explorer.server.telling import Chosen, every, told
from communique.graph import CommuniqueError
from communique.loaders.opening import is_address
from communique.loaders.store import Store
from communique.workspace.workspace import LEDGER, Workspace

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """What the explorer may do.

    Attributes:
        cypher: Whether free Cypher is allowed.
        queries: Folder of the user's own questions.
        author: Who judges.
    """

    cypher: bool = False
    queries: Path | None = None
    author: str = ""


@dataclass(slots=True)
class _Reading:
    """A store that is open, with what was read of it, and how many use it."""

    store: Store
    snapshot: Snapshot
    users: int = 0
    replaced: bool = False


@dataclass(slots=True)
class Explorer:
    """A graph that is explored; the old snapshot serves until a new one has been read.

    Attributes:
        workspace: Where ledger and store are.
        options: What it may do.
        asking: Its questions.
        judging: Who is who in it.
    """

    workspace: Workspace
    options: Options = Options()
    asking: Asking = field(init=False)
    judging: Judging = field(init=False)
    _readings: Condition = field(default_factory=Condition)
    _renewing: Lock = field(default_factory=Lock)
    _now: _Reading = field(init=False)
    _tried: str = field(init=False, default="")
    _is_closed: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Read the store.

        Raises:
            StoreUnavailableError: There is none, or it cannot be read.
        """
        self._now = self._read()
        self.asking = Asking(self.workspace, self.options.queries)
        author = self.options.author
        self.judging = Judging(self.workspace, author, lambda: self.renew(wait=True))

    @property
    def snapshot(self) -> Snapshot:
        """The facts as they are now; a request takes them once, since they may be exchanged."""
        return self._now.snapshot

    @property
    def ledger(self) -> bool:
        """Whether there is a ledger, with texts and judgements."""
        return (self.workspace.folder / LEDGER).is_file()

    @contextmanager
    def reading(self) -> Iterator[tuple[Snapshot, Store]]:
        """The facts as they are now, and the store that they were read from, open in the block."""
        with self._readings:
            reading = self._now
            reading.users += 1
        try:
            yield reading.snapshot, reading.store
        finally:
            with self._readings:
                reading.users -= 1
                self._close_if_unused(reading)

    def told(self, keys: Iterable[str], chosen: Chosen = every) -> list[ToldFact]:
        """Facts with their quotes, in the order of the keys; unknown ones are left out.

        Args:
            keys: Which facts.
            chosen: Which of a fact's quotes.

        Raises:
            StoreUnavailableError: The store is gone.
        """
        with self.reading() as (snapshot, store):
            return told(store, snapshot, list(dict.fromkeys(keys)), chosen)

    def current(self, snapshot: Snapshot, id_: str) -> int | None:
        """The number that the entity has which has this id, or had it in an earlier graph."""
        number = snapshot.number(id_)
        if number is not None or not self.ledger:
            return number
        return snapshot.number(self.workspace.current_id(id_))

    def renew(self, *, wait: bool = False) -> None:
        """Read the store again; where that fails, the old snapshot goes on serving.

        Args:
            wait: Whether to return only when the new snapshot serves; an error is raised then.

        Raises:
            CommuniqueError: It cannot be read.
        """
        if wait:
            with self._renewing:
                self._exchange()
        elif not self._renewing.locked():
            Thread(target=self._renew_quietly, name="communique-renewal", daemon=True).start()

    def is_outdated(self) -> bool:
        """Whether the store's file has changed since it was last read; never for a server.

        What could not be read is not tried again until it changes.
        """
        return self._state() != self._tried

    def close(self) -> None:
        """Let go of the store, once what was judged is in it."""
        self.judging.close()
        with self._renewing, self._readings:  # a store that is being read now is closed, too
            self._is_closed = True
            self._now.replaced = True
            self._close_if_unused(self._now)

    def _renew_quietly(self) -> None:
        try:
            self.renew(wait=True)
        except CommuniqueError as error:
            _log.warning("the graph is shown as it was: %s", error)

    def _exchange(self) -> None:
        if self._is_closed:
            return
        reading = self._read()
        with self._readings:
            old, self._now = self._now, reading
            old.replaced = True
            self._close_if_unused(old)

    def _read(self) -> _Reading:
        self._tried = self._state()
        store = self.workspace.opened()
        try:
            return _Reading(store, read_snapshot(store))
        except BaseException:
            store.close()
            raise

    def _close_if_unused(self, reading: _Reading) -> None:
        if reading.replaced and not reading.users:
            reading.store.close()

    def _state(self) -> str:
        """What tells two states of the store's file apart; the same always for a server."""
        if is_address(self.workspace.store):
            return ""
        try:
            state = Path(self.workspace.store).stat()
        except OSError:
            return "gone"
        return f"{state.st_mtime_ns} {state.st_size} {state.st_ino}"


def _explorer(request: Request) -> Explorer:
    explorer = request.app.state.explorer
    assert isinstance(explorer, Explorer)  # noqa: S101  # the application was made with one
    return explorer


Here = Annotated[Explorer, Depends(_explorer)]
"""The explorer that a request is made to."""
