"""A real Fuseki and Jena's tools, for tests of several packages."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "docker" / "fuseki"

PASSWORD = "harbour-watch-24"  # noqa: S105  # of servers that live as long as a test run

Jena = Callable[..., "subprocess.CompletedProcess[str]"]


class Fuseki:
    """A real Fuseki over TDB2, on loopback; nothing runs on when its owner ends."""

    def __init__(self, script: Path, home: Path, port: int, login: str = "basic") -> None:
        """Take a home; `start` starts it."""
        self._script = script
        self._home = home
        self._log = home.with_suffix(".log")
        self._port = port
        self._login = login
        self._process: subprocess.Popen[bytes] | None = None

    user = "communique"
    password = PASSWORD

    @property
    def address(self) -> str:
        """Where its dataset is: ``/sparql``, ``/update``, ``/data`` and ``/shacl`` follow."""
        return f"http://127.0.0.1:{self._port}/communique"

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
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own script
                ["/bin/sh", str(self._script), "run"],
                env=os.environ | variables,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout is not None
        if b"answers" not in self._process.stdout.readline():
            self.stop()
            pytest.fail(f"Fuseki does not start: {self._log.read_text()}")

    def stop(self) -> None:
        """Stop it in good order."""
        if self._process is not None:
            self._process.communicate(timeout=120)
            self._process = None


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
