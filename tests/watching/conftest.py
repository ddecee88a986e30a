"""What the tests of the watching share."""

import os
import socket
from asyncio import events
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import pytest
from unruly_site import Clock, Site

from communique.watching.stop import Stop
from communique.watching.web.reach import Reach


@pytest.fixture(autouse=True)
def no_loop_of_the_browser() -> Iterator[None]:
    """The browser of other tests leaves its event loop marked as running in this thread."""
    left = events._get_running_loop()
    events._set_running_loop(None)
    yield
    events._set_running_loop(left)


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server of this test's own."""
    made = Site()
    yield made
    made.close()


@pytest.fixture
def stop() -> Iterator[Stop]:
    """A wish that nobody has uttered."""
    with Stop() as wish:
        yield wish


@pytest.fixture
def clock() -> Clock:
    """A time of day that passes only when it is told to."""
    return Clock()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What the resolver of the system knows, for there is no network in tests."""
    known: dict[str, list[str]] = {}

    def look_up(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        numbers = known.get(host) or ([host] if host.startswith("127.") else [])
        if not numbers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (name, port)) for name in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


@pytest.fixture
def public() -> Iterator[Site]:
    """A web server whose number counts as one of the public internet."""
    try:
        made = Site("127.0.0.2")
    except OSError:
        pytest.skip("this machine has one number on loopback")
    yield made
    made.close()


@pytest.fixture
def reach() -> Reach:
    """Takes that number for a public one."""
    return Reach(is_private=lambda number: number != IPv4Address("127.0.0.2"))


@pytest.fixture
def children() -> Callable[[], set[int]]:
    """Tells which processes this one has started and not taken leave of."""
    path = Path(f"/proc/self/task/{os.getpid()}/children")
    if not path.exists():
        pytest.skip("only Linux tells which processes one has")
    return lambda: set(map(int, path.read_text().split()))
