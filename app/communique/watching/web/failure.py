"""What goes wrong on the web."""

from communique.graph import CommuniqueError


class FetchError(CommuniqueError):
    """Nothing that can be read came from a URL.

    Attributes:
        reason: What is wrong, and what to do; follows the address in a message.
        status: Of HTTP; None if there was no whole answer.
        asked: Seconds that the server asks to wait.
    """

    def __init__(self, reason: str, status: int | None = None, asked: float = 0.0) -> None:
        """Say what is wrong."""
        super().__init__(reason)
        self.reason, self.status, self.asked = reason, status, asked

    @property
    def lasts(self) -> bool:
        """Whether the server says that asking again will not help."""
        mends_itself = self.status in {408, 425, 429}
        return self.status is not None and 400 <= self.status < 500 and not mends_itself  # noqa: PLR2004


class UnavailableError(FetchError):
    """A server does not answer, or says that it cannot just now; so it would of its other URLs."""


class NotAskedError(FetchError):
    """A URL was not asked for, since it would go with it as it did with another just now."""


class SlowError(FetchError):
    """What a server gave takes too long to be read."""
