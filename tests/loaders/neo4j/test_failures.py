"""A server that is not there, refuses, goes in the middle of a load, or cannot write any more."""

import logging
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import difference, load

pytestmark = pytest.mark.neo4j
WRONG = "another-one"
ENCRYPTED = (
    "server.bolt.tls_level=OPTIONAL",
    "dbms.ssl.policy.bolt.enabled=true",
    "dbms.ssl.policy.bolt.base_directory=certificates/bolt",
)


class Server(Protocol):
    """A Neo4j that the test starts and stops."""

    address: str
    login: Login
    home: Path

    def start(self, *settings: str) -> None: ...
    def stop(self) -> None: ...
    def kill(self) -> None: ...


Open = Callable[..., Neo4jStore]


@pytest.fixture(scope="module")
def own(new_neo4j: Callable[[], Server]) -> Iterator[Server]:
    """A server of these tests alone, running; it also answers encrypted, as localhost."""
    server = new_neo4j()
    folder = server.home / "certificates" / "bolt"
    folder.mkdir(parents=True)
    subprocess.run(  # noqa: S603  # a key for this server alone
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", "private.key", "-out", "public.crt"),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    server.start(*ENCRYPTED)
    yield server
    server.stop()


@pytest.mark.parametrize(
    ("login", "reason"),
    [
        (Login(password=WRONG), "COMMUNIQUE_NEO4J_PASSWORD"),
        (Login("nobody", WRONG), "COMMUNIQUE_NEO4J_USER"),
    ],
    ids=["password", "user"],
)
def test_a_wrong_login_says_which_settings_to_set(
    server: Server, login: Login, reason: str
) -> None:
    with pytest.raises(StoreUnavailableError, match=reason) as refused:
        Neo4jStore(server.address, login)
    assert WRONG not in str(refused.value)


def test_where_no_password_was_given_one_is_asked_for(server: Server) -> None:
    with pytest.raises(StoreUnavailableError, match="wants a password; set COMMUNIQUE_NEO4J_PASS"):
        Neo4jStore(server.address, Login())


def test_a_database_that_is_not_there_is_named(server: Server) -> None:
    login = Login(password=server.login.password, database="harbour")

    with pytest.raises(StoreUnavailableError, match=r"harbour.*COMMUNIQUE_NEO4J_DATABASE"):
        Neo4jStore(server.address, login)


def test_where_no_server_answers_the_address_is_named() -> None:
    with pytest.raises(StoreUnavailableError, match=r"neo4j://127\.0\.0\.1:9: no Neo4j server"):
        Neo4jStore("neo4j://127.0.0.1:9", Login())


def test_the_password_is_never_logged(
    server: Server, open_at: Open, graph: KnowledgeGraph, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    load(graph, open_at(server))

    assert caplog.records
    assert server.login.password not in caplog.text


def test_a_store_that_is_only_asked_is_not_written(
    server: Server, open_at: Open, graph: KnowledgeGraph
) -> None:
    with pytest.raises(StoreUnavailableError, match="reading only"):
        load(graph, open_at(server, read_only=True))


def encrypted(server: Server) -> str:
    return server.address.replace("neo4j://127.0.0.1", "bolt+s://localhost")


def test_a_certificate_that_nobody_vouches_for_is_refused(own: Server) -> None:
    with pytest.raises(StoreUnavailableError, match="certificate"):
        Neo4jStore(encrypted(own), own.login)


def test_a_certificate_of_a_known_authority_is_accepted(
    own: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = own.home / "certificates" / "bolt" / "public.crt"
    monkeypatch.setenv("SSL_CERT_FILE", str(known))

    store = Neo4jStore(encrypted(own), own.login, read_only=True)

    assert store.run("RETURN 1 AS one", {}, 30).rows == ({"one": 1},)
    store.close()


def test_a_load_goes_on_where_a_server_that_was_killed_had_stopped(
    own: Server, open_at: Open, long_ring: KnowledgeGraph
) -> None:
    def kill(done: int, total: int) -> None:
        if 0 < done < total:
            own.kill()

    with pytest.raises(StoreUnavailableError, match="the next load goes on there"):
        load(long_ring, open_at(own), kill)
    own.start()
    store = open_at(own)

    report = load(long_ring, store)

    assert 0 < report.writes < len(long_ring.entities) + len(long_ring.facts)
    assert difference(long_ring, store.held()).writes == 0


DISK = 'mount -t tmpfs -o size=16m tmpfs "$1" && echo there && cat; umount --lazy "$1"'
"""A shell makes a small disk, and takes it away when its input ends, however its owner ended."""


@pytest.fixture
def tight(new_neo4j: Callable[[], Server]) -> Iterator[Server]:
    """A server, running, whose data are on a disk of a few megabytes."""
    server = new_neo4j()
    disk = server.home / "data"
    disk.mkdir(parents=True)
    with subprocess.Popen(  # noqa: S603  # a folder of ours
        ["/bin/sh", "-c", DISK, "disk", str(disk)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # no interruption of ours ends it before the disk is gone
    ) as keeper:
        assert keeper.stdout is not None
        if not keeper.stdout.readline():
            pytest.skip("only root can make a small disk")
        server.start("db.tx_log.rotation.size=1m")
        yield server
        server.stop()


def enlarge(disk: Path) -> None:
    """Give a small disk room."""
    subprocess.run(["/bin/mount", "-o", "remount,size=300m", str(disk)], check=True)  # noqa: S603


def test_a_load_goes_on_when_a_full_disk_has_room_again(
    tight: Server, open_at: Open, wide_ring: KnowledgeGraph
) -> None:
    with pytest.raises(StoreUnavailableError, match="the next load goes on there"):
        load(wide_ring, open_at(tight))
    tight.kill()
    enlarge(tight.home / "data")
    tight.start()
    store = open_at(tight)

    load(wide_ring, store)

    assert difference(wide_ring, store.held()).writes == 0


def test_a_database_that_is_read_only_is_read_and_not_written(
    own: Server, open_at: Open, ring: KnowledgeGraph, graph: KnowledgeGraph
) -> None:
    load(ring, open_at(own))
    own.stop()
    own.start("server.databases.default_to_read_only=true")
    store = open_at(own, read_only=True)

    with pytest.raises(StoreUnavailableError, match="read only"):
        load(graph, open_at(own))
    assert difference(ring, store.held()).writes == 0
