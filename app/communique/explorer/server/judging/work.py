"""What takes long when something is judged, done in a process of its own.

In the server's it would keep every other answer waiting for its turn.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from typing import Generic, TypeAlias, TypeVar

from communique.builder import project_with_decisions
from communique.explorer.server.judging.docket import Docket, docket_of, version_of
from communique.graph import CommuniqueError, Judgement
from communique.workspace.workspace import Workspace

COMMAND = "review"
"""What the journal of the ledger says changed the graph."""

State: TypeAlias = tuple[str, tuple[Judgement, ...]]
"""What a store was loaded from: the version of the releases, and the judgements."""

Made = TypeVar("Made")


class LostProcessError(CommuniqueError):
    """The process was ended, or broke."""


class Errand(Generic[Made]):
    """Work that a process of its own does; Ctrl-C does not end it half-way."""

    def __init__(self, work: Callable[[Workspace], Made], workspace: Workspace) -> None:
        """Begin.

        Args:
            work: A function of a module.
            workspace: What it is given.
        """
        context = get_context("spawn")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, workspace, sender), daemon=True)
        with _without_interrupts():
            self._process.start()
        sender.close()

    def result(self) -> Made:
        """What the work gives, when it is done.

        Raises:
            LostProcessError: The process was ended, or broke.
            CommuniqueError: As the work does.
        """
        try:
            made: Made | CommuniqueError = self._receiver.recv()
        except EOFError:
            raise LostProcessError(
                "the process that reads the ledger was ended; `communique load` brings the graph "
                "up to date"
            ) from None
        finally:
            self._process.join()
            self._receiver.close()
        if isinstance(made, CommuniqueError):
            raise made
        return made

    def stop(self) -> None:
        """End it at once."""
        self._process.terminate()


def found(workspace: Workspace) -> Docket:
    """What is to be judged.

    Raises:
        LedgerError: The ledger cannot be read.
    """
    with workspace.ledger() as ledger:
        version = version_of(ledger)
        return docket_of(ledger, project_with_decisions(ledger), version)


def brought_up(workspace: Workspace) -> tuple[Docket, State]:
    """What is to be judged once the store is up to date with what was.

    Raises:
        WorkspaceBusyError: Another process writes to the workspace.
        LedgerError: The ledger cannot be read or written.
        StoreUnavailableError: The store cannot be written.
    """
    with workspace.writing(wait=False), workspace.ledger() as ledger:
        state = version_of(ledger), ledger.judgements.all()
        projection = workspace.updated(COMMAND)
        docket = docket_of(ledger, projection, state[0])
        workspace.load(projection.graph)
    return docket, state


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """What is started within never has Ctrl-C, which a terminal sends to all at once."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # begun within, it would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _do(work: Callable[[Workspace], Made], workspace: Workspace, sender: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with sender:
        try:
            sender.send(work(workspace))
        except CommuniqueError as error:
            sender.send(error)
