"""What tests of several packages need."""

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from communique.graph import (
    Entity,
    Evidence,
    Fact,
    KnowledgeGraph,
    Qualifiers,
    Release,
    Statement,
)
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.neo4j.address import Login
from communique.loaders.projection import load
from communique.ontology import SIGNATURES, EntityType, Relation

ROOT = Path(__file__).resolve().parent.parent

# A busy machine may need longer for an example than the 200 ms that hypothesis gives it.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

pytest_plugins = ("sparql_servers", "side_by_side")  # in tests/servers


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def gold() -> Path:
    """The annotated releases, which are kept beside the project and not in it."""
    folder = Path(os.environ.get("COMMUNIQUE_GOLD", ROOT.parent / "shared" / "gold"))
    if not folder.is_dir():
        pytest.skip(f"no annotated releases in {folder}; set COMMUNIQUE_GOLD to their folder")
    return folder


@pytest.fixture(scope="session")
def example_gold() -> Path:
    """Annotated releases in our own words, which the project holds."""
    return ROOT / "tests" / "gold" / "example"


KINDS = {
    "person": EntityType.PERSON,
    "country": EntityType.COUNTRY,
    "body": EntityType.ORGANISATION,
    "place": EntityType.PLACE,
    "operation": EntityType.OPERATION,
    "event": EntityType.EVENT,
}
Row = tuple[str, str, str] | tuple[str, str, str, dict[str, str]]
Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]


def entity(spec: str, id_: str) -> Entity:
    """An entity from ``kind Name|alias|alias/ISO``; ``some kind description`` for one unnamed."""
    rest, _, iso3 = spec.removeprefix("some ").partition("/")
    kind, _, forms = rest.partition(" ")
    name, *aliases = forms.split("|")
    named = not spec.startswith("some ")
    return Entity(id_, KINDS[kind], name, tuple(sorted(aliases)), named, iso3 or None)


