"""What is told of the rounds: the health file and the metrics."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from unruly_site import Clock, release, write

from communique.builder import BuildReport, Problem
from communique.graph import Extraction, Release, UnwritableFileError
from communique.ontology import Relation
from communique.watching.increment import Increment
from communique.watching.polled import Failure, Polled
from communique.watching.polling import Polling
from communique.watching.round import Plan, Round, Rounds
from communique.watching.schedule import Schedule
from communique.watching.source import Source
from communique.watching.state import Memory
from communique.watching.stop import Stop
from communique.watching.telling.health import Life, health, write_health
from communique.watching.telling.metrics import Metrics, PortTakenError
from communique.workspace import Workspace

LIFE = Life(process=7, started=1_700_000_000.0, rounds=1, once=False)


class Silent:
    """Takes releases and gives nothing back."""

    version = "1"

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        list(releases)
        return iter(())


@pytest.fixture
def rounds(tmp_path: Path, clock: Clock) -> Rounds:
    """Rounds of a folder with one release and a folder that is not there."""
    write(tmp_path / "inbox" / "one.txt", release("One", "Ana Duran met Carl Berg."))
    sources = (Source.of(str(tmp_path / "inbox")), Source.of(str(tmp_path / "unmounted")))
    workspace = Workspace(tmp_path / "data", str(tmp_path / "data" / "store.kgl"))
    return Rounds(workspace, Plan(sources, Polling(clock), Schedule(900.0), Silent))


def samples(metrics: Metrics, path: Path) -> dict[str, float]:
    """The values by name and labels, as Prometheus reads them."""
    metrics.write(path)
    families = text_string_to_metric_families(path.read_text())
    return {
        " ".join((sample.name, *sorted(map(str, sample.labels.values())))): sample.value
        for family in families
        for sample in family.samples
    }


def test_the_health_file_tells_of_each_source_and_of_the_last_round(
    rounds: Rounds, tmp_path: Path, stop: Stop
) -> None:
    path = tmp_path / "health" / "health.json"
    write_health(path, health(rounds, rounds.go(stop), LIFE))
    told = json.loads(path.read_text())

    good, bad = told["sources"]
    assert told["status"] == "degraded"
    assert (good["status"], good["failures"], good["reason"]) == ("ok", 0, None)
    assert (bad["status"], bad["failures"]) == ("failing", 1)
    assert bad["reason"] == "is not there; it is looked for again"
    assert (bad["last_success"], good["last_success"]) == (None, "2023-11-14T22:13:20+00:00")
    assert good["next"] == told["next"] == "2023-11-14T22:28:20+00:00"
    assert told["last_round"]["failed"] == 1
    assert "nothing back" in told["last_round"]["problems"][0]["reason"]
    assert [entry.name for entry in path.parent.iterdir()] == ["health.json"]


def report(**counts: Any) -> BuildReport:
    empty: dict[str, Any] = {
        **dict.fromkeys(("read", "new", "changed", "unchanged", "writes", "truncated"), 0),
        **dict.fromkeys(("duplicates", "skipped", "failed"), ()),
        **{"releases": 0, "statements": {Relation.MEETS: 1}, "entities": {}},
    }
    return BuildReport(**(empty | counts))


FAILED = Failure("is not there")
PROBLEM = (Problem("a.txt", "A", "is empty"),)


@pytest.mark.parametrize(
    ("failing", "increment", "status"),
    [
        ((), Increment(), "ok"),
        ((0,), Increment(), "degraded"),
        ((0, 1), Increment(), "failing"),
        ((), Increment(troubles=("the server is away",)), "degraded"),
        ((), Increment(recorded=False, troubles=("the disk is full",)), "failing"),
        ((), Increment(report=report(skipped=PROBLEM)), "degraded"),
        ((), Increment(report=report(new=1)), "ok"),
    ],
)
def test_the_status_says_how_bad_it_is(
    rounds: Rounds, failing: tuple[int, ...], increment: Increment, status: str
) -> None:
    sources = rounds.plan.sources
    rounds.state = rounds.state.with_sources(
        {sources[number].key: Memory(failures=1) for number in failing}
    )
    polled = tuple(
        Polled(source, (), Memory(), FAILED if number in failing else None)
        for number, source in enumerate(sources)
    )

    told = health(rounds, Round(0.0, 1.0, polled, increment), LIFE)

    assert told["status"] == status
    assert health(rounds, None, LIFE)["status"] == "starting"
    assert health(rounds, None, LIFE, stopped=True)["status"] == "stopped"


def test_metrics_count_looks_and_releases(
    rounds: Rounds, tmp_path: Path, stop: Stop, clock: Clock
) -> None:
    metrics = Metrics()
    metrics.note(rounds, rounds.go(stop))
    clock.now += 900.0
    metrics.note(rounds, rounds.go(stop))
    found = samples(metrics, tmp_path / "textfiles" / "communique.prom")
    inbox, unmounted = (source.told for source in rounds.plan.sources)

    assert found["communique_watch_rounds_total"] == 2
    assert found[f"communique_watch_looks_total {inbox} ok"] == 2
    assert found[f"communique_watch_looks_total {unmounted} failed"] == 1
    assert found[f"communique_watch_source_failures {unmounted}"] == 1
    assert found[f"communique_watch_source_last_success_timestamp_seconds {inbox}"] == clock.now
    assert found["communique_watch_releases_total failed"] == 2  # at each look
    assert found["communique_watch_healthy"] == 0
    assert [entry.name for entry in (tmp_path / "textfiles").iterdir()] == ["communique.prom"]


def test_metrics_tell_the_size_of_the_graph(rounds: Rounds, tmp_path: Path) -> None:
    metrics = Metrics()
    grown = Increment(report=report(new=3, releases=5), size=(20, 9))
    metrics.note(rounds, Round(0.0, 1.0, (), grown))
    found = samples(metrics, tmp_path / "communique.prom")

    assert found["communique_watch_releases_total new"] == 3
    assert found["communique_graph_size releases"] == 5
    assert found["communique_graph_size entities"] == 20
    assert found["communique_graph_size facts"] == 9


def test_metrics_are_asked_for_at_a_port_of_this_machine(unused_port: Callable[[], int]) -> None:
    port = unused_port()
    with Metrics().served(port):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            told = answer.read().decode()
        with pytest.raises(PortTakenError, match=f"port {port} cannot be listened at"):  # noqa: SIM117
            with Metrics().served(port):
                pass

    assert "communique_watch_rounds_total 0.0" in told
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(UnwritableFileError, match="cannot be written"):
        Metrics().write(tmp_path / "file" / "communique.prom")
