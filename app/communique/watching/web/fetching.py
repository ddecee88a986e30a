"""Asking servers for things, within limits."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib.metadata import version
from typing import Self

import httpx

from communique.watching.web.body import ACCEPTED, body_of, too_large
from communique.watching.web.failure import FetchError, UnavailableError
from communique.watching.web.reach import Hop, Reach

AGENT = "communique"
"""The name under which robots.txt is read."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_PARTIAL = frozenset({204, 205, 206})
_WAIT = frozenset({408, 425, 429})
_CONNECT_SECONDS = 10.0
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a server may take.

    Attributes:
        seconds: For all of a request, redirections included.
        size: Bytes of an answer, unpacked.
        redirections: That are followed.
    """

    seconds: float = 60.0
    size: int = 20_000_000
    redirections: int = 5


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells whether something has changed (RFC 9110, section 8.8)."""

    etag: str | None = None
    modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in found.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave.

    Attributes:
        url: Where it was in the end.
        body: Its content; None if the server says that nothing has changed.
        content_type: The header of that name.
        validators: Of this answer.
        moved: Where it is from now on, if the server says so.
        inside: Whether it came from a network that is not public, and so did what led to it.
    """

    url: str
    body: bytes | None
    content_type: str = ""
    validators: Validators = field(default_factory=Validators)
    moved: str | None = None
    inside: bool = False


class Fetcher:
    """Fetches what is at URLs; use it in an async with block."""

    def __init__(self, limits: Limits, clock: Callable[[], float], reach: Reach) -> None:
        """Connect at the first request; proxies of the environment count.

        Args:
            limits: For each request.
            clock: Seconds since the epoch.
            reach: Which hosts may be asked.
        """
        self.limits, self._clock, self._reach = limits, clock, reach
        context = ssl.create_default_context()
        self._direct, self._by_proxy = (
            httpx.AsyncClient(
                headers={
                    "User-Agent": f"{AGENT}/{version('communique')}",
                    "Accept-Encoding": ACCEPTED,
                    "Accept": "application/rss+xml, application/atom+xml, */*;q=0.5",
                },
                verify=context,
                timeout=httpx.Timeout(
                    limits.seconds, connect=min(limits.seconds, _CONNECT_SECONDS)
                ),
                # Each request has a connection of its own: where a host's number stands in the URL,
                # one that is kept would serve another host of that number, and nobody ask for its
                # proof.
                limits=httpx.Limits(max_keepalive_connections=0),
                trust_env=proxied,
            )
            for proxied in (False, True)
        )

    async def __aenter__(self) -> Self:
        """Itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the connections."""
        await self._direct.aclose()
        await self._by_proxy.aclose()

    async def fetch(
        self, address: str, *, free: bool, validators: Validators | None = None
    ) -> Answer:
        """What is at a URL now.

        Args:
            address: The URL.
            free: Whether it may be in a private network; what such a one leads to may be so too.
            validators: Of what is at hand already.

        Raises:
            FetchError: Nothing that can be read, or not within the limits.
        """
        conditions = validators.headers if validators else {}
        async with _within(self.limits.seconds):
            return await self._followed(address, free, conditions)

    async def _followed(self, address: str, free: bool, conditions: dict[str, str]) -> Answer:
        here, for_good = address, True
        for _ in range(self.limits.redirections + 1):
            hop = await self._reach.hop(here, free=free)
            response, at = await self._asked(hop, conditions)
            free = at in hop.inside
            async with aclosing(response):
                if response.status_code not in _MOVED:
                    moved = here if for_good and here != address else None
                    return replace(await self._answer(response, here), moved=moved, inside=free)
                for_good = for_good and response.status_code in _FOR_GOOD
                here = _joined(here, response.headers.get("Location", ""))
        raise FetchError(f"leads on and on, more than {self.limits.redirections} times")

    async def _asked(
        self, hop: Hop, conditions: dict[str, str]
    ) -> tuple[httpx.Response, httpx.URL]:
        """The beginning of an answer, and which URL of a hop gave it; each is tried in turn."""
        extensions = {"sni_hostname": hop.name} if hop.name else {}
        headers = {**conditions, "Host": hop.host}
        client = self._by_proxy if hop.proxied else self._direct
        *others, last = [
            client.build_request("GET", url, headers=headers, extensions=extensions)
            for url in hop.urls
        ]
        for request, url in zip(others, hop.urls, strict=False):
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await client.send(request, stream=True), url
        return await client.send(last, stream=True), hop.urls[-1]

    async def _answer(self, response: httpx.Response, url: str) -> Answer:
        headers = response.headers
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            return Answer(url, None)
        if not response.is_success or response.status_code in _PARTIAL:
            asked = seconds_asked(headers.get("Retry-After", ""), self._clock())
            status = response.status_code
            kind = UnavailableError if status in _WAIT or response.is_server_error else FetchError
            raise kind(_told(response), status, asked)
        size = headers.get("Content-Length", "")
        if size.isdecimal() and int(size[:_DIGITS]) > self.limits.size:
            raise FetchError(too_large(self.limits.size))
        encoding = headers.get("Content-Encoding", "")
        body = await body_of(response.aiter_raw(), encoding, self.limits.size)
        validators = Validators(headers.get("ETag"), headers.get("Last-Modified"))
        return Answer(url, body, headers.get("Content-Type", ""), validators)


def seconds_asked(retry_after: str, now: float) -> float:
    """Seconds that a server asks to wait: so many, or until a date; none if it says neither.

    Args:
        retry_after: The header of that name (RFC 9110, section 10.2.3).
        now: Seconds since the epoch.
    """
    value = retry_after.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:_DIGITS])
    try:
        until = parsedate_to_datetime(value)
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, until.timestamp() - now)
    except (ValueError, OverflowError):
        return 0.0


@asynccontextmanager
async def _within(seconds: float) -> AsyncIterator[None]:
    """What takes longer in the block, or fails on the way to a server, is a FetchError."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except (TimeoutError, httpx.TimeoutException) as error:
        raise UnavailableError(f"does not answer within {seconds:g} s") from error
    except httpx.RemoteProtocolError as error:
        raise FetchError(f"was broken off, or is no HTTP ({_line(error)})") from error
    except (httpx.TransportError, OSError) as error:
        raise UnavailableError(f"cannot be reached ({_line(error)})") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"cannot be reached ({_line(error)})") from error


def _joined(here: str, location: str) -> str:
    """Where a redirection leads; a login is not taken along to another place."""
    try:
        base = httpx.URL(here)
        target = base.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"leads to what is no URL ({_line(error)})") from error
    if not location:
        raise FetchError("leads nowhere")
    same = (base.scheme, base.host, base.port) == (target.scheme, target.host, target.port)
    return str(target if same else target.copy_with(userinfo=b""))


def _told(response: httpx.Response) -> str:
    status = response.status_code
    if status == HTTPStatus.GONE:
        return "is gone for good, says the server (410)"
    if status == HTTPStatus.NOT_FOUND:
        return "is not there, says the server (404)"
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return f"is not for us, says the server ({status})"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return "is asked too often, says the server (429)"
    return f"is not given: the server answers {status} {response.reason_phrase[:60]}".rstrip()


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__
