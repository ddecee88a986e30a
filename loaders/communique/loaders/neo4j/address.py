"""Where a Neo4j server is, and who asks it."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

SCHEMES = ("neo4j", "neo4j+s", "bolt", "bolt+s")
"""Schemes of addresses; those with ``+s`` are encrypted, and the certificate is checked."""

DEFAULT_USER = "neo4j"


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks, and which database.

    Attributes:
        user: Name of the user.
        password: It is in no message and no representation.
        database: Name of the database, or None for the user's home database.
    """

    user: str = DEFAULT_USER
    password: str = field(default="", repr=False)
    database: str | None = None


def checked_address(text: str) -> str:
    """The address as the driver takes it.

    Raises:
        ValueError: It has another scheme, no host, or a password in it.
    """
    parts = urlsplit(text)
    if parts.scheme in {"neo4j+ssc", "bolt+ssc"}:
        raise ValueError(
            f"{parts.scheme}:// does not check the server's certificate; use "
            f"{parts.scheme.removesuffix('sc')}:// and put its authority into the system's store"
        )
    if parts.scheme not in SCHEMES:
        known = ", ".join(f"{scheme}://" for scheme in SCHEMES)
        raise ValueError(f"{parts.scheme}:// is no address of a store; there are {known}")
    if parts.username is not None or parts.password is not None:
        raise ValueError(
            "an address with a user or password can be read by others; set COMMUNIQUE_NEO4J_USER "
            "and COMMUNIQUE_NEO4J_PASSWORD instead"
        )
    if not parts.hostname:
        raise ValueError(f"{text} names no host; write {parts.scheme}://127.0.0.1:7687")
    if parts.path.strip("/") or parts.query:
        raise ValueError(
            f"{text}: write {parts.scheme}://{parts.netloc} alone; COMMUNIQUE_NEO4J_DATABASE says "
            "which database"
        )
    return f"{parts.scheme}://{parts.netloc}"
