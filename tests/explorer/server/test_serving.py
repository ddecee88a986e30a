"""The server as a process of its own: it listens here alone, follows the store, and stops."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner

from communique.cli.application import app
from communique.explorer.server.context import Explorer
from communique.explorer.server.security import MOST_ADDRESS_BYTES
from communique.explorer.server.serving import MOST_HEADER_BYTES, PortInUseError, listening
from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.opening import load_into
from communique.loaders.store import Store
from communique.workspace.workspace import Workspace

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    process: subprocess.Popen[str]
    port: int
    token: str
    folder: Path

    @property
    def cookie(self) -> dict[str, str]:
        """What tells that we have the token."""
        return {"Cookie": f"communique-{self.port}={self.token}"}

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, head and body of an answer to who has the token."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=self.cookie | headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, {name.lower(): v for name, v in answer.getheaders()}, content


@pytest.fixture(scope="module")
def server(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The command, started over the graph of some forty entities; it opens a browser of ours."""
    folder = tmp_path_factory.mktemp("served")
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\necho "$@" > {folder}/opened\n')
    browser.chmod(0o755)
    load_into(str(folder / "store.kgl"), graph)
    line = [sys.executable, "-m", "communique", "explore", "--data", str(folder)]
    environment = os.environ | {"BROWSER": f"{browser} %s", "DISPLAY": ":9"}
    with subprocess.Popen(  # noqa: S603
        line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        assert address.hostname == "127.0.0.1"
        yield Server(process, int(address.port or 0), parse_qs(address.query)["token"][0], folder)
        process.kill()


def test_it_answers_and_does_not_say_by_what_program(server: Server) -> None:
    status, headers, _ = server.get("/api/graph")

    assert status == 200
    assert not {"server", "date", "x-powered-by"} & headers.keys()


def test_what_the_browser_is_started_with_is_of_no_use_to_others(server: Server) -> None:
    assert server.get("/api/graph")[0] == 200  # it answers once the browser has been started
    line = (server.folder / "opened").read_text()
    ticket = parse_qs(urlsplit(line.strip()).query)["token"][0]
    statuses = [server.get(f"/?token={ticket}")[0] for _ in range(2)]

    assert server.token not in line
    assert statuses == [303, 401]


def test_an_answer_is_sent_without_waiting_for_an_acknowledgement(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    seconds = []
    for _ in range(20):
        begin = perf_counter()
        connection.request("GET", "/api/graph", headers=server.cookie)
        connection.getresponse().read()
        seconds.append(perf_counter() - begin)
    connection.close()

    assert min(seconds) < 0.03  # by Nagle's algorithm each takes 0.04 at least


def test_a_port_that_is_taken_is_told_before_anything_is_read(
    server: Server, tmp_path: Path
) -> None:
    options = ["explore", "--data", str(tmp_path / "nowhere"), "--port", str(server.port)]

    told = CliRunner().invoke(app, options)

    assert f"port {server.port} cannot be listened on" in told.stderr
    assert "Reading" not in told.stderr


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    with socket.socket() as other:
        other.settimeout(5)
        assert other.connect_ex(("127.0.0.2", server.port)) != 0


@pytest.mark.parametrize("length", [MOST_ADDRESS_BYTES, 10 * MOST_HEADER_BYTES])
def test_an_address_without_end_is_refused(server: Server, length: int) -> None:
    try:
        status, _, _ = server.get("/api/search?q=" + "x" * length)
    except ConnectionError:  # it did not wait for the end
        status = 400

    assert status in {400, 414}
    assert server.get("/api/graph")[0] == 200


def test_a_port_that_is_taken_is_told(server: Server) -> None:
    with pytest.raises(PortInUseError, match=f"port {server.port} .* --port 0"):
        listening(server.port)


def test_ctrl_c_ends_it_without_a_word(server: Server) -> None:
    server.process.send_signal(signal.SIGINT)
    told = server.process.communicate(timeout=PATIENCE)

    reading = f"Reading {server.folder / 'store.kgl'}; the address comes when that is done.\n"
    assert (server.process.returncode, *told) == (0, "", reading)


@pytest.fixture
def halves(graph: KnowledgeGraph) -> tuple[KnowledgeGraph, KnowledgeGraph]:
    """The graph with half of its facts, and all of it."""
    return KnowledgeGraph.of(graph.releases, graph.facts[::2]), graph


@pytest.fixture
def explored(
    halves: tuple[KnowledgeGraph, KnowledgeGraph], tmp_path: Path
) -> Iterator[tuple[Explorer, Path]]:
    """Half of the graph, explored, and the file of its store."""
    file = tmp_path / "store.kgl"
    load_into(str(file), halves[0])
    explorer = Explorer(Workspace(tmp_path, str(file)))
    yield explorer, file
    explorer.close()


def is_open(store: Store) -> bool:
    """Whether a store answers."""
    try:
        return bool(store.run("RETURN 1 AS one", {}, 5).rows)
    except StoreUnavailableError:
        return False


def test_a_store_that_changes_is_read_again_while_the_old_one_serves(
    explored: tuple[Explorer, Path], halves: tuple[KnowledgeGraph, KnowledgeGraph]
) -> None:
    explorer, file = explored
    before = explorer.snapshot
    with explorer.reading() as (_, old):
        load_into(str(file), halves[1])
        assert explorer.is_outdated()
        explorer.renew(wait=True)

        assert is_open(old)  # somebody still reads in it
    assert not is_open(old)
    assert not explorer.is_outdated()
    assert explorer.snapshot.version != before.version
    assert len(explorer.snapshot.facts.keys) == len(halves[1].facts)
    assert len(before.facts.keys) == len(halves[0].facts)


def test_a_question_during_a_renewal_does_not_spoil_those_after_it(
    explored: tuple[Explorer, Path], halves: tuple[KnowledgeGraph, KnowledgeGraph]
) -> None:
    explorer, file = explored
    known = {entity.name for entity in halves[0].entities}
    (name, *_) = (one.name for one in halves[1].entities if one.name not in known)
    question, day = f"Tell me about {name}", date(2024, 6, 1)

    with explorer.reading() as (before, old):
        load_into(str(file), halves[1])
        explorer.renew(wait=True)
        unknown = explorer.asking.understand(old, before, question, day)
        with explorer.reading() as (after, new):
            explorer.asking.understand(new, before, question, day)  # what no route does
            found = explorer.asking.understand(new, after, question, day)

    assert unknown.reading is None
    assert found.reading is not None
    assert after.version != before.version


def test_nothing_is_read_any_more_once_it_is_closed(explored: tuple[Explorer, Path]) -> None:
    explorer, _ = explored
    before = explorer.snapshot
    explorer.close()

    explorer.renew(wait=True)

    assert explorer.snapshot is before


def test_what_was_read_goes_on_serving_where_the_store_is_lost(
    explored: tuple[Explorer, Path],
) -> None:
    explorer, file = explored
    version = explorer.snapshot.version
    file.unlink()

    with pytest.raises(StoreUnavailableError):
        explorer.renew(wait=True)

    assert not explorer.is_outdated()  # until there is another file
    assert explorer.snapshot.version == version
    assert explorer.told([explorer.snapshot.key(0)])


def test_the_same_facts_have_the_same_version(
    explored: tuple[Explorer, Path], halves: tuple[KnowledgeGraph, KnowledgeGraph]
) -> None:
    explorer, file = explored
    version = explorer.snapshot.version
    load_into(str(file), halves[0], rebuild=True)
    explorer.renew(wait=True)

    assert explorer.snapshot.version == version


def test_a_graph_that_came_bit_by_bit_has_the_version_of_one_that_came_at_once(
    explored: tuple[Explorer, Path], halves: tuple[KnowledgeGraph, KnowledgeGraph]
) -> None:
    explorer, file = explored
    load_into(str(file), halves[1])
    explorer.renew(wait=True)
    version = explorer.snapshot.version
    load_into(str(file), halves[1], rebuild=True)
    explorer.renew(wait=True)

    assert explorer.snapshot.version == version
