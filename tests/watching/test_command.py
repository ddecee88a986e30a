"""The command that watches, in processes of its own where signals count."""

import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from unruly_site import TALKS, Reply, Site, drip, rss, write

from communique.cli.application import app
from communique.graph import LedgerError
from communique.ledger import locked

Watch = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[str]"]
PATIENCE = 60.0


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of who runs the tests."""
    for name in [name for name in os.environ if name.startswith("COMMUNIQUE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def watch(data: Path) -> Watch:
    """Runs the command in this process."""

    def run(*arguments: object) -> Result:
        words = ["watch", *map(str, arguments), "--data", str(data)]
        return CliRunner().invoke(app, words)

    return run


@pytest.fixture
def start(data: Path) -> Iterator[Start]:
    """Starts the command in a process, and ends it if the test has not."""
    started: list[subprocess.Popen[str]] = []

    def run(*arguments: object) -> "subprocess.Popen[str]":
        words = [sys.executable, "-m", "communique", "watch", *map(str, arguments)]
        process = subprocess.Popen(  # noqa: S603  # our own interpreter
            [*words, "--data", str(data)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def status(data: Path) -> str:
    path = data / "health.json"
    return str(json.loads(path.read_bytes())["status"]) if path.exists() else "nothing"


def wait_until(done: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < until, "it takes too long"
        time.sleep(0.02)


@pytest.mark.model
def test_a_feed_becomes_a_graph_that_can_be_asked(watch: Watch, data: Path, site: Site) -> None:
    url = site.says(Reply(rss(TALKS)))
    first = watch(url, "--once", "--metrics", data / "communique.prom")
    second = watch(url, "--once")
    asked = CliRunner().invoke(
        app, ["query", "run", "who-met", "-p", "entity=Ana Duran", "--data", str(data)]
    )

    assert first.exit_code == 0, first.output
    assert "1 source: 1 new, 0 changed; store releases +1" in first.output
    assert "1 source: nothing new" in second.output
    assert "Carl Berg" in asked.output
    assert (
        'communique_watch_releases_total{outcome="new"} 1.0'
        in (data / "communique.prom").read_text()
    )
    assert watch("--status").exit_code == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
def test_it_looks_again_and_again_until_a_signal_ends_it_in_good_order(
    start: Start, data: Path, site: Site, number: signal.Signals
) -> None:
    process = start(site.says(Reply(rss())), "--every", "0.1s")
    wait_until(lambda: len(site.asked) > 2 and status(data) == "ok")
    process.send_signal(number)
    out, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 0
    assert out.count("1 source: nothing new") > 1
    assert err.splitlines()[-1] == "stopped"
    assert "Traceback" not in err
    assert status(data) == "stopped"


def test_a_signal_ends_it_while_a_server_does_not_answer(
    start: Start, data: Path, site: Site
) -> None:
    process = start(site.says(drip(b"", b"", site.ends)))
    wait_until(lambda: bool(site.asked))
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE)

    assert process.returncode == 0
    assert status(data) == "stopped"


def test_a_source_that_fails_is_told_and_is_trouble_until_it_answers(
    watch: Watch, site: Site
) -> None:
    url = site.says(Reply(status=500))
    first = watch(url, "--once")
    second = watch(url, "--once")
    told = watch("--status")

    assert (first.exit_code, second.exit_code, told.exit_code) == (1, 1, 1)
    assert f"failing   {url} is not given: the server answers 500" in first.output
    assert "failure 1 in a row, tried again" in first.output
    assert f"waiting   {url}" in second.output
    assert len(site.asked) == 1
    assert told.output.startswith("status    failing\n")


def test_no_password_and_no_token_is_told_in_the_log_either(
    watch: Watch, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    url = site.says(Reply(status=500), path="/feed?token=harbour")
    with caplog.at_level(logging.DEBUG):
        result = watch(url.replace("http://", "http://ada:lighthouse@"), "--once")

    assert "the server answers 500" in result.output
    assert not re.search("harbour|lighthouse", caplog.text + result.output)


def test_one_process_watches_for_a_workspace(watch: Watch, data: Path, inbox: Path) -> None:
    def nobody() -> None:
        raise LedgerError("somebody holds the lock")

    with locked(data / "watch.lock", nobody):
        result = watch(inbox, "--once")

    assert result.exit_code == 2
    assert "another communique watches for this workspace already" in result.output


def test_sources_may_stand_in_a_list(watch: Watch, inbox: Path, site: Site, tmp_path: Path) -> None:
    url = site.says(Reply(rss()))
    listed = write(tmp_path / "sources.txt", f"# ours\n{inbox}\n\n  {url}\n{inbox}\n")
    result = watch(url, "--list", listed, "--once")

    assert result.exit_code == 0
    assert "2 sources: nothing new" in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "what is to be watched?"),
        (("nowhere",), "does not exist; check the spelling"),
        (("ftp://example.org/rss",), "only http:// and https:// are watched"),
        ((".", "--every", "often"), "--every: 'often' is no duration; write 30s, 15m, 2h or 1d"),
        ((".", "--answer-time", "0s"), "--answer-time: '0s' is no time at all"),
        ((".", "--workers", "1000"), "--workers takes a number from 1 to 256, or auto"),
        ((".", "--time-limit", "0"), "0.1"),
        ((".", "--extractor", "nobody"), "no extractor 'nobody'"),
        ((".", "--list", "nowhere"), "nowhere: cannot be read"),
        ((".", "--push", "nowhere"), "nowhere"),
        (("--status",), "there is no health file"),
    ],
)
def test_wrong_use_is_told_before_anything_is_watched(
    watch: Watch, data: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = watch(*arguments)

    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert not (data / "health.json").exists()


def test_a_service_that_has_fallen_silent_is_told(watch: Watch, data: Path) -> None:
    told = {"status": "ok", "rounds": 3, "next": "2024-05-03T10:00:00+00:00", "sources": []}
    write(data / "health.json", json.dumps(told))
    result = watch("--status")

    assert result.exit_code == 1
    assert "status    silent" in result.output
    assert "does it still run?" in result.output


@pytest.mark.parametrize("content", ["", "[]", "{"])
def test_a_health_file_that_is_none_is_wrong_use(watch: Watch, data: Path, content: str) -> None:
    write(data / "health.json", content)

    assert watch("--status").exit_code == 2
