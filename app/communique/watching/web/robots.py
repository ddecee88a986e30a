"""What servers ask of robots (RFC 9309)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit

from protego import Protego

from communique.watching.web.failure import FetchError, NotAskedError, UnavailableError
from communique.watching.web.fetching import AGENT, Answer

SLOWEST = 10.0
"""Seconds between two requests to a server that are waited for at its wish, at most."""

USUAL = 1.0
"""Seconds between two requests to a server that wishes nothing."""

_LARGEST = 512_000

Fetch = Callable[[str], Awaitable[Answer]]
"""Fetches what is at a URL."""


class Robots:
    """Takes turns at servers as they wish it: asks for their rules once, and for one thing a time.

    Only articles are asked for under these rules: a feed the user has named himself.
    """

    def __init__(self, usual: float = USUAL) -> None:
        """Take the manners.

        Args:
            usual: Seconds between two requests to a server that wishes nothing.
        """
        self._usual = usual
        self._sites: dict[str, _Site] = {}

    @asynccontextmanager
    async def turn(self, url: str, fetch: Fetch) -> AsyncIterator[None]:
        """Within the block a URL may be asked for, and nothing else of its server is.

        A server that was unavailable is not asked again by the same object.

        Args:
            url: What is to be asked for.
            fetch: Gets the server's rules.

        Raises:
            FetchError: It may not, or nobody can say whether it may.
            NotAskedError: Its server was unavailable when it was asked for something else.
        """
        address = _address(url)
        site = self._sites.setdefault(address, _Site())
        async with site.lock:
            if site.closed is not None:
                raise FetchError(f"is of a server that has just failed: it {site.closed}")
            if site.failed:
                raise NotAskedError("is of a server that has just failed")
            try:
                await self._admit(site, address, url, fetch)
            except FetchError as error:
                if not error.lasts:
                    site.closed = error.reason
                raise
            try:
                yield
            except UnavailableError:
                site.failed = True
                raise

    async def _admit(self, site: "_Site", address: str, url: str, fetch: Fetch) -> None:
        if not site.known:
            site.rules, site.known = await _rules(address, fetch), True
        rules = site.rules
        if rules is not None and not rules.can_fetch(url, AGENT):
            raise FetchError("is not for robots, says robots.txt", HTTPStatus.FORBIDDEN)
        wished = rules.crawl_delay(AGENT) if rules is not None else None
        clock = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, site.next - clock()))
        pause = self._usual if wished is None else min(max(wished, self._usual), SLOWEST)
        site.next = clock() + pause


@dataclass(slots=True)
class _Site:
    """What is known of one server.

    Attributes:
        lock: Held by whose turn it is.
        known: Whether its rules are.
        rules: Those; None if it has none.
        next: When it may be asked, by the loop's clock.
        closed: Why nobody can say what may be asked for.
        failed: Whether it was unavailable when it was asked for something.
    """

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    known: bool = False
    rules: Protego | None = None
    next: float = 0.0
    closed: str | None = None
    failed: bool = False


async def _rules(address: str, fetch: Fetch) -> Protego | None:
    """The rules of a server; None if it has none.

    One that does not answer is taken to forbid all for now, as the RFC has it.
    """
    try:
        body = (await fetch(f"{address}/robots.txt")).body or b""
    except FetchError as error:
        if error.lasts:
            return None
        raise FetchError(f"has a robots.txt that {error.reason}") from error
    return Protego.parse(body[:_LARGEST].decode("utf-8", "replace"))


def _address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
