"""What is watched: feeds of the web, folders and files."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_WEB = frozenset({"http", "https"})
_SECRETS = frozenset({"auth", "key", "password", "secret", "sig", "signature", "token"})
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, a folder or a file that is looked at again and again.

    Attributes:
        address: URL of a feed, or absolute path; may hold a password or a token.
        is_web: Whether it is a URL.
    """

    address: str
    is_web: bool

    @classmethod
    def of(cls, text: str) -> Self:
        """The source that a person names.

        Raises:
            ValueError: It is a URL that is not of the web, or of no host.
        """
        scheme, separator, _ = text.partition("://")
        if not separator:
            return cls(str(Path(text).absolute()), is_web=False)
        if scheme.lower() not in _WEB:
            raise ValueError(
                f"{text}: only http:// and https:// are watched; name folders and files by path"
            )
        if not _host(text):
            raise ValueError(f"{text}: this URL names no host")
        return cls(text, is_web=True)

    @property
    def key(self) -> str:
        """A name for files of state, which shows no password and no token."""
        return hashlib.sha256(self.address.encode("utf-8", "surrogateescape")).hexdigest()[:_DIGITS]

    @property
    def told(self) -> str:
        """The address for messages, without passwords and tokens."""
        return without_secrets(self.address) if self.is_web else self.address


def without_secrets(url: str) -> str:
    """A URL without its login, and with dots in place of the values of keys and tokens."""
    parts = urlsplit(url)
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    if any(_is_secret(name) for name, _ in pairs):
        kept = [(name, "..." if _is_secret(name) else value) for name, value in pairs]
        query = urlencode(kept)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


def _is_secret(name: str) -> bool:
    words = name.casefold().replace("-", "_").split("_")
    return any(word in _SECRETS or word.endswith(("key", "token")) for word in words)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
