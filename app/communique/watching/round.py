"""One round: looking at what is due, and growing the graph by what is new."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from functools import partial

from communique.builder import Extractor, Progress
from communique.feeds import SkippedInput
from communique.graph import CommuniqueError, Release, UnwritableFileError
from communique.watching.increment import Growing, Increment
from communique.watching.polled import Polled
from communique.watching.polling import Polling
from communique.watching.schedule import Schedule
from communique.watching.source import Source
from communique.watching.state import FILE, Memory, State, read_state, write_state
from communique.watching.stop import Stop
from communique.watching.web.looks import Looks
from communique.workspace import LEDGER, Workspace
from communique.workspace.push import Target

GLANCE = 1.0
"""Seconds between two glances at whether a feed that is slow has come."""

Meter = Callable[[], AbstractContextManager[Progress | None]]
"""Shows how a round gets on while its block runs."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did. Times are seconds since the epoch.

    Attributes:
        started: When it began.
        finished: When it ended.
        polled: The sources that were looked at, in their order.
        increment: What became of what was new.
    """

    started: float
    finished: float
    polled: tuple[Polled, ...]
    increment: Increment

    @property
    def failed(self) -> tuple[Polled, ...]:
        """The sources that gave nothing."""
        return tuple(one for one in self.polled if one.failure is not None)

    @property
    def troubles(self) -> bool:
        """Whether a source, a release, the ledger, the store or the server made trouble."""
        report = self.increment.report
        incomplete = report is not None and not report.complete
        return bool(self.failed or self.increment.troubles or incomplete)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is watched, and how.

    Attributes:
        sources: What is watched.
        polling: How it is looked at.
        schedule: How often.
        make: Makes what reads statements; called in each round, so that no model is held in
            between, and a changed pattern file counts from the next round on.
        target: The server that is to have the graph, if any.
        patient: Whether a round waits for all that it looks at; and whether sources that have
            failed are given their time at the beginning, too, and not only if their server asked
            for it.
    """

    sources: tuple[Source, ...]
    polling: Polling
    schedule: Schedule
    make: Callable[[], Extractor]
    target: Target | None = None
    patient: bool = False


