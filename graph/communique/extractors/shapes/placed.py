"""Findings by where they stand."""

from bisect import bisect_left
from collections.abc import Sequence

from communique.extractors.reading.script import Finding


class Placed:
    """Looks up what was found in a sentence."""

    def __init__(self, found: Sequence[Finding]) -> None:
        """Take what was found, in any order."""
        self._ordered = sorted(found, key=_start)

    def between(self, start: int, end: int) -> Sequence[Finding]:
        """What begins in a half-open span of the repaired text, in code points; in order."""
        first, last = (bisect_left(self._ordered, at, key=_start) for at in (start, end))
        return self._ordered[first:last]


def _start(finding: Finding) -> int:
    return finding.start
