"""A real Neo4j for measurements: one that runs already, or one of our own."""

import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from communique.loaders.neo4j.address import Login

SCRIPT = Path(__file__).resolve().parent.parent.parent / "docker" / "neo4j" / "server"
PASSWORD = "figures-and-more"  # noqa: S105  # of servers that live as long as a measurement


@dataclass(slots=True)
class Server:
    """A Neo4j of our own, on loopback.

    Attributes:
        home: Its database, configuration and logs.
        port: Where it answers.
        login: Who asks it.
        settings: Further lines of its configuration.
        process: The script that runs it.
    """

    home: Path
    port: int
    login: Login = field(default_factory=lambda: Login(password=PASSWORD))
    settings: str = ""
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        """Its address."""
        return f"neo4j://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(  # noqa: S603  # our own script
            [str(SCRIPT), "run"],
            env=self._variables(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout is not None  # noqa: S101  # it is a pipe
        if b"answers" not in self.process.stdout.readline():
            raise SystemExit("Neo4j does not start")

    def stop(self) -> None:
        """Stop it in good order and wait."""
        if self.process is not None:
            self.process.communicate()
            self.process = None

    def kill(self, how: signal.Signals) -> None:
        """Send its process a signal and wait until it has gone."""
        os.kill(int((self.home / "run" / "pid").read_text()), how)
        self.stop()

    def administer(self, *arguments: str) -> None:
        """Run ``neo4j-admin`` while it does not run."""
        subprocess.run(  # noqa: S603  # our own script
            [str(SCRIPT), "admin", *arguments],
            env=self._variables(),
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def _variables(self) -> Mapping[str, str]:
        return os.environ | {
            "NEO4J_HOME": str(self.home),
            "NEO4J_PASSWORD": PASSWORD,
            "NEO4J_BOLT_PORT": str(self.port),
            "NEO4J_HTTP_PORT": str(free_port()),
            "NEO4J_CONFIG": self.settings,
        }


@contextmanager
def own_server(settings: str = "") -> Iterator[Server]:
    """A server with an empty home, not yet started; stopped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "home", free_port(), settings=settings)
        try:
            yield server
        finally:
            server.stop()


def free_port() -> int:
    """A port on loopback that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