class Rounds:
    """Goes round the sources of a workspace, and remembers each."""

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        """Read what is remembered.

        Sources are due at once, for whoever starts this wants to see that it works; those that
        have failed unless their time is not yet there, see `Plan`.

        Args:
            workspace: Which grows.
            plan: By what.
        """
        self.workspace, self.plan = workspace, plan
        self._looks = Looks()
        self._path = workspace.folder / FILE
        self._growing = Growing(workspace, plan.target, self._keep)
        state = read_state(self._path).watching(plan.sources, self.clock())
        if not (workspace.folder / LEDGER).exists():  # what was read is not there any more
            state = State(sources={key: one.forgetting() for key, one in state.sources.items()})
        due = {}
        for source in plan.sources:
            memory = state.of(source)
            if not (memory.failures and plan.patient):
                due[source.key] = replace(memory, due=memory.asked)
        self.state = state.with_sources(due)

    def clock(self) -> float:
        """Seconds since the epoch."""
        return self.plan.polling.clock()

    @property
    def next(self) -> float:
        """When a source is due, in seconds since the epoch; the past if one is already.

        One at which is being looked is due when it can be next.
        """
        under_way = self._looks.under_way
        later = self.plan.schedule.after_success(self.clock())
        return min(
            later if source.key in under_way else self.state.of(source).due
            for source in self.plan.sources
        )

    def rest(self, stop: Stop) -> None:
        """Return when there is something to do, or a stop is wished."""
        while not (stop or self._looks.have_come() or self.next <= self.clock()):
            pause = self.next - self.clock()
            stop.wait(min(pause, GLANCE) if self._looks.under_way else pause)

    def end(self) -> None:
        """Wait for the looks under way to end, which they do at once when a stop was wished."""
        self._looks.end()

    def go(self, stop: Stop, progress: Progress | None = None) -> Round:
        """Look at the sources that are due, and grow the graph by what has come.

        What answers so slowly that the others would wait for it is of a later round.

        Args:
            stop: Once wished, what is at hand is finished, and the rest is left for another time.
            progress: Told of each release.
        """
        started = self.clock()
        try:
            extractor = self.plan.make()
        except CommuniqueError as error:  # of a pattern file that somebody is writing
            return self._idle(started, error)
        memories = self._memories(extractor.version)
        polled = self._polled(memories, extractor.version, stop)
        with closing(_inputs(polled)) as inputs:  # what reads them ends with that
            grown = self._growing.grow(inputs, extractor, self.state, stop, progress)
        increment, state = grown
        finished = self.clock()
        looked = {
            one.source.key: self._after(one, memories[one.source.key], finished, increment)
            for one in polled
        }
        try:
            self._keep(state.with_sources(looked))
        except UnwritableFileError as error:  # of a full disk; all is well as long as this runs
            increment = increment.with_trouble(error)
        return Round(started, finished, tuple(polled), increment)

    def _polled(self, memories: Mapping[str, Memory], version: str, stop: Stop) -> list[Polled]:
        """What the sources gave that are due or under way, in their order.

        Nothing only if nothing is, or a stop is wished.
        """
        polling, looks, patient = self.plan.polling, self._looks, self.plan.patient
        found: list[Polled] = []
        while not found:
            due = self._due(memories)
            feeds = [one for one in due if one.is_web]
            look = partial(polling.feeds, feeds, memories, stop)
            looks.begin(feeds, version, look)
            found = polling.folders([one for one in due if not one.is_web], memories, stop)
            is_due = partial(self._due, memories)
            found += looks.given(version, stop, some=bool(found), patient=patient, due=is_due)
            if stop or not looks.under_way:
                break
        return sorted(found, key=lambda one: self.plan.sources.index(one.source))

    def _due(self, memories: Mapping[str, Memory]) -> list[Source]:
        """The sources that are due and not under way."""
        now, under_way = self.clock(), self._looks.under_way
        return [
            one
            for one in self.plan.sources
            if one.key not in under_way and self.plan.schedule.is_due(memories[one.key], now)
        ]

    def _memories(self, version: str) -> dict[str, Memory]:
        """What is remembered of each source, for an extractor of a version."""
        self.state = self.state.read_by(version)
        return {source.key: self.state.of(source) for source in self.plan.sources}

    def _idle(self, started: float, error: CommuniqueError) -> Round:
        """A round that could not look at anything; the next is gone in its time."""
        later = self.plan.schedule.after_success(started)
        memories = {one.key: replace(self.state.of(one), due=later) for one in self.plan.sources}
        self.state = self.state.with_sources(memories)
        increment = Increment(recorded=False).with_trouble(error)
        return Round(started, self.clock(), (), increment)

    def _after(self, polled: Polled, before: Memory, now: float, increment: Increment) -> Memory:
        """What is remembered of a source after a look."""
        source, failure = polled.source, polled.failure
        if failure is not None:
            failures = before.failures + 1
            due = self.plan.schedule.after_failure(source.key, failures, now, failure.asked)
            return replace(
                polled.memory,
                told=source.told,
                due=due,
                asked=self.plan.schedule.asked_until(now, failure.asked),
                attempted=now,
                failures=failures,
                reason=failure.reason,
            )
        failed = {key for id_, key in polled.origins.items() if id_ in increment.failed}
        return replace(
            polled.memory.without(failed) if increment.recorded else before,
            told=source.told,
            due=self.plan.schedule.after_success(now),
            asked=0.0,
            attempted=now,
            succeeded=now,
            failures=0,
            reason=None,
        )

    def _keep(self, state: State) -> None:
        self.state = state
        write_state(self._path, state)


def _inputs(polled: Sequence[Polled]) -> Generator[Release | SkippedInput]:
    for one in polled:
        yield from one.inputs


def serve(
    rounds: Rounds,
    stop: Stop,
    tell: Callable[[Round], None],
    meter: Meter,
    *,
    once: bool = False,
) -> None:
    """Go round the sources, and wait until the next is due; again and again.

    Args:
        rounds: What is gone.
        stop: Ends it.
        tell: Told of each round.
        meter: Shows each while it lasts.
        once: Whether one round is enough.
    """
    while not stop:
        with meter() as progress:
            done = rounds.go(stop, progress)
        tell(done)
        if once:
            return
        rounds.rest(stop)
    rounds.end()
