"""Running the rounds, and telling of them on the terminal, in the health file and as metrics."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.cli.console import counted, note, progress, say, warn
from communique.cli.output import push
from communique.cli.record.load import told
from communique.cli.settings import moment
from communique.graph import CommuniqueError, WorkspaceBusyError
from communique.watching.round import Round, Rounds, serve
from communique.watching.stop import Stop
from communique.watching.telling.health import Life, Status, health, iso, status_of, write_health

if TYPE_CHECKING:
    from communique.builder import Outcome, Progress
    from communique.watching.telling.metrics import Metrics

LOCK = "watch.lock"
"""Held in a workspace by the one process that watches for it."""

_STOPPING = b"stopping when the releases at hand are recorded; once more to stop at once\n"


@dataclass(frozen=True, slots=True)
class Places:
    """Where it is told how the watching goes.

    Attributes:
        health: The health file.
        metrics: A file of metrics, or None.
        port: A port for metrics, or None.
    """

    health: Path
    metrics: Path | None
    port: int | None


def run(rounds: Rounds, places: Places, *, once: bool) -> bool:
    """Go round until a signal ends it, or once; whether all was well then, or a signal came.

    Raises:
        WorkspaceBusyError: Another process watches for the workspace.
        UnwritableFileError: The health file cannot be written.
        PortTakenError: The port of the metrics is not free.
    """
    from communique.ledger import locked

    folder = rounds.workspace.folder

    def refuse() -> None:
        raise WorkspaceBusyError(f"{folder}: another communique watches for this workspace already")

    with locked(folder / LOCK, refuse), _stopped_by_signals() as stop, _metrics(places) as metrics:
        telling = _Telling(rounds, places, metrics, once)
        telling.begin()
        serve(rounds, stop, telling.tell, _meter, once=once)
        if stop:
            telling.end()
        return telling.calm or bool(stop)


@contextmanager
def _metrics(places: Places) -> "Iterator[Metrics | None]":
    """Metrics, if somebody wants any; within the block they can be asked for."""
    if places.metrics is None and places.port is None:
        yield None
        return
    from communique.watching.telling.metrics import Metrics

    metrics = Metrics()
    with metrics.served(places.port) if places.port else nullcontext():
        yield metrics


class _Telling:
    """Tells of rounds."""

    def __init__(
        self, rounds: Rounds, places: Places, metrics: "Metrics | None", once: bool
    ) -> None:
        self._rounds, self._places, self._once = rounds, places, once
        self._metrics = metrics
        self._started, self._gone = moment(), 0
        self._last: Round | None = None

    @property
    def calm(self) -> bool:
        """Whether all was well at the end of the last round."""
        return self._last is None or status_of(self._rounds, self._last) is Status.OK

    def begin(self) -> None:
        """Tell that it begins."""
        self._write_health()
        schedule = "once" if self._once else f"every {self._rounds.plan.schedule.every:g} s"
        note(f"watching {counted(len(self._rounds.plan.sources), 'source')}, {schedule}")

    def tell(self, last: Round) -> None:
        """Tell of a round."""
        self._last = last
        self._gone += 1
        _say(self._rounds, last, self._once)
        with _told():
            self._write_health()
        if self._metrics is not None:
            self._metrics.note(self._rounds, last)
            if self._places.metrics is not None:
                with _told():
                    self._metrics.write(self._places.metrics)

    def end(self) -> None:
        """Tell that it ends."""
        with _told():
            self._write_health(stopped=True)
        note("stopped")

    def _write_health(self, *, stopped: bool = False) -> None:
        life = Life(os.getpid(), self._started, self._gone, self._once)
        write_health(self._places.health, health(self._rounds, self._last, life, stopped=stopped))


def _say(rounds: Rounds, last: Round, once: bool) -> None:
    increment = last.increment
    report = increment.report
    what = f"{report.new} new, {report.changed} changed" if report else "nothing new"
    line = f"{iso(last.finished)}  {counted(len(last.polled), 'source')}: {what}"
    if increment.loaded is not None:
        line += f"; store {told(increment.loaded)}"
    if increment.pushed is not None:
        line += f"; pushed {push.told(increment.pushed)}"
    if last.polled or once:  # else it was stopped before it had looked at any
        say(line)
    _warn_of_sources(rounds, last, once)
    for problem in (*report.skipped, *report.failed) if report else ():
        title = f" ({problem.title})" if problem.title else ""
        warn(f"unread    {problem.path}{title}: {problem.reason}")
    for trouble in increment.troubles:
        warn(f"trouble   {trouble}")


def _warn_of_sources(rounds: Rounds, last: Round, once: bool) -> None:
    """Tell of those that fail; of those that wait since they failed only who asks once."""
    failed = {one.source for one in last.failed}
    for source in rounds.plan.sources:
        memory = rounds.state.of(source)
        if source in failed or (once and memory.failures):
            word = "failing" if source in failed else "waiting"
            again = f"failure {memory.failures} in a row, tried again {iso(memory.due)}"
            warn(f"{word:<10}{source.told} {memory.reason} ({again})")
    for one in last.polled:
        for remark in one.remarks:
            warn(f"remark    {one.source.told}: {remark}")


@contextmanager
def _meter() -> Iterator["Progress | None"]:
    done = 0
    with progress("reading releases") as meter:

        def count(_outcome: "Outcome", _title: str) -> None:
            nonlocal done
            done += 1
            meter(done)

        yield count


@contextmanager
def _told() -> Iterator[None]:
    """An error in the block is told, and no more: watching goes on."""
    try:
        yield
    except CommuniqueError as error:
        warn(f"trouble   {error}")


@contextmanager
def _stopped_by_signals() -> Iterator[Stop]:
    """Within the block Ctrl-C and SIGTERM wish to stop; the second one stops."""
    with Stop() as stop:

        def heed(_number: int, _frame: object) -> None:
            if stop:
                raise KeyboardInterrupt
            stop.wish()
            os.write(2, _STOPPING)  # what else writes may be in the middle of it

        numbers = (signal.SIGINT, signal.SIGTERM)
        before: dict[signal.Signals, Callable[..., object] | int | None] = {
            number: signal.signal(number, heed) for number in numbers
        }
        try:
            yield stop
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