def told(release: str, *rows: Row) -> Told:
    """A release that says each row in a line of its own, and the statements read in it."""
    numbers, ends = count(1), dict[str, Entity]()
    for spec in (spec for row in rows for spec in (row[0], row[2])):
        if spec not in ends:
            ends[spec] = entity(spec, f"{release}#{next(numbers)}")
    text, statements = f"Release {release}\n", []
    for subject, relation, object_, *rest in rows:
        line = f"{ends[subject].name} {relation} {ends[object_].name}"
        quote = Evidence(release, len(text), len(text) + len(line), line, "by-hand")
        text += f"{line}.\n"
        qualifiers = Qualifiers(**rest[0]) if rest else Qualifiers()  # type: ignore[arg-type]
        statements.append(
            Statement(ends[subject], Relation(relation), ends[object_], (quote,), qualifiers)
        )
    return Release(release, f"Release {release}", "Newsroom", text), tuple(statements)


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Releases in our own words, written as tables of who does what."""
    return told


Line = tuple[Entity, Relation, Entity, Qualifiers, str]
"""A sentence of a release, last, and the fact that it states."""
Compose = Callable[[Iterable[tuple[Release, Sequence[Line]]]], KnowledgeGraph]


def composed(drafts: Iterable[tuple[Release, Sequence[Line]]]) -> KnowledgeGraph:
    """A graph of releases whose text is their title and, below it, each line's sentence.

    A fact that several releases state has a quote from each.
    """
    releases, facts = [], dict[str, Fact]()
    for draft, lines in drafts:
        text = draft.title
        for subject, predicate, object_, qualifiers, sentence in lines:
            start = len(text) + 1
            text = f"{text}\n{sentence}"
            quote = Evidence(draft.id, start, len(text), sentence, "made/by-hand")
            ends = [subject, object_]
            if SIGNATURES[predicate].symmetric:
                ends.sort(key=lambda end: end.id)
            fact = Fact(ends[0], predicate, ends[1], qualifiers, (quote,), 0.9)
            told = facts.get(fact.key, fact)
            facts[fact.key] = told if told is fact else _corroborated(told, quote)
        releases.append(replace(draft, text=text))
    return KnowledgeGraph.of(releases, facts.values())


def _corroborated(fact: Fact, quote: Evidence) -> Fact:
    """The fact with one more quote, in the order of releases."""
    quotes = sorted((*fact.evidence, quote), key=lambda item: (item.release, item.start))
    return replace(fact, evidence=tuple(quotes))


@pytest.fixture(scope="session")
def compose() -> Compose:
    """A graph from made-up releases, which are written as titles and sentences."""
    return composed


@pytest.fixture(scope="session")
def kept(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[KnowledgeGraph], EmbeddedStore]]:
    """Loads graphs into embedded stores and opens these to be read; all are closed at the end."""
    opened: list[EmbeddedStore] = []

    def keep(graph: KnowledgeGraph) -> EmbeddedStore:
        path = tmp_path_factory.mktemp("store") / "graph.kgl"
        writer = EmbeddedStore(path)
        load(graph, writer)
        writer.close()
        opened.append(EmbeddedStore(path, read_only=True))
        return opened[-1]

    yield keep
    for store in opened:
        store.close()


NEO4J_PASSWORD = "harbour-watch-24"  # noqa: S105  # of servers that live as long as a test run

_STOPS_SOON = "internal.server.bolt.thread_pool_shutdown_wait_time=1s"


class Neo4jServer:
    """A real Neo4j with a home of its own, on loopback; nothing runs on when its owner ends."""

    def __init__(self, script: Path, home: Path) -> None:
        """Take a home; `start` starts it."""
        self._script = script
        self.home = home
        self._log = home.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self._http = free_port()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"neo4j://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the command line needs to log in."""
        return {"COMMUNIQUE_NEO4J_PASSWORD": NEO4J_PASSWORD}

    @property
    def login(self) -> Login:
        """Who asks."""
        return Login(password=NEO4J_PASSWORD)

    @property
    def process(self) -> int:
        """The server's own process."""
        return int((self.home / "run" / "pid").read_text())

    def start(self, *settings: str) -> None:
        """Start it, with further lines of ``neo4j.conf``, and wait until it answers."""
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own script
                ["/bin/sh", str(self._script), "run"],
                env=self._variables(*settings),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout is not None
        if b"answers" not in self._process.stdout.readline():
            self.stop()
            pytest.fail(f"Neo4j does not start: {self._log.read_text()}")

    def administer(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run ``neo4j-admin`` on its home while it does not run."""
        return subprocess.run(  # noqa: S603  # our own script
            ["/bin/sh", str(self._script), "admin", *arguments],
            env=self._variables(),
            capture_output=True,
            text=True,
            check=False,
        )

    def _variables(self, *settings: str) -> dict[str, str]:
        return os.environ | {
            "NEO4J_HOME": str(self.home),
            "NEO4J_PASSWORD": NEO4J_PASSWORD,
            "NEO4J_BOLT_PORT": str(self.port),
            "NEO4J_HTTP_PORT": str(self._http),
            "NEO4J_HEAP": "768m",
            "NEO4J_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",  # starts sooner
            "NEO4J_CONFIG": "\n".join((_STOPS_SOON, *settings)),
        }

    def stop(self) -> None:
        """Stop it in good order."""
        if self._process is not None:
            self._process.communicate(timeout=120)
            self._process = None

    def kill(self) -> None:
        """Stop it as a power cut does."""
        os.kill(self.process, signal.SIGKILL)
        self.stop()


def free_port() -> int:
    """A port on loopback that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def unused_port() -> Callable[[], int]:
    """Finds ports for servers."""
    return free_port


@pytest.fixture(scope="session")
def neo4j_script() -> Path:
    """What starts a real server; ``scripts/set-up --neo4j`` brings what it needs."""
    for command in ("java", "mvn"):
        if shutil.which(command) is None:
            pytest.skip(f"no {command}, which Neo4j needs")
    return ROOT / "docker" / "neo4j" / "server"


@pytest.fixture(scope="session")
def new_neo4j(
    neo4j_script: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Neo4jServer]]:
    """Makes real servers, each with an empty home and not yet started; all are stopped at last."""
    made: list[Neo4jServer] = []

    def make() -> Neo4jServer:
        made.append(Neo4jServer(neo4j_script, tmp_path_factory.mktemp("neo4j") / "home"))
        return made[-1]

    yield make
    for server in made:
        server.stop()


@pytest.fixture(scope="session")
def neo4j_server(new_neo4j: Callable[[], Neo4jServer]) -> Neo4jServer:
    """The real Neo4j of this run; what a test leaves in it, the next one must expect."""
    server = new_neo4j()
    server.start()
    return server
