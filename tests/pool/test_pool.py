"""Releases through worker processes."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from scripted_readers import Gatherer, Reader, Stillborn

from communique.builder import build
from communique.graph import CommuniqueError, Extraction, ExtractorError, Release
from communique.ledger import Ledger
from communique.pool import ExtractorPool, Worker

MakePool = Callable[..., ExtractorPool]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[], dict[str, list[str]]]:
    """Which releases each process has begun to read, by its number."""

    def read() -> dict[str, list[str]]:
        logs = tmp_path.glob("[0-9]*")
        return {log.name: log.read_text(encoding="utf-8").split() for log in logs}

    return read


@pytest.fixture
def pool(tmp_path: Path) -> MakePool:
    """Two workers whose extractor does what the text of a release says."""

    def pool(workers: int = 2, enough: int = 0, seconds: float = 60) -> ExtractorPool:
        make = partial(Reader, str(tmp_path))
        return ExtractorPool(make, Reader.version, workers, seconds=seconds, enough=enough)

    return pool


def releases(*texts: str) -> list[Release]:
    return [Release(f"r{number}", "Talks", "", text) for number, text in enumerate(texts)]


def errors(extractions: list[Extraction]) -> dict[str, str]:
    return {found.release.id: found.error for found in extractions if found.error}


def test_extractions_come_in_the_order_of_the_releases(
    pool: MakePool, read: Callable[[], dict[str, list[str]]]
) -> None:
    given = releases(*["They met."] * 150)

    found = list(pool().extract(given))

    assert [extraction.release for extraction in found] == given
    assert len(read()) == 2
    assert str(os.getpid()) not in read()


def test_a_few_releases_start_no_process(
    pool: MakePool, read: Callable[[], dict[str, list[str]]]
) -> None:
    few = pool(enough=3)

    found = list(few.extract(releases("One.", "Two.")))

    assert [extraction.release.id for extraction in found] == ["r0", "r1"]
    assert read() == {str(os.getpid()): ["r0", "r1"]}
    assert few.remarks == ["made"]


def test_no_more_releases_are_drawn_than_can_be_under_way(pool: MakePool) -> None:
    drawn = 0

    def endless() -> Iterator[Release]:
        nonlocal drawn
        while True:
            drawn += 1
            yield Release(f"r{drawn}", "Talks", "", "They met.")

    extractions = pool().extract(endless())
    for _ in range(500):
        next(extractions)
    extractions.close()  # type: ignore[attr-defined]

    assert drawn < 500 + 7 * 32


def test_a_release_that_ends_two_processes_fails_alone(pool: MakePool) -> None:
    given = releases(*["They met."] * 10, "It dies here", *["They met."] * 60)

    found = list(pool().extract(given))

    assert [extraction.release for extraction in found] == given
    assert errors(found) == {"r10": "a worker process ended by signal 9"}


def test_a_process_that_dies_once_costs_no_release(
    pool: MakePool, read: Callable[[], dict[str, list[str]]]
) -> None:
    given = releases(*["They met."] * 10, "It dies-once here", *["They met."] * 60)

    found = list(pool().extract(given))

    assert [extraction.release for extraction in found] == given
    assert errors(found) == {}
    assert len(read()) == 3


def test_what_lies_in_the_current_folder_is_not_run(
    pool: MakePool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    for module in ("json", "pickle", "communique"):
        (downloads / f"{module}.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    monkeypatch.chdir(downloads)

    found = list(pool(workers=1).extract(releases("They met.")))

    assert (len(found), errors(found)) == (1, {})
    assert not (downloads / "ran").exists()


def test_another_process_takes_over_after_so_many_releases(
    tmp_path: Path, read: Callable[[], dict[str, list[str]]]
) -> None:
    worker = Worker(partial(Reader, str(tmp_path)), limit=60, lifetime=3)
    given = releases(*["They met."] * 8)

    found = [item for at in range(0, 8, 2) for item in worker.read(given[at : at + 2])]
    worker.close()

    assert [extraction.release for extraction in found] == given
    assert sorted(read().values()) == [["r0", "r1", "r2", "r3"], ["r4", "r5", "r6", "r7"]]


def test_a_release_that_takes_too_long_fails_alone(pool: MakePool) -> None:
    given = releases("They met.", "It sleeps here", "They met.")

    found = list(pool(seconds=3).extract(given))

    assert [extraction.release for extraction in found] == given
    assert errors(found) == {"r1": "reading it took longer than 3 s"}


def test_releases_that_are_read_together_have_more_time_than_one(
    tmp_path: Path, read: Callable[[], dict[str, list[str]]]
) -> None:
    make = partial(Gatherer, str(tmp_path))
    pool = ExtractorPool(make, Gatherer.version, 1, seconds=1.5, enough=0)

    found = list(pool.extract(releases(*["They met."] * 4)))

    assert errors(found) == {}
    assert len(read()) == 1


def test_what_an_extractor_fails_at_and_prints_is_as_in_one_process(pool: MakePool) -> None:
    found = list(pool().extract(releases("It fails.", "It fails", "It prints")))

    assert errors(found) == {"r1": "it fails"}


@pytest.mark.parametrize("level", [logging.DEBUG, logging.WARNING])
def test_what_a_process_logs_is_logged_as_in_one_process(
    pool: MakePool, caplog: pytest.LogCaptureFixture, level: int
) -> None:
    with caplog.at_level(level):
        list(pool(workers=1).extract(releases("It prints")))

    logged = [("reader", logging.DEBUG, "why r0")] if level == logging.DEBUG else []
    printed = [("communique.pool.worker", logging.WARNING, "read r0")]
    assert [entry for entry in caplog.record_tuples if entry[2].endswith("r0")] in (
        logged + printed,
        printed + logged,
    )


@pytest.mark.parametrize(
    ("word", "reason"),
    [("breaks", "it is broken"), ("raises", "the extractor failed: KeyError: 'word'")],
)
def test_what_comes_before_an_extractor_breaks_is_given(
    pool: MakePool, word: str, reason: str
) -> None:
    extractions = pool().extract(releases(*["They met."] * 40, f"It {word} here", "They met."))
    found: list[Extraction] = []

    with pytest.raises(ExtractorError, match=reason):
        found.extend(extractions)

    assert [extraction.release.id for extraction in found] == [f"r{n}" for n in range(40)]


@pytest.mark.parametrize("status", [1, 7])
def test_an_extractor_that_cannot_be_made_ends_the_build(status: int) -> None:
    pool = ExtractorPool(partial(Stillborn, status), "1", 2, enough=0)

    with pytest.raises(
        CommuniqueError,
        match=f"no extractor could be loaded: a worker process ended with status {status}\n"
        "there is no model",
    ):
        list(pool.extract(releases("They met.")))


def test_what_ends_a_process_early_did_not_take_too_long(pool: MakePool) -> None:
    found = list(pool().extract(releases("They met.", "It quits here")))

    assert errors(found) == {"r1": "a worker process ended with status 1"}


def test_a_build_through_workers_records_what_one_process_records(
    pool: MakePool, tmp_path: Path
) -> None:
    given = releases(*["They met.", "It fails"] * 40)
    digests = []
    for name, extractor in (("many", pool()), ("one", Reader(str(tmp_path)))):
        with Ledger.open(tmp_path / f"{name}.sqlite") as ledger:
            report = build(given, extractor, ledger)
            digests.append((report, ledger.release_digests(), ledger.arrivals()))

    assert digests[0] == digests[1]


ASKING = """
import sys
from functools import partial
from scripted_readers import Reader
from communique.graph import Release
from communique.pool import ExtractorPool, Worker

pool = ExtractorPool(partial(Reader, sys.argv[1]), "1", 2, enough=0)
list(pool.extract(Release(f"r{n}", "Talks", "", "It sleeps here") for n in range(64)))
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are not told here")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill"])
def test_no_process_outlives_the_one_that_asks(
    tmp_path: Path, read: Callable[[], dict[str, list[str]]], stop: signal.Signals
) -> None:
    command = [sys.executable, "-c", ASKING, str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as asking:  # noqa: S603
        await_that(lambda: len(read()) == 2)
        asking.send_signal(stop)

    await_that(lambda: not any(Path(f"/proc/{number}").exists() for number in read()))


def await_that(holds: Callable[[], bool]) -> None:
    for _ in range(400):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come to pass")
