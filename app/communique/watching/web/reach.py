"""Which hosts may be asked: nobody's feed may send us into our own network."""

import asyncio
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from communique.watching.web.failure import FetchError

_SCHEMES = frozenset({"http", "https"})
_LONGEST = 4_000
_NAT64 = ip_network("64:ff9b::/96")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts for which no proxy is asked."""

Number = IPv4Address | IPv6Address


def is_private(number: Number) -> bool:
    """Whether a number is not of the public internet, also where it is packed into another."""
    if isinstance(number, IPv6Address):
        packed = number.ipv4_mapped or number.sixtofour
        if number in _NAT64:
            packed = IPv4Address(int(number) & 0xFFFF_FFFF)
        if packed is not None:
            return is_private(packed)
    return not number.is_global or number.is_multicast


@dataclass(frozen=True, slots=True)
class Hop:
    """One request on the way to what was asked for.

    Attributes:
        urls: Where to send it, in this order until one takes it; with numbers in place of the
            host's name if that was looked up.
        host: Host and port as the server is told them.
        name: The host as its certificate has it; None if the URL says it.
        inside: Those of the URLs that are in a network that is not public.
        proxied: Whether a proxy is asked for it.
    """

    urls: tuple[httpx.URL, ...]
    host: str
    name: str | None
    inside: frozenset[httpx.URL] = frozenset()
    proxied: bool = False


class Reach:
    """Checks hosts before they are asked.

    What the user has named is asked wherever it is. Where an answer leads is asked only if it is on
    the public internet, or if the answer itself came from a number that is not: then both are of
    the same house. The number that was checked is the one that is asked, so that whoever says which
    numbers a public host has, others too or another each time, gains nothing.
    """

    def __init__(
        self,
        proxied: Callable[[str], bool] = lambda _: False,
        is_private: Callable[[Number], bool] = is_private,
    ) -> None:
        """Take how to tell what may be asked.

        Args:
            proxied: Whether a URL goes through a proxy, which then decides where it may go.
            is_private: Whether a number is not of the public internet.
        """
        self._proxied, self._is_private = proxied, is_private

    async def hop(self, address: str, *, free: bool) -> Hop:
        """The request to a URL.

        Args:
            address: The URL.
            free: Whether it may be anywhere.

        Raises:
            FetchError: It is no URL of the web, there is no such host, or it is private.
        """
        url = checked(address)
        host, proxied = url.netloc.decode(), url.host not in _LOOPBACK and self._proxied(address)
        if free and proxied:
            return Hop((url,), host, None, proxied=True)
        try:
            numbers = await _numbers(url)
        except FetchError:
            if not proxied:
                raise
            numbers = []
        inside = [number for number in numbers if self._is_private(number)]
        if inside and not free:
            raise FetchError(f"leads to {url.host}, which is no host of the public internet")
        if proxied:
            return Hop((url,), host, None, proxied=True)
        name = url.raw_host.decode()
        return Hop(_at(url, numbers), host, name, frozenset(_at(url, inside)))


def _at(url: httpx.URL, numbers: Iterable[Number]) -> tuple[httpx.URL, ...]:
    """The same URL with each number in place of the host's name."""
    return tuple(url.copy_with(host=str(number)) for number in numbers)


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


async def _numbers(url: httpx.URL) -> list[Number]:
    """The numbers of a host, in the order in which they are to be tried."""
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(
            url.host, port, type=socket.SOCK_STREAM
        )
        return [ip_address(str(address[0]).partition("%")[0]) for *_, address in found]
    except (OSError, UnicodeError, ValueError) as error:
        raise FetchError(f"there is no host {url.host} ({error})") from error
