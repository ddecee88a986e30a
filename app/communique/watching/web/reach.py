"""Which hosts may be asked: nobody's feed may send us into our own network."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from communique.watching.web.failure import FetchError

_SCHEMES = frozenset({"http", "https"})
_LONGEST = 4_000
_NAT64 = ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Hop:
    """One request on the way to what was asked for.

    Attributes:
        urls: Where to send it, in this order until one takes it; with numbers in place of the
            host's name if that was looked up.
        host: Host and port as the server is told them.
        name: The host as its certificate has it; None if the URL says it.
    """

    urls: tuple[httpx.URL, ...]
    host: str
    name: str | None


class Reach:
    """Checks hosts before they are asked.

    What the user has named is asked wherever it is. Where a feed or a redirection leads is asked
    only if it is on the public internet, unless the user has named a host that is not: then the
    feed is of the same house. The number that was checked is the one that is asked, so that a name
    that changes its number meanwhile gains nothing.
    """

    def __init__(self, proxied: Callable[[str], bool] = lambda _: False) -> None:
        """Take how to tell a URL that a proxy is asked for.

        Args:
            proxied: Whether a URL goes through a proxy, which then decides where it may go.
        """
        self._proxied = proxied

    async def is_private(self, address: str) -> bool:
        """Whether the host of a URL is in a network that is not public.

        Raises:
            FetchError: It is no URL of the web, or there is no such host.
        """
        url = checked(address)
        try:
            return any(map(_is_private, await _numbers(url)))
        except FetchError:
            if self._proxied(address):
                return False
            raise

    async def hop(self, address: str, *, free: bool) -> Hop:
        """The request to a URL.

        Args:
            address: The URL.
            free: Whether it may be anywhere.

        Raises:
            FetchError: It is no URL of the web, there is no such host, or it is private.
        """
        url = checked(address)
        if free:
            return Hop((url,), url.netloc.decode(), None)
        proxied = self._proxied(address)
        try:
            numbers = await _numbers(url)
        except FetchError:
            if not proxied:
                raise
            numbers = []
        if any(map(_is_private, numbers)):
            raise FetchError(f"leads to {url.host}, which is no host of the public internet")
        if proxied:
            return Hop((url,), url.netloc.decode(), None)
        urls = tuple(url.copy_with(host=str(number)) for number in numbers)
        return Hop(urls, url.netloc.decode(), url.host)


def checked(address: str) -> httpx.URL:
    """A URL of the web.

    Raises:
        FetchError: It is none.
    """
    try:
        url = httpx.URL(address[:_LONGEST])
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"leads to what is no URL ({error})") from error
    if url.scheme not in _SCHEMES:
        raise FetchError(f"leads to {url.scheme or 'no scheme'}:, and only http and https are read")
    if not url.host or len(address) > _LONGEST:
        raise FetchError("leads to a URL without a host, or one that is too long")
    return url


async def _numbers(url: httpx.URL) -> list[IPv4Address | IPv6Address]:
    """The numbers of a host, in the order in which they are to be tried."""
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(
            url.host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
        )
        return [ip_address(str(address[0]).partition("%")[0]) for *_, address in found]
    except (OSError, UnicodeError, ValueError) as error:
        raise FetchError(f"there is no host {url.host} ({error})") from error


def _is_private(number: IPv4Address | IPv6Address) -> bool:
    """Whether a number is not of the public internet, also where it is packed into another."""
    if isinstance(number, IPv6Address):
        packed = number.ipv4_mapped or number.sixtofour
        if number in _NAT64:
            packed = IPv4Address(int(number) & 0xFFFF_FFFF)
        if packed is not None:
            return _is_private(packed)
    return not number.is_global or number.is_multicast
