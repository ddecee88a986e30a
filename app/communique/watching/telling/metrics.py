"""Metrics for Prometheus."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    start_http_server,
    write_to_textfile,
)

from communique.graph import CommuniqueError, UnwritableFileError
from communique.watching.round import Round, Rounds
from communique.watching.telling.health import Status, status_of

LOOPBACK = "127.0.0.1"

_BUCKETS = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0)


class PortTakenError(CommuniqueError):
    """The port for the metrics cannot be listened at."""


class Metrics:
    """What Prometheus is told of the rounds; counters begin at zero with the process."""

    def __init__(self) -> None:
        """Begin to count."""
        disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, of which nobody asks anything
        self.registry = registry = CollectorRegistry()
        name = "communique_watch_"
        self._healthy = Gauge(f"{name}healthy", "1 if all went well", registry=registry)
        self._rounds = Counter(f"{name}rounds", "Rounds gone", registry=registry)
        self._seconds = Histogram(
            f"{name}round_seconds", "How long rounds take", registry=registry, buckets=_BUCKETS
        )
        self._last = Gauge(
            f"{name}last_round_timestamp_seconds", "End of the last round", registry=registry
        )
        self._looks = Counter(
            f"{name}looks", "Looks at a source", ("source", "outcome"), registry=registry
        )
        self._success = Gauge(
            f"{name}source_last_success_timestamp_seconds",
            "When a source answered last",
            ("source",),
            registry=registry,
        )
        self._failures = Gauge(
            f"{name}source_failures", "Failures in a row", ("source",), registry=registry
        )
        self._releases = Counter(
            f"{name}releases", "What became of releases", ("outcome",), registry=registry
        )
        self._troubles = Counter(
            f"{name}troubles", "Troubles with ledger, store or server", registry=registry
        )
        self._pushed = Counter(f"{name}pushed_graphs", "Graphs sent or deleted", registry=registry)
        self._held = Gauge(
            "communique_graph_size", "What the graph holds", ("kind",), registry=registry
        )

    def note(self, rounds: Rounds, last: Round) -> None:
        """Count a round."""
        self._healthy.set(status_of(rounds, last) is Status.OK)
        self._rounds.inc()
        self._seconds.observe(max(0.0, last.finished - last.started))
        self._last.set(last.finished)
        self._troubles.inc(len(last.increment.troubles))
        for one in last.polled:
            outcome = "ok" if one.failure is None else "failed"
            self._looks.labels(one.source.told, outcome).inc()
        for source in rounds.plan.sources:
            memory = rounds.state.of(source)
            self._failures.labels(source.told).set(memory.failures)
            self._success.labels(source.told).set(memory.succeeded or 0)
        self._note_growth(last)

    def _note_growth(self, last: Round) -> None:
        increment = last.increment
        if (report := increment.report) is not None:
            counts = {"new": report.new, "changed": report.changed, "failed": len(report.failed)}
            counts |= {"unchanged": report.unchanged, "skipped": len(report.skipped)}
            for outcome, count in counts.items():
                self._releases.labels(outcome).inc(count)
            self._held.labels("releases").set(report.releases)
        if increment.size is not None:
            for kind, count in zip(("entities", "facts"), increment.size, strict=True):
                self._held.labels(kind).set(count)
        if increment.pushed is not None:
            self._pushed.inc(increment.pushed.writes)

    def write(self, path: Path) -> None:
        """Write them to a file for the node exporter's collector of text files.

        Raises:
            UnwritableFileError: It cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_to_textfile(str(path), self.registry)
        except OSError as error:
            told = error.strerror or error
            raise UnwritableFileError(f"{path}: cannot be written: {told}") from error

    @contextmanager
    def served(self, port: int) -> Iterator[None]:
        """Within the block they are at a port of this machine, which no other can reach.

        Raises:
            PortTakenError: Somebody else listens there, or nobody may.
        """
        try:
            server, thread = start_http_server(port, LOOPBACK, self.registry)
        except (OSError, OverflowError) as error:
            raise PortTakenError(
                f"port {port} cannot be listened at ({error}); name another by --metrics-port"
            ) from error
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
