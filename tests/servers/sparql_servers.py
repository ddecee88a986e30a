"""Real SPARQL servers and Jena's tools, for tests of several packages."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import httpx
import pytest
from figures.server import Scripted

_FOLDER = Path(__file__).resolve().parents[2] / "docker" / "fuseki"

PASSWORD = "harbour-watch-24"  # noqa: S105  # of servers that live as long as a test run

Jena = Callable[..., "subprocess.CompletedProcess[str]"]


class SparqlServer:
    """A SPARQL server on loopback, by its three endpoints.

    Attributes:
        store: Its Graph Store.
        update: Where it is changed by SPARQL.
        query: Where it is asked.
        auth: User and password of who may write; None if anyone may.
    """

    store: str
    update: str
    query: str
    auth: tuple[str, str] | None = None

    @cached_property
    def client(self) -> httpx.Client:
        """One for all requests: a new one takes longer than most of these."""
        return httpx.Client(timeout=30)

    def empty(self) -> None:
        """Throw away all graphs."""
        content = {"Content-Type": "application/sparql-update"}
        login = self.auth or httpx.USE_CLIENT_DEFAULT
        answer = self.client.post(self.update, content="DROP ALL", headers=content, auth=login)
        answer.raise_for_status()

    def rows(self, query: str) -> list[tuple[str, ...]]:
        """The values of a SELECT, unbound ones empty."""
        accept = {"Accept": "application/sparql-results+json"}
        answer = self.client.post(self.query, data={"query": query}, headers=accept)
        assert answer.is_success, answer.text
        told = answer.json()
        return [
            tuple(row[name]["value"] if name in row else "" for name in told["head"]["vars"])
            for row in told["results"]["bindings"]
        ]

    def graph(self, iri: str) -> str:
        """A named graph as N-Triples; empty if there is none."""
        accept = {"Accept": "application/n-triples"}
        login = self.auth or httpx.USE_CLIENT_DEFAULT
        answer = self.client.get(self.store, params={"graph": iri}, headers=accept, auth=login)
        if answer.status_code == httpx.codes.NOT_FOUND:
            return ""
        answer.raise_for_status()
        return answer.content.decode()


class Oxigraph(SparqlServer):
    """A real Oxigraph, which knows no logins."""

    def __init__(self, folder: Path, port: int) -> None:
        """Take a folder; `start` starts it."""
        self._folder = folder
        self._port = port
        address = f"http://127.0.0.1:{port}"
        self.store, self.update, self.query = (
            f"{address}/{name}" for name in ("store", "update", "query")
        )
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        program = Path(sys.executable).with_name("oxigraph")
        where = ("--location", str(self._folder), "--bind", f"127.0.0.1:{self._port}")
        with self._folder.with_suffix(".log").open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  # from our own environment
                [program, "serve", *where, "--union-default-graph"], stdout=log, stderr=log
            )
        for _ in range(200):
            try:
                self.rows("SELECT * { ?s ?p ?o } LIMIT 1")
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return
        self.stop()
        pytest.fail("Oxigraph does not answer")

    def stop(self) -> None:
        """Stop it."""
        self.client.close()
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=30)
            self._process = None


class Fuseki(SparqlServer):
    """A real Fuseki over TDB2."""

    user = "communique"
    password = PASSWORD
    auth = (user, password)

    def __init__(self, script: Path, home: Path, port: int, login: str = "basic") -> None:
        """Take a home; `start` starts it."""
        self._script = Scripted(script, home.with_suffix(".log"))
        self._home = home
        self._port = port
        self._login = login
        self.address = f"http://127.0.0.1:{port}/communique"
        self.store, self.update, self.query = (
            f"{self.address}/{name}" for name in ("data", "update", "sparql")
        )

    def start(self) -> None:
        """Start it, and wait until it answers."""
        variables = {
            "FUSEKI_HOME": str(self._home),
            "FUSEKI_PASSWORD": PASSWORD,
            "FUSEKI_PORT": str(self._port),
            "FUSEKI_AUTH": self._login,
            "FUSEKI_HEAP": "512m",
            "FUSEKI_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",  # starts sooner
        }
        self._script.start(variables)

    def stop(self) -> None:
        """Stop it in good order."""
        self.client.close()
        self._script.stop()


@pytest.fixture(scope="session")
def oxigraph(
    tmp_path_factory: pytest.TempPathFactory, unused_port: Callable[[], int]
) -> Iterator[Oxigraph]:
    """The real Oxigraph of this run; what a test leaves in it, the next one must expect."""
    server = Oxigraph(tmp_path_factory.mktemp("oxigraph") / "store", unused_port())
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def fuseki_script() -> Path:
    """What starts Fuseki and Jena's tools; ``scripts/set-up --fuseki`` brings what they need."""
    for command in ("java", "mvn"):
        if shutil.which(command) is None:
            pytest.skip(f"no {command}, which Jena needs")
    return _FOLDER / "server"


@pytest.fixture(scope="session")
def fuseki(
    fuseki_script: Path,
    tmp_path_factory: pytest.TempPathFactory,
    unused_port: Callable[[], int],
) -> Iterator[Fuseki]:
    """The real Fuseki of this run; what a test leaves in it, the next one must expect."""
    server = Fuseki(fuseki_script, tmp_path_factory.mktemp("fuseki") / "home", unused_port())
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def digest_fuseki(
    fuseki_script: Path,
    tmp_path_factory: pytest.TempPathFactory,
    unused_port: Callable[[], int],
) -> Iterator[Fuseki]:
    """A Fuseki to which one logs in by HTTP Digest."""
    home = tmp_path_factory.mktemp("digest") / "home"
    server = Fuseki(fuseki_script, home, unused_port(), "digest")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def jena(fuseki_script: Path) -> Jena:
    """Runs ``riot`` or ``shacl`` of Jena, one Java each time: ``jena("riot", "--count", file)``."""

    def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(  # noqa: S603  # our own script
            ["/bin/sh", str(fuseki_script), *map(str, arguments)],
            env=os.environ | {"FUSEKI_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run
