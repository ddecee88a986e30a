"""From what is new to the ledger, the store and a server."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from communique.builder import BuildReport, Extractor, Progress
from communique.feeds import SkippedInput
from communique.graph import CommuniqueError, Extraction, Release, WorkspaceBusyError
from communique.loaders.opening import is_address
from communique.watching.state import State
from communique.watching.stop import Stop
from communique.workspace import LEDGER, Workspace
from communique.workspace.push import Target, push

if TYPE_CHECKING:
    from communique.loaders.projection import LoadReport
    from communique.loaders.sparql.push import PushReport

PATIENCE = 1.0
"""Seconds between two looks whether another command still writes to the workspace."""

Inputs = Iterable[Release | SkippedInput]


@dataclass(frozen=True, slots=True)
class Increment:
    """What became of what was new.

    Attributes:
        recorded: Whether all of it is in the ledger, or reported as what cannot be.
        report: What was read; None if nothing was new, or the ledger could not be written.
        loaded: What was written to the store; None if there was nothing to write, or it failed.
        pushed: What was sent to the server; None likewise.
        size: Entities and facts of the graph, if it was resolved.
        troubles: What went wrong with ledger, store or server.
    """

    recorded: bool = True
    report: BuildReport | None = None
    loaded: "LoadReport | None" = None
    pushed: "PushReport | None" = None
    size: tuple[int, int] | None = None
    troubles: tuple[str, ...] = ()

    @property
    def failed(self) -> frozenset[str]:
        """Ids of the releases that could not be read for statements."""
        return frozenset(one.path for one in self.report.failed) if self.report else frozenset()

    def with_trouble(self, error: CommuniqueError) -> "Increment":
        """The same, and what went wrong."""
        return replace(self, troubles=(*self.troubles, str(error)))


class Growing:
    """Brings ledger, store and server up to date."""

    def __init__(
        self,
        workspace: Workspace,
        target: Target | None,
        keep: Callable[[State], None],
    ) -> None:
        """Take what grows.

        Args:
            workspace: With ledger and store.
            target: The server that is to have the graph, if any.
            keep: Remembers a state, lest a kill forget it.
        """
        self._workspace, self._target, self._keep = workspace, target, keep

    def grow(
        self,
        inputs: Inputs,
        extractor: Extractor,
        state: State,
        stop: Stop,
        progress: Progress | None = None,
    ) -> tuple[Increment, State]:
        """Record what is new, load and push; each as far as it goes.

        What one step could not do is done by the next call, also of another process.

        Args:
            inputs: What is new.
            extractor: Reads statements.
            state: After the last call.
            stop: Once wished, no further release is begun, and nothing is resolved or sent.
            progress: Told of each release.
        """
        increment = Increment(recorded=False)
        try:
            with _alone(self._workspace, stop):
                increment, state = self._recorded(_Until(inputs, stop), extractor, state, progress)
                if stop or not (self._workspace.folder / LEDGER).exists():
                    return increment, state
                increment, state = self._loaded(increment, state)
            return self._pushed(increment, state, stop)
        except CommuniqueError as error:  # the ledger cannot be locked or read
            return increment.with_trouble(error), state

    def _recorded(
        self, given: "_Until", extractor: Extractor, state: State, progress: Progress | None
    ) -> tuple[Increment, State]:
        if given.is_empty():
            return Increment(recorded=not given.cut), state
        was_behind = state.behind
        self._keep(state := replace(state, behind=True))
        try:
            report = self._workspace.record(given, _Reading(extractor, given), progress)
        except CommuniqueError as error:
            return Increment(recorded=False).with_trouble(error), state
        behind = was_behind or report.writes > 0
        if given.cut:  # what was not read is no failure, and what failed fails again
            report = replace(report, failed=())
        return Increment(not given.cut, report), replace(state, behind=behind)

    def _loaded(self, increment: Increment, state: State) -> tuple[Increment, State]:
        if not state.behind and self._is_level(state):
            return increment, state
        graph = self._workspace.updated("watch").graph
        increment = replace(increment, size=(len(graph.entities), len(graph.facts)))
        state = replace(state, behind=False)
        try:
            loaded = self._workspace.load(graph)
        except CommuniqueError as error:
            return increment.with_trouble(error), state
        state = replace(state, loaded=self._mark(self._workspace.store))
        return replace(increment, loaded=loaded), state

    def _pushed(self, increment: Increment, state: State, stop: Stop) -> tuple[Increment, State]:
        if self._target is None:
            return increment, state
        place = self._target.address
        if state.pushed == (mark := self._mark(place)):
            return increment, state

        def heed(_done: int, _total: int | None) -> None:
            if stop:
                raise _StoppedError(f"{place}: stopped while pushing; the next push goes on there")

        try:
            sent = push(self._workspace, self._workspace.graph(), self._target, progress=heed)
        except CommuniqueError as error:
            return increment.with_trouble(error), state
        return replace(increment, pushed=sent), replace(state, pushed=mark)

    def _is_level(self, state: State) -> bool:
        """Whether the store has the last run, unless it is a file that somebody has removed."""
        store = self._workspace.store
        there = is_address(store) or Path(store).exists()
        return there and state.loaded == self._mark(store)

    def _mark(self, place: str) -> str:
        """A place, and the run of the journal that it is to hold."""
        with self._workspace.ledger() as ledger:
            runs = ledger.journal.runs()
        return f"{place}@{runs[-1].number if runs else 0}"


class _StoppedError(CommuniqueError):
    """A push was stopped in the middle."""


class _Reading:
    """An extractor, until a stop is wished: then what it reads together is done, and no more.

    Attributes:
        version: Of the extractor.
        batch: How many releases it reads together.
    """

    def __init__(self, extractor: Extractor, given: "_Until") -> None:
        """Take an extractor, and what it is given."""
        self.version = extractor.version
        self.batch = int(getattr(extractor, "batch", 1))
        self._extractor, self._given = extractor, given

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release, in order; closing it ends the extractor's work."""
        found = self._extractor.extract(releases)
        try:
            for number, extraction in enumerate(found, 1):
                yield extraction
                if self._given.stop and number % self.batch == 0:
                    self._given.cut = True
                    return
        finally:
            if isinstance(found, Generator):
                found.close()


class _Until:
    """What is given, until a stop is wished.

    Attributes:
        stop: Who may wish so.
        cut: Whether something was left out, or may have been.
    """

    def __init__(self, inputs: Inputs, stop: Stop) -> None:
        """Take what is given."""
        self._inputs, self.stop, self.cut = iter(inputs), stop, False
        self._first: list[Release | SkippedInput] = []

    def is_empty(self) -> bool:
        """Whether nothing is given; draws the first."""
        self._first = list(islice(self, 1))
        return not self._first

    def __iter__(self) -> Iterator[Release | SkippedInput]:
        """What is given, in order."""
        return self

    def __next__(self) -> Release | SkippedInput:
        """The next that is given."""
        if self._first:
            return self._first.pop()
        if self.stop:
            self.cut = True
            raise StopIteration
        return next(self._inputs)


@contextmanager
def _alone(workspace: Workspace, stop: Stop) -> Iterator[None]:
    """Within the block no other command writes; waits for that, at most until a stop is wished.

    Raises:
        LedgerError: The workspace cannot be locked.
    """
    with ExitStack() as held:
        while not stop:
            try:
                held.enter_context(workspace.writing(wait=False))
            except WorkspaceBusyError:
                stop.wait(PATIENCE)
            else:
                break
        yield
