"""Which addresses graphs may be sent to, how, and under which names."""

from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from communique.ontology.iris import DEFAULT_BASE


class Route(StrEnum):
    """What an address is of: a Graph Store (one request a graph) or SPARQL Update (many)."""

    GRAPH_STORE = "graph-store"
    UPDATE = "update"


def checked_address(text: str) -> str:
    """The address of an endpoint as it is sent to; a query in it stays.

    Raises:
        ValueError: It is none of HTTP, names no host, or has a user or password in it.
    """
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(
            f"{text!r} is no address of a SPARQL server; write http://host:port/… or https://…"
        )
    if parts.username is not None or parts.password is not None:
        raise ValueError(
            "an address with a user or password can be read by others; set COMMUNIQUE_PUSH_USER "
            "and COMMUNIQUE_PUSH_PASSWORD instead"
        )
    if parts.fragment:
        raise ValueError(f"{text!r} has a fragment, which no server sees; leave #… out")
    return text


def is_loopback(address: str) -> bool:
    """Whether an address is of this machine."""
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_base(base: str, address: str) -> None:
    """Keep IRIs that stand for nobody's data out of stores that others read.

    Raises:
        ValueError: The base is the default one and the address is not of this machine.
    """
    if base.startswith(DEFAULT_BASE) and not is_loopback(address):
        raise ValueError(
            f"IRIs that begin with {DEFAULT_BASE} are for trying out and belong to nobody; before "
            "others get them, name a base of your own with --base or COMMUNIQUE_BASE"
        )
