"""When a source is looked at next."""

import hashlib
import re
from dataclasses import dataclass

from communique.watching.state import Memory

DAY = 86_400.0
"""Seconds after which a source is looked at again whatever it asked for."""

LONGEST_PAUSE = 6 * 3600.0
"""Seconds between attempts at a source that fails, where it is not looked at more rarely anyway."""

FIRST_PAUSE = 900.0
"""Seconds after the first failure, where it is not looked at more often anyway."""

_SPREAD = 0.25
_MOST_DOUBLINGS = 16
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": DAY}
_PART = re.compile(r"(\d+(?:\.\d+)?)([smhd])")
_DURATION = re.compile(rf"(?:{_PART.pattern})+")


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often sources are looked at.

    Attributes:
        every: Seconds from one look at a source to the next.
    """

    every: float

    def after_success(self, now: float) -> float:
        """When a source is looked at after it has answered."""
        return now + self.every

    def after_failure(self, key: str, failures: int, now: float, asked: float = 0.0) -> float:
        """When a source is tried again.

        Each failure in a row doubles the pause, up to a limit. A part of up to a quarter comes on
        top, another one for each source and failure and always the same for these two, so that
        sources that failed together are not tried together, and a test can tell when.

        Args:
            key: Of the source.
            failures: In a row, this one included.
            now: Seconds since the epoch.
            asked: Seconds that the server asks to wait.
        """
        first, longest = min(self.every, FIRST_PAUSE), max(self.every, LONGEST_PAUSE)
        pause: float = min(longest, first * 2.0 ** min(failures - 1, _MOST_DOUBLINGS))
        digest = hashlib.sha256(f"{key}/{failures}".encode()).digest()
        share = int.from_bytes(digest[:4]) / 2**32
        return now + max(min(asked, DAY), pause * (1 + _SPREAD * share))

    def asked_until(self, now: float, asked: float) -> float:
        """Until when a server is left alone that asks to wait so many seconds."""
        return now + min(asked, DAY) if asked else 0.0

    def is_due(self, memory: Memory, now: float) -> bool:
        """Whether a source is to be looked at.

        A time that lies further ahead than any that this sets was written under a wrong clock.
        """
        furthest = max(self.every, LONGEST_PAUSE, DAY) * (1 + _SPREAD)
        return memory.due <= now or memory.due > now + furthest


def seconds_of(duration: str) -> float:
    """The seconds of a duration such as ``15m``, ``30s``, ``1h30m`` or ``1d``.

    Raises:
        ValueError: It is none, or nothing.
    """
    text = "".join(duration.split()).lower()
    if not _DURATION.fullmatch(text):
        raise ValueError(f"{duration!r} is no duration; write 30s, 15m, 2h or 1d")
    total = sum(float(number) * _UNITS[unit] for number, unit in _PART.findall(text))
    if not total:
        raise ValueError(f"{duration!r} is no time at all; write 30s, 15m, 2h or 1d")
    return total
