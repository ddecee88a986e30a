"""Real servers that scripts of ours run: a Neo4j for measurements and tests, and what starts it."""

import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from communique.loaders.neo4j.address import Login

SCRIPT = Path(__file__).resolve().parent.parent.parent / "docker" / "neo4j" / "server"
PASSWORD = "figures-and-more"  # noqa: S105  # of servers that live as long as a measurement
PATIENCE = 120
"""Seconds for a stop in good order."""


def free_port() -> int:
    """A port on loopback that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass(slots=True)
class Scripted:
    """A server that a script runs; nothing runs on when its owner ends.

    Attributes:
        script: Says that it "answers" once it does, and stops it when its standard input ends.
        log: Where its messages go.
        process: The script, while it runs.
    """

    script: Path
    log: Path
    process: "subprocess.Popen[bytes] | None" = None

    def start(self, variables: Mapping[str, str]) -> None:
        """Start it with variables of the environment, and wait until it answers.

        Raises:
            RuntimeError: It does not start.
        """
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603  # our own script
                ["/bin/sh", str(self.script), "run"],
                env=os.environ | variables,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self.process.stdout is not None  # noqa: S101  # it is a pipe
        if b"answers" not in self.process.stdout.readline():
            self.stop()
            raise RuntimeError(f"{self.script} starts no server: {self.log.read_text()}")

    def stop(self) -> None:
        """Stop it in good order and wait."""
        if self.process is not None:
            self.process.communicate(timeout=PATIENCE)
            self.process = None


@dataclass(slots=True)
class Server:
    """A Neo4j with a home of its own, on loopback.

    Attributes:
        home: Its database, configuration and logs.
        settings: Lines of its configuration.
        options: Further variables of its script.
        login: Who asks it.
        port: Where it answers.
    """

    home: Path
    settings: Sequence[str] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    login: Login = field(default_factory=lambda: Login(password=PASSWORD))
    port: int = field(default_factory=free_port)
    _http: int = field(default_factory=free_port)
    _script: Scripted = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is started."""
        self._script = Scripted(SCRIPT, self.home.with_suffix(".log"))

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"neo4j://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the command line needs to log in."""
        return {"COMMUNIQUE_NEO4J_PASSWORD": self.login.password}

    def start(self, *settings: str) -> None:
        """Start it, with further lines of its configuration, and wait until it answers.

        Raises:
            RuntimeError: It does not start.
        """
        self._script.start(self._variables(*settings))

    def stop(self) -> None:
        """Stop it in good order and wait."""
        self._script.stop()

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Send its process a signal and wait until it has gone."""
        os.kill(int((self.home / "run" / "pid").read_text()), how)
        self.stop()

    def administer(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run ``neo4j-admin`` on its home while it does not run."""
        return subprocess.run(  # noqa: S603  # our own script
            ["/bin/sh", str(SCRIPT), "admin", *arguments],
            env=os.environ | self._variables(),
            capture_output=True,
            text=True,
            check=False,
        )

    def _variables(self, *settings: str) -> Mapping[str, str]:
        return {
            **self.options,
            "NEO4J_HOME": str(self.home),
            "NEO4J_PASSWORD": self.login.password,
            "NEO4J_BOLT_PORT": str(self.port),
            "NEO4J_HTTP_PORT": str(self._http),
            "NEO4J_CONFIG": "\n".join((*self.settings, *settings)),
        }


@contextmanager
def own_server(*settings: str) -> Iterator[Server]:
    """A server with an empty home, not yet started; stopped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "home", settings)
        try:
            yield server
        finally:
            server.stop()
