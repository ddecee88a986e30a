"""Who sends, and how that is shown to the server."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import httpx


class Scheme(StrEnum):
    """How a server is shown who asks."""

    BASIC = "basic"
    DIGEST = "digest"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Login:
    """A user with a password, or a token.

    Attributes:
        scheme: How it is shown.
        user: Name of the user; empty with a token.
        secret: Password or token. It is in no message and no representation.
    """

    scheme: Scheme
    user: str
    secret: str = field(repr=False)

    @classmethod
    def of(
        cls,
        auth: str | None = None,
        user: str | None = None,
        password: str | None = None,
        token: str | None = None,
    ) -> "Login | None":
        """The login that settings name; None if they name none.

        A token without more is shown as a bearer, a user as by HTTP Basic.

        Raises:
            ValueError: The scheme is none, or lacks what it shows.
        """
        if auth is None and user is None and password is None and token is None:
            return None
        known = ", ".join(Scheme)
        if auth is not None and auth not in set(Scheme):
            raise ValueError(f"there is no way to log in called {auth!r}; there are {known}")
        scheme = Scheme(auth) if auth else Scheme.BASIC if token is None else Scheme.BEARER
        if scheme is Scheme.BEARER:
            if token is None:
                raise ValueError("bearer needs a token; set COMMUNIQUE_PUSH_TOKEN")
            return cls(scheme, "", token)
        if user is None or password is None:
            raise ValueError(
                f"{scheme} needs a user and a password; set COMMUNIQUE_PUSH_USER and "
                "COMMUNIQUE_PUSH_PASSWORD"
            )
        return cls(scheme, user, password)

    @property
    def told(self) -> str:
        """Whose login it is, for messages."""
        return f"the login of {self.user}" if self.user else "the token"

    def auth(self) -> httpx.Auth:
        """The login as the client of HTTP takes it."""
        if self.scheme is Scheme.DIGEST:
            return httpx.DigestAuth(self.user, self.secret)
        if self.scheme is Scheme.BASIC:
            return httpx.BasicAuth(self.user, self.secret)
        return _Bearer(self.secret)


class _Bearer(httpx.Auth):
    """A token in each request (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # type: ignore[override]
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request
