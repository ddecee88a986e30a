"""What lets a browser in: the token that is printed, and a ticket that counts once."""

import hmac
import secrets
from dataclasses import dataclass, field


def secret() -> str:
    """Text that nobody guesses."""
    return secrets.token_urlsafe(24)


@dataclass(slots=True)
class Entrance:
    """Who may come in.

    Whoever is on this machine can read with what a browser was started, so that it is given a
    ticket. Who shows it first comes in. Where it is shown again, one of the two was a stranger:
    neither stays, and the printed address lets the right one in.

    Attributes:
        token: Lets in as often as it is shown; never part of what another program is started with.
        ticket: Lets in once.
    """

    token: str = field(default_factory=secret)
    ticket: str = field(default_factory=secret)
    _visitor: str = ""
    _is_used: bool = False

    def admitted(self, shown: str) -> str | None:
        """What the cookie of who shows a token or a ticket is to hold; None for who may not in."""
        if _same(shown, self.token):
            return self.token
        if not _same(shown, self.ticket):
            return None
        self._visitor = "" if self._is_used else secret()
        self._is_used = True
        return self._visitor or None

    def knows(self, held: str) -> bool:
        """Whether a cookie was given to somebody who may stay."""
        visits = bool(self._visitor) and _same(held, self._visitor)
        return visits or _same(held, self.token)


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())
