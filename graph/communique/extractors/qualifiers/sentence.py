"""Sentences with the names in them, and what stands beside each other there."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, Self, TypeVar

from communique.extractors.reading.script import Finding, Scene

_LONGEST = 4_000
"""Code points of the longest sentence that is looked into."""
_BESIDE = re.compile(r"(?:, |,? (?:and|as well as) )(?:the |(?:Republic|Kingdom) of )*")
"""Between the names or the sums of a list."""
_BREAK = re.compile(
    r";|^(?:Following|After|Before|Ahead of|Prior to)\b[^,;]*,"
    r"|,? (?:before|after|while|where|which|who)\b"
    r"|,? (?:and|but|then) (?:(?:also|then|later|will|[a-z]{1,12}ly) ){0,3}"
    r"(?:[a-z]{1,20}ed|met|held|spoke|had|saw|made|gave|took|told|said|meet|hold|speak)\b"
)
"""Between what somebody does and what else is done, if only by the same."""


class Spanned(Protocol):
    """Something in a text: a half-open span in code points."""

    @property
    def start(self) -> int:
        """Of the first character."""

    @property
    def end(self) -> int:
        """After the last character."""


Part = TypeVar("Part", bound=Spanned)


class Named(NamedTuple):
    """A name in a text: half-open span in code points, and the number of whom it means."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence, and the names in it in order."""

    text: str
    names: Sequence[Named]

    @classmethod
    def of(cls, scenes: Sequence[Scene], finding: Finding) -> Self:
        """The sentence of a finding; empty outside of blocks, or if nobody writes one so long.

        Args:
            scenes: The blocks of its release, in order.
            finding: What was found there.
        """
        place = bisect_right(scenes, finding.start, key=lambda scene: scene.block.start) - 1
        if place < 0 or finding.end - finding.start > _LONGEST:
            return cls("", ())
        scene = scenes[place]
        start, end = finding.start - scene.block.start, finding.end - scene.block.start
        meant = ((scene.mentions[n], scene.figures[n]) for n in scene.numbers(start, end))
        names = [
            Named(mention.start - start, mention.end - start, figure.number)
            for mention, figure in meant
            if figure is not None and mention.end <= end
        ]
        return cls(scene.block.text[start:end], names)

    def before(self, place: int) -> list[Named]:
        """The names that end nearest before a place: one, or one within another."""
        ended = [name for name in self.names if name.end <= place]
        nearest = max((name.end for name in ended), default=None)
        return [name for name in ended if name.end == nearest]

    def after(self, place: int) -> list[Named]:
        """The names that begin nearest after a place: one, or one within another."""
        begun = [name for name in self.names if name.start >= place]
        nearest = min((name.start for name in begun), default=None)
        return [name for name in begun if name.start == nearest]

    def firsts(self, numbers: Collection[int]) -> list[Named]:
        """The first names of some figures, in order."""
        first = {name.number: name for name in reversed(self.names) if name.number in numbers}
        return sorted(first.values(), key=lambda name: name.start)

    def clause(self, numbers: Collection[int]) -> slice:
        """The words that tell what some figures do, from the last of them on both ways.

        All the text if none of them is named in it.
        """
        ends = self.firsts(numbers)
        if not ends:
            return slice(0, len(self.text))
        breaks = [b for b in _BREAK.finditer(self.text) if not b.start() <= ends[0].start < b.end()]
        begun = [one.start() or one.end() for one in breaks]
        start = max((place for place in begun if place <= ends[-1].start), default=0)
        stops = (one.start() for one in breaks if one.start() >= ends[-1].end)
        return slice(start, next(stops, len(self.text)))

    def rows(self, some: Sequence[Part]) -> Iterator[list[Part]]:
        """Yield parts of the text that stand beside each other as in a list, list by list."""
        row: list[Part] = []
        for one in some:
            if row and not _BESIDE.fullmatch(self.text, row[-1].end, one.start):
                yield row
                row = []
            row.append(one)
        if row:
            yield row
