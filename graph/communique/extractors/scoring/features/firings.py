"""What rules found of one pair, looked up by the place in the text."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from communique.extractors.reading.script import Finding


class Firings:
    """The findings of one pair in one direction."""

    def __init__(self, found: Iterable[Finding]) -> None:
        """Take the findings in any order."""
        self._found = sorted(found, key=lambda finding: finding.start)
        self._starts = [finding.start for finding in self._found]
        self._longest = max(finding.end - finding.start for finding in self._found)
        self._relations = Counter(str(finding.relation) for finding in self._found)
        self._named: dict[tuple[int, int, str], Sequence[str]] = {}

    def names(self, start: int, end: int, sign: str) -> Sequence[str]:
        """The features of the pair in a span of the repaired text, each once.

        Args:
            start: Where the span begins.
            end: Where it ends.
            sign: What marks the direction in their names.
        """
        key = start, end, sign
        if key not in self._named:
            here = self.within(start, end)
            names = [f"fired-here{sign}={finding.relation}" for finding in here]
            names += [f"rule{sign}={finding.rule}" for finding in here]
            names += [f"fired-else{sign}={relation}" for relation in self.beyond(here)]
            self._named[key] = tuple(dict.fromkeys(names))
        return self._named[key]

    def within(self, start: int, end: int) -> Sequence[Finding]:
        """The findings whose words overlap a span of the repaired text."""
        first = bisect_left(self._starts, start - self._longest)
        near = self._found[first : bisect_left(self._starts, end)]
        return [finding for finding in near if finding.end > start]

    def beyond(self, here: Sequence[Finding]) -> list[str]:
        """The relations that were found elsewhere too, if those are the findings of a place."""
        if not here:
            return list(self._relations)
        if len(here) == len(self._found):
            return []
        inside = Counter(str(finding.relation) for finding in here)
        return [name for name, count in self._relations.items() if count > inside[name]]
