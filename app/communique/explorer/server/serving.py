"""Serving the explorer on this machine alone."""

import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import uvicorn

from communique.explorer.server.app import make_app
from communique.explorer.server.context import Explorer
from communique.explorer.server.entrance import Entrance
from communique.graph import CommuniqueError

LOOPBACK = "127.0.0.1"

CONCURRENT = 128
"""Most connections at once; more are told to come back."""

MOST_HEADER_BYTES = 32_768
"""Longest head of a request; an address with all its filters is far shorter."""


class PortInUseError(CommuniqueError):
    """Another program listens where the explorer was to."""


class _Server(uvicorn.Server):
    """A server that tells when it has started; Ctrl-C ends it in order from then on."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._tell()


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the explorer is.

    Attributes:
        printed: Lets in whoever opens it.
        once: Lets in who opens it first, for a browser: others read with what that was started.
    """

    printed: str
    once: str


def serve(
    explorer: Explorer,
    entrance: Entrance,
    listener: socket.socket,
    started: Callable[[Addresses], None] = lambda _: None,
) -> None:
    """Answer requests until Ctrl-C.

    Args:
        explorer: The graph.
        entrance: Who may come in.
        listener: Where to listen, as `listening` gives it.
        started: Told the addresses once connections are answered.
    """
    port = listener.getsockname()[1]
    config = uvicorn.Config(
        make_app(explorer, entrance, port),
        access_log=False,
        date_header=False,
        h11_max_incomplete_event_size=MOST_HEADER_BYTES,
        http="h11",
        limit_concurrency=CONCURRENT,
        lifespan="on",
        log_config=None,
        log_level=logging.ERROR,  # a request that is none is its sender's concern,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        timeout_keep_alive=15,
        ws="none",
    )
    place = f"http://{LOOPBACK}:{port}/?token="
    addresses = Addresses(place + entrance.token, place + entrance.ticket)
    with suppress(KeyboardInterrupt):  # uvicorn has closed all, and hands Ctrl-C on
        _Server(config, lambda: started(addresses)).run(sockets=[listener])


def listening(port: int) -> socket.socket:
    """A socket of this machine alone that others can connect to; they wait until it is served.

    Args:
        port: Where to listen; 0 for any that is free.

    Raises:
        PortInUseError: The port is another's, or may not be used.
    """
    # Named by its protocol, for asyncio sends answers without delay on such sockets alone; else
    # the end of each waits 40 ms for the browser to acknowledge its beginning.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen(128)  # a browser that is quicker than the server waits in this queue
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortInUseError(
            f"port {port} cannot be listened on ({error}); choose another, or --port 0 for any"
        ) from error
    return listener
