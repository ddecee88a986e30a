"""Requests to one endpoint, repeated while it is the server or the network that fails."""

import logging
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

import httpx

from communique.graph import CommuniqueError
from communique.loaders.sparql.failures import refused, unreachable
from communique.loaders.sparql.login import Login
from communique.loaders.sparql.target import Route, is_loopback

PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds between one attempt and the next; one attempt more than there are pauses."""

TIMEOUT = 120.0
"""Seconds to wait for an answer, beside those for the size of what is sent."""

SLOWEST = 100_000
"""Bytes that a store takes in a second at least; TDB2 was seen to take twice as many."""

_MENDS_ITSELF = frozenset({408, 429, 500, 502, 503, 504})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What can be sent twice: it replaces or deletes.

    Attributes:
        what: What is sent, for messages.
        method: Of HTTP.
        body: Its content.
        content_type: Media type of the content.
        graph: The named graph that it is about; None if the content says so.
        done: Statuses beside those of success that say that nothing is left to do.
    """

    what: str
    method: str
    body: bytes = b""
    content_type: str | None = None
    graph: str | None = None
    done: frozenset[int] = frozenset()


class Connection:
    """An endpoint, and who asks it."""

    def __init__(
        self,
        address: str,
        login: Login | None = None,
        *,
        timeout: float = TIMEOUT,
        pauses: Sequence[float] = PAUSES,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Connect at the first request; proxies of the environment count, but not to loopback."""
        self.address = address
        self._login = login
        self._pauses = tuple(pauses)
        self._timeout = timeout
        self._sleep = sleep
        self._answered = False
        self._client = httpx.Client(
            auth=login.auth() if login else None,
            verify=_trust(address),
            trust_env=not is_loopback(address),
        )

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._client.close()

    def send(self, request: Request) -> None:
        """Send a request until the server has done it.

        Raises:
            PushRefusedError: The server does not take it.
            StoreUnavailableError: No answer, or a fault of the server, at every attempt; or it
                does not know who asks.
        """
        for pause in (*self._pauses, None):
            failure, asked_pause = self._attempt(request)
            if failure is None:
                return
            if pause is None or asked_pause is None:
                raise failure
            _log.info("%s; trying again", failure)
            self._sleep(max(pause, asked_pause))

    def _attempt(self, request: Request) -> tuple[CommuniqueError | None, float | None]:
        """What went wrong, if anything, and the seconds to wait at least; None to give up.

        A server that starts anew is waited for, one that was never there is not.
        """
        url = httpx.URL(self.address)
        if request.graph is not None:
            url = url.copy_merge_params({"graph": request.graph})
        headers = {"Content-Type": request.content_type} if request.content_type else {}
        patience = self._timeout + len(request.body) / SLOWEST
        timeout = httpx.Timeout(patience, connect=min(patience, 10.0))
        try:
            answer = self._client.request(
                request.method, url, content=request.body, headers=headers, timeout=timeout
            )
        except httpx.TransportError as error:
            absent = isinstance(error, httpx.ConnectError) and not self._answered
            return unreachable(self.address, error), None if absent else 0.0
        self._answered = True
        if answer.is_success or answer.status_code in request.done:
            return None, None
        wait = _retry_after(answer) if answer.status_code in _MENDS_ITSELF else None
        by = Route.UPDATE if request.graph is None else Route.GRAPH_STORE
        return refused(self.address, request.what, by, self._login, answer), wait


def _trust(address: str) -> ssl.SSLContext:
    """The authorities of the system, which take long to read; none where nothing is encrypted."""
    if address.startswith("https:"):
        return ssl.create_default_context()
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _retry_after(answer: httpx.Response) -> float:
    """Seconds that the server asks to wait, a minute at most; a date counts as none."""
    asked = answer.headers.get("Retry-After", "")
    return min(float(asked), 60.0) if asked.isdecimal() else 0.0
